/** `Bytes` out of a file or memory. */

import {open, stat} from 'node:fs/promises'
import type {Bytes} from '../model.ts'

const CHUNK = 1024 * 1024

/** Which bytes of a file are meant: plain data, so that another thread can read them too. */
export interface FilePart {
  path: string
  /** Offsets in the file, `end` exclusive, in the order of reading. */
  ranges: [start: number, end: number][]
  /** Of a log whose middle was left out: where its end begins in these bytes, and the number of its first line in the whole log. */
  gap: {at: number; line: number} | null
  /** Why this is not all, null where it is. */
  short: string | null
}

/** A file that can be read in little memory, too. */
export interface FileBytes extends Bytes {
  readonly part: FilePart
  /** To be called when nobody will read it again: the disk may be needed. */
  drop?(): void
}

/** A whole file. */
export async function fileBytes(path: string): Promise<FileBytes> {
  return partBytes({path, ranges: [[0, (await stat(path)).size]], gap: null, short: null})
}

/** Some of a file. */
export function partBytes(part: FilePart): FileBytes {
  const {path, ranges} = part
  const size = ranges.reduce((sum, [start, end]) => sum + end - start, 0)
  return {
    size,
    part,
    async *stream(start = 0, end = size) {
      for (const [from, to] of within(ranges, start, end)) yield* read(path, from, to)
    },
  }
}

/** The places in the file of a range of what is read of it; none is empty. */
function within(ranges: FilePart['ranges'], start: number, end: number): FilePart['ranges'] {
  let before = 0
  return ranges.flatMap(([first, last]) => {
    const from = Math.max(first, first + start - before)
    const to = Math.min(last, first + end - before)
    before += last - first
    return from < to ? [[from, to] as [number, number]] : []
  })
}

/** Reads into two buffers by turns, one ahead. */
async function* read(path: string, start: number, end: number): AsyncGenerator<Uint8Array> {
  const file = await open(path)
  let next: Promise<unknown> = Promise.resolve()
  try {
    const buffers: Buffer[] = []
    const readAt = async (turn: number, at: number) => {
      if (at >= end) return 0
      const buffer = (buffers[turn % 2] ??= Buffer.allocUnsafeSlow(Math.min(CHUNK, end - at)))
      return (await file.read(buffer, 0, Math.min(buffer.length, end - at), at)).bytesRead
    }
    let at = start
    let ahead = readAt(0, at)
    for (let turn = 0; ; turn++) {
      const count = await ahead
      if (count === 0) return
      at += count
      next = ahead = readAt(turn + 1, at)
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
      const [from, to] = [Math.max(0, start), Math.min(end, bytes.length)]
      for (let at = from; at < to; at += CHUNK) yield bytes.slice(at, Math.min(at + CHUNK, to))
    },
  }
}
