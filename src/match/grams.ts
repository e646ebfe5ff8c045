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
  readonly searchers: readonly (readonly number[])[]
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

/** So many that what words cost can be told apart. */
export const hashes = 1 << 18

/** The fine hash of a word: 21 bits, so that the words of ten thousands of literals leave most of them free. */
export function fineHash(word: number): number {
  return Math.imul(word, 0x9e3779b1) >>> 11
}

/** The hash of a word: 18 bits. */
export function hashOf(word: number): number {
  return Math.imul(word, 0x9e3779b1) >>> 14
}

/** Adds up how often each hash of a word stands in the data, of which every `step`th word is looked at. */
export function histogram(view: Int32Array, counts: Uint32Array, step = 1): void {
  for (let i = 0; i < view.length; i += step) counts[hashOf(view[i]!)]! += step
}

/** Counts the words of literals: of words that the data did not show so far, one that few literals share is rarer in other data too. */
export function countWords(wanted: readonly (readonly (readonly string[])[])[]): Uint32Array {
  const counts = new Uint32Array(hashes)
  for (const text of new Set(wanted.flat(2)))
    for (let at = 0; at + 4 <= text.length; at++) counts[hashOf(wordAt(text, at))]!++
  return counts
}

/** By hash, what a word costs that stands so often in the data and in literals. */
export function costsOf(data: Uint32Array, literals: Uint32Array): Uint32Array {
  const costs = new Uint32Array(hashes)
  for (let hash = 0; hash < hashes; hash++) costs[hash] = data[hash]! * 16 + literals[hash]!
  return costs
}

/** Chooses for each searcher the requirement that costs least, and indexes its literals at their cheapest words. */
export function gramsOf(wanted: readonly (readonly (readonly string[])[])[], costs: Uint32Array): Grams {
  const {literals, searchers} = chosen(wanted, costs)
  const any = new Uint8Array(hashes)
  const first = new Int32Array(hashes)
  const entries: number[] = new Array(fields).fill(0)
  literals.forEach((text, number) => {
    const {start} = place(text, costs)
    for (const shift of [start, start + 1]) {
      // A short literal that begins at an odd place ends its word, one at an even place begins it.
      const at = shift + 4 > text.length && shift > 0 ? -1 : shift
      const part = partAt(text, at)
      const besideAt = bits(partAt(text, at + 4).mask) < bits(partAt(text, at - 4).mask) ? -4 : 4
      const beside = partAt(text, at + besideAt)
      for (const hash of hashesOf(part, at)) {
        const entry = entries.push(first[hash >>> 3]!, part.word, part.mask) - 3
        entries.push(beside.word, beside.mask, besideAt, number, at)
        first[hash >>> 3] = entry
        any[hash >>> 3]! |= 1 << (hash & 7)
      }
    }
  })
  return {any, first, entries: Int32Array.from(entries), literals, searchers}
}

/** The literals to look for, each once. */
function chosen(wanted: readonly (readonly (readonly string[])[])[], costs: Uint32Array) {
  const numbers = new Map<string, number>()
  const literals: string[] = []
  const searchers: number[][] = []
  wanted.forEach((sets, searcher) => {
    for (const text of rarest(sets, costs)) {
      let number = numbers.get(text)
      if (number === undefined) {
        number = literals.push(text) - 1
        numbers.set(text, number)
        searchers.push([])
      }
      searchers[number]!.push(searcher)
    }
  })
  return {literals, searchers}
}

function rarest(sets: readonly (readonly string[])[], costs: Uint32Array): readonly string[] {
  if (sets.length === 1) return sets[0]!
  let best = sets[0]!
  let least = Number.POSITIVE_INFINITY
  for (const set of sets) {
    let sum = 0
    for (const text of set) sum += place(text, costs).cost
    // Of what never stands in the data the first one, which is the longest.
    if (sum < least) {
      least = sum
      best = set
    }
  }
  return best
}

/** A literal that is found costs as much as so many words that turn out to be something else. */
export const candidatesPerHit = 50

/** Where the five bytes begin whose two words are rarest in the data, and what looking for the literal there costs. */
function place(text: string, costs: Uint32Array): {start: number; cost: number} {
  if (text.length < 5) return {start: 0, cost: shortCost(text, costs)}
  const last = text.length - 5
  let start = 0
  let least = Number.POSITIVE_INFINITY
  let a = costs[hashOf(wordAt(text, 0))]!
  // The whole literal stands there no more often than any word of it.
  let found = a
  for (let at = 0; at <= last; at++) {
    const b = costs[hashOf(wordAt(text, at + 1))]!
    found = Math.min(found, b)
    if (a + b < least) {
      least = a + b
      start = at
    }
    a = b
  }
  return {start, cost: least + found * candidatesPerHit}
}

/** The same for a literal of three or four bytes. */
function shortCost(text: string, costs: Uint32Array): number {
  let candidates = 0
  for (const at of [0, -1]) {
    const {word, mask} = partAt(text, at)
    const step = unknown(mask, at)
    for (let n = 0; n < 256; n++) {
      candidates += costs[hashOf(word | (n * step))]!
      if (step === 0) break
    }
  }
  const found = text.length === 4 ? costs[hashOf(wordAt(text, 0))]! : candidates
  return candidates + found * candidatesPerHit
}

/** What to add to a word for the next value of its one unknown byte, 0 where all are known. */
const unknown = (mask: number, at: number) => (mask === -1 ? 0 : at < 0 ? 1 : 1 << 24)

function wordAt(text: string, at: number): number {
  return (
    text.charCodeAt(at) |
    (text.charCodeAt(at + 1) << 8) |
    (text.charCodeAt(at + 2) << 16) |
    (text.charCodeAt(at + 3) << 24)
  )
}

/** What is known of a word that may begin before the literal or end behind it. */
function partAt(text: string, at: number): {word: number; mask: number} {
  let word = 0
  let mask = 0
  for (let i = 0; i < 4; i++) {
    if (at + i < 0 || at + i >= text.length) continue
    word |= text.charCodeAt(at + i) << (i * 8)
    mask |= 0xff << (i * 8)
  }
  return {word, mask}
}

function bits(mask: number): number {
  let count = 0
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++
  return count
}

/** The fine hashes of all words that hold this part of a literal, its one unknown byte, if any, being any. */
function hashesOf({word, mask}: {word: number; mask: number}, at: number): number[] {
  const step = unknown(mask, at)
  if (step === 0) return [fineHash(word)]
  const all: number[] = []
  for (let n = 0; n < 256; n++) all.push(fineHash(word | (n * step)))
  return all
}
