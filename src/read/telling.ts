import type {Bytes, LogLine} from '../model.ts'
import {cleanBytes, decodeActionsLine} from './actions-log.ts'
import {collect} from './archive/pull.ts'
import {type LineBlock, lineBlock} from './blocks.ts'
import {decodeText} from './decode.ts'
import {signFilter, signRows} from './telling-filter.ts'

const first = 100
const last = 400
const longest = 2000
const backwardSize = 1 << 18

/** Cheap sign that a line may say what went wrong; what it is worth is decided by `diagnose`. */
const sign =
  /error|fail|fatal|panic|exception|traceback|cannot|can't|could not|unable|denied|refused|invalid|unexpected|not found|no such|missing|unknown|undefined|timed? ?out|killed|abort|✗|❌|ERR!|^E {2,}|^\s*(?:expected|to equal|assert)/i

/** Whole lines, with the time of the line before them. */
interface Lines {
  bytes: Uint8Array
  newlines: Int32Array
  firstLine: number
  continued: boolean
  time: string | null
}

/** Lines that look like errors. */
export interface Telling {
  /** The first hundred, and up to four hundred of those that stand soon after. */
  lines: LogLine[]
  /** Up to which line was looked; null: to the end. What is behind it, `lastTelling` finds. */
  until: number | null
}

/**
 * Keeps the first hundred of a job log's lines that look like errors. Which are the last is only known at the end, and looked
 * for from there.
 */
export function tellingReader(): {
  /** `time`: of the last line before the block. */
  block(block: LineBlock, time: string | null): void
  result(): Telling
} {
  const filter = signFilter()
  const lines: LogLine[] = []
  let until: number | null = null

  return {
    block({bytes, newlines, firstLine, continued}, time) {
      if (until !== null) return
      const block = {bytes, newlines, firstLine, continued, time}
      lines.push(...tellingRows(block, signRows(filter, bytes, newlines)).map(row => logLine(block, row)))
      if (lines.length >= first) until = firstLine + newlines.length - 1
    },
    result: () => ({lines, until}),
  }
}

/** Part of a log: its bytes from `from` to `to`, the last of which is in line `lastLine`. */
export interface LogPart {
  from: number
  to: number
  lastLine: number
}

/** With what was found at the beginning, the last four hundred lines that look like errors, read from the end. */
export async function withLastTelling(
  {lines, until}: Telling,
  bytes: Pick<Bytes, 'stream'>,
  parts: readonly LogPart[],
): Promise<LogLine[]> {
  let tail: LogLine[] = []
  if (until !== null) {
    const filter = signFilter()
    for (const part of parts.toReversed())
      for await (const block of backwards(bytes, part)) {
        if (tail.length >= last || block.firstLine + block.newlines.length <= until) break
        const rows = tellingRows(block, signRows(filter, block.bytes, block.newlines))
        const found = rows.slice(tail.length - last).map(row => logLine(block, row))
        tail = [...found.filter(({line}) => line > until), ...tail]
      }
  }
  return [...lines.slice(0, first), ...[...lines.slice(first), ...tail].slice(-last)]
}

/** Blocks of whole lines, the last first. Of a line that is longer than a block only what it begins with is seen. */
async function* backwards(
  bytes: Pick<Bytes, 'stream'>,
  {from, to, lastLine}: LogPart,
): AsyncGenerator<Lines> {
  let end = to
  let line = lastLine
  while (end > from) {
    const start = Math.max(from, end - backwardSize)
    const read = (await collect(bytes.stream(start, end), backwardSize))!
    const newline = start > from ? read.indexOf(10) : -1
    // The line that the block begins in belongs to the one before; one without an end is passed over.
    const skip =
      start === from ? 0 : newline === -1 || newline === read.length - 1 ? read.length : newline + 1
    const buffer = Buffer.from(read.subarray(skip))
    const {newlines, bytes: clean} = lineBlock(buffer.subarray(0, cleanBytes(buffer, 0, buffer.length, true)))
    const firstLine = line - newlines.length + (clean.at(-1) === 10 ? 1 : 0)
    if (clean.length) {
      yield {bytes: clean, newlines, firstLine, continued: false, time: null}
      line = firstLine - 1
    }
    end = skip === read.length ? start : start + skip
  }
}

/** Of the rows of a block those that do look like errors. */
function tellingRows(block: Lines, rows: readonly number[]): number[] {
  return rows.filter(row => {
    if (row === 0 && block.continued) return false
    const {text} = decoded(block, row)
    return text !== '' && sign.test(text)
  })
}

function logLine(block: Lines, row: number): LogLine {
  const {text, time} = decoded(block, row)
  let own = time
  for (let before = row - 1; own === null && before >= (block.continued ? 1 : 0); before--)
    own = decoded(block, before, 80).time
  return {line: block.firstLine + row, time: own ?? block.time, text}
}

function decoded(block: Lines, row: number, most = longest + 80) {
  const {bytes, newlines} = block
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const start = row === 0 ? 0 : newlines[row - 1]! + 1
  const {text, time} = decodeActionsLine(decodeText(buffer, start, newlines[row] ?? bytes.length, most))
  return {text: text.slice(0, longest), time}
}
