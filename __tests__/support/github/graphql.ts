/** `POST /graphql` for repositories: the same commits, pull requests and issues that REST shows. */
import {resolve} from './dag.ts'
import {checkQuery, type Fault} from './graphql-check.ts'
import {parseQuery} from './graphql-parse.ts'
import {type Args, Refused, runQuery, type Thing} from './graphql-run.ts'
import {commit, connection, need, ref, sorted, thread} from './graphql-things.ts'
import {mentioned} from './issues.ts'
import {allIssues, isPull} from './lookup.ts'
import type {Answer, Call} from './route.ts'
import type {Issue} from './state.ts'

/** Null where the query is about something else. */
export function answerGraphQL(call: Call): Answer | null {
  const {query = '', variables = {}} = call.body as {query?: string; variables?: Args}
  if (!/\b(repository|search)\s*\(/.test(query) || /\bmutation\b/.test(query)) return null
  const refuse = (errors: Fault[]) => {
    call.violations.push(...errors.map(({message, path}) => `GraphQL: ${message} (${path.join('.')})`))
    return {json: {errors: errors.map(error => ({locations: [{line: 1, column: 1}], ...error}))}}
  }
  try {
    const document = parseQuery(query)
    const faults = checkQuery(document, variables)
    if (faults.length > 0) return refuse(faults)
    const {data, errors} = runQuery(document, variables, root(call))
    return {json: errors.length > 0 ? {data, errors} : {data}}
  } catch (error) {
    return refuse([{message: (error as Error).message, path: []}])
  }
}

const root = (call: Call): Thing => ({
  __typename: 'Query',
  repository: ({owner, name}: Args) => repository(call, `${owner}/${name}`),
  search: (args: Args) => {
    const [, name = ''] = /\brepo:(\S+)/.exec(String(args['query'])) ?? []
    const repo = call.state.repositories[name] ?? {}
    const inside = {...call, name, repo}
    const sees = !repo.private || call.token?.permissions.issues
    const found = sees ? mentioned(inside, String(args['query'])) : []
    return {
      ...connection(
        'SearchResultItemConnection',
        found.map(i => thread(inside, i)),
        args,
      ),
      issueCount: found.length,
    }
  },
})

function repository(call: Call, name: string): Thing {
  const repo = call.state.repositories[name]
  if (!repo || (repo.private && Object.keys(call.token?.permissions ?? {}).length === 0))
    throw new Refused('NOT_FOUND', `Could not resolve to a Repository with the name '${name}'.`)
  const inside = {...call, name, repo}
  const numbered = (kind: string, number: unknown, found: Issue | undefined) => {
    if (found) return thread(inside, found)
    throw new Refused('NOT_FOUND', `Could not resolve to ${kind} with the number of ${number}.`)
  }
  const byNumber = (number: unknown) => allIssues(inside).find(issue => issue.number === number)
  return {
    __typename: 'Repository',
    nameWithOwner: name,
    defaultBranchRef: () => ref(inside, repo.default_branch ?? 'main'),
    ref: ({qualifiedName}: Args) => ref(inside, String(qualifiedName).replace(/^refs\/heads\//, '')),
    object: ({expression, oid}: Args) => {
      need(inside, 'contents')
      return commit(inside, resolve(inside.state, name, String(oid ?? expression)))
    },
    issue: ({number}: Args) => {
      need(inside, 'issues')
      const found = byNumber(number)
      return numbered('an Issue', number, found && !isPull(found) ? found : undefined)
    },
    issueOrPullRequest: ({number}: Args) => numbered('an issue or pull request', number, byNumber(number)),
    pullRequest: ({number}: Args) => {
      need(inside, 'pull_requests')
      return numbered(
        'a PullRequest',
        number,
        repo.pulls?.find(pull => pull.number === number),
      )
    },
    issues: (args: Args) => {
      need(inside, 'issues')
      return connection(
        'IssueConnection',
        sorted(repo.issues ?? [], args).map(i => thread(inside, i)),
        args,
      )
    },
    pullRequests: (args: Args) => {
      need(inside, 'pull_requests')
      return connection(
        'PullRequestConnection',
        sorted(repo.pulls ?? [], args).map(p => thread(inside, p)),
        args,
      )
    },
  }
}
