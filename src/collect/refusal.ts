/** What GitHub refused, in one line that says what to do. */

import {describe} from '../errors.ts'
import type {Note} from '../model.ts'

export interface Refusal {
  /** Null: no answer came. */
  status: number | null
  message: string
  advice: string
}

interface RequestFailure {
  status?: unknown
  response?: {headers?: Record<string, string | number | undefined>}
}

/** An API error in words; `permission` is the one that the call needs, as in `permissions:` (`actions: read`). */
export function refusal(error: unknown, permission: string): Refusal {
  const {status, response} = (typeof error === 'object' && error !== null ? error : {}) as RequestFailure
  const text = describe(error).slice(0, 300)
  if ((error as {code?: unknown} | null)?.code === 'ENOSPC')
    return {status: null, message: 'the disk is full', advice: 'free some space, or lower max-artifact-mb'}
  // Octokit reports a connection that failed as a 500 without a response.
  if (typeof status !== 'number' || (status === 500 && response === undefined)) {
    return {
      status: null,
      message: `no answer: ${text}`,
      advice: 'check the network, the proxy and the address',
    }
  }
  const grant = `use a token that has \`${permission}\` (\`permissions:\` of the job)`
  const limited = limitEnd(status, text, response?.headers ?? {})
  const [message, advice] =
    limited !== null
      ? [`GitHub's rate limit is used up${limited}`, 'run again later, or use a token with a higher limit']
      : status === 401
        ? ['GitHub does not accept the token', 'pass a valid, unexpired token']
        : status === 403
          ? ['the token is not allowed to do this', grant]
          : status === 404
            ? ['GitHub does not find it', `check the address; for a private repository ${grant}`]
            : status === 410
              ? ['it has expired and is gone', 'run again to have it anew, or raise the retention']
              : status === 422
                ? ['GitHub does not accept the request', 'see the message']
                : status >= 500
                  ? ['GitHub answered with an error of its own', 'run again later; see githubstatus.com']
                  : ['GitHub refused', 'see the message']
  return {status, message: `${message} (${status}: ${text})`, advice}
}

/** A refusal as a note. */
export function refused(what: string, error: unknown, permission: string): Note {
  const {message, advice} = refusal(error, permission)
  return {what, why: `${message}; ${advice}`}
}

function limitEnd(
  status: number,
  text: string,
  headers: Record<string, string | number | undefined>,
): string | null {
  if (status !== 403 && status !== 429) return null
  const spent = String(headers['x-ratelimit-remaining']) === '0'
  if (!spent && status !== 429 && !/rate limit/i.test(text)) return null
  const reset = Number(headers['x-ratelimit-reset'])
  return spent && reset > 0 && reset < 1e11 ? ` until ${new Date(reset * 1000).toISOString()}` : ''
}
