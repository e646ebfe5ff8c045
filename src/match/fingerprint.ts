/**
 * Which sequences of three bytes stand in a line: a bit for each hash of them. It tells what a line cannot hold before the line is
 * even made a string.
 */
export type Fingerprint = Int32Array

const width = 12
/** Of each literal so many of its sequences are looked at. */
const looked = 4

export const emptyFingerprint = (): Fingerprint => new Int32Array(2 ** width / 32)

/** Of a hash three bytes wide. */
const bitOf = (bytes: number) => Math.imul(bytes, 0x9e3779b1) >>> (32 - width)

/** Makes it that of the bytes from `start` to `end`. */
export function takeFingerprint(
  fingerprint: Fingerprint,
  bytes: Uint8Array,
  start: number,
  end: number,
): void {
  fingerprint.fill(0)
  let last = (bytes[start]! << 8) | bytes[start + 1]!
  for (let i = start + 2; i < end; i++) {
    last = ((last << 8) | bytes[i]!) & 0xffffff
    const bit = bitOf(last)
    fingerprint[bit >>> 5]! |= 1 << (bit & 31)
  }
}

/** What a fingerprint must have: for each requirement where the next one begins, then for each of its literals some bits. */
export type Signature = Int32Array

/** Of literals of at least three characters: of each list, one must be there. */
export function signatureOf(requirements: readonly (readonly string[])[]): Signature {
  const signature: number[] = []
  for (const literals of requirements) {
    signature.push(signature.length + 1 + literals.length * looked)
    for (const literal of literals)
      for (let i = 0; i < looked; i++)
        signature.push(bitAt(literal, Math.round((i * (literal.length - 3)) / (looked - 1))))
  }
  return Int32Array.from(signature)
}

const bitAt = (text: string, at: number) =>
  bitOf((text.charCodeAt(at) << 16) | (text.charCodeAt(at + 1) << 8) | text.charCodeAt(at + 2))

/** False where one of the requirements is surely not met. */
export function mayMeet(fingerprint: Fingerprint, signature: Signature): boolean {
  for (let i = 0; i < signature.length; ) {
    const end = signature[i++]!
    while (i < end && !hasAll(fingerprint, signature, i)) i += looked
    if (i === end) return false
    i = end
  }
  return true
}

function hasAll(fingerprint: Fingerprint, signature: Signature, from: number): boolean {
  for (let i = from; i < from + looked; i++) {
    const bit = signature[i]!
    if (((fingerprint[bit >>> 5]! >>> (bit & 31)) & 1) === 0) return false
  }
  return true
}
