import {firstThree, hashes, hashOf, knownBits, partAt, stride, wordAt} from './words.ts'

/** What is looked for: for each searcher its requirements, of which any one may be looked for, and of that each literal. */
export type Wanted = readonly (readonly (readonly string[])[])[]

/** What is looked for, with what choosing among it needs again and again. */
export interface LiteralIndex {
  /** Each once. */
  readonly literals: readonly string[]
  /** As `Wanted`, with the numbers of literals. */
  readonly searchers: readonly (readonly Int32Array[])[]
  /** The hashes of the words at each place of the literals, one literal after the other; of a short one, of all words that tell of it. */
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
export const candidatesPerHit = 25

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
  for (let number = 0; number < literals.length; number++)
    from[number + 1] = from[number]! + wordsIn(literals[number]!.length)
  const words = new Int32Array(from[literals.length]!)
  const counts = new Uint16Array(hashes)
  for (let number = 0; number < literals.length; number++) {
    hashWords(literals[number]!, words, from[number]!)
    for (let i = from[number]!; i < from[number + 1]!; i++) counts[words[i]!]!++
  }
  return {literals, searchers, words, from, counts, prices: new Float32Array(hashes)}
}

/** A literal of so many bytes holds a whole word wherever it begins. */
const least = stride + 3

function wordsIn(length: number): number {
  if (length >= least) return length - 3
  let count = 0
  for (let shift = 0; shift < stride; shift++)
    count += knownBits(length, wordAt(length, shift)) === -1 ? 1 : usual.length
  return count
}

/** Puts the hashes of a literal's words into `words`. */
function hashWords(text: string, words: Int32Array, from: number): void {
  const {length} = text
  let i = from
  if (length >= least) {
    let word = partAt(text, 0)
    words[i++] = hashOf(word)
    for (let at = 4; at < length; at++) {
      word = (word >>> 8) | (text.charCodeAt(at) << 24)
      words[i++] = hashOf(word)
    }
    return
  }
  for (let shift = 0; shift < stride; shift++) {
    const at = wordAt(length, shift)
    const mask = knownBits(length, at)
    const word = partAt(text, at)
    if (mask === -1) words[i++] = hashOf(word)
    else
      for (let n = 0; n < usual.length; n++)
        words[i++] = hashOf(word | (usual.charCodeAt(n) << (mask === firstThree ? 24 : 0)))
  }
}

/** What stands beside a short literal nearly always. */
const usual = ' \n":,.=/-abcdefghilmnoprstuvwy0125'

/** What is looked for. */
export interface Choice {
  /** The numbers of the literals that are looked for. */
  readonly chosen: Int32Array
  /** By literal and place at which it may begin: which of its words is looked for, as the byte at which that begins. */
  readonly at: Int32Array
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
  const at = new Int32Array(literals.length * stride)
  const costs = new Float64Array(literals.length)
  for (let hash = 0; hash < hashes; hash++) prices[hash] = data[hash]! * seen + index.counts[hash]!
  for (let number = 0; number < literals.length; number++) costs[number] = price(index, number, at)
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
  return {chosen: chosen.slice(0, count), at, searchers: by, since}
}

/** What looking for a literal costs where that is least, and in `at` which of its words that are. */
function price(index: LiteralIndex, number: number, at: Int32Array): number {
  const {literals, words, from, prices} = index
  const first = from[number]!
  const end = Math.min(from[number + 1]!, first + farthest)
  const {length} = literals[number]!
  // The whole literal stands there no more often than any word of it.
  let found = prices[words[first]!]!
  let candidates = 0
  if (length < least) {
    for (let shift = 0; shift < stride; shift++) at[number * stride + shift] = wordAt(length, shift)
    for (let i = first; i < end; i++) candidates += prices[words[i]!]!
    // Such literals cost more than their words tell, and longer ones in their stead turned out to be faster.
    found = length < 4 ? candidates : found * 6
    return candidates / stride + found * candidatesPerHit
  }
  for (let shift = 0; shift < stride; shift++) {
    let best = Number.POSITIVE_INFINITY
    for (let i = first + shift; i < end; i += stride) {
      const word = prices[words[i]!]!
      if (word >= best) continue
      best = word
      at[number * stride + shift] = i - first
    }
    candidates += best
    if (best < found) found = best
  }
  return candidates / stride + found * candidatesPerHit
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
