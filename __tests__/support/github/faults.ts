/** Answers that go wrong on purpose. */
import type {Answer} from './route.ts'
import {refuse} from './route.ts'

/** In `github.faults`; the server counts `times` down in place, so give each test a fault of its own. */
export interface Fault {
  /** Tried on `METHOD /path`, without the query; of blobs too (`GET /blob/...`). */
  match: RegExp
  /** How often. Default once; `Infinity` for ever. */
  times?: number
  /** Without a status the true answer is given, after `delayMs` and up to `dropAfterBytes`. */
  status?: number
  headers?: Record<string, string>
  /** JSON unless it is text. */
  body?: unknown
  delayMs?: number
  /** Ends the connection after so many bytes of the body; 0 before any answer. */
  dropAfterBytes?: number
}

/** Takes the first fault that fits, and counts it. */
export function takeFault(faults: Fault[], request: string): Fault | null {
  const fault = faults.find(
    f => (f.times ?? 1) > 0 && new RegExp(f.match.source, f.match.flags).test(request),
  )
  if (!fault) return null
  fault.times = (fault.times ?? 1) - 1
  return fault
}

export function faultAnswer(fault: Fault): Answer | null {
  if (fault.status === undefined) return null
  const headers = fault.headers ?? {}
  if (typeof fault.body === 'string') return {status: fault.status, raw: fault.body, headers}
  return {status: fault.status, json: fault.body ?? {message: 'Fault', documentation_url: ''}, headers}
}

const made = (match: RegExp, answer: Answer, headers: Record<string, string> = {}): Fault => ({
  match,
  status: answer.status!,
  body: answer.json,
  headers,
})

/** Ready faults, in GitHub's words. */
export const fault = {
  notAccessible: (match: RegExp) => made(match, refuse(403, 'Resource not accessible by integration')),
  badCredentials: (match: RegExp) => made(match, refuse(401, 'Bad credentials')),
  locked: (match: RegExp) => made(match, refuse(403, 'Unable to create comment because issue is locked.')),
  serverError: (match: RegExp, status = 502) => made(match, refuse(status, 'Server Error')),
  tooMany: (match: RegExp, seconds = 1) =>
    made(match, refuse(429, 'Too many requests'), {'retry-after': String(seconds)}),
  secondaryLimit: (match: RegExp, seconds = 1) =>
    made(
      match,
      refuse(
        403,
        'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
      ),
      {'retry-after': String(seconds)},
    ),
  /** `reset` is in seconds since 1970; default an hour from now. */
  primaryLimit: (match: RegExp, reset = Math.floor(Date.now() / 1000) + 3600) =>
    made(match, refuse(403, 'API rate limit exceeded for installation ID 1.'), {
      'x-ratelimit-limit': '1000',
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': String(reset),
    }),
  /** What the blob store says of a log that has not been written yet. */
  blobNotFound: (match: RegExp): Fault => ({
    match,
    status: 404,
    headers: {'content-type': 'application/xml', 'x-ms-error-code': 'BlobNotFound'},
    body: '<?xml version="1.0" encoding="utf-8"?><Error><Code>BlobNotFound</Code></Error>',
  }),
  dropped: (match: RegExp, dropAfterBytes = 0): Fault => ({match, dropAfterBytes}),
  slow: (match: RegExp, delayMs: number): Fault => ({match, delayMs}),
}
