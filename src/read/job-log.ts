import type {Job, LocatedTests, StepSpan} from '../model.ts'
import {decodeActionsLine} from './actions-log.ts'
import type {LineBlock} from './blocks.ts'
import {decodeText} from './decode.ts'
import {type Printed, printedReader} from './printed.ts'
import {contentStart} from './stamp.ts'
import {opensStep, type StepMarker, stepSpans} from './steps.ts'
import {type Telling, tellingReader} from './telling.ts'
import {clean} from './tests/clean.ts'
import {testReader} from './tests/console.ts'
import {lineMatters, lineStarts} from './tests/line-start.ts'
import {type TestClock, testClock} from './tests/runs.ts'

/** What a job log says besides the catalog's patterns. */
export interface JobLog {
  tests: LocatedTests | null
  steps: StepSpan[]
  telling: Telling
  printed: Printed
  lines: number
  /** Whether the lines carry the runner's timestamps: if not, a person may have pasted and folded them. */
  stamped: boolean
}

/** Lines longer than this are read only to here: no test runner's own line is. */
const longest = 16_384

/**
 * Reads blocks of a job log, in order. `marked` are the offsets, in order, at which the block holds literals of
 * `tests/line-start.ts`. Only lines that can matter are decoded.
 */
export function jobLogReader(job: Job | null): {
  block(block: LineBlock, marked: readonly number[]): void
  result(): JobLog
} {
  const tests = testReader()
  const runs = testClock()
  const printed = printedReader()
  const telling = tellingReader()
  const starts = lineStarts()
  const markers: StepMarker[] = []
  let lines = 0
  let stamped = 0
  let unstamped = 0
  let time: string | null = null

  return {
    block(block, marked) {
      const {bytes, newlines, firstLine} = block
      // Behind any place: reading behind the end of an array is slow.
      const marks = [...marked, 0x3fffffff]
      const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
      const timeBefore = time
      let busy = tests.busy() || printed.busy()
      let isLog = printed.isLog()
      let skipped = 0
      let mark = 0
      /** Of the last line with a timestamp. */
      let clock = -1
      let row = 0
      let start = 0
      if (block.continued) {
        if (newlines.length) start = newlines[row++]! + 1
        else start = bytes.length
      }
      for (; start < bytes.length; row++) {
        const end = newlines[row] ?? bytes.length
        const content = contentStart(bytes, start, end)
        if (content === start) unstamped++
        else {
          stamped++
          clock = start
        }
        while (marks[mark]! < start) mark++
        const isWanted = busy || marks[mark]! < end || end - start > longest
        if (isWanted || lineMatters(starts, bytes, content, end, isLog)) {
          if (skipped) tests.skip(skipped, firstLine + row - 1)
          skipped = 0
          const line = firstLine + row
          const last = bytes[end - 1] === 13 && end > content && end - start <= longest ? end - 1 : end
          const text = decodeText(buffer, content, last, longest - (content - start))
          tests.line(line, text)
          const at = content === start ? null : start
          const plain = clean(text)
          const stamp = () => (at === null ? null : stampAt(buffer, at))
          runs.line(plain, () => Date.parse(stamp() ?? '') || null)
          printed.line(line, plain, stamp)
          busy = tests.busy() || printed.busy()
          isLog = printed.isLog()
          if (opensStep(text) && markers.length < 5000) {
            if (clock >= 0) time = stampAt(buffer, clock)
            markers.push({line, time, text: text.slice(0, 200)})
          }
        } else skipped++
        start = end + 1
      }
      lines = firstLine + Math.max(row, 1) - 1
      if (skipped) tests.skip(skipped, lines)
      if (clock >= 0) time = stampAt(buffer, clock)
      telling.block(block, timeBefore)
    },
    result: () => ({
      tests: timed(tests.result(), runs),
      steps: stepSpans(markers, job, lines),
      telling: telling.result(),
      printed: printed.result(lines),
      lines,
      stamped: stamped > unstamped,
    }),
  }
}

function timed(tests: LocatedTests | null, runs: TestClock): LocatedTests | null {
  const times = tests && !tests.times && runs.result(tests.framework)
  return times ? {...tests, times} : tests
}

function stampAt(buffer: Buffer, start: number): string | null {
  return decodeActionsLine(decodeText(buffer, start, buffer.length, 80).split('\n', 1)[0]!).time
}
