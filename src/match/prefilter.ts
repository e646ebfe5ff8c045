/**
 * Finds literals in raw bytes, all in one pass. Looks at every fourth byte only, as one aligned 32-bit word: a literal of
 * seven bytes or more holds a whole aligned word wherever it stands. Cost grows with bytes, hardly with literals.
 */
export interface Prefilter {
  /** 1 for each hash of a word that begins something. */
  readonly table: Uint8Array
  /** Word to pairs of literal number and the word's offset in that literal. */
  readonly words: ReadonlyMap<number, readonly number[]>
  readonly literals: readonly Uint8Array[]
  /** Literals too short for whole words: looked for one by one. */
  readonly short: readonly number[]
}

const wordLength = 7
const hash = (word: number) => Math.imul(word, 0x9e3779b1) >>> 16

export function buildPrefilter(literals: readonly string[]): Prefilter {
  const encoder = new TextEncoder()
  const encoded = literals.map(text => encoder.encode(text))
  const table = new Uint8Array(1 << 16)
  const words = new Map<number, number[]>()
  const short: number[] = []
  encoded.forEach((bytes, number) => {
    if (bytes.length < wordLength) {
      short.push(number)
      return
    }
    const start = rarestWindow(bytes)
    for (let offset = start; offset < start + 4; offset++) {
      const word =
        bytes[offset]! | (bytes[offset + 1]! << 8) | (bytes[offset + 2]! << 16) | (bytes[offset + 3]! << 24)
      table[hash(word)] = 1
      const list = words.get(word) ?? []
      list.push(number, offset)
      words.set(word, list)
    }
  })
  return {table, words, literals: encoded, short}
}

/** Calls `hit` with literal number and byte offset for each place, in no certain order. */
export function findLiterals(
  filter: Prefilter,
  bytes: Uint8Array,
  hit: (literal: number, offset: number) => void,
): void {
  const {table, words, literals} = filter
  // The words are read through an Int32Array, which must begin at a multiple of four: else look at a copy.
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice()
  const view = new Int32Array(aligned.buffer, aligned.byteOffset, aligned.length >> 2)
  const length = view.length
  for (let i = 0; i < length; i++) {
    const word = view[i]!
    if (table[Math.imul(word, 0x9e3779b1) >>> 16] === 0) continue
    const list = words.get(word)
    if (list) confirm(list, i * 4, aligned, literals, hit)
  }
  for (const number of filter.short) eachShort(literals[number]!, bytes, offset => hit(number, offset))
}

function confirm(
  list: readonly number[],
  at: number,
  bytes: Uint8Array,
  literals: readonly Uint8Array[],
  hit: (literal: number, offset: number) => void,
): void {
  for (let k = 0; k < list.length; k += 2) {
    const literal = literals[list[k]!]!
    const start = at - list[k + 1]!
    if (start < 0 || start + literal.length > bytes.length) continue
    let j = 0
    while (j < literal.length && bytes[start + j] === literal[j]) j++
    if (j === literal.length) hit(list[k]!, start)
  }
}

function eachShort(literal: Uint8Array, bytes: Uint8Array, hit: (offset: number) => void): void {
  const first = literal[0]!
  for (let at = bytes.indexOf(first); at !== -1; at = bytes.indexOf(first, at + 1)) {
    let j = 1
    while (j < literal.length && bytes[at + j] === literal[j]) j++
    if (j === literal.length) hit(at)
  }
}

/** How common a byte is in logs, roughly: letters of English text and the blank first. */
const common = ' etaoinrsldcumpfhgbyvwk-./:="0123456789'
const weight = (byte: number) => {
  const place = common.indexOf(String.fromCharCode(byte))
  return place === -1 ? 0 : (common.length - place) ** 2
}

/** The start of the seven bytes whose words are least likely to stand elsewhere. */
function rarestWindow(bytes: Uint8Array): number {
  let best = 0
  let least = Number.POSITIVE_INFINITY
  for (let start = 0; start + wordLength <= bytes.length; start++) {
    let sum = 0
    for (let j = 0; j < wordLength; j++) sum += weight(bytes[start + j]!)
    if (sum < least) {
      least = sum
      best = start
    }
  }
  return best
}
