/** `Bytes` out of a file or memory. */

import {createReadStream} from 'node:fs'
import {open, stat} from 'node:fs/promises'
import type {Bytes} from '../model.ts'

const CHUNK = 256 * 1024

/** A file that can be read in little memory, too. */
export interface FileBytes extends Bytes {
  /** All of it; each chunk is valid until the next one is asked for. */
  pass(): AsyncIterable<Uint8Array>
}

/** A file, or its first `max` bytes. Every chunk of `stream` is a buffer of its own. */
export async function fileBytes(path: string, max = Number.POSITIVE_INFINITY): Promise<FileBytes> {
  const size = Math.min((await stat(path)).size, max)
  return {
    size,
    pass: () => pass(path, size),
    async *stream(start = 0, end = size) {
      const [from, to] = range(start, end, size)
      // An empty range has no form in `createReadStream`, whose end is inclusive.
      if (from < to) yield* createReadStream(path, {start: from, end: to - 1, highWaterMark: CHUNK})
    },
  }
}

/** Reads into two buffers by turns, one ahead. */
async function* pass(path: string, size: number): AsyncGenerator<Uint8Array> {
  const file = await open(path)
  let next: Promise<unknown> = Promise.resolve()
  try {
    const buffers = [Buffer.alloc(CHUNK), Buffer.alloc(CHUNK)] as const
    const read = (turn: number, left: number) =>
      left > 0
        ? file.read(buffers[turn % 2]!, 0, Math.min(CHUNK, left)).then(r => r.bytesRead)
        : Promise.resolve(0)
    let left = size
    let ahead = read(0, left)
    for (let turn = 0; ; turn++) {
      const count = await ahead
      if (count === 0) return
      left -= count
      next = ahead = read(turn + 1, left)
      yield buffers[turn % 2]!.subarray(0, count)
    }
  } finally {
    await next.catch(() => {})
    await file.close()
  }
}

/** Bytes in memory. */
export function memoryBytes(bytes: Uint8Array): Bytes {
  return {
    size: bytes.length,
    async *stream(start = 0, end = bytes.length) {
      const [from, to] = range(start, end, bytes.length)
      for (let at = from; at < to; at += CHUNK) yield bytes.slice(at, Math.min(at + CHUNK, to))
    },
  }
}

const range = (start: number, end: number, size: number): [number, number] => [
  Math.max(0, start),
  Math.min(end, size),
]
