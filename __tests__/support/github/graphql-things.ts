/** Commits, branches, pull requests and issues as GraphQL shows them. */
import {between, graph, inTime, mergeBase, resolve, when} from './dag.ts'
import {type Args, Refused, type Thing} from './graphql-run.ts'
import {isPull} from './lookup.ts'
import {idOf, nodeId} from './people.ts'
import {baseRef, commitsOf, pullsWith, stateOf} from './pull-objects.ts'
import type {Call} from './route.ts'
import {type Commit, type Issue, NOON, type Permission, type Pull} from './state.ts'

const forbidden = () => new Refused('FORBIDDEN', 'Resource not accessible by integration')

/** Public data is everybody's; of a private repository each kind needs its permission. */
export function need(call: Call, permission: Permission): void {
  if (call.repo.private && !call.token?.permissions[permission]) throw forbidden()
}

const upper = (issue: Issue) =>
  isPull(issue) && issue.merged_at
    ? 'MERGED'
    : isPull(issue)
      ? stateOf(issue).toUpperCase()
      : (issue.state ?? 'open').toUpperCase()

export function sorted(issues: readonly Issue[], {states, orderBy}: Args): Issue[] {
  const wanted = states === undefined ? null : [states].flat()
  const {field, direction} = (orderBy ?? {field: 'CREATED_AT', direction: 'ASC'}) as {
    field: string
    direction: string
  }
  const key = (i: Issue) => (field === 'UPDATED_AT' ? i.updated_at : i.created_at) ?? NOON
  const found = issues.filter(issue => wanted === null || wanted.includes(upper(issue)))
  found.sort((a, b) => key(a).localeCompare(key(b)) || a.number - b.number)
  return direction === 'DESC' ? found.reverse() : found
}

/** Cursors are `position`; GitHub's are opaque. */
export function connection(__typename: string, all: readonly unknown[], {first, last, after}: Args): Thing {
  const start = after === undefined || after === null ? 0 : Number(after)
  const rest = all.slice(start)
  const nodes = first === undefined ? rest.slice(-Number(last)) : rest.slice(0, Number(first))
  const end = first === undefined ? all.length : start + nodes.length
  const pageInfo = {
    __typename: 'PageInfo',
    hasNextPage: end < all.length,
    hasPreviousPage: end - nodes.length > 0,
    startCursor: String(end - nodes.length),
    endCursor: nodes.length > 0 ? String(end) : null,
  }
  return {__typename, nodes, pageInfo, totalCount: all.length}
}

export function ref(call: Call, name: string): Thing | null {
  need(call, 'contents')
  const tip = call.repo.branches?.[name]
  if (tip === undefined) return null
  return {
    __typename: 'Ref',
    name,
    prefix: 'refs/heads/',
    target: () => commit(call, tip),
    compare: ({headRef}: Args) => comparison(call, tip, resolve(call.state, call.name, String(headRef))),
  }
}

function comparison(call: Call, base: string, head: string | null): Thing | null {
  const commits = graph(call.state, call.name)
  if (head === null || !mergeBase(commits, base, head)) return null
  const aheadBy = between(commits, base, head).length
  const behindBy = between(commits, head, base).length
  const diverged = behindBy > 0 ? 'DIVERGED' : 'AHEAD'
  return {
    __typename: 'Comparison',
    aheadBy,
    behindBy,
    status: aheadBy > 0 ? diverged : behindBy > 0 ? 'BEHIND' : 'IDENTICAL',
    baseTarget: () => commit(call, base),
    headTarget: () => commit(call, head),
  }
}

export function commit(call: Call, sha: string | null): Thing | null {
  const found = graph(call.state, call.name).get(sha ?? '')
  return found ? commitThing(call, found) : null
}

function commitThing(call: Call, found: Commit): Thing {
  const name = found.author ?? 'octocat'
  const person = {__typename: 'GitActor', name, email: `${name}@example.com`, date: when(found)}
  const message = found.message ?? 'Change something'
  return {
    __typename: 'Commit',
    id: nodeId('C', idOf(found.sha)),
    oid: found.sha,
    abbreviatedOid: found.sha.slice(0, 7),
    message,
    messageHeadline: message.split('\n', 1)[0],
    committedDate: when(found),
    author: person,
    committer: person,
    url: `https://github.com/${call.name}/commit/${found.sha}`,
    parents: (args: Args) =>
      connection(
        'CommitConnection',
        (found.parents ?? []).map(sha => commit(call, sha)),
        args,
      ),
    history: (args: Args) => {
      const {since = '', until = '9'} = args as {since?: string; until?: string}
      const all = inTime(graph(call.state, call.name), found.sha, since, until)
      return connection(
        'CommitHistoryConnection',
        all.map(c => commitThing(call, c)),
        args,
      )
    },
    associatedPullRequests: (args: Args) => {
      need(call, 'pull_requests')
      return connection(
        'PullRequestConnection',
        pullsWith(call, found.sha).map(p => thread(call, p)),
        args,
      )
    },
  }
}

export function thread(call: Call, issue: Issue): Thing {
  const pull = isPull(issue)
  return {
    __typename: pull ? 'PullRequest' : 'Issue',
    number: issue.number,
    title: issue.title ?? `${pull ? 'Pull request' : 'Issue'} ${issue.number}`,
    body: issue.body ?? '',
    state: upper(issue),
    updatedAt: issue.updated_at ?? NOON,
    url: `https://github.com/${call.name}/${pull ? 'pull' : 'issues'}/${issue.number}`,
    repository: {__typename: 'Repository', nameWithOwner: call.name},
    ...(pull ? pullFields(call, issue) : {}),
  }
}

const pullFields = (call: Call, pull: Pull) => ({
  baseRefName: baseRef(call, pull),
  headRefName: pull.head.ref,
  headRefOid: pull.head.sha,
  merged: pull.merged_at != null,
  mergedAt: pull.merged_at ?? null,
  mergeCommit: () => (pull.merged_at ? commit(call, pull.merge_commit_sha ?? null) : null),
  commits: (args: Args) => {
    const all = commitsOf(call, pull).slice(0, 250)
    return connection(
      'PullRequestCommitConnection',
      all.map(c => ({__typename: 'PullRequestCommit', commit: () => commitThing(call, c)})),
      args,
    )
  },
  closingIssuesReferences: (args: Args) => {
    need(call, 'issues')
    const numbers = [
      ...(pull.body ?? '').matchAll(/\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):?\s+#(\d+)\b/gi),
    ].map(hit => Number(hit[1]))
    const linked = (call.repo.issues ?? []).filter(
      i => numbers.includes(i.number) || pull.linked_issues?.includes(i.number),
    )
    return connection(
      'IssueConnection',
      linked.map(i => thread(call, i)),
      args,
    )
  },
})
