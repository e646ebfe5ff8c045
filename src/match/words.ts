/** Four bytes of text as one number, the first byte lowest, and how such words are hashed. */

/** So many that what words cost can be told apart. */
export const hashes = 1 << 18

export const fineHashes = 1 << 21

/** The hash of a word: 18 bits. */
export function hashOf(word: number): number {
  return Math.imul(word, 0x9e3779b1) >>> 14
}

/** The fine hash of a word: 21 bits, so that the words of ten thousands of literals leave most of them free. */
export function fineHash(word: number): number {
  return Math.imul(word, 0x9e3779b1) >>> 11
}

/** What a text tells of the word at a byte of it, which may begin before it or end behind it. */
export function partAt(text: string, at: number): number {
  let word = 0
  for (let i = 0; i < 4; i++)
    if (at + i >= 0 && at + i < text.length) word |= text.charCodeAt(at + i) << (i * 8)
  return word
}

/** Which bits of such a word a text of some length tells. */
export function knownBits(length: number, at: number): number {
  let mask = 0
  for (let i = 0; i < 4; i++) if (at + i >= 0 && at + i < length) mask |= 0xff << (i * 8)
  return mask
}

/** Adds up how often each hash of a word stands in the data, of which every `step`th word is looked at. */
export function histogram(view: Int32Array, counts: Uint32Array, step = 1): void {
  for (let i = 0; i < view.length; i += step) counts[hashOf(view[i]!)]! += step
}
