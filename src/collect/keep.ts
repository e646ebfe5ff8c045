/** Files that are written while bytes come: whole, or the beginning and the end of a log that is too long. */

import {mkdirSync} from 'node:fs'
import {type FileHandle, open} from 'node:fs/promises'
import {dirname} from 'node:path'
import {type FilePart, partBytes} from './bytes.ts'

/** Bytes that are gathered before they are written. */
const GATHERED = 1 << 18
/** How far a cut is moved to stand between two lines. */
const LINE = 1 << 20

export interface Keeper {
  /** How many bytes came. */
  readonly at: number
  /** False: there is no room for more. */
  add(chunk: Uint8Array): Promise<boolean>
  /** Forgets all that came. */
  restart(): Promise<void>
  /** Closes the file. */
  finish(): Promise<FilePart>
}

/** Keeps the first `max` bytes. */
export async function keepStart(path: string, limit: number): Promise<Keeper> {
  const max = Math.floor(limit)
  const file = await create(path)
  return keeper(file, {
    store: (bytes, at) => file.write(bytes, 0, Math.min(bytes.length, max - at), at),
    room: at => at <= max,
    part: async at => ({path, ranges: [[0, Math.min(at, max)]], gap: null, short: null}),
  })
}

/** Keeps `max` bytes of a log: all, or its first and last half. `short` says which lines are missing. */
export async function keepLog(path: string, limit: number): Promise<Keeper> {
  const max = Math.floor(limit)
  const file = await create(path)
  const tail = Math.floor(max / 2)
  const head = max - tail
  let lines = 0
  return keeper(file, {
    store: async (bytes, at) => {
      if (at === 0) lines = 0
      lines += countNewlines(bytes)
      // What comes after the head goes round in the second half of the file.
      for (let done = 0; done < bytes.length; ) {
        const place = at + done < head || tail === 0 ? at + done : head + ((at + done - head) % tail)
        const room = place < head ? head - place : max - place
        if (room <= 0) return
        const count = Math.min(bytes.length - done, room)
        await file.write(bytes, done, count, place)
        done += count
      }
    },
    room: () => true,
    part: async at => {
      if (at <= max) return {path, ranges: [[0, at]], gap: null, short: null}
      const turn = tail ? (at - head) % tail : 0
      const end: FilePart['ranges'] = [
        [head + turn, max],
        [head, head + turn],
      ]
      return await withGap(path, head, end, newlines => lines - newlines, max)
    },
  })
}

/** The beginning and the end of a log that lies in a file. */
export async function headAndTail(path: string, size: number, limit: number): Promise<FilePart> {
  const max = Math.floor(limit)
  const tail = Math.floor(max / 2)
  const before = await countIn(path, [[0, size - tail]])
  const end: FilePart['ranges'] = [[size - tail, size]]
  const all = before + (await countIn(path, end))
  return await withGap(path, max - tail, end, newlines => all - newlines, max)
}

/** Moves both sides of the gap to where lines end, where that is near. `before` tells the newlines in front of the last ones. */
async function withGap(
  path: string,
  head: number,
  tail: FilePart['ranges'],
  before: (newlines: number) => number,
  max: number,
): Promise<FilePart> {
  const headEnd = await lastLineEnd(path, head)
  const skip = await firstLineEnd(path, tail)
  const rest = partBytes({path, ranges: tail, gap: null, short: null})
  const ranges: FilePart['ranges'] = [[0, headEnd], ...cut(tail, skip)]
  const line = before(await count(rest.stream(skip))) + 1
  const first = (await countIn(path, [[0, headEnd]])) + 1
  const last = Math.max(first, line - 1)
  const short = `longer than ${limitMb(max)} MB: lines ${first} to ${last} were left out; raise max-log-mb to read them`
  return {path, ranges, gap: {at: headEnd, line}, short}
}

/** A limit as it was given. */
export const limitMb = (bytes: number) => Number((bytes / 1024 ** 2).toPrecision(3))

const cut = (ranges: FilePart['ranges'], skip: number): FilePart['ranges'] => {
  let left = skip
  return ranges.flatMap(([start, end]) => {
    const from = Math.min(end, start + left)
    left -= from - start
    return from < end ? [[from, end] as [number, number]] : []
  })
}

async function lastLineEnd(path: string, end: number): Promise<number> {
  const from = Math.max(0, end - LINE)
  const text = await some(path, [[from, end]])
  const newline = text.lastIndexOf(10)
  return newline < 0 ? end : from + newline + 1
}

async function firstLineEnd(path: string, ranges: FilePart['ranges']): Promise<number> {
  const [first, second] = ranges
  const near = Math.min(LINE, first![1] - first![0])
  const text = await some(path, [
    [first![0], first![0] + near],
    ...(second ? [[second[0], Math.min(second[1], second[0] + LINE - near)] as [number, number]] : []),
  ])
  return text.indexOf(10) + 1
}

async function some(path: string, ranges: FilePart['ranges']): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of partBytes({path, ranges, gap: null, short: null}).stream())
    chunks.push(new Uint8Array(chunk))
  return Buffer.concat(chunks)
}

const countIn = (path: string, ranges: FilePart['ranges']) =>
  count(partBytes({path, ranges, gap: null, short: null}).stream())

async function count(chunks: AsyncIterable<Uint8Array>): Promise<number> {
  let lines = 0
  for await (const chunk of chunks) lines += countNewlines(chunk)
  return lines
}

function countNewlines(bytes: Uint8Array): number {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  let lines = 0
  for (let at = buffer.indexOf(10); at !== -1; at = buffer.indexOf(10, at + 1)) lines++
  return lines
}

async function create(path: string): Promise<FileHandle> {
  // At once: made by another thread, the folder could come again when the ended process has just removed it.
  mkdirSync(dirname(path), {recursive: true})
  return await open(path, 'w', 0o600)
}

interface Way {
  store(bytes: Uint8Array, at: number): Promise<unknown>
  room(at: number): boolean
  part(at: number): Promise<FilePart>
}

/** Gathers small chunks to large writes, in the same memory again and again. */
function keeper(file: FileHandle, {store, room, part}: Way): Keeper {
  const gathered = Buffer.allocUnsafeSlow(GATHERED)
  let held = 0
  let at = 0
  const flush = async () => {
    if (held) await store(gathered.subarray(0, held), at - held)
    held = 0
  }
  return {
    get at() {
      return at
    },
    async add(chunk) {
      for (let done = 0; done < chunk.length && room(at); ) {
        const count = Math.min(chunk.length - done, GATHERED - held)
        gathered.set(chunk.subarray(done, done + count), held)
        held += count
        done += count
        at += count
        if (held === GATHERED || !room(at)) await flush()
      }
      return room(at)
    },
    async restart() {
      held = 0
      at = 0
      await file.truncate(0)
    },
    async finish() {
      try {
        await flush()
        return await part(at)
      } finally {
        await file.close()
      }
    },
  }
}
