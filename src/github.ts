/** The one client of GitHub's REST and GraphQL API. */

import {retry} from '@octokit/plugin-retry'
import {throttling} from '@octokit/plugin-throttling'
import {Octokit} from '@octokit/rest'

export type {Octokit}

export interface ClientOptions {
  /** Null: as a guest, for public repositories. */
  token: string | null
  /** `https://api.github.com`, `https://ghes.example/api/v3`, or a plain `http` loopback address. */
  apiUrl: string
  userAgent: string
  /** Milliseconds since the epoch after which nothing is waited for; without it, ten minutes from now. */
  deadline?: () => number
  log: (message: string) => void
  /** For proxies and tests. */
  fetch?: typeof fetch
  /** Milliseconds before the first retry of a server error. */
  firstWait?: number
}

const REQUEST_MS = 60_000
const LIMIT_RETRIES = 2
let clients = 0

/**
 * A client that repeats what failed on the server's side (never a POST: it could post twice), waits for
 * rate limits only where they end before the deadline, and sends the token to `apiUrl`'s host alone.
 */
export function createClient(options: ClientOptions): Octokit {
  const baseUrl = options.apiUrl.replace(/\/+$/, '')
  const {origin} = new URL(baseUrl)
  const started = Date.now()
  const deadline = options.deadline ?? (() => started + 600_000)
  const send = options.fetch ?? fetch
  const quiet = () => {}
  let told = false

  const waitFor = (what: string) => (seconds: number, _request: unknown, _client: unknown, tries: number) => {
    const inTime = Date.now() + seconds * 1000 < deadline()
    if (!told) {
      told = true
      const then = inTime && tries < LIMIT_RETRIES ? `waiting ${seconds} s` : 'not waiting: it ends too late'
      options.log(`GitHub's ${what} rate limit is reached; ${then}.`)
    }
    return inTime && tries < LIMIT_RETRIES
  }

  const Client = Octokit.plugin(retry, throttling)
  const client = new Client({
    ...(options.token === null ? {} : {auth: options.token}),
    baseUrl,
    userAgent: options.userAgent,
    log: {debug: quiet, info: quiet, warn: quiet, error: quiet},
    request: {
      // A signal for every try: one for all tries would end the retries together with the first.
      fetch: (url: string, init: RequestInit) =>
        send(url, {...init, signal: within(timeLeft(deadline()), init.signal)}),
    },
    retry: {retries: 3, retryAfterBaseValue: options.firstWait ?? 1000},
    // Of its own, or clients would wait for each other.
    throttle: {
      id: `client ${++clients}`,
      onRateLimit: waitFor('primary'),
      onSecondaryRateLimit: waitFor('secondary'),
    },
  })
  client.hook.wrap('request', async (request, given) => {
    const url = client.request.endpoint(given).url
    if (new URL(url).origin !== origin) throw new Error(`refused to send the token to ${new URL(url).host}`)
    const once = given.method === 'POST' || Date.now() >= deadline()
    // A copy: where a call gives no `request`, this object is shared by all calls.
    given.request = {...given.request, ...(once ? {retries: 0} : {})}
    return request(given)
  })
  return client
}

const within = (ms: number, signal: AbortSignal | null | undefined) =>
  AbortSignal.any([AbortSignal.timeout(ms), ...(signal ? [signal] : [])])

const timeLeft = (deadline: number) => Math.max(1, Math.min(REQUEST_MS, deadline - Date.now()))
