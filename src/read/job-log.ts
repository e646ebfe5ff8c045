import type {Block, Job, LocatedTests, LogLine, StepSpan} from '../model.ts'
import {decodeActionsLine} from './actions-log.ts'
import {opensStep, type StepMarker, stepSpans} from './steps.ts'
import {tellingReader} from './telling.ts'
import {testReader} from './tests/console.ts'

/** What a job log says besides the catalog's patterns. */
export interface JobLog {
  tests: LocatedTests | null
  steps: StepSpan[]
  telling: LogLine[]
  lines: number
  /** Whether the lines carry the runner's timestamps: if not, a person may have pasted and folded them. */
  stamped: boolean
}

/** Lines longer than this are read only to here: no test runner's own line is. */
const longest = 16_384

/** Reads cleaned blocks of a job log, in order. */
export function jobLogReader(job: Job | null): {block(block: Block): void; result(): JobLog} {
  const tests = testReader()
  const telling = tellingReader()
  const markers: StepMarker[] = []
  const decoder = new TextDecoder()
  let lines = 0
  let stamped = 0
  let unstamped = 0
  let time: string | null = null
  return {
    block(block) {
      const text = decoder.decode(block.bytes)
      let line = block.firstLine
      for (let at = 0; at < text.length; line++) {
        const newline = text.indexOf('\n', at)
        const end = newline === -1 ? text.length : newline
        const decoded = decodeActionsLine(text.slice(at, Math.min(end, at + longest)))
        if (decoded.time) {
          time = decoded.time
          stamped++
        } else unstamped++
        if (!(block.continued && at === 0)) {
          tests.line(line, decoded.text)
          telling.line({line, time, text: decoded.text})
          if (opensStep(decoded.text) && markers.length < 5000)
            markers.push({line, time, text: decoded.text.slice(0, 200)})
        }
        lines = line
        at = end + 1
      }
    },
    result: () => ({
      tests: tests.result(),
      steps: stepSpans(markers, job, lines),
      telling: telling.result(),
      lines,
      stamped: stamped > unstamped,
    }),
  }
}
