/**
 * The index of a pre-filter: for each aligned 32-bit word, which literals may stand around it. A literal of seven bytes or more
 * holds a whole aligned word wherever it begins; of a shorter one a word may hold a part, and then its other bytes may be
 * anything.
 */
export interface Grams {
  /** By hash of a word. */
  readonly whole: Heads
  /** By the lower and the upper half of a word, for literals of three and four bytes; null where there are none. */
  readonly low: Heads | null
  readonly high: Heads | null
  /** By entry: the next one of the same hash, the bits of the word that are known, the literal, how far before it begins. */
  readonly next: Int32Array
  readonly word: Int32Array
  readonly mask: Int32Array
  readonly literal: Int32Array
  readonly shift: Int32Array
  readonly literals: readonly Uint8Array[]
  /** How many of all words have an entry by hash, in the data that the choice was made by. */
  readonly expected: number
  /** By literal: who looks for it. */
  readonly searchers: readonly (readonly number[])[]
}

/** What the hot loop looks at, small enough for the processor's cache, and apart from it where the entries begin. */
export interface Heads {
  /** 1 where there is an entry. */
  readonly any: Uint8Array
  /** The first entry, 0 for none. */
  readonly first: Int32Array
}

const newHeads = (): Heads => ({any: new Uint8Array(1 << 16), first: new Int32Array(1 << 16)})

const fullLength = 7

/** The hash of a word: 16 bits. */
export function hashOf(word: number): number {
  return Math.imul(word, 0x9e3779b1) >>> 16
}

/** Adds up how often each hash of a word stands in the data. */
export function histogram(view: Int32Array, counts: Uint32Array): void {
  for (let i = 0; i < view.length; i++) counts[hashOf(view[i]!)]!++
}

/** Chooses for each searcher the requirement that is rarest in the data, and indexes its literals at their rarest words. */
export function gramsOf(wanted: readonly (readonly (readonly Uint8Array[])[])[], counts: Uint32Array): Grams {
  const numbers = new Map<string, number>()
  const literals: Uint8Array[] = []
  const searchers: number[][] = []
  wanted.forEach((sets, searcher) => {
    for (const bytes of rarest(sets, counts)) {
      const key = String.fromCharCode(...bytes)
      let number = numbers.get(key)
      if (number === undefined) {
        number = literals.push(bytes) - 1
        numbers.set(key, number)
        searchers.push([])
      }
      searchers[number]!.push(searcher)
    }
  })
  const small = literals.some(bytes => bytes.length < 5)
  const index = {
    whole: newHeads(),
    low: small ? newHeads() : null,
    high: small ? newHeads() : null,
  }
  const next = [0]
  const word = [0]
  const mask = [0]
  const literal = [0]
  const shifts = [0]
  const put = (heads: Heads, key: number, number: number, shift: number) => {
    heads.first[key] = next.push(heads.first[key]!) - 1
    heads.any[key] = 1
    const part = partAt(literals[number]!, shift)
    word.push(part.word)
    mask.push(part.mask)
    literal.push(number)
    shifts.push(shift)
  }
  literals.forEach((bytes, number) => {
    const start = rarestWindow(bytes, counts).start
    // One word for each of the four ways to lie across words.
    for (let shift = start; shift < start + 4; shift++) {
      if (bytes.length >= fullLength) {
        put(index.whole, hashOf(wordAt(bytes, shift)), number, shift)
        continue
      }
      const {at, known} = bestPart(bytes.length, shift)
      if (known === 2) put(at < 0 ? index.high! : index.low!, halfAt(bytes, at), number, at)
      else for (const hash of partHashes(bytes, at)) put(index.whole, hash, number, at)
    }
  })
  let all = 0
  let candidates = 0
  for (let hash = 0; hash < counts.length; hash++) {
    all += counts[hash]!
    if (index.whole.any[hash] !== 0) candidates += counts[hash]!
  }
  const entries = {
    next: Int32Array.from(next),
    word: Int32Array.from(word),
    mask: Int32Array.from(mask),
    literal: Int32Array.from(literal),
    shift: Int32Array.from(shifts),
  }
  return {...index, ...entries, literals, searchers, expected: candidates / Math.max(1, all)}
}

function rarest(sets: readonly (readonly Uint8Array[])[], counts: Uint32Array): readonly Uint8Array[] {
  if (sets.length === 1) return sets[0]!
  let best = sets[0]!
  let least = Number.POSITIVE_INFINITY
  for (const set of sets) {
    let sum = 0
    for (const bytes of set) sum += rarestWindow(bytes, counts).count
    // Of what never stands in the data the first one, which is the longest.
    if (sum < least) {
      least = sum
      best = set
    }
  }
  return best
}

/** Where the seven bytes begin whose words are rarest in the data, and how often these stand there; for a shorter literal a guess. */
function rarestWindow(bytes: Uint8Array, counts: Uint32Array): {start: number; count: number} {
  if (bytes.length < fullLength) return {start: 0, count: shortCount(bytes, counts)}
  const last = bytes.length - 4
  let start = 0
  let least = Number.POSITIVE_INFINITY
  let [a, b, c] = [0, 0, 0]
  for (let at = 0; at <= last; at++) {
    const d = counts[hashOf(wordAt(bytes, at))]!
    if (at >= 3 && a + b + c + d < least) {
      least = a + b + c + d
      start = at - 3
    }
    ;[a, b, c] = [b, c, d]
  }
  return {start, count: least}
}

/** What looking for a short literal costs: its words hold little of it, so most of what they find is something else. */
function shortCount(bytes: Uint8Array, counts: Uint32Array): number {
  // Of the 64 K words of a block; the data of several blocks are added up rarely.
  if (bytes.length < 5) return 1024
  let count = 256
  for (let at = 0; at + 4 <= bytes.length; at++) count += 3 * counts[hashOf(wordAt(bytes, at))]!
  return count
}

/** The word, by where it begins in a literal of this length, that holds most of it; `shift` modulo four says how it lies. */
function bestPart(length: number, shift: number): {at: number; known: number} {
  let best = {at: 0, known: 0}
  for (let at = (shift % 4) - 4; at < length; at += 4) {
    const known = Math.min(length, at + 4) - Math.max(0, at)
    if (known > best.known) best = {at, known}
  }
  return best
}

function wordAt(bytes: Uint8Array, at: number): number {
  return bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24)
}

/** The two bytes that a word holds of a literal: the literal begins in its upper half, or ends with its lower one. */
function halfAt(bytes: Uint8Array, at: number): number {
  const from = Math.max(0, at)
  return bytes[from]! | (bytes[from + 1]! << 8)
}

/** What is known of a word that may begin before the literal or end behind it. */
function partAt(bytes: Uint8Array, at: number): {word: number; mask: number} {
  let word = 0
  let mask = 0
  for (let i = 0; i < 4; i++) {
    if (at + i < 0 || at + i >= bytes.length) continue
    word |= bytes[at + i]! << (i * 8)
    mask |= 0xff << (i * 8)
  }
  return {word, mask}
}

/** The hashes of all words that hold this part of a literal, its one unknown byte, if any, being any. */
function partHashes(bytes: Uint8Array, at: number): number[] {
  const {word, mask} = partAt(bytes, at)
  if (mask === -1) return [hashOf(word)]
  const free = at < 0 ? 0 : 24
  return Array.from({length: 256}, (_, byte) => hashOf(word | (byte << free)))
}
