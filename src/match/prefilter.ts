import {
  candidatesPerHit,
  costsOf,
  countWords,
  Field,
  fineHash,
  type Grams,
  gramsOf,
  hashes,
  hashOf,
  histogram,
} from './grams.ts'

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
  /** How often in what is looked for; null before it is first needed. */
  ownCounts: Uint32Array | null
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
    ownCounts: null,
    candidates: new Int32Array(0),
    effort: {blocks: 0, usual: 0, excess: 0, best: 0},
  }
}

/** Adds a searcher with one requirement. */
export function seek(filter: Prefilter, literals: readonly string[]): void {
  filter.wanted.push([literals])
  filter.grams = null
  filter.ownCounts = null
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
  if (!filter.grams) histogram(view, filter.counts)
  else if (effort.blocks % sampled === 0) histogram(view, filter.counts, 5)
  effort.blocks++
  if (!filter.grams) choose(filter)
  if (filter.candidates.length < view.length) filter.candidates = new Int32Array(view.length)
  const count = sweep(filter.grams!.any, view, filter.candidates)
  let hits = 0
  const seen = confirm(filter.grams!, view, filter.candidates, count, bytes, (searcher, at) => {
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
  filter.ownCounts ??= countWords(filter.wanted)
  filter.grams = gramsOf(filter.wanted, costsOf(counts, filter.ownCounts))
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
 * The hot loop: a free function over typed arrays and nothing else, which only notes where candidates are: the number of a word,
 * times 16, and a bit for each of the four words that begin at it and the next one. Returns how many it noted.
 */
function sweep(any: Uint8Array, view: Int32Array, candidates: Int32Array): number {
  let count = 0
  let word = view[0]!
  const last = view.length - 2
  let i = 0
  for (; i < last; i += 2) {
    const second = view[i + 1]!
    const third = view[i + 2]!
    const bits =
      has(any, fineHash(word)) |
      (has(any, fineHash((word >>> 16) | (second << 16))) << 1) |
      (has(any, fineHash(second)) << 2) |
      (has(any, fineHash((second >>> 16) | (third << 16))) << 3)
    if (bits !== 0) candidates[count++] = (i << 4) | bits
    word = third
  }
  candidates[count++] = (i << 4) | 15
  return count
}

const has = (any: Uint8Array, hash: number) => (any[hash >>> 3]! >>> (hash & 7)) & 1

/** Looks at what stands around the first `length` candidates. Returns how many words they are. */
function confirm(
  grams: Grams,
  view: Int32Array,
  candidates: Int32Array,
  length: number,
  bytes: Uint8Array,
  hit: (searcher: number, offset: number) => void,
): number {
  const {first} = grams
  let count = 0
  for (let n = 0; n < length; n++) {
    const candidate = candidates[n]!
    for (let bits = candidate & 15; bits !== 0; bits &= bits - 1) {
      const at = ((candidate >>> 4) * 2 + 31 - Math.clz32(bits & -bits)) * 2
      const word = wordFrom(view, at)
      count++
      follow(grams, first[hashOf(word)]!, word, view, at, bytes, hit)
    }
  }
  return count
}

/** Follows the entries of one hash for a word that stands at byte `at`. */
function follow(
  {entries, literals, searchers}: Grams,
  first: number,
  word: number,
  view: Int32Array,
  at: number,
  bytes: Uint8Array,
  hit: (searcher: number, offset: number) => void,
): void {
  for (let entry = first; entry !== 0; entry = entries[entry + Field.next]!) {
    if (((word ^ entries[entry + Field.word]!) & entries[entry + Field.mask]!) !== 0) continue
    const beside = wordFrom(view, at + entries[entry + Field.besideAt]!)
    if (((beside ^ entries[entry + Field.beside]!) & entries[entry + Field.besideMask]!) !== 0) continue
    const number = entries[entry + Field.literal]!
    const start = at - entries[entry + Field.shift]!
    if (start >= 0 && stands(literals[number]!, bytes, start))
      for (const searcher of searchers[number]!) hit(searcher, start)
  }
}

/** The word at an even byte; what lies outside is 0, where no literal ends or begins. */
function wordFrom(view: Int32Array, at: number): number {
  const i = at >> 2
  if (i < 0 || i + 1 >= view.length) return edge(view, at)
  return (at & 2) === 0 ? view[i]! : (view[i]! >>> 16) | (view[i + 1]! << 16)
}

function edge(view: Int32Array, at: number): number {
  const word = (i: number) => (i >= 0 && i < view.length ? view[i]! : 0)
  const i = at >> 2
  return (at & 2) === 0 ? word(i) : (word(i) >>> 16) | (word(i + 1) << 16)
}

function stands(literal: string, bytes: Uint8Array, start: number): boolean {
  if (start + literal.length > bytes.length) return false
  for (let i = 0; i < literal.length; i++) if (bytes[start + i] !== literal.charCodeAt(i)) return false
  return true
}
