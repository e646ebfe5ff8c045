const escapeByte = 0x1b
const blank = 0x20
const longestCode = 256
/** `\x1b[36;1m` opens each line of the echo of a step's script. */
const echo = [0x1b, 0x5b, 0x33, 0x36, 0x3b, 0x31, 0x6d]

/**
 * Removes ANSI codes and blanks the echo of scripts, which is not output, in place; lines stay where they are. Returns where
 * the text then ends. `fresh`: a line begins at `from`. Costs next to nothing where no escape byte is.
 */
export function cleanBytes(buffer: Buffer, from: number, to: number, fresh: boolean): number {
  const bytes = buffer.subarray(0, to)
  let read = bytes.indexOf(escapeByte, from)
  if (read === -1) return to
  let write = read
  /** Since where, of what is written, no code was removed. */
  let intact = fresh ? from - 1 : from
  while (read < to) {
    if (isEcho(bytes, read) && isContentStart(bytes, intact, write)) {
      bytes[write++] = blank
      const newline = bytes.indexOf(10, read)
      read = newline === -1 ? to : newline
    } else read = afterCode(bytes, read)
    const next = bytes.indexOf(escapeByte, read)
    const end = next === -1 ? to : next
    bytes.copyWithin(write, read, end)
    intact = write
    write += end - read
    read = end
  }
  return write
}

/** Where to cut bytes without a newline so that no escape sequence is torn: `to`, or before its last, unfinished one. */
export function unfinishedCode(buffer: Buffer, from: number, to: number): number {
  const last = buffer.lastIndexOf(escapeByte, to - 1)
  return last > from && last >= to - longestCode && afterCode(buffer.subarray(0, to), last) >= to ? last : to
}

function isEcho(bytes: Uint8Array, at: number): boolean {
  for (let i = 0; i < echo.length; i++) if (bytes[at + i] !== echo[i]) return false
  return true
}

/** Whether only a timestamp (and a BOM) stands before: 28 characters and a blank. `intact` may be the newline itself. */
function isContentStart(bytes: Uint8Array, intact: number, at: number): boolean {
  for (const before of [0, 29, 32]) {
    const newline = at - before - 1
    if (newline < intact || (newline >= 0 && bytes[newline] !== 10)) continue
    return before === 0 || (bytes[at - 1] === blank && bytes[at - 2] === 0x5a)
  }
  return false
}

/** The place after an escape sequence: CSI `ESC [ … letter`, OSC `ESC ] … BEL` or `ESC \`, else two bytes. */
function afterCode(bytes: Uint8Array, at: number): number {
  const kind = bytes[at + 1]
  const most = Math.min(bytes.length, at + longestCode)
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
