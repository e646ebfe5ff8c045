import type {Block} from '../model.ts'

const escapeByte = 0x1b
const blank = 0x20
/** `\x1b[36;1m` opens each line of the echo of a step's script. */
const echo = [0x1b, 0x5b, 0x33, 0x36, 0x3b, 0x31, 0x6d]

/**
 * Removes ANSI codes and blanks the echo of scripts, which is not output, in place; lines stay where they are.
 * Cheap where a block has no escape byte.
 */
export function cleanBlock(block: Block): Block {
  const {bytes} = block
  let read = bytes.indexOf(escapeByte)
  if (read === -1) return block
  let write = read
  let lineStart = bytes.lastIndexOf(10, read) + 1
  while (read < bytes.length) {
    const byte = bytes[read]!
    if (byte === escapeByte) {
      if (startsWith(bytes, read, echo) && isContentStart(bytes, lineStart, read)) {
        const end = bytes.indexOf(10, read)
        bytes[write++] = blank
        read = end === -1 ? bytes.length : end
      } else read = afterCode(bytes, read)
      continue
    }
    bytes[write++] = byte
    read++
    if (byte === 10) lineStart = read
  }
  return {...block, bytes: bytes.subarray(0, write)}
}

/** Whether only a timestamp (and a BOM) stands before: 28 characters and a blank. */
function isContentStart(bytes: Uint8Array, lineStart: number, at: number): boolean {
  const before = at - lineStart
  return (
    before === 0 || ((before === 29 || before === 32) && bytes[at - 1] === blank && bytes[at - 2] === 0x5a)
  )
}

function startsWith(bytes: Uint8Array, at: number, what: readonly number[]): boolean {
  for (let i = 0; i < what.length; i++) if (bytes[at + i] !== what[i]) return false
  return true
}

/** The place after an escape sequence: CSI `ESC [ … letter`, OSC `ESC ] … BEL` or `ESC \`, else two bytes. */
function afterCode(bytes: Uint8Array, at: number): number {
  const kind = bytes[at + 1]
  const most = Math.min(bytes.length, at + 256)
  if (kind === 0x5b) {
    for (let i = at + 2; i < most; i++) {
      if (bytes[i]! >= 0x40 && bytes[i]! <= 0x7e) return i + 1
      if (bytes[i] === 10) return i
    }
    return most
  }
  if (kind === 0x5d) {
    for (let i = at + 2; i < most; i++) {
      if (bytes[i] === 7) return i + 1
      if (bytes[i] === escapeByte && bytes[i + 1] === 0x5c) return i + 2
      if (bytes[i] === 10) return i
    }
    return most
  }
  return at + 1
}

const stamped = /^\uFEFF?(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z)(?: |$)/

/** A raw line of an Actions log to time and text; time null for a continuation line or a log of another kind. */
export function decodeActionsLine(raw: string): {text: string; time: string | null} {
  const line = raw.endsWith('\r') ? raw.slice(0, -1) : raw
  const first = line.charCodeAt(0)
  if (first !== 0xfeff && (first < 0x30 || first > 0x39)) return {text: line, time: null}
  const stamp = stamped.exec(line)
  if (stamp) return {text: line.slice(stamp[0].length), time: stamp[1]!}
  return {text: first === 0xfeff ? line.slice(1) : line, time: null}
}
