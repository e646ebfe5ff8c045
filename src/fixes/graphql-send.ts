import type {Octokit} from '@octokit/rest'
import type {Calls} from './calls.ts'
import type {Problem, Reply} from './graphql-answer.ts'

/**
 * What a token may not see, and what broke on the way; that something is not there is an answer. Issues that nobody
 * declared may stay unseen: the documented permissions do without them.
 */
export function missing(calls: Calls, errors: readonly Problem[] = [], issues: readonly number[]): void {
  const needs: Record<string, string> = {code: 'contents', talk: 'pull-requests', told: 'issues'}
  for (const {type, path = [], message} of errors) {
    const part = path.includes('associatedPullRequests') ? 'talk' : String(path[0])
    const aboutIssues = part === 'told' || path.includes('closingIssuesReferences')
    if (type === 'NOT_FOUND' || (type === 'FORBIDDEN' && aboutIssues && issues.length === 0)) continue
    const need = aboutIssues ? 'issues' : needs[part]
    calls.lacks(
      type === 'FORBIDDEN' && need
        ? `GitHub refused it (403): the token needs \`${need}: read\``
        : `GitHub answered: ${message.slice(0, 200)}`,
    )
  }
}

/** One query. `why`: it was refused as a whole. */
export async function send(
  calls: Calls,
  client: Octokit,
  at: {owner: string; repo: string},
  query: string,
): Promise<Reply | {why: string}> {
  // A server of one's own has its REST API below `/api/v3`, and this beside it.
  const url = `${client.request.endpoint.DEFAULTS.baseUrl.replace(/\/v3\/?$/, '')}/graphql`
  const variables = {owner: at.owner, name: at.repo}
  const found = await calls.attempt<Reply>(signal =>
    client.request(`POST ${url}`, {query, variables, request: {signal}}),
  )
  if (!('data' in found)) return {why: found.why}
  const {data, errors} = found.data
  // Without any data it was not understood, or took too long.
  return data === undefined || (data === null && !errors?.some(error => error.path?.length))
    ? {why: errors?.[0]?.message.slice(0, 200) ?? 'it answered nothing'}
    : found.data
}
