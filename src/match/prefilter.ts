import {candidatesPerHit, fineHash, type Grams, gramsOf, hashes, hashOf, histogram} from './grams.ts'

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
  readonly effort: Effort
}

/** What looking costs, to know when another choice would pay. A unit is about a microsecond. */
interface Effort {
  blocks: number
  /** What a block has cost of late. */
  usual: number
  /** What blocks have cost above what they cost at best since words were chosen. */
  excess: number
  best: number
}

/** Literals are of three ASCII characters or more. */
export function buildPrefilter(wanted: readonly (readonly (readonly string[])[])[]): Prefilter {
  return {
    wanted: [...wanted],
    grams: null,
    counts: new Uint32Array(hashes),
    candidates: new Int32Array(0),
    effort: {blocks: 0, usual: 0, excess: 0, best: 0},
  }
}

/** Adds a searcher with one requirement. */
export function seek(filter: Prefilter, literals: readonly string[]): void {
  filter.wanted.push([literals])
  filter.grams = null
}

/**
 * Not `mayChoose`: a line goes on, and what is looked for in its next part must be the same, or a match between them is lost.
 * Calls `hit` with searcher and byte offset for each place of a literal that it looks for, in no certain order.
 */
export function findLiterals(
  filter: Prefilter,
  bytes: Uint8Array,
  hit: (searcher: number, offset: number) => void,
  mayChoose = true,
): void {
  const view = wordsOf(bytes)
  const {effort} = filter
  if (effort.blocks++ % sampled === 0 || !filter.grams) histogram(view, filter.counts)
  if (!filter.grams) choose(filter)
  if (filter.candidates.length < view.length) filter.candidates = new Int32Array(view.length)
  const count = sweep(filter.grams!.any, view, filter.candidates)
  let hits = 0
  const seen = confirm(filter.grams!, view, filter.candidates.subarray(0, count), bytes, (searcher, at) => {
    hits++
    hit(searcher, at)
  })
  if (mayChoose && isOutdated(effort, hits + seen / candidatesPerHit, filter.wanted.length)) choose(filter)
}

/** Every so many blocks are looked at to know how often words stand in the data. */
const sampled = 16
/** What choosing costs, for each searcher. */
const choosing = 10
/** Over so many blocks the usual cost is taken. */
const memory = 8

/**
 * Whether the data have become of another kind: when what was spent above the least that blocks cost has reached what choosing
 * costs, so that both together are never more than twice what was needed.
 */
function isOutdated(effort: Effort, cost: number, searchers: number): boolean {
  effort.usual += (cost - effort.usual) / memory
  effort.best = Math.min(effort.best, effort.usual * 1.25)
  effort.excess += Math.max(0, cost - effort.best)
  return effort.excess > searchers * choosing
}

function choose(filter: Prefilter): void {
  const {counts, effort} = filter
  filter.grams = gramsOf(filter.wanted, counts)
  // What was long ago counts less and less.
  for (let i = 0; i < counts.length; i++) counts[i]! >>>= 1
  effort.excess = 0
  effort.best = Number.POSITIVE_INFINITY
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
      (has(any, fineHash(word)) |
        has(any, fineHash((word >>> 16) | (second << 16))) |
        has(any, fineHash(second)) |
        has(any, fineHash((second >>> 16) | (third << 16)))) !==
      0
    )
      candidates[count++] = i
    word = third
  }
  candidates[count++] = i
  return count
}

const has = (any: Uint8Array, hash: number) => (any[hash >>> 3]! >>> (hash & 7)) & 1

/** Looks at what stands around candidates. Returns how many words were candidates. */
function confirm(
  grams: Grams,
  view: Int32Array,
  candidates: Int32Array,
  bytes: Uint8Array,
  hit: (searcher: number, offset: number) => void,
): number {
  const {any, first} = grams
  let count = 0
  for (const group of candidates) {
    for (let i = group; i < group + 2 && i < view.length; i++) {
      const word = view[i]!
      const entry = first[hashOf(word)]!
      if (entry !== 0 && has(any, fineHash(word)) !== 0) {
        count++
        follow(grams, entry, word, i * 4, bytes, hit)
      }
      const across = (word >>> 16) | ((view[i + 1] ?? 0) << 16)
      const other = first[hashOf(across)]!
      if (other !== 0 && has(any, fineHash(across)) !== 0) {
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
