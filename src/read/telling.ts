import type {LogLine} from '../model.ts'
import {decodeActionsLine} from './actions-log.ts'
import type {LineBlock} from './blocks.ts'
import {decodeText} from './decode.ts'
import {signFilter, signRows} from './telling-filter.ts'

const first = 100
const last = 400
const longest = 2000
/** How many blocks wait before the end of them is looked at. */
const patience = 32

/** Cheap sign that a line may say what went wrong; what it is worth is decided by `diagnose`. */
const sign =
  /error|fail|fatal|panic|exception|traceback|cannot|can't|could not|unable|denied|refused|invalid|unexpected|not found|no such|missing|unknown|undefined|timed? ?out|killed|abort|✗|❌|ERR!|^E {2,}|^\s*(?:expected|to equal|assert)/i

/** A copy of a block, with the time of the line before it. */
interface Waiting {
  bytes: Uint8Array<ArrayBufferLike>
  newlines: Int32Array
  firstLine: number
  continued: boolean
  time: string | null
}

/**
 * Keeps a job log's lines that look like errors, in order: the first hundred and the last four hundred. Which are the last is
 * only known at the end, so blocks wait, and are then looked at from behind until enough is found.
 */
export function tellingReader(): {
  /** `time`: of the last line before the block. */
  block(block: LineBlock, time: string | null): void
  result(): LogLine[]
} {
  const filter = signFilter()
  const head: LogLine[] = []
  const spare: Uint8Array[] = []
  let tail: LogLine[] = []
  let waiting: Waiting[] = []

  function flush(): void {
    let found: LogLine[] = []
    for (const block of waiting.toReversed()) {
      if (found.length >= last) break
      const rows = tellingRows(block, signRows(filter, block.bytes, block.newlines))
      found = [...rows.slice(-(last - found.length)).map(row => logLine(block, row)), ...found]
    }
    tail = [...tail, ...found].slice(-last)
    for (const {bytes} of waiting) spare.push(new Uint8Array(bytes.buffer))
    waiting = []
  }

  return {
    block({bytes, newlines, firstLine, continued}, time) {
      if (head.length < first) {
        const block = {bytes, newlines, firstLine, continued, time}
        const rows = tellingRows(block, signRows(filter, bytes, newlines))
        const room = first - head.length
        head.push(...rows.slice(0, room).map(row => logLine(block, row)))
        tail = [
          ...tail,
          ...rows
            .slice(room)
            .slice(-last)
            .map(row => logLine(block, row)),
        ].slice(-last)
        return
      }
      let memory = spare.pop()
      if (!memory || memory.length < bytes.length + 8)
        memory = new Uint8Array((bytes.length + 8 + 0xffff) & ~0xffff)
      const kept = memory.subarray(0, bytes.length)
      kept.set(bytes)
      waiting.push({bytes: kept, newlines: newlines.slice(), firstLine, continued, time})
      if (waiting.length === patience) flush()
    },
    result() {
      flush()
      return [...head, ...tail]
    },
  }
}

/** Of the rows of a block those that do look like errors. */
function tellingRows(block: Waiting, rows: readonly number[]): number[] {
  return rows.filter(row => {
    if (row === 0 && block.continued) return false
    const {text} = decoded(block, row)
    return text !== '' && sign.test(text)
  })
}

function logLine(block: Waiting, row: number): LogLine {
  const {text, time} = decoded(block, row)
  let own = time
  for (let before = row - 1; own === null && before >= (block.continued ? 1 : 0); before--)
    own = decoded(block, before, 80).time
  return {line: block.firstLine + row, time: own ?? block.time, text}
}

function decoded(block: Waiting, row: number, most = longest + 80) {
  const {bytes, newlines} = block
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const start = row === 0 ? 0 : newlines[row - 1]! + 1
  const {text, time} = decodeActionsLine(decodeText(buffer, start, newlines[row] ?? bytes.length, most))
  return {text: text.slice(0, longest), time}
}
