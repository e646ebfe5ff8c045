import {type Grams, gramsOf, hashes, hashOf, histogram} from './grams.ts'

/**
 * Finds literals in raw bytes, all in one pass, without decoding or splitting lines. Looks at every second byte only, at
 * which it takes four as one word. Cost grows with bytes, hardly with literals.
 *
 * Of a searcher's requirements the cheapest one is looked for: which, and at which of its words, is chosen by how often words
 * stand in the data itself, and chosen anew when the data turn out to be of another kind.
 */
export interface Prefilter {
  /** For each searcher its requirements: any one of them may be looked for. */
  readonly wanted: (readonly (readonly string[])[])[]
  /** Null before the first bytes were seen. */
  grams: Grams | null
  /** How often each hash of a word was seen in what was looked at to choose. */
  readonly counts: Uint32Array
  /** Room for the places where something may stand. */
  candidates: Int32Array
  /** Blocks until words may be chosen again, and how long to wait after that. */
  wait: number
  patience: number
}

/** Literals are of three ASCII characters or more. */
export function buildPrefilter(wanted: readonly (readonly (readonly string[])[])[]): Prefilter {
  return {
    wanted: [...wanted],
    grams: null,
    counts: new Uint32Array(hashes),
    candidates: new Int32Array(0),
    wait: 0,
    patience: 1,
  }
}

/** Adds a searcher with one requirement. */
export function seek(filter: Prefilter, literals: readonly string[]): void {
  filter.wanted.push([literals])
  filter.grams = null
}

/** Calls `hit` with searcher and byte offset for each place of a literal that it looks for, in no certain order. */
export function findLiterals(
  filter: Prefilter,
  bytes: Uint8Array,
  hit: (searcher: number, offset: number) => void,
): void {
  const view = wordsOf(bytes)
  if (!filter.grams) choose(filter, view)
  if (filter.candidates.length < view.length) filter.candidates = new Int32Array(view.length)
  const count = sweep(filter.grams!.any, view, filter.candidates)
  let hits = 0
  const seen = confirm(filter.grams!, view, filter.candidates.subarray(0, count), bytes, (searcher, at) => {
    hits++
    hit(searcher, at)
  })
  if (filter.wait > 0) filter.wait--
  else if (hits > view.length / manyHits || seen > 2 * view.length * (filter.grams!.expected * 2 + 0.004))
    choose(filter, view)
}

/** One in so many words is too often for a literal that is to be rare: a line found costs what hundreds of words do. */
const manyHits = 2000

function choose(filter: Prefilter, view: Int32Array): void {
  histogram(view, filter.counts)
  filter.grams = gramsOf(filter.wanted, filter.counts)
  filter.wait = filter.patience
  filter.patience *= 4
}

/** The bytes as words, the last one filled up with whatever stands behind. */
function wordsOf(bytes: Uint8Array): Int32Array {
  const length = (bytes.length + 3) >> 2
  const {buffer, byteOffset} = bytes
  if (byteOffset % 4 === 0 && byteOffset + length * 4 <= buffer.byteLength)
    return new Int32Array(buffer, byteOffset, length)
  const copy = new Uint8Array(length * 4)
  copy.set(bytes)
  return new Int32Array(copy.buffer)
}

/**
 * The hot loop: a free function over typed arrays and nothing else, which only notes where a candidate is: in one of the four
 * words that begin in two. Returns how many it noted.
 */
function sweep(any: Uint8Array, view: Int32Array, candidates: Int32Array): number {
  let count = 0
  let word = view[0]!
  const last = view.length - 2
  let i = 0
  for (; i < last; i += 2) {
    const second = view[i + 1]!
    const third = view[i + 2]!
    if (
      (any[hashOf(word)]! |
        any[hashOf((word >>> 16) | (second << 16))]! |
        any[hashOf(second)]! |
        any[hashOf((second >>> 16) | (third << 16))]!) !==
      0
    )
      candidates[count++] = i
    word = third
  }
  candidates[count++] = i
  return count
}

/** Looks at what stands around candidates. Returns how many words were candidates. */
function confirm(
  grams: Grams,
  view: Int32Array,
  candidates: Int32Array,
  bytes: Uint8Array,
  hit: (searcher: number, offset: number) => void,
): number {
  const {first} = grams
  let count = 0
  for (const group of candidates) {
    for (let i = group; i < group + 2 && i < view.length; i++) {
      const word = view[i]!
      const entry = first[hashOf(word)]!
      if (entry !== 0) {
        count++
        follow(grams, entry, word, i * 4, bytes, hit)
      }
      const across = (word >>> 16) | ((view[i + 1] ?? 0) << 16)
      const other = first[hashOf(across)]!
      if (other !== 0) {
        count++
        follow(grams, other, across, i * 4 + 2, bytes, hit)
      }
    }
  }
  return count
}

/** Follows the entries of one hash. */
function follow(
  {literals, searchers, next, word, mask, literal, shift}: Grams,
  first: number,
  found: number,
  at: number,
  bytes: Uint8Array,
  hit: (searcher: number, offset: number) => void,
): void {
  for (let entry = first; entry !== 0; entry = next[entry]!) {
    if (((found ^ word[entry]!) & mask[entry]!) !== 0) continue
    const number = literal[entry]!
    const wanted = literals[number]!
    const start = at - shift[entry]!
    if (start < 0 || start + wanted.length > bytes.length) continue
    let j = 0
    while (j < wanted.length && bytes[start + j] === wanted.charCodeAt(j)) j++
    if (j < wanted.length) continue
    for (const searcher of searchers[number]!) hit(searcher, start)
  }
}
