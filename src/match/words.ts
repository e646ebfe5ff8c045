/** Four bytes of text as one number, the first byte lowest, and how such words are hashed. */

/** So many that what words cost can be told apart. */
export const hashes = 1 << 18

/** The hash of a word: 18 bits. */
export function hashOf(word: number): number {
  return Math.imul(word, 0x9e3779b1) >>> 14
}

/** Words, a bit for each hash of 21 bits: the words of ten thousands of literals leave most of them free, and it fits the cache. */
export type WordSet = Int32Array

export const emptyWordSet = (): WordSet => new Int32Array(1 << 16)

/** Odd where the set may have the word; a shift looks at five bits only. */
export function has(set: WordSet, word: number): number {
  const hash = Math.imul(word, 0x9e3779b1) >>> 11
  return set[hash >>> 5]! >>> hash
}

/** Adds the words that agree with `word` in the bits of `mask`: all, the first three bytes' or the last three's. */
export function admit(set: WordSet, word: number, mask: number): void {
  if (mask === -1) {
    const hash = Math.imul(word, 0x9e3779b1) >>> 11
    set[hash >>> 5]! |= 1 << hash
  } else
    for (let byte = 0; byte < 256; byte++) admit(set, word | (byte << (mask === firstThree ? 24 : 0)), -1)
}

/** A word, or what is known of it, and the byte behind it or, with `side` 256, before it as one word that is as good as any. */
export function withByte(word: number, byte: number, side: 0 | 256): number {
  return Math.imul(word, 0x85ebca6b) + Math.imul(byte | side, 0xc2b2ae35)
}

/** What is known of a word of which one byte may be anything. */
export const firstThree = 0xffffff
export const lastThree = 0xffffff00 | 0

/** What a text tells of the word at a byte of it, which may begin before it or end behind it. */
export function partAt(text: string, at: number): number {
  let word = 0
  for (let i = 0; i < 4; i++)
    if (at + i >= 0 && at + i < text.length) word |= text.charCodeAt(at + i) << (i * 8)
  return word
}

/** How many bytes of such a word a text of some length tells. */
export function knownBytes(length: number, at: number): number {
  return Math.max(0, Math.min(length, at + 4) - Math.max(0, at))
}

/** Words at every so many bytes are looked at. */
export const stride = 2

/** The word that tells most of a text of which byte `shift` begins one that is looked at: that one, or for a short text the one before. */
export function wordAt(length: number, shift: number): number {
  return knownBytes(length, shift) >= knownBytes(length, shift - stride) ? shift : shift - stride
}

/** Which bits of such a word a text of some length tells. */
export function knownBits(length: number, at: number): number {
  let mask = 0
  for (let i = 0; i < 4; i++) if (at + i >= 0 && at + i < length) mask |= 0xff << (i * 8)
  return mask
}

/** Adds up how often each hash of a word stands in the data: one word in `step` is looked at, and the data stand for `weight` times as much. */
export function histogram(view: Int32Array, counts: Uint32Array, step = 1, weight = 1): void {
  for (let i = 0; i < view.length; i += step) counts[hashOf(view[i]!)]! += step * weight
}
