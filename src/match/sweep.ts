import {Field, fields, type Grams, type GramTable, shiftBits, slot} from './grams.ts'
import {firstThree, has, lastThree, stride, type WordSet, withByte} from './words.ts'

/**
 * The hot loop: a free function over typed arrays and nothing else, which only notes where candidates are: the number of a word,
 * times 16, and a bit for each of the four words that begin at it and the next one. Returns how many it noted.
 */
export function sweep(any: WordSet, view: Int32Array, candidates: Int32Array): number {
  let count = 0
  let word = view[0]!
  const last = view.length - 2
  let i = 0
  for (; i < last; i += 2) {
    const next = view[i + 1]!
    const other = view[i + 2]!
    const first = has(any, word)
    const second = has(any, (word >>> 16) | (next << 16))
    const third = has(any, next)
    const fourth = has(any, (next >>> 16) | (other << 16))
    if (((first | second | third | fourth) & 1) !== 0)
      candidates[count++] =
        (i << 4) | (first & 1) | ((second & 1) << 1) | ((third & 1) << 2) | ((fourth & 1) << 3)
    word = other
  }
  candidates[count++] = (i << 4) | 15
  return count
}

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
  const {near, whole, parts} = grams
  const hasParts = parts.entries.length > 0
  places.count = 0
  let count = 0
  for (let n = 0; n < length; n++) {
    const candidate = candidates[n]!
    for (let bits = candidate & 15; bits !== 0; bits &= bits - 1) {
      const at = (candidate >>> 4) * 4 + (31 - Math.clz32(bits & -bits)) * stride
      const word = wordFrom(view, at)
      const before = wordFrom(view, at - 4)
      const behind = wordFrom(view, at + 4)
      count++
      if (mayStand(near, word, before, behind)) follow(grams, whole, word, before, behind, at, bytes, places)
      if (!hasParts) continue
      const first = word & firstThree
      if (mayStand(near, first, before, behind))
        follow(grams, parts, first, before, behind, at, bytes, places)
      const last = word & lastThree
      if (mayStand(near, last, before, behind)) follow(grams, parts, last, before, behind, at, bytes, places)
    }
  }
  return count
}

/** Whether the byte beside what is known of a word may be that of an entry: most candidates go no further. */
function mayStand(near: WordSet, word: number, before: number, behind: number): boolean {
  return (
    ((has(near, withByte(word, behind & 255, 0)) | has(near, withByte(word, before >>> 24, 256))) & 1) !== 0
  )
}

/** Looks at the entries for what is known of the word at byte `at`. */
function follow(
  {literals}: Grams,
  {from, width, entries}: GramTable,
  word: number,
  before: number,
  behind: number,
  at: number,
  bytes: Uint8Array,
  places: Places,
): void {
  const hash = slot(word, width)
  const end = from[hash + 1]!
  for (let entry = from[hash]!; entry < end; entry += fields) {
    if (word !== entries[entry + Field.word]!) continue
    if (((before ^ entries[entry + Field.before]!) & entries[entry + Field.beforeMask]!) !== 0) continue
    if (((behind ^ entries[entry + Field.behind]!) & entries[entry + Field.behindMask]!) !== 0) continue
    const packed = entries[entry + Field.literal]!
    const literal = packed >>> shiftBits
    const start = at + 1 - (packed & ((1 << shiftBits) - 1))
    if (start >= 0 && stands(literals[literal]!, bytes, start)) add(places, literal, start)
  }
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
  // At an odd half the upper half of one word and the lower one of the next; which of both it is cannot be foretold, so no branch.
  const half = (at & 2) << 3
  return (view[i]! >>> half) | ((view[i + 1]! << 16) & -(half >>> 4))
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
