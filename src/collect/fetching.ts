/** Downloads: bounded, resumed where the connection breaks, never with the token. */

import {setTimeout} from 'node:timers/promises'
import type {Keeper} from './keep.ts'
import {amounts} from './progress.ts'

export interface Download {
  /** The signed address, asked for anew before every try (it lives a minute), or the answer's body itself. */
  locate: (signal: AbortSignal) => Promise<URL | ReadableStream<Uint8Array>>
  /** Where the bytes go. What came stays there when the download fails. */
  keeper: Keeper
  /** Milliseconds since the epoch. */
  deadline: number
  fetch: typeof fetch
  /** Of the whole, null where it is not known. */
  onBytes: (got: number, of: number | null) => void
}

/** In a row without a byte that was new. */
const FRUITLESS = 5
const TRIES = 50
/** In a row of addresses that the storage does not accept, because they expired on the way. */
const EXPIRED = 3
const IDLE_MS = 30_000
const LONGEST_MS = 24 * 3600_000

/** Whether all that was there came; false: the keeper has no room. Rejects with the storage's `status` where it refuses, else with what broke the last try. */
export async function download(options: Download): Promise<boolean> {
  const {keeper, deadline} = options
  let tag: string | null = null
  let furthest = 0
  let fruitless = 0
  let expired = 0
  for (let tries = 1; ; tries++) {
    const guard = idleGuard(deadline)
    try {
      const place = await options.locate(guard.signal)
      guard.reset()
      const {at} = keeper
      const response: Answer =
        place instanceof URL ? await request(options, place, at, tag, guard.signal) : {body: place}
      expired = 0
      if (response.start !== at) {
        if (response.start) throw new Error(`asked for byte ${at} on, got byte ${response.start} on`)
        await keeper.restart()
      }
      tag = response.tag ?? null
      for await (const chunk of response.body) {
        guard.reset()
        if (!(await keeper.add(chunk))) return false
        options.onBytes(keeper.at, response.total ?? null)
      }
      if (response.total !== undefined && keeper.at < response.total)
        throw new Error(`connection closed at byte ${keeper.at} of ${response.total}`)
      return true
    } catch (error) {
      fruitless = keeper.at > furthest ? 0 : fruitless + 1
      furthest = Math.max(furthest, keeper.at)
      const {status, storage} = error as {status?: number; storage?: boolean}
      if (storage && (status === 401 || status === 403)) expired++
      // Nothing is where the download was to go on: it is not what it was.
      if (storage && (status === 416 || status === 412)) await keeper.restart()
      const wait = fruitless < 2 ? 0 : 500 * 2 ** (fruitless - 1)
      const last = fruitless >= FRUITLESS || expired >= EXPIRED || tries >= TRIES
      if (isFinal(error) || last || Date.now() + wait >= deadline) throw error
      await setTimeout(wait)
    } finally {
      guard.stop()
    }
  }
}

/** An answer that would be the same again; the API's errors were repeated by the client already. */
function isFinal(error: unknown): boolean {
  const {status, storage, code} = error as {status?: number; storage?: boolean; code?: string}
  if (code === 'ENOSPC') return true
  return status !== undefined && !(storage && (status >= 500 || passing.includes(status)))
}

const passing = [401, 403, 408, 412, 416, 429]

interface Answer {
  body: AsyncIterable<Uint8Array>
  /** Offset that the body starts at, size of the whole, and its version, where known. */
  start?: number
  total?: number
  tag?: string
}

async function request(
  options: Download,
  url: URL,
  at: number,
  tag: string | null,
  signal: AbortSignal,
): Promise<Answer> {
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    throw new Error(`strange address: ${url.protocol}`)
  const headers: Record<string, string> = {'accept-encoding': 'identity'}
  // Without a tag a resumed body could be another version's.
  if (at > 0 && tag !== null) Object.assign(headers, {range: `bytes=${at}-`, 'if-range': tag})
  const response = await options.fetch(url, {headers, signal})
  const refuse = async (message: string, status: number) => {
    await response.body?.cancel()
    return Object.assign(new Error(message), {status, storage: true})
  }
  if (!response.ok || response.body === null)
    throw await refuse(`the storage answered ${response.status}`, response.status)
  const range = /^bytes (\d+)-\d+\/(\d+)$/.exec(response.headers.get('content-range') ?? '')
  // What was sent packed has another length, and offsets of its own.
  const packed = response.headers.has('content-encoding')
  const etag = packed ? null : response.headers.get('etag')
  const length = response.headers.get('content-length')
  const resumed = response.status === 206 && range !== null
  // Azure's storage does not know `If-Range`.
  if (resumed && etag !== tag) throw await refuse('it was changed while it came', 412)
  return {
    body: response.body,
    start: resumed ? Number(range[1]) : 0,
    ...(range ? {total: Number(range[2])} : length !== null && !packed ? {total: Number(length)} : {}),
    ...(etag !== null && !etag.startsWith('W/') ? {tag: etag} : {}),
  }
}

/** Aborts at the deadline and, from the first `reset` on, after half a minute without another. */
function idleGuard(deadline: number) {
  const controller = new AbortController()
  const abortIn = (ms: number) =>
    globalThis.setTimeout(
      () => controller.abort(new DOMException('no answer in time', 'AbortError')),
      Math.max(1, Math.min(ms, deadline - Date.now())),
    )
  // The API may have to wait for a rate limit first, which takes longer than a silent storage deserves.
  let timer = abortIn(LONGEST_MS)
  return {
    signal: controller.signal,
    reset: () => {
      clearTimeout(timer)
      timer = abortIn(IDLE_MS)
    },
    stop: () => clearTimeout(timer),
  }
}

/** Why only some of a download is there. */
export function brokenOff(got: number, of: number | null, deadline: number, error: unknown): string {
  const some = of === null ? 'only some of it' : amounts(got, of)
  if (Date.now() >= deadline - 1)
    return `the time was up when ${some} had come; raise timeout-minutes to have it whole`
  return `the connection broke again and again (${(error as Error).message}); ${some} had come; run again to have it whole`
}
