/**
 * The index of a pre-filter: for each 32-bit word that begins at an even place, which literals may stand around it. A literal
 * of five bytes or more holds a whole such word wherever it begins; of a shorter one a word may hold three bytes, and its fourth
 * one may be anything.
 */
export interface Grams {
  /** A bit for each fine hash of a word, set where there is an entry: all that the hot loop looks at, and small enough for the cache. */
  readonly any: Uint8Array
  /** By hash of a word: the first entry, 0 for none. */
  readonly first: Int32Array
  /** By entry: the next one of the same hash, the bits of the word that are known, the literal, how far before it begins. */
  readonly next: Int32Array
  readonly word: Int32Array
  readonly mask: Int32Array
  readonly literal: Int32Array
  readonly shift: Int32Array
  readonly literals: readonly string[]
  /** How many of all words have an entry by hash, in the data that the choice was made by. */
  readonly expected: number
  /** By literal: who looks for it. */
  readonly searchers: readonly (readonly number[])[]
}

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

/** Adds up how often each hash of a word stands in the data. */
export function histogram(view: Int32Array, counts: Uint32Array): void {
  for (let i = 0; i < view.length; i++) counts[hashOf(view[i]!)]!++
}

/** Chooses for each searcher the requirement that is rarest in the data, and indexes its literals at their rarest words. */
export function gramsOf(wanted: readonly (readonly (readonly string[])[])[], counts: Uint32Array): Grams {
  const {literals, searchers} = chosen(wanted, counts)
  const any = new Uint8Array(hashes)
  const first = new Int32Array(hashes)
  const next = [0]
  const word = [0]
  const mask = [0]
  const literal = [0]
  const shifts = [0]
  literals.forEach((text, number) => {
    const {start} = place(text, counts)
    for (const shift of [start, start + 1]) {
      // A short literal that begins at an odd place ends its word, one at an even place begins it.
      const at = shift + 4 > text.length && shift > 0 ? -1 : shift
      const part = partAt(text, at)
      for (const hash of hashesOf(part, at)) {
        first[hash >>> 3] = next.push(first[hash >>> 3]!) - 1
        any[hash >>> 3]! |= 1 << (hash & 7)
        word.push(part.word)
        mask.push(part.mask)
        literal.push(number)
        shifts.push(at)
      }
    }
  })
  let all = 0
  let candidates = 0
  for (let hash = 0; hash < counts.length; hash++) {
    all += counts[hash]!
    // Of the words of one hash an eighth has each fine one, as far as is known.
    candidates += (counts[hash]! * bits(any[hash]!)) / 8
  }
  const entries = {
    next: Int32Array.from(next),
    word: Int32Array.from(word),
    mask: Int32Array.from(mask),
    literal: Int32Array.from(literal),
    shift: Int32Array.from(shifts),
  }
  return {any, first, ...entries, literals, searchers, expected: candidates / Math.max(1, all)}
}

/** The literals to look for, each once. */
function chosen(wanted: readonly (readonly (readonly string[])[])[], counts: Uint32Array) {
  const numbers = new Map<string, number>()
  const literals: string[] = []
  const searchers: number[][] = []
  wanted.forEach((sets, searcher) => {
    for (const text of rarest(sets, counts)) {
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

function rarest(sets: readonly (readonly string[])[], counts: Uint32Array): readonly string[] {
  if (sets.length === 1) return sets[0]!
  let best = sets[0]!
  let least = Number.POSITIVE_INFINITY
  for (const set of sets) {
    let sum = 0
    for (const text of set) sum += place(text, counts).cost
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
function place(text: string, counts: Uint32Array): {start: number; cost: number} {
  if (text.length < 5) return {start: 0, cost: shortCost(text, counts)}
  const last = text.length - 5
  let start = 0
  let least = Number.POSITIVE_INFINITY
  let a = counts[hashOf(wordAt(text, 0))]!
  // The whole literal stands there no more often than any word of it.
  let found = a
  for (let at = 0; at <= last; at++) {
    const b = counts[hashOf(wordAt(text, at + 1))]!
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
function shortCost(text: string, counts: Uint32Array): number {
  let candidates = 0
  for (const at of [0, -1])
    for (const hash of hashesOf(partAt(text, at), at)) candidates += counts[hash >>> 3]!
  const found = text.length === 4 ? counts[hashOf(wordAt(text, 0))]! : candidates
  return candidates + found * candidatesPerHit
}

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

function bits(byte: number): number {
  let count = 0
  for (let rest = byte; rest !== 0; rest &= rest - 1) count++
  return count
}

/** The fine hashes of all words that hold this part of a literal, its one unknown byte, if any, being any. */
function hashesOf({word, mask}: {word: number; mask: number}, at: number): number[] {
  if (mask === -1) return [fineHash(word)]
  const free = at < 0 ? 0 : 24
  const all: number[] = []
  for (let byte = 0; byte < 256; byte++) all.push(fineHash(word | (byte << free)))
  return all
}
