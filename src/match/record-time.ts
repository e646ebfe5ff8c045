import type {Scannable} from './scan.ts'

/** So many lines, at the most, stand below the one that bears their time: a stack trace, a dump. */
const reach = 80
/** Bytes; a time stands near the beginning, or in a JSON line that is no longer. */
const longest = 4096

/**
 * Says of lines of a log that bear no time when they were said: when the nearest line above was that bears one. A block is open from
 * `open` to `close`, and is asked of its lines in order.
 */
export function recordClock(timeOf: (raw: string) => string | null): {
  open(block: Scannable): void
  at(line: number): string | null
  close(): void
} {
  let block: Scannable | null = null
  /** Of the lines up to `line`, the last that bears a time. */
  let known: {line: number; from: number; time: string | null} = {line: 0, from: -reach, time: null}

  function own(line: number): string | null {
    const {bytes, newlines, firstLine} = block!
    const row = line - firstLine
    const start = row === 0 ? 0 : newlines[row - 1]! + 1
    const end = Math.min(newlines[row] ?? bytes.length, start + longest)
    return end > start
      ? timeOf(Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString())
      : null
  }

  function at(line: number): string | null {
    // Of a line that has begun in the block before it is known whether it bears a time.
    const first = block!.firstLine + (block!.continued ? 1 : 0)
    const last = Math.max(known.line + 1, first, line - reach)
    let from = line - 1
    let time: string | null = null
    while (from >= last && time === null) time = own(from--)
    known = time === null ? {...known, line: line - 1} : {line: line - 1, from: from + 1, time}
    return line - known.from <= reach ? known.time : null
  }

  return {
    open(next) {
      block = next
    },
    at,
    close() {
      if (block) at(block.firstLine + block.newlines.length + (block.bytes.at(-1) === 10 ? 0 : 1))
      block = null
    },
  }
}
