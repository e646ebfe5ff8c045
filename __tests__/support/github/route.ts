/** What a route gets and gives, and GitHub's usual refusals. */
import type {BlobStore} from './blobs.ts'
import type {GitHubState, Permission, Repository, Token} from './state.ts'

export interface Call {
  state: GitHubState
  /** `owner/name` and its state, where the path names a repository. */
  name: string
  repo: Repository
  params: Record<string, string>
  query: URLSearchParams
  headers: Record<string, string | undefined>
  body: unknown
  token: Token | null
  /** Origin of the API, without a slash at its end. */
  api: string
  blobs: BlobStore
  /** What GitHub would not understand is added here. */
  violations: string[]
}

export interface Answer {
  status?: number
  json?: unknown
  /** Sent as it is, instead of JSON. */
  raw?: Buffer | string
  headers?: Record<string, string>
}

/** One of them suffices. */
export type Need = [permission: Permission, access: 'read' | 'write'][]

export interface Route {
  method: string
  /** As in GitHub's OpenAPI description. */
  path: string
  need: Need | ((call: Call) => Need)
  /** What an anonymous caller is told although the repository is public. */
  anonymous?: Answer
  run(call: Call): Answer
}

const docs = 'https://docs.github.com/rest'
export const refuse = (status: number, message: string, more: object = {}): Answer => ({
  status,
  json: {message, ...more, documentation_url: docs, status: String(status)},
})
export const notFound = () => refuse(404, 'Not Found')

/** The path after `/repos/owner/name` of a route, or the whole path with `/` first. */
export function route(
  method: string,
  path: string,
  need: Route['need'],
  run: Route['run'],
  anonymous?: Answer,
): Route {
  const full = path.startsWith('/') ? path : `/repos/{owner}/{repo}${path ? `/${path}` : ''}`
  return {method, path: full, need, run, ...(anonymous ? {anonymous} : {})}
}

/** One page of `items` with GitHub's Link header; `key` wraps it as `{total_count, [key]: [...]}`. */
export function page<T>(
  call: Call,
  path: string,
  items: readonly T[],
  show: (item: T) => unknown,
  key?: string,
): Answer {
  const size = Math.min(100, Math.max(1, Number(call.query.get('per_page')) || 30))
  const current = Math.max(1, Number(call.query.get('page')) || 1)
  const slice = items.slice((current - 1) * size, current * size).map(show)
  return {
    json: key ? {total_count: items.length, [key]: slice} : slice,
    headers: links(call, path, current, Math.max(1, Math.ceil(items.length / size))),
  }
}

function links(call: Call, path: string, current: number, last: number): Record<string, string> {
  const to = (page: number, rel: string) => {
    const query = new URLSearchParams(call.query)
    query.set('page', String(page))
    return `<${call.api}${path}?${query}>; rel="${rel}"`
  }
  const all = [
    ...(current > 1 ? [to(current - 1, 'prev')] : []),
    ...(current < last ? [to(current + 1, 'next'), to(last, 'last')] : []),
    ...(current > 1 ? [to(1, 'first')] : []),
  ]
  return all.length > 0 ? {link: all.join(', ')} : {}
}
