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

export function wordAt(text: string, at: number): number {
  return (
    text.charCodeAt(at) |
    (text.charCodeAt(at + 1) << 8) |
    (text.charCodeAt(at + 2) << 16) |
    (text.charCodeAt(at + 3) << 24)
  )
}

/** What a text tells of a word that may begin before it or end behind it: the word, and which of its bits are known. */
export function partAt(text: string, at: number): {word: number; mask: number} {
  let word = 0
  let mask = 0
  for (let i = 0; i < 4; i++) {
    if (at + i < 0 || at + i >= text.length) continue
    word |= text.charCodeAt(at + i) << (i * 8)
    mask |= 0xff << (i * 8)
  }
  return {word, mask}
}

/** All words that a part may stand for, whose one unknown byte, if any, is its first one where it begins `at` -1. */
export function wordsOf({word, mask}: {word: number; mask: number}, at: number): number[] {
  if (mask === -1) return [word]
  return Array.from({length: 256}, (_, byte) => word | (byte << (at < 0 ? 0 : 24)))
}

export function bitsIn(mask: number): number {
  let count = 0
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++
  return count
}

/** Adds up how often each hash of a word stands in the data, of which every `step`th word is looked at. */
export function histogram(view: Int32Array, counts: Uint32Array, step = 1): void {
  for (let i = 0; i < view.length; i += step) counts[hashOf(view[i]!)]! += step
}
