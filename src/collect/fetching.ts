/** Downloads into a file: bounded, resumed where the connection breaks, never with the token. */

import {mkdir, open} from 'node:fs/promises'
import {dirname} from 'node:path'
import {setTimeout} from 'node:timers/promises'

export interface Download {
  /** The signed address, asked for anew before every try (it lives a minute), or the answer's body itself. */
  locate: (signal: AbortSignal) => Promise<URL | ReadableStream<Uint8Array>>
  file: string
  maxBytes: number
  /** Milliseconds since the epoch. */
  deadline: number
  fetch: typeof fetch
  onBytes: (got: number, of: number | null) => void
}

export interface Downloaded {
  bytes: number
  /** Whether there was more than `maxBytes`. */
  cut: boolean
}

const RESUMES = 3
const IDLE_MS = 30_000
const LONGEST_MS = 24 * 3600_000

/** Rejects with the storage's `status` where it refuses, else with what broke the last try. */
export async function download(options: Download): Promise<Downloaded> {
  await mkdir(dirname(options.file), {recursive: true})
  const file = await open(options.file, 'w', 0o600)
  try {
    let at = 0
    let tag: string | null = null
    for (let resumes = 0; ; resumes++) {
      const guard = idleGuard(options.deadline)
      try {
        const place = await options.locate(guard.signal)
        guard.reset()
        const response: Answer =
          place instanceof URL ? await request(options, place, at, tag, guard.signal) : {body: place}
        if (response.start !== at) {
          if (response.start) throw new Error(`asked for byte ${at} on, got byte ${response.start} on`)
          await file.truncate((at = 0))
        }
        tag = response.tag ?? null
        for await (const chunk of response.body) {
          guard.reset()
          const room = options.maxBytes - at
          if (chunk.length > room) {
            await file.write(chunk, 0, room, at)
            return {bytes: options.maxBytes, cut: true}
          }
          await file.write(chunk, 0, chunk.length, at)
          at += chunk.length
          options.onBytes(at, response.total ?? null)
        }
        if (response.total !== undefined && at < response.total)
          throw new Error(`connection closed at byte ${at} of ${response.total}`)
        return {bytes: at, cut: false}
      } catch (error) {
        if (final(error) || resumes >= RESUMES || Date.now() + resumes * 1000 >= options.deadline) throw error
        await setTimeout(resumes * 1000)
      } finally {
        guard.stop()
      }
    }
  } finally {
    await file.close()
  }
}

/** An answer that would be the same again; the API's errors were repeated by the client already. */
function final(error: unknown): boolean {
  const {status, storage, code} = error as {status?: number; storage?: boolean; code?: string}
  if (code === 'ENOSPC') return true
  return status !== undefined && !(storage && (status >= 500 || status === 429))
}

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
  if (!response.ok || response.body === null) {
    await response.body?.cancel()
    throw Object.assign(new Error(`the storage answered ${response.status}`), {
      status: response.status,
      storage: true,
    })
  }
  const range = /^bytes (\d+)-\d+\/(\d+)$/.exec(response.headers.get('content-range') ?? '')
  // What was sent packed has another length, and offsets of its own.
  const packed = response.headers.has('content-encoding')
  const etag = packed ? null : response.headers.get('etag')
  const length = response.headers.get('content-length')
  return {
    body: response.body,
    start: response.status === 206 && range ? Number(range[1]) : 0,
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
