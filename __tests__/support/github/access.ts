/** Who may do what: tokens, permissions, private repositories and the primary rate limit. */
import {type Answer, type Call, type Need, notFound, type Route, refuse} from './route.ts'
import type {GitHubState, Token} from './state.ts'

/** The request's token, null for none, or the refusal. */
export function authenticate(state: GitHubState, header: string | undefined): Token | null | Answer {
  if (header === undefined) return null
  const token = /^(?:bearer|token) (.+)$/i.exec(header)?.[1] ?? ''
  return state.tokens[token] ?? refuse(401, 'Bad credentials')
}

export const isAnswer = (value: Token | null | Answer): value is Answer => value !== null && 'status' in value

export function permit(route: Route, call: Call): Answer | null {
  const need: Need = typeof route.need === 'function' ? route.need(call) : route.need
  const headers = {
    'x-accepted-github-permissions': need.map(([name, access]) => `${name}=${access}`).join('; '),
  }
  const {token} = call
  const sees = token !== null && Object.keys(token.permissions).length > 0
  if (call.repo.private && !sees) return notFound()
  const holds = ([name, access]: Need[number]) =>
    token?.permissions[name] === 'write' || (access === 'read' && token?.permissions[name] === 'read')
  if (need.length === 0 || need.some(holds)) return null
  if (token === null) {
    if (route.anonymous) return route.anonymous
    return route.method === 'GET' ? null : refuse(401, 'Requires authentication')
  }
  return {...refuse(403, 'Resource not accessible by integration'), headers}
}

/** The headers of every answer, and the refusal once nothing remains. */
export function countDown(
  state: GitHubState,
  path: string,
): {headers: Record<string, string>; refusal: Answer | null} {
  const limit = state.rate_limit ?? {limit: 5000, remaining: 4999, reset: 1_900_000_000}
  const spent = limit.remaining <= 0
  if (state.rate_limit && !spent && path !== '/rate_limit') limit.remaining--
  const headers = {
    'x-ratelimit-limit': String(limit.limit),
    'x-ratelimit-remaining': String(limit.remaining),
    'x-ratelimit-reset': String(limit.reset),
    'x-ratelimit-used': String(limit.limit - limit.remaining),
    'x-ratelimit-resource': 'core',
  }
  const refusal =
    spent && path !== '/rate_limit' ? refuse(403, 'API rate limit exceeded for installation ID 1.') : null
  return {headers, refusal}
}
