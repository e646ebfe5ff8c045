import type {Choice, LiteralIndex} from './literal-index.ts'
import {admit, emptyWordSet, knownBits, partAt, stride, type WordSet, withByte} from './words.ts'

/**
 * The index of a pre-filter: for each 32-bit word that begins at a place that is looked at, which literals may stand around it.
 * Of a short literal such a word may hold three bytes, and its fourth one may be anything.
 */
export interface Grams {
  /** Words that have entries: all that the hot loop looks at. */
  readonly any: WordSet
  /** What is known of them, each with a byte beside it. */
  readonly near: WordSet
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
  /** What is known of the words before and behind it, and which of their bits that is. */
  before: 1,
  beforeMask: 2,
  behind: 3,
  behindMask: 4,
  /** The number of the literal, and `shiftBits` for how many bytes behind the literal's begin the word begins, one more. */
  literal: 5,
} as const
export const fields = 6
export const shiftBits = 9

export const slot = (word: number, width: number) => Math.imul(word, 0x9e3779b1) >>> (32 - width)

/** Indexes the literals that were chosen, in the memory of `before`, which is of no use any more. */
export function gramsOf({literals}: LiteralIndex, {chosen, at: words}: Choice, before: Grams | null): Grams {
  const any = before?.any.fill(0) ?? emptyWordSet()
  const near = before?.near.fill(0) ?? emptyWordSet()
  const whole = listOf(chosen.length * stride)
  const parts = listOf(chosen.length * stride)
  for (let i = 0; i < chosen.length; i++) {
    const number = chosen[i]!
    const text = literals[number]!
    const {length} = text
    for (let shift = 0; shift < stride; shift++) {
      const at = words[number * stride + shift]!
      const mask = knownBits(length, at)
      const word = partAt(text, at)
      const list = mask === -1 ? whole : parts
      const {entries} = list
      entries[list.length + Field.word] = word
      entries[list.length + Field.before] = partAt(text, at - 4)
      entries[list.length + Field.beforeMask] = knownBits(length, at - 4)
      entries[list.length + Field.behind] = partAt(text, at + 4)
      entries[list.length + Field.behindMask] = knownBits(length, at + 4)
      entries[list.length + Field.literal] = (number << shiftBits) | (at + 1)
      list.length += fields
      admit(any, word, mask)
      admitNear(near, word, text, at)
    }
  }
  return {
    any,
    near,
    whole: tableOf(whole, 15, before?.whole),
    parts: tableOf(parts, 12, before?.parts),
    literals,
  }
}

/** Adds what is known of the word at a byte of a text, with the byte behind it, or where the text ends, with the one before. */
function admitNear(near: WordSet, word: number, text: string, at: number): void {
  if (at + 4 < text.length) admit(near, withByte(word, text.charCodeAt(at + 4), 0), -1)
  else if (at > 0) admit(near, withByte(word, text.charCodeAt(at - 1), 256), -1)
  else for (let byte = 0; byte < 256; byte++) admit(near, withByte(word, byte, 0), -1)
}

/** Entries in the order in which they were made. */
interface EntryList {
  readonly entries: Int32Array
  length: number
}

const listOf = (most: number): EntryList => ({entries: new Int32Array(most * fields), length: 0})

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
