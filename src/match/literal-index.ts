import {fineHashes, hashes, hashOf, partAt, wordAt, wordsOf} from './words.ts'

/** What is looked for: for each searcher its requirements, of which any one may be looked for, and of that each literal. */
export type Wanted = readonly (readonly (readonly string[])[])[]

/** What is looked for, with what choosing among it needs again and again. */
export interface LiteralIndex {
  /** Each once. */
  readonly literals: readonly string[]
  /** As `Wanted`, with the numbers of literals. */
  readonly searchers: readonly (readonly (readonly number[])[])[]
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
  const searchers = wanted.map(sets =>
    sets.map(set =>
      set.map(text => {
        const known = numbers.get(text)
        if (known !== undefined) return known
        numbers.set(text, numbers.size)
        return numbers.size - 1
      }),
    ),
  )
  const literals = [...numbers.keys()]
  const words: number[] = []
  const from = new Int32Array(literals.length + 1)
  literals.forEach((text, number) => {
    if (text.length < 5)
      for (const at of [0, -1]) for (const w of wordsOf(partAt(text, at), at)) words.push(hashOf(w))
    else for (let at = 0; at + 4 <= text.length; at++) words.push(hashOf(wordAt(text, at)))
    from[number + 1] = words.length
  })
  const counts = new Uint16Array(hashes)
  for (const hash of words) counts[hash]!++
  const prices = new Float32Array(hashes)
  return {literals, searchers, words: Int32Array.from(words), from, counts, prices}
}

/** What is looked for, by literal: who looks for it, none where it is not looked for, and where its five bytes begin. */
export interface Choice {
  readonly searchers: readonly (readonly number[] | undefined)[]
  readonly start: Int32Array
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
  const collisions = all / fineHashes
  const start = new Int32Array(literals.length)
  const costs = new Float64Array(literals.length)
  for (let number = 0; number < literals.length; number++)
    price(index, number, {prices, collisions}, {start, costs})
  const by: (number[] | undefined)[] = new Array(literals.length)
  searchers.forEach((sets, searcher) => {
    for (const number of cheapest(sets, costs)) (by[number] ??= []).push(searcher)
  })
  return {searchers: by, start}
}

/** Where the five bytes of a literal begin whose two words cost least, and what looking for the literal there costs. */
function price(
  {literals, words, from}: LiteralIndex,
  number: number,
  {prices, collisions}: {prices: Float32Array; collisions: number},
  {start, costs}: {start: Int32Array; costs: Float64Array},
): void {
  const first = from[number]!
  const end = from[number + 1]!
  const {length} = literals[number]!
  // The whole literal stands there no more often than any word of it.
  let found = prices[words[first]!]!
  if (length < 5) {
    let candidates = 0
    // Of the many words that may hold it, each is taken for others of its hash as well.
    for (let i = first; i < end; i++) candidates += prices[words[i]!]! + collisions
    costs[number] = candidates + (length === 4 ? found : candidates) * candidatesPerHit
    return
  }
  let least = Number.POSITIVE_INFINITY
  for (let i = first + 1; i < end; i++) {
    const word = prices[words[i]!]!
    const both = prices[words[i - 1]!]! + word
    if (word < found) found = word
    if (both < least) {
      least = both
      start[number] = i - 1 - first
    }
  }
  costs[number] = least + found * candidatesPerHit
}

function cheapest(sets: readonly (readonly number[])[], costs: Float64Array): readonly number[] {
  let best = sets[0]!
  let least = Number.POSITIVE_INFINITY
  for (const set of sets) {
    let sum = 0
    for (const number of set) sum += costs[number]!
    // Of what never stands in the data the first one, which is the longest.
    if (sum < least) {
      least = sum
      best = set
    }
  }
  return best
}
