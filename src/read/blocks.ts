import type {Block} from '../model.ts'
import {cleanBytes, unfinishedCode} from './actions-log.ts'

/** A block with where its lines end. Its memory is used again for the next one. */
export interface LineBlock extends Block {
  /** Offsets of all newlines. */
  readonly newlines: Int32Array
  /**
   * What begins before `fresh` was in the block before, and what begins from `settled` on will be in the next one: a long line
   * is cut so that each of its places stands in one block with what is around it.
   */
  readonly fresh: number
  readonly settled: number
}

/** Memory that the blocks of one log after another are made in. */
export interface Room {
  readonly buffer: Buffer
  newlines: Int32Array
}

/** Big enough that work per block does not count, small enough to stay in the processor's cache. */
const blockSize = 256 * 1024
/** How much around a place in a long line stands in its block. */
const around = 16 * 1024

/** Room for blocks of `size` bytes. */
export function blockRoom(size = blockSize): Room {
  return {buffer: Buffer.from(new ArrayBuffer(size + 4)), newlines: new Int32Array(4096)}
}

/**
 * Cuts a byte stream into blocks of whole lines without ANSI codes and script echo. A line longer than a block comes in
 * several, which overlap. A block is valid until the next one is asked for.
 */
export async function* blocks(
  chunks: AsyncIterable<Uint8Array>,
  room: Room = blockRoom(),
): AsyncGenerator<LineBlock> {
  const {buffer} = room
  const size = buffer.length - 4
  const margin = Math.min(around, size >> 2)
  let line = 1
  let continued = false
  let fresh = 0
  /** Where what is not cleaned yet begins, and where it ends. */
  let raw = 0
  let filled = 0

  /** Makes the next block; `rest` then moves what is left to the front. */
  function next(last: boolean): {block: LineBlock; rest: () => void} {
    const newline = filled > raw ? buffer.lastIndexOf(10, filled - 1) : -1
    const whole = newline >= raw
    const cut = !whole && !last
    const to = whole ? newline + 1 : cut ? unfinishedCode(buffer, raw, filled) : filled
    const end = cleanBytes(buffer, raw, to, raw === 0)
    const settled = cut ? Math.max(fresh, end - margin) : end + 1
    const block = lineBlock(buffer.subarray(0, end), {firstLine: line, continued, fresh, settled}, room)
    return {
      block,
      rest: () => {
        const kept = cut ? Math.min(2 * margin, end) : 0
        buffer.copyWithin(0, end - kept, end)
        buffer.copyWithin(kept, to, filled)
        filled += kept - to
        raw = kept
        fresh = cut ? settled - (end - kept) : 0
        line += block.newlines.length
        continued = cut
      },
    }
  }

  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length; ) {
      const count = Math.min(chunk.length - at, size - filled)
      buffer.set(chunk.subarray(at, at + count), filled)
      filled += count
      at += count
      if (filled < size) break
      const {block, rest} = next(false)
      yield block
      rest()
    }
  }
  // A line that goes on where nothing is left has ended at the end of a block: what is near its end was not settled yet.
  while (filled > raw || continued) {
    const {block, rest} = next(true)
    yield block
    rest()
  }
}

/** Bytes that are whole lines already as a block. */
export function lineBlock(
  bytes: Uint8Array,
  more: Partial<Omit<LineBlock, 'bytes' | 'newlines'>> = {},
  room: {newlines: Int32Array} = {newlines: new Int32Array(64)},
): LineBlock {
  const count = findNewlines(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), room)
  const newlines = room.newlines.subarray(0, count)
  return {firstLine: 1, continued: false, fresh: 0, settled: bytes.length + 1, ...more, bytes, newlines}
}

/** A `Buffer` searches several times faster than a plain array. */
function findNewlines(buffer: Buffer, room: {newlines: Int32Array}): number {
  let count = 0
  for (let at = buffer.indexOf(10); at !== -1; at = buffer.indexOf(10, at + 1)) {
    if (count === room.newlines.length) {
      const larger = new Int32Array(count * 2)
      larger.set(room.newlines)
      room.newlines = larger
    }
    room.newlines[count++] = at
  }
  return count
}
