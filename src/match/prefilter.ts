import {type Grams, gramsOf, hashOf, histogram} from './grams.ts'

/**
 * Finds literals in raw bytes, all in one pass, without decoding or splitting lines. Looks at every fourth byte only, as one
 * aligned 32-bit word. Cost grows with bytes, hardly with literals.
 *
 * Of a searcher's requirements the cheapest one is looked for: which, and at which of its words, is chosen by how often words
 * stand in the data itself, and chosen anew when the data turn out to be of another kind.
 */
export interface Prefilter {
  /** For each searcher its requirements: any one of them may be looked for. */
  readonly wanted: (readonly (readonly Uint8Array[])[])[]
  /** Null before the first bytes were seen. */
  grams: Grams | null
  /** How often each hash of a word was seen in what was looked at to choose. */
  readonly counts: Uint32Array
  /** Blocks until words may be chosen again, and how long to wait after that. */
  wait: number
  patience: number
}

/** Literals must not be empty. */
export function buildPrefilter(wanted: readonly (readonly (readonly string[])[])[]): Prefilter {
  const encoder = new TextEncoder()
  return {
    wanted: wanted.map(sets => sets.map(set => set.map(text => encoder.encode(text)))),
    grams: null,
    counts: new Uint32Array(1 << 16),
    wait: 0,
    patience: 1,
  }
}

/** Adds a searcher with one requirement. */
export function seek(filter: Prefilter, literals: readonly string[]): void {
  const encoder = new TextEncoder()
  filter.wanted.push([literals.map(text => encoder.encode(text))])
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
  const seen = sweep(filter.grams!, view, bytes, hit)
  if (filter.wait > 0) filter.wait--
  else if (seen > view.length * (filter.grams!.expected * 2 + 0.004)) choose(filter, view)
}

function choose(filter: Prefilter, view: Int32Array): void {
  histogram(view, filter.counts)
  filter.grams = gramsOf(filter.wanted, filter.counts)
  filter.wait = filter.patience
  filter.patience *= 2
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

/** The hot loop: a free function over typed arrays and nothing else. Returns how many words were candidates. */
function sweep(
  grams: Grams,
  view: Int32Array,
  bytes: Uint8Array,
  hit: (searcher: number, offset: number) => void,
): number {
  const any = grams.whole.any
  const length = view.length
  let candidates = 0
  if (grams.low && grams.high) {
    const low = grams.low.any
    const high = grams.high.any
    for (let i = 0; i < length; i++) {
      const word = view[i]!
      if ((any[hashOf(word)]! | low[word & 0xffff]! | high[word >>> 16]!) === 0) continue
      candidates++
      confirm(grams, grams.whole.first[hashOf(word)]!, word, i * 4, bytes, hit)
      confirm(grams, grams.low.first[word & 0xffff]!, word, i * 4, bytes, hit)
      confirm(grams, grams.high.first[word >>> 16]!, word, i * 4, bytes, hit)
    }
    return candidates
  }
  for (let i = 0; i < length; i++) {
    const word = view[i]!
    if (any[hashOf(word)] === 0) continue
    candidates++
    confirm(grams, grams.whole.first[hashOf(word)]!, word, i * 4, bytes, hit)
  }
  return candidates
}

function confirm(
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
    while (j < wanted.length && bytes[start + j] === wanted[j]) j++
    if (j < wanted.length) continue
    for (const searcher of searchers[number]!) hit(searcher, start)
  }
}
