/** `Bytes` out of a file or memory. */

import {createReadStream} from 'node:fs'
import {stat} from 'node:fs/promises'
import type {Bytes} from '../model.ts'

const CHUNK = 256 * 1024

/** A file, or its first `max` bytes. Every chunk is a buffer of its own. */
export async function fileBytes(path: string, max = Number.POSITIVE_INFINITY): Promise<Bytes> {
  const size = Math.min((await stat(path)).size, max)
  return {
    size,
    async *stream(start = 0, end = size) {
      const [from, to] = range(start, end, size)
      // An empty range has no form in `createReadStream`, whose end is inclusive.
      if (from < to) yield* createReadStream(path, {start: from, end: to - 1, highWaterMark: CHUNK})
    },
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
