import {Field, fields, firstThree, type Grams, type GramTable, lastThree, shiftBits, slot} from './grams.ts'
import {fineHash} from './words.ts'

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

const has = (bits: Uint8Array, hash: number) => (bits[hash >>> 3]! >>> (hash & 7)) & 1

/** Where literals stand: pairs of a literal's number and the byte at which it begins, `count` of them. */
export interface Places {
  pairs: Int32Array
  count: number
}

/**
 * Looks at what stands around the first `length` candidates, and fills `places`, one line after the other. Returns how many words
 * the candidates are.
 */
export function confirm(
  grams: Grams,
  view: Int32Array,
  candidates: Int32Array,
  length: number,
  bytes: Uint8Array,
  places: Places,
): number {
  const {whole, parts, literals} = grams
  const hasParts = parts.entries.length > 0
  places.count = 0
  let count = 0
  for (let n = 0; n < length; n++) {
    const candidate = candidates[n]!
    for (let bits = candidate & 15; bits !== 0; bits &= bits - 1) {
      const at = ((candidate >>> 4) * 2 + 31 - Math.clz32(bits & -bits)) * 2
      const word = wordFrom(view, at)
      count += 1 + follow(whole, word, view, at, literals, bytes, places)
      if (!hasParts) continue
      count += follow(parts, word & firstThree, view, at, literals, bytes, places)
      count += follow(parts, word & lastThree, view, at, literals, bytes, places)
    }
  }
  return count
}

/** Looks at the entries for what is known of the word at byte `at`. Returns how many there are. */
function follow(
  {from, width, entries}: GramTable,
  word: number,
  view: Int32Array,
  at: number,
  literals: readonly string[],
  bytes: Uint8Array,
  places: Places,
): number {
  const hash = slot(word, width)
  const end = from[hash + 1]!
  const begin = from[hash]!
  if (begin === end) return 0
  const before = wordFrom(view, at - 4)
  const behind = wordFrom(view, at + 4)
  for (let entry = begin; entry < end; entry += fields) {
    if (word !== entries[entry + Field.word]!) continue
    const packed = entries[entry + Field.literal]!
    const beside = (packed & 1) === 0 ? behind : before
    if (((beside ^ entries[entry + Field.beside]!) & entries[entry + Field.besideMask]!) !== 0) continue
    const literal = packed >>> (shiftBits + 1)
    const start = at + 1 - ((packed >>> 1) & ((1 << shiftBits) - 1))
    if (start >= 0 && stands(literals[literal]!, bytes, start)) add(places, literal, start)
  }
  return (end - begin) / fields
}

function add(places: Places, literal: number, start: number): void {
  const at = places.count * 2
  if (at === places.pairs.length) {
    const more = new Int32Array(at * 2)
    more.set(places.pairs)
    places.pairs = more
  }
  places.pairs[at] = literal
  places.pairs[at + 1] = start
  places.count++
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
