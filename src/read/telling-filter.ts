/**
 * Finds lines that may look like errors without decoding them. Words are compared with the case bit set, at every second byte:
 * so a word of three bytes or more is met wherever it stands.
 */

/** 1 for each hash of four bytes, case bit set, that may be part of a sign. */
export type SignFilter = Uint8Array

/** What the expression in `telling.ts` looks for. */
const words =
  "error|fail|fatal|panic|exception|traceback|cannot|can't|could not|unable|denied|refused|invalid|not found|no such|missing|unknown|undefined|timeout|time out|timedout|timed out|killed|abort|✗|❌|err!|expected|to equal|assert"

const caseBits = 0x20202020
const hash = (word: number) => Math.imul(word, 0x9e3779b1) >>> 16

export function signFilter(): SignFilter {
  const table = new Uint8Array(1 << 16)
  for (const word of words.split('|')) {
    const bytes = new TextEncoder().encode(word)
    for (const at of [bytes.length > 4 ? 0 : -1, bytes.length > 4 ? 1 : 0]) {
      const free = at < 0 ? 0 : 24
      const partial = at < 0 || at + 4 > bytes.length
      let fixed = 0
      for (let i = 0; i < 4; i++) fixed |= (bytes[at + i] ?? 0) << (i * 8)
      for (let byte = 0; byte < (partial ? 256 : 1); byte++)
        table[hash(fixed | (byte << free) | caseBits)] = 1
    }
  }
  return table
}

/** The numbers of the lines that may look like errors, in order. */
export function signRows(table: SignFilter, bytes: Uint8Array, newlines: Int32Array): number[] {
  const rows: number[] = []
  const places = signPlaces(table, bytes)
  let place = 0
  for (let row = 0, start = 0; row <= newlines.length && start < bytes.length; row++) {
    const end = newlines[row] ?? bytes.length
    while (places[place]! < start - 1) place++
    // A word may begin one byte before the place, and the last one of a line end after it.
    if (places[place]! <= end || mayBePytest(bytes, start, end)) rows.push(row)
    start = end + 1
  }
  return rows
}

/** Behind any place, and still a small number: reading behind the end of an array is slow. */
const behindAll = 0x3fffffff

function signPlaces(table: SignFilter, bytes: Uint8Array): number[] {
  const padded = bytes.byteOffset % 4 === 0 && bytes.byteOffset + bytes.length + 4 <= bytes.buffer.byteLength
  const copy = padded ? bytes : new Uint8Array(bytes.length + 8)
  if (!padded) copy.set(bytes)
  const length = (bytes.length + 3) >> 2
  const view = new Int32Array(copy.buffer, copy.byteOffset, length)
  const places: number[] = []
  let word = view[0] ?? 0
  for (let i = 0; i < length; i++) {
    const next = view[i + 1] ?? 0
    const between = (word >>> 16) | (next << 16)
    if ((table[hash(word | caseBits)]! | table[hash(between | caseBits)]!) !== 0) {
      if (table[hash(word | caseBits)] !== 0) places.push(i * 4)
      if (table[hash(between | caseBits)] !== 0) places.push(i * 4 + 2)
    }
    word = next
  }
  places.push(behindAll)
  return places
}

/** `E  ` at the start of the content, which is no word that could be looked for. */
function mayBePytest(bytes: Uint8Array, start: number, end: number): boolean {
  const at = end - start > 30 && bytes[start + 27] === 0x5a ? start + 29 : start
  return bytes[at] === 0x45 && bytes[at + 1] === 0x20
}
