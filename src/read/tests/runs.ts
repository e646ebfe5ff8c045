/** When the failed tests ran, told by the runner's time stamps: what services logged at other times is seldom why they failed. */

import type {TestTimes} from '../../model.ts'
import {type Course, course} from './course.ts'

export interface TestClock {
  /** A line of the log, and when the runner got it, where that is known. */
  line(text: string, time: () => number | null): void
  /** Of a framework's tests; null where it is not known of each failed one when it ran. */
  result(framework: string): TestTimes | null
}

const mostBegun = 5000
/** Milliseconds. What took less was printed together with others: its stamp says nothing. */
const shortest = 1
/** A test took this share of its own time at least between its stamps: else its lines came at once, later. */
const live = 0.5

const pytest = /(?:^| )(PASSED|FAILED|ERROR|SKIPPED|XFAIL|XPASS)(?: \(.*\))? +\[ *\d+%\]$/
const parallel = /^\[gw\d+\] \[ *\d+%\] /
const ginkgo = /^• (?:\[(FAILED|PANICKED!|TIMEDOUT|INTERRUPTED)\] )?\[(\d+(?:\.\d+)?) seconds\]/
const goBegin = /^=== RUN +([^/\s]+)$/
const goEnd = /^--- (PASS|FAIL|SKIP): ([^/\s]+) \((\d+(?:\.\d+)?)s\)$/
const tap = /^(not )?ok \d+\b/

/** The tests of one framework. */
interface Running {
  course: Course
  /** End of the test before, where tests run one after the other. */
  before: number | null
}

export function testClock(): TestClock {
  const courses = new Map<string, Running>()
  const begun = new Map<string, number>()
  let suite: number | null = null
  let isParallel = false

  const of = (framework: string) => {
    const running = courses.get(framework) ?? {course: course(), before: null}
    courses.set(framework, running)
    return running
  }
  function ended(framework: string, from: number | null, to: number, isFailure: boolean): void {
    const running = of(framework)
    running.before = to
    // Of others their end is enough: nobody asks what was said while the first of them ran.
    const isKnown = isFailure && from !== null && to - from >= shortest
    running.course.ran(isKnown ? from : null, to, isFailure)
  }

  return {
    line(text, time) {
      const c = text.charCodeAt(0)
      const m =
        c === 0x2022
          ? ginkgo.exec(text)
          : c === 0x2d
            ? goEnd.exec(text)
            : c === 0x6f || c === 0x6e
              ? tap.exec(text)
              : null
      if (!m) {
        if (c === 0x3d && text.startsWith('=== RUN')) begin(text, time)
        else if (c === 0x52 && text.startsWith('Running in parallel across ')) isParallel = true
        else if (c === 0x57 && text.startsWith('Will run ')) suite = time()
        else if (c === 0x5b && parallel.test(text)) of('pytest').course.ran(null, null, true)
        else if (text.endsWith('%]')) {
          const status = pytest.exec(text)?.[1]
          const to = status ? time() : null
          if (to !== null) ended('pytest', of('pytest').before, to, status === 'FAILED' || status === 'ERROR')
        }
        return
      }
      const to = time()
      if (to === null) return
      if (c === 0x2022) {
        const length = Number(m[2]) * 1000
        const isLive = suite !== null && to - suite >= length * live
        // Its time is rounded: what came before the end of the spec before was that one's.
        const {before} = of('ginkgo')
        const from = isParallel || before === null ? to - length : Math.max(before, to - length)
        ended('ginkgo', isLive ? from : null, to, m[1] !== undefined)
      } else if (c === 0x2d) {
        const from = begun.get(m[2]!) ?? null
        const isLive = from !== null && to - from >= Number(m[3]) * 1000 * live
        ended('gotest', isLive ? from : null, to, m[1] === 'FAIL')
      } else ended('bats', of('bats').before, to, m[1] !== undefined)
    },
    result(framework) {
      return courses.get(framework)?.course.result() ?? null
    },
  }

  function begin(text: string, time: () => number | null): void {
    const name = goBegin.exec(text)?.[1]
    const from = name === undefined ? null : time()
    if (name !== undefined && from !== null && begun.size < mostBegun) begun.set(name, from)
  }
}
