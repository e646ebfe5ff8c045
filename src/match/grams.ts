import type {Choice, LiteralIndex} from './literal-index.ts'
import {bitsIn, fineHash, hashes, partAt, wordsOf} from './words.ts'

/**
 * The index of a pre-filter: for each 32-bit word that begins at an even place, which literals may stand around it. A literal
 * of five bytes or more holds a whole such word wherever it begins; of a shorter one a word may hold three bytes, and its fourth
 * one may be anything.
 */
export interface Grams {
  /** A bit for each fine hash of a word, set where there is an entry: all that the hot loop looks at, and small enough for the cache. */
  readonly any: Uint8Array
  /** By hash of a word: where in `entries` the first one begins, 0 for none. */
  readonly first: Int32Array
  /** All that is known of an entry side by side, so that it comes with one look into memory: see `Field`. */
  readonly entries: Int32Array
  readonly literals: readonly string[]
  /** By literal: who looks for it. */
  readonly searchers: readonly (readonly number[] | undefined)[]
}

/** Places in an entry. */
export const Field = {
  /** Where the next entry of the same hash begins, 0 for none. */
  next: 0,
  /** The word, and which of its bits are known. */
  word: 1,
  mask: 2,
  /** The word beside it that knows more, its known bits, and how many bytes further it begins. */
  beside: 3,
  besideMask: 4,
  besideAt: 5,
  literal: 6,
  /** How many bytes behind the literal's begin the word begins. */
  shift: 7,
} as const
const fields = 8

/** Indexes the literals that were chosen, in the memory of `before`, which is of no use any more. */
export function gramsOf({literals}: LiteralIndex, {searchers, start}: Choice, before: Grams | null): Grams {
  const any = before?.any.fill(0) ?? new Uint8Array(hashes)
  const first = before?.first.fill(0) ?? new Int32Array(hashes)
  let count = 1
  for (const [number, {length}] of literals.entries())
    if (searchers[number]) count += length < 5 ? 2 * 256 : 2
  const entries =
    before && before.entries.length >= count * fields ? before.entries : new Int32Array(count * fields)
  let next = fields
  for (const [number, text] of literals.entries()) {
    if (!searchers[number]) continue
    for (const shift of [start[number]!, start[number]! + 1]) {
      // A short literal that begins at an odd place ends its word, one at an even place begins it.
      const at = shift + 4 > text.length && shift > 0 ? -1 : shift
      const part = partAt(text, at)
      const besideAt = bitsIn(partAt(text, at + 4).mask) < bitsIn(partAt(text, at - 4).mask) ? -4 : 4
      const beside = partAt(text, at + besideAt)
      for (const word of wordsOf(part, at)) {
        const hash = fineHash(word)
        entries[next + Field.next] = first[hash >>> 3]!
        entries[next + Field.word] = part.word
        entries[next + Field.mask] = part.mask
        entries[next + Field.beside] = beside.word
        entries[next + Field.besideMask] = beside.mask
        entries[next + Field.besideAt] = besideAt
        entries[next + Field.literal] = number
        entries[next + Field.shift] = at
        first[hash >>> 3] = next
        any[hash >>> 3]! |= 1 << (hash & 7)
        next += fields
      }
    }
  }
  return {any, first, entries, literals, searchers}
}
