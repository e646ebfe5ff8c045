/** Issues and the search. */

import {comments} from './comments.ts'
import {allIssues, isPull, withIssue} from './lookup.ts'
import {idOf, nodeId, user} from './people.ts'
import {stateOf} from './pull-objects.ts'
import {type Answer, type Call, page, type Route, refuse, route} from './route.ts'
import {type Issue, NOON} from './state.ts'

const issueState = (issue: Issue) => (isPull(issue) ? stateOf(issue) : (issue.state ?? 'open'))

function issueObject(call: Call, issue: Issue) {
  const repoUrl = `${call.api}/repos/${call.name}`
  const url = `${repoUrl}/issues/${issue.number}`
  const html = `https://github.com/${call.name}/${isPull(issue) ? 'pull' : 'issues'}/${issue.number}`
  const id = idOf(`${call.name}!${issue.number}`)
  const pullUrl = `${repoUrl}/pulls/${issue.number}`
  return {
    id,
    node_id: nodeId('I', id),
    number: issue.number,
    title: issue.title ?? `Issue ${issue.number}`,
    body: issue.body ?? null,
    state: issueState(issue),
    state_reason: issueState(issue) === 'closed' && !isPull(issue) ? 'completed' : null,
    locked: issue.locked ?? false,
    user: user(call.api, issue.user ?? 'octocat'),
    labels: (issue.labels ?? []).map(name => ({
      id: idOf(name),
      node_id: nodeId('LA', idOf(name)),
      url: `${repoUrl}/labels/${encodeURIComponent(name)}`,
      name,
      description: '',
      color: 'ededed',
      default: false,
    })),
    assignee: null,
    assignees: [],
    milestone: null,
    comments: issue.comments?.length ?? 0,
    author_association: 'CONTRIBUTOR',
    created_at: issue.created_at ?? NOON,
    updated_at: issue.updated_at ?? NOON,
    closed_at: issueState(issue) === 'closed' ? (issue.updated_at ?? NOON) : null,
    url,
    html_url: html,
    repository_url: repoUrl,
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    ...(isPull(issue)
      ? {
          draft: issue.draft ?? false,
          pull_request: {
            url: pullUrl,
            html_url: html,
            diff_url: `${html}.diff`,
            patch_url: `${html}.patch`,
            merged_at: issue.merged_at ?? null,
          },
        }
      : {}),
  }
}

function list(call: Call): Answer {
  const wanted = call.query.get('state') ?? 'open'
  const labels = (call.query.get('labels') ?? '').split(',').filter(Boolean)
  const found = allIssues(call)
    .filter(issue => wanted === 'all' || issueState(issue) === wanted)
    .filter(issue => labels.every(label => issue.labels?.includes(label)))
    .filter(issue => (issue.updated_at ?? NOON) >= (call.query.get('since') ?? ''))
    .sort((a, b) => b.number - a.number)
  return page(call, `/repos/${call.name}/issues`, found, issue => issueObject(call, issue))
}

/** `in:body "text" repo:o/r is:pr|is:issue is:open`; all other words are text too. */
export function mentioned(inside: Call, q: string): Issue[] {
  const words = [...q.replace(/\b(repo|in|is|state|type|sort|label):\S+/g, '').matchAll(/"([^"]+)"|(\S+)/g)]
  const has = (kind: string) => new RegExp(`\\b(is|state|type):${kind}\\b`).test(q)
  return allIssues(inside)
    .filter(issue => !(has('pr') && !isPull(issue)) && !(has('issue') && isPull(issue)))
    .filter(issue => !has('open') || issueState(issue) === 'open')
    .filter(issue => !has('closed') || issueState(issue) === 'closed')
    .filter(issue => {
      const text = `${/\bin:body\b/.test(q) ? '' : (issue.title ?? '')}\n${issue.body ?? ''}`.toLowerCase()
      return words.every(word => text.includes((word[1] ?? word[2])!.toLowerCase()))
    })
}

function search(call: Call): Answer {
  const q = call.query.get('q') ?? ''
  if (!q.trim()) return refuse(422, 'Validation Failed')
  const name = /\brepo:(\S+)/.exec(q)?.[1] ?? ''
  const repo = call.state.repositories[name]
  if (!repo) return refuse(422, 'Validation Failed')
  const inside = {...call, name, repo}
  const show = (issue: Issue) => ({...issueObject(inside, issue), score: 1})
  const paged = page(call, '/search/issues', mentioned(inside, q), show, 'items')
  return {...paged, json: {...(paged.json as object), incomplete_results: false, search_type: 'lexical'}}
}

export const issueRoutes: Route[] = [
  route('GET', '/search/issues', [], search),
  route(
    'GET',
    'issues',
    [
      ['issues', 'read'],
      ['pull_requests', 'read'],
    ],
    list,
  ),
  route(
    'GET',
    'issues/{issue_number}',
    comments('read'),
    withIssue((call, issue) => ({json: issueObject(call, issue)})),
  ),
]
