/** What every call for one run needs. */

import type {Octokit} from '@octokit/rest'
import type {Note} from '../model.ts'
import type {limiter} from './limit.ts'
import type {Tally} from './progress.ts'
import type {Limits} from './selection.ts'

export interface Api {
  client: Octokit
  owner: string
  repo: string
  limits: Limits
  tempDir: string
  /** Milliseconds since the epoch. */
  deadline: number
  tally: Tally
  fetch: typeof fetch
  /** Four requests at once, logs included. */
  limit: ReturnType<typeof limiter>
  notes: Note[]
  /** Milliseconds before a log that is not there yet is asked for again; doubled each time. */
  firstWait: number
}

/** Where a download route leads, or its body where a server sends it at once. The token stays behind. */
export async function locate(
  api: Api,
  route: string,
  parameters: Record<string, unknown>,
  signal: AbortSignal,
): Promise<URL | ReadableStream<Uint8Array>> {
  const {owner, repo} = api
  const {status, headers, data} = await api.client.request(`GET /repos/{owner}/{repo}/actions/${route}`, {
    owner,
    repo,
    ...parameters,
    request: {redirect: 'manual', parseSuccessResponseBody: false, signal},
  })
  const body = data as ReadableStream<Uint8Array> | null
  if (Number(status) < 300 && body) return body
  await body?.cancel()
  if (!headers.location) throw new Error(`${status} without an address`)
  return new URL(headers.location)
}
