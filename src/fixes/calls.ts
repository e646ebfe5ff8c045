import {describe} from '../errors.ts'
import type {Note} from '../model.ts'

/** What one call gave: data, or why not; `missing` where the server says that there is no such thing. */
export type Answer<T> = {data: T} | {why: string; missing: boolean}

/** API calls within a bound of number and time. A refusal becomes words, never an exception. */
export interface Calls {
  /** `permission` is what to ask for when the answer is 403. */
  get<T>(permission: string, ask: (signal: AbortSignal) => Promise<{data: T}>): Promise<Answer<T>>
  /** A call that something else can stand in for: its refusal is no reason, and ends nothing but a wrong token does. */
  attempt<T>(ask: (signal: AbortSignal) => Promise<{data: T}>): Promise<Answer<T>>
  /** Something that the answers themselves say is missing. */
  lacks(why: string): void
  /** Says, where it is so, that no more calls are made. */
  exhausted(): void
  used(): number
  left(): number
  /** Why answers are missing, null where none is. */
  doubt(): string | null
  notes(): Note[]
}

interface Refusal {
  status?: number
  message?: string
  response?: {headers?: Record<string, string | number | undefined>}
}

const rateLimited = ({status, message, response}: Refusal): boolean =>
  status === 429 ||
  response?.headers?.['x-ratelimit-remaining'] === '0' ||
  response?.headers?.['retry-after'] !== undefined ||
  /rate limit/i.test(message ?? '')

/** `limit` of calls, of which `before` were made; `deadline`: ms since the epoch. After a rate limit, a lost network or the deadline nothing more is asked. */
export function boundedCalls(limit: number, deadline: number, before = 0): Calls {
  const reasons = new Set<string>()
  const over = `not more than ${limit} calls are made for one run`
  let used = before
  let stopped: string | null = null

  function refused(error: unknown, permission: string | null): Answer<never> {
    const refusal = (typeof error === 'object' && error !== null ? error : {}) as Refusal
    const {status} = refusal
    let why = `GitHub answered ${status}`
    if (permission === null && status !== 401) {
      const said = status === undefined ? 'no answer' : String(status)
      return {why: `${said}: ${describe(error).slice(0, 200)}`, missing: false}
    }
    if ((status === 403 || status === 429) && rateLimited(refusal))
      stopped = why = `the rate limit of the GitHub API is used up (${status})`
    else if (status === 401) stopped = why = 'GitHub refused the token (401)'
    else if (status === 403) why = `GitHub refused it (403): the token needs \`${permission}\``
    else if (status === 404 || status === 410 || status === 422 || status === 409)
      return {why: `GitHub does not have it (${status})`, missing: true}
    else if (Date.now() >= deadline) stopped = why = 'the time was up'
    else stopped = why = `the GitHub API could not be reached (${describe(error).slice(0, 200)})`
    reasons.add(why)
    return {why, missing: false}
  }

  async function call<T>(
    permission: string | null,
    ask: (signal: AbortSignal) => Promise<{data: T}>,
  ): Promise<Answer<T>> {
    if (Date.now() >= deadline) stopped ??= 'the time was up'
    const why = stopped ?? (used >= limit ? over : null)
    if (why !== null) {
      reasons.add(why)
      return {why, missing: false}
    }
    used++
    try {
      const {data} = await ask(AbortSignal.timeout(Math.min(deadline - Date.now(), 2 ** 31 - 1)))
      return {data}
    } catch (error) {
      return refused(error, permission)
    }
  }

  return {
    get: call,
    attempt: ask => call(null, ask),
    lacks: why => void reasons.add(why),
    exhausted: () => void reasons.add(stopped ?? (Date.now() >= deadline ? 'the time was up' : over)),
    used: () => used,
    left: () => (stopped === null && Date.now() < deadline ? limit - used : 0),
    doubt: () => (reasons.size > 0 ? [...reasons].slice(0, 3).join('; ') : null),
    notes: () =>
      reasons.size > 0 ? [{what: 'facts about fixes', why: [...reasons].slice(0, 3).join('; ')}] : [],
  }
}
