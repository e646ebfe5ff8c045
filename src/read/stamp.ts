/** Length of the runner's timestamp: `2026-02-01T10:00:00.1234567Z`. */
const length = 28

/** Where the content of a line begins: behind the runner's timestamp and a blank, or at `start` where there is none. */
export function contentStart(bytes: Uint8Array, start: number, end: number): number {
  const first = bytes[start]!
  if (first > 0x39) return first === 0xef ? unusual(bytes, start, end) : start
  if (first < 0x30) return start
  return isUsual(bytes, start, end) ? Math.min(end, start + length + 1) : unusual(bytes, start, end)
}

function isUsual(bytes: Uint8Array, s: number, end: number): boolean {
  if (end - s < length || (bytes[s + length] !== 0x20 && s + length !== end)) return false
  if (bytes[s + 27] !== 0x5a || bytes[s + 10] !== 0x54 || bytes[s + 19] !== 0x2e) return false
  if (bytes[s + 4] !== 0x2d || bytes[s + 7] !== 0x2d || bytes[s + 13] !== 0x3a || bytes[s + 16] !== 0x3a)
    return false
  // The six marks are there: a few digits more, and it is no chance.
  return (
    isDigit(bytes[s + 3]!) && isDigit(bytes[s + 9]!) && isDigit(bytes[s + 18]!) && isDigit(bytes[s + 26]!)
  )
}

const isDigit = (byte: number) => (byte - 0x30) >>> 0 < 10

/** With a byte order mark, or seconds of another precision. */
function unusual(bytes: Uint8Array, start: number, end: number): number {
  if (bytes[start] !== 0xef && (bytes[start + 4] !== 0x2d || bytes[start + 10] !== 0x54)) return start
  const head = latin1.decode(bytes.subarray(start, Math.min(end, start + 80)))
  const stamp = /^(?:ï»¿)?\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z(?: |\r?$)/.exec(head)
  if (stamp) return Math.min(end, start + stamp[0].length)
  return head.startsWith('ï»¿') ? start + 3 : start
}

const latin1 = new TextDecoder('latin1')
