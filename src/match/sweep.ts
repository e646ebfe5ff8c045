import {Field, type Grams} from './grams.ts'
import {fineHash, hashOf} from './words.ts'

/**
 * The hot loop: a free function over typed arrays and nothing else, which only notes where candidates are: the number of a word,
 * times 16, and a bit for each of the four words that begin at it and the next one. Returns how many it noted.
 */
export function sweep(any: Uint8Array, view: Int32Array, candidates: Int32Array): number {
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
export function confirm(
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
