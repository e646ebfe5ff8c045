import type {Bytes} from '../../model.ts'
import {collect} from './pull.ts'

/** Reads a range; shorter where the file ends. */
export type Read = (position: number, length: number) => Promise<Uint8Array>

/**
 * Small reads out of one large one, kept until a read falls outside: a zip of many small members would otherwise cost
 * several file reads for each of them.
 */
export function windowed(bytes: Bytes): Read {
  let window: {at: number; data: Uint8Array} = {at: 0, data: new Uint8Array(0)}
  return async (position, length) => {
    const from = position - window.at
    if (from >= 0 && from + length <= window.data.length) return window.data.subarray(from, from + length)
    const end = Math.min(bytes.size, position + Math.max(length, 1 << 18))
    if (end <= position) return new Uint8Array(0)
    window = {at: position, data: (await collect(bytes.stream(position, end), end - position))!}
    return window.data.subarray(0, length)
  }
}
