import {fineHashes, hashes, hashOf, partAt} from './words.ts'

/** What is looked for: for each searcher its requirements, of which any one may be looked for, and of that each literal. */
export type Wanted = readonly (readonly (readonly string[])[])[]

/** What is looked for, with what choosing among it needs again and again. */
export interface LiteralIndex {
  /** Each once. */
  readonly literals: readonly string[]
  /** As `Wanted`, with the numbers of literals. */
  readonly searchers: readonly (readonly Int32Array[])[]
  /** The hashes of the words at each place of the literals, one literal after the other; of one of fewer than five bytes, of all words that tell of it. */
  readonly words: Int32Array
  /** By literal: where its words begin. */
  readonly from: Int32Array
  /** How often each hash stands in `words`. */
  readonly counts: Uint16Array
  /** Room for what each hash costs. */
  readonly prices: Float32Array
}

/** A word that the data showed weighs so much more than one that is in literals alone. */
const seen = 16

/** A literal that is found costs as much as so many words that turn out to be something else. */
export const candidatesPerHit = 50

export function indexLiterals(wanted: Wanted): LiteralIndex {
  const numbers = new Map<string, number>()
  const literals: string[] = []
  const searchers = wanted.map(sets =>
    sets.map(set => {
      const own = new Int32Array(set.length)
      for (let i = 0; i < set.length; i++) {
        const text = set[i]!
        let number = numbers.get(text)
        if (number === undefined) {
          number = literals.push(text) - 1
          numbers.set(text, number)
        }
        own[i] = number
      }
      return own
    }),
  )
  const from = new Int32Array(literals.length + 1)
  for (let number = 0; number < literals.length; number++) {
    const {length} = literals[number]!
    from[number + 1] = from[number]! + (length < 5 ? 512 : length - 3)
  }
  const words = new Int32Array(from[literals.length]!)
  const counts = new Uint16Array(hashes)
  for (let number = 0; number < literals.length; number++) {
    hashWords(literals[number]!, words, from[number]!)
    for (let i = from[number]!; i < from[number + 1]!; i++) counts[words[i]!]!++
  }
  return {literals, searchers, words, from, counts, prices: new Float32Array(hashes)}
}

/** Puts the hashes of a literal's words into `words`. */
function hashWords(text: string, words: Int32Array, from: number): void {
  if (text.length < 5) {
    // Its first bytes may begin a word or end one. That of four counts as if it were many, too: short literals cost more than
    // their words tell, and longer ones in their stead turned out to be faster.
    const first = partAt(text, 0)
    for (let byte = 0; byte < 256; byte++) {
      words[from + byte] = hashOf(text.length < 4 ? first | (byte << 24) : first)
      words[from + 256 + byte] = hashOf(partAt(text, -1) | byte)
    }
    return
  }
  let word = 0
  for (let i = 0; i < text.length; i++) {
    word = (word >>> 8) | (text.charCodeAt(i) << 24)
    if (i >= 3) words[from + i - 3] = hashOf(word)
  }
}

/** What is looked for. */
export interface Choice {
  /** The numbers of the literals that are looked for. */
  readonly chosen: Int32Array
  /** By literal: where its five bytes begin. */
  readonly start: Int32Array
  /** Who looks for a literal: `searchers` from `since[literal]` to `since[literal + 1]`. */
  readonly searchers: Int32Array
  readonly since: Int32Array
}

/**
 * Chooses for each searcher the requirement that costs least in data in which words stand as often as `data` says. Of words that
 * the data did not show so far, one that few literals share is rarer in other data, too.
 */
export function chooseLiterals(index: LiteralIndex, data: Uint32Array): Choice {
  const {literals, searchers, prices} = index
  let all = 0
  for (let hash = 0; hash < hashes; hash++) {
    prices[hash] = data[hash]! * seen + index.counts[hash]!
    all += data[hash]! * seen
  }
  const start = new Int32Array(literals.length)
  const costs = new Float64Array(literals.length)
  for (let number = 0; number < literals.length; number++)
    costs[number] = price(index, number, all / fineHashes, start)
  const since = new Int32Array(literals.length + 1)
  const best = searchers.map(sets => cheapest(sets, costs))
  for (const set of best) for (let i = 0; i < set.length; i++) since[set[i]! + 1]!++
  const chosen = new Int32Array(literals.length)
  let count = 0
  for (let number = 0; number < literals.length; number++) {
    if (since[number + 1]! > 0) chosen[count++] = number
    since[number + 1]! += since[number]!
  }
  const filled = since.slice()
  const by = new Int32Array(since[literals.length]!)
  best.forEach((set, searcher) => {
    for (let i = 0; i < set.length; i++) by[filled[set[i]!]!++] = searcher
  })
  return {chosen: chosen.slice(0, count), start, searchers: by, since}
}

/**
 * What looking for a literal costs where that is least, and in `start` where its five bytes begin there, whose two words cost
 * least. By chance, a word has the hash of others in the data `collisions` times.
 */
function price(index: LiteralIndex, number: number, collisions: number, start: Int32Array): number {
  const {literals, words, from, prices} = index
  const first = from[number]!
  const end = from[number + 1]!
  const {length} = literals[number]!
  // The whole literal stands there no more often than any word of it.
  let found = prices[words[first]!]!
  if (length < 5) {
    let candidates = 0
    // Of the many words that may hold it, each is taken for others of its hash as well.
    for (let i = first; i < end; i++) candidates += prices[words[i]!]! + collisions
    return candidates + (length === 4 ? found : candidates) * candidatesPerHit
  }
  let least = Number.POSITIVE_INFINITY
  for (let i = first + 1; i < Math.min(end, first + farthest); i++) {
    const word = prices[words[i]!]!
    const both = prices[words[i - 1]!]! + word
    if (word < found) found = word
    if (both < least) {
      least = both
      start[number] = i - 1 - first
    }
  }
  return least + found * candidatesPerHit
}

/** Of a long literal only so many places are compared. */
const farthest = 256

function cheapest(sets: readonly Int32Array[], costs: Float64Array): Int32Array {
  let best = sets[0]!
  let least = Number.POSITIVE_INFINITY
  for (let n = 0; n < sets.length; n++) {
    const set = sets[n]!
    let sum = 0
    for (let i = 0; i < set.length; i++) sum += costs[set[i]!]!
    // Of what never stands in the data the first one, which is the longest.
    if (sum < least) {
      least = sum
      best = set
    }
  }
  return best
}
