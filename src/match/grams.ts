import type {Choice, LiteralIndex} from './literal-index.ts'
import {fineHash, fineHashes, knownBits, partAt} from './words.ts'

/**
 * The index of a pre-filter: for each 32-bit word that begins at an even place, which literals may stand around it. A literal
 * of five bytes or more holds a whole such word wherever it begins; of a shorter one a word may hold three bytes, and its fourth
 * one may be anything.
 */
export interface Grams {
  /** A bit for each fine hash of a word, set where there is an entry: all that the hot loop looks at, and small enough for the cache. */
  readonly any: Uint8Array
  /** Entries that know all of their word, and those that know three bytes of it, its first or its last ones. */
  readonly whole: GramTable
  readonly parts: GramTable
  readonly literals: readonly string[]
}

/** Entries, those of one hash side by side. */
export interface GramTable {
  /** How many bits a hash has. */
  readonly width: number
  /** By hash of what is known of a word: where in `entries` its own begin, and, in the place behind, where they end. */
  readonly from: Int32Array
  readonly entries: Int32Array
}

/** Places in an entry. */
export const Field = {
  /** What is known of the word. */
  word: 0,
  /** What is known of the word beside it, and which of its bits that is. */
  beside: 1,
  besideMask: 2,
  /** The number of the literal, `shiftBits` for how many bytes behind the literal's begin the word begins, one more, and a bit: the word beside it is the one before. */
  literal: 3,
} as const
export const fields = 4
export const shiftBits = 9

/** What parts know of a word. */
export const firstThree = 0xffffff
export const lastThree = 0xffffff00 | 0

export const slot = (word: number, width: number) => Math.imul(word, 0x9e3779b1) >>> (32 - width)

/** Words at every so many bytes are looked at. */
const stride = 2

/** Indexes the literals that were chosen, in the memory of `before`, which is of no use any more. */
export function gramsOf({literals}: LiteralIndex, {chosen, start}: Choice, before: Grams | null): Grams {
  const any = before?.any.fill(0) ?? new Uint8Array(fineHashes / 8)
  const whole = listOf(chosen.length * stride)
  const parts = listOf(chosen.length * stride)
  for (let i = 0; i < chosen.length; i++) {
    const number = chosen[i]!
    const text = literals[number]!
    const {length} = text
    for (let shift = start[number]!; shift < start[number]! + stride; shift++) {
      // A short literal that begins at an odd place ends its word, one at an even place begins it.
      const at = shift + 4 > length && shift > 0 ? -1 : shift
      const mask = knownBits(length, at)
      const word = partAt(text, at)
      const isBefore = knownBytes(length, at + 4) < knownBytes(length, at - 4)
      const beside = isBefore ? at - 4 : at + 4
      const packed = (number << (shiftBits + 1)) | ((at + 1) << 1) | (isBefore ? 1 : 0)
      append(mask === -1 ? whole : parts, word, partAt(text, beside), knownBits(length, beside), packed)
      if (mask === -1) admit(any, word)
      else for (let byte = 0; byte < 256; byte++) admit(any, word | (byte << (at < 0 ? 0 : 24)))
    }
  }
  return {any, whole: tableOf(whole, 17, before?.whole), parts: tableOf(parts, 12, before?.parts), literals}
}

function admit(any: Uint8Array, word: number): void {
  const hash = fineHash(word)
  any[hash >>> 3]! |= 1 << (hash & 7)
}

const knownBytes = (length: number, at: number) => Math.max(0, Math.min(length, at + 4) - Math.max(0, at))

/** Entries in the order in which they were made. */
interface EntryList {
  readonly entries: Int32Array
  length: number
}

const listOf = (most: number): EntryList => ({entries: new Int32Array(most * fields), length: 0})

function append(list: EntryList, word: number, beside: number, besideMask: number, literal: number): void {
  const {entries, length} = list
  entries[length + Field.word] = word
  entries[length + Field.beside] = beside
  entries[length + Field.besideMask] = besideMask
  entries[length + Field.literal] = literal
  list.length += fields
}

function tableOf(list: EntryList, width: number, before: GramTable | undefined): GramTable {
  const from = before?.from.fill(0) ?? new Int32Array(2 ** width + 1)
  const {length} = list
  const entries = before && before.entries.length >= length ? before.entries : new Int32Array(length)
  for (let i = 0; i < length; i += fields) from[slot(list.entries[i]!, width)]! += fields
  // Where they end, for now; filled from the end, each comes to be where they begin.
  for (let hash = 1; hash < from.length; hash++) from[hash]! += from[hash - 1]!
  for (let i = 0; i < length; i += fields) {
    const hash = slot(list.entries[i]!, width)
    from[hash]! -= fields
    for (let field = 0; field < fields; field++) entries[from[hash]! + field] = list.entries[i + field]!
  }
  return {width, from, entries}
}
