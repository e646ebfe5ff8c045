/** Comments of issues and pull requests. */
import {allIssues, isPull, withIssue} from './lookup.ts'
import {nodeId, user} from './people.ts'
import {type Answer, type Call, type Need, notFound, page, type Route, refuse, route} from './route.ts'
import {type Comment, type Issue, NOON} from './state.ts'

/** Comments of a pull request may be written with either right, those of an issue with `issues` alone. */
export const comments =
  (access: 'read' | 'write') =>
  (call: Call): Need => {
    const number = Number(call.params['issue_number'] ?? owner(call)?.number)
    const pull = call.repo.pulls?.some(p => p.number === number)
    return pull
      ? [
          ['issues', access],
          ['pull_requests', access],
        ]
      : [['issues', access]]
  }

const owner = (call: Call): Issue | undefined =>
  allIssues(call).find(i => i.comments?.some(c => c.id === Number(call.params['comment_id'])))

export const commentNodeId = (comment: Comment) => nodeId('IC', comment.id)

const actionsApp = (call: Call) => ({
  id: 15368,
  slug: 'github-actions',
  node_id: 'MDM6QXBwMTUzNjg=',
  owner: user(call.api, 'github', 'Organization'),
  name: 'GitHub Actions',
  description: 'Automate your workflow from idea to production',
  external_url: 'https://help.github.com/en/actions',
  html_url: 'https://github.com/apps/github-actions',
  created_at: '2018-07-30T09:30:17Z',
  updated_at: '2024-04-10T20:33:16Z',
  permissions: {actions: 'write', issues: 'write', metadata: 'read', pull_requests: 'write'},
  events: [],
})

function commentObject(call: Call, issue: Issue, comment: Comment) {
  const repoUrl = `${call.api}/repos/${call.name}`
  const html = `https://github.com/${call.name}/${isPull(issue) ? 'pull' : 'issues'}/${issue.number}`
  return {
    id: comment.id,
    node_id: commentNodeId(comment),
    url: `${repoUrl}/issues/comments/${comment.id}`,
    html_url: `${html}#issuecomment-${comment.id}`,
    issue_url: `${repoUrl}/issues/${issue.number}`,
    body: comment.body,
    user: user(call.api, comment.user.login, comment.user.type),
    author_association: 'NONE',
    performed_via_github_app: comment.user.login === 'github-actions[bot]' ? actionsApp(call) : null,
    minimized: comment.minimized ? {reason: 'outdated'} : null,
    created_at: comment.created_at ?? NOON,
    updated_at: comment.updated_at ?? comment.created_at ?? NOON,
  }
}

function listComments(call: Call, issue: Issue): Answer {
  const since = call.query.get('since') ?? ''
  const found = (issue.comments ?? [])
    .filter(comment => (comment.updated_at ?? NOON) >= since)
    .sort((a, b) => a.id - b.id)
  const path = `/repos/${call.name}/issues/${issue.number}/comments`
  return page(call, path, found, comment => commentObject(call, issue, comment))
}

/** The text of a comment to write, or why GitHub refuses it. */
function textOf(call: Call): string | Answer {
  const body = (call.body as {body?: unknown} | null)?.body
  if (typeof body !== 'string') return refuse(422, 'Invalid request.\n\n"body" wasn\'t supplied.')
  const error = (code: string, message: string) =>
    refuse(422, 'Validation Failed', {
      errors: [{resource: 'IssueComment', code, field: 'body', message}],
    })
  if (body.trim() === '') return error('missing_field', 'body is missing')
  // Characters, not UTF-16 units.
  if ([...body].length <= 65_536) return body
  return error('unprocessable', 'body is too long (maximum is 65536 characters)')
}

const now = () => new Date().toISOString().replace(/\.\d+/, '')

function createComment(call: Call, issue: Issue): Answer {
  if (issue.locked) return refuse(403, 'Unable to create comment because issue is locked.')
  const body = textOf(call)
  if (typeof body !== 'string') return body
  const ids = Object.values(call.state.repositories).flatMap(repo =>
    [...(repo.issues ?? []), ...(repo.pulls ?? [])].flatMap(i => (i.comments ?? []).map(c => c.id)),
  )
  const id = Math.max(1_000, ...ids) + 1
  const comment: Comment = {id, user: {login: call.token!.login}, body, created_at: now(), updated_at: now()}
  ;(issue.comments ??= []).push(comment)
  const json = commentObject(call, issue, comment)
  return {status: 201, json, headers: {location: json.url}}
}

function withComment(answer: (call: Call, issue: Issue, comment: Comment) => Answer): Route['run'] {
  return call => {
    const issue = owner(call)
    const comment = issue?.comments?.find(c => c.id === Number(call.params['comment_id']))
    return issue && comment ? answer(call, issue, comment) : notFound()
  }
}

/** Nobody but its author may change a comment with a workflow's token. */
const foreign = (call: Call, comment: Comment): Answer | null =>
  comment.user.login === call.token!.login ? null : refuse(403, 'Resource not accessible by integration')

function updateComment(call: Call, issue: Issue, comment: Comment): Answer {
  const refusal = foreign(call, comment)
  if (refusal) return refusal
  if (issue.locked) return refuse(403, 'Unable to update comment because issue is locked.')
  const body = textOf(call)
  if (typeof body !== 'string') return body
  Object.assign(comment, {body, updated_at: now()})
  return {json: commentObject(call, issue, comment)}
}

function deleteComment(call: Call, issue: Issue, comment: Comment): Answer {
  const refusal = foreign(call, comment)
  if (refusal) return refusal
  issue.comments = issue.comments!.filter(c => c !== comment)
  return {status: 204, raw: ''}
}

export const commentRoutes: Route[] = [
  route(
    'GET',
    'issues/comments/{comment_id}',
    comments('read'),
    withComment((c, i, x) => ({json: commentObject(c, i, x)})),
  ),
  route('PATCH', 'issues/comments/{comment_id}', comments('write'), withComment(updateComment)),
  route('DELETE', 'issues/comments/{comment_id}', comments('write'), withComment(deleteComment)),
  route('GET', 'issues/{issue_number}/comments', comments('read'), withIssue(listComments)),
  route('POST', 'issues/{issue_number}/comments', comments('write'), withIssue(createComment)),
]
