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
/** A worker of xdist tells when a test begins, and when it ended; what it has run again it tells between these. */
const xdist = /^\[(gw\d+)\] \[ *\d+%\] (PASSED|FAILED|ERROR|SKIPPED|XFAIL|XPASS) (\S.*?) *$/
const xdistBegin = /^(\S+\.py::\S.*?) *$/
const ginkgo = /^• (?:\[(FAILED|PANICKED!|TIMEDOUT|INTERRUPTED)\] )?\[(\d+(?:\.\d+)?) seconds\]/
const goBegin = /^=== RUN +([^/\s]+)$/
const goEnd = /^--- (PASS|FAIL|SKIP): ([^/\s]+) \((\d+(?:\.\d+)?)s\)$/
const goSubPass = /^ +--- PASS: ([^/\s]+)\//
/** A failed test that took so much of the time, and in which subtests passed, tells nothing of when it failed. */
const nearlyAll = 0.8
const tap = /^(not )?ok \d+\b/

/** The tests of one framework. */
interface Running {
  course: Course
  /** End of the test before of each worker; where tests run one after the other, of the only one. */
  before: Map<string, number>
}

const only = ''

export function testClock(): TestClock {
  const courses = new Map<string, Running>()
  const begun = new Map<string, number>()
  /** Of Go: when tests that failed ran, and those in which a subtest passed. */
  const goFailed = new Map<string, number>()
  const goMixed = new Set<string>()
  let suite: number | null = null
  let isParallel = false
  let isXdist = false

  const of = (framework: string) => {
    const running = courses.get(framework) ?? {course: course(), before: new Map()}
    courses.set(framework, running)
    return running
  }
  function ended(framework: string, from: number | null, to: number, isFailure: boolean, by = only): void {
    const running = of(framework)
    running.before.set(by, to)
    // Of others their end is enough: nobody asks what was said while the first of them ran.
    const isKnown = isFailure && from !== null && to - from >= shortest
    running.course.ran(isKnown ? from : null, to, isFailure)
  }

  const before = (framework: string, worker = only) => of(framework).before.get(worker) ?? null

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
        if (c === 0x20 && text.includes('--- PASS: ')) {
          const name = goSubPass.exec(text)?.[1]
          if (name !== undefined && goMixed.size < mostBegun) goMixed.add(name)
        } else if (c === 0x3d && text.startsWith('=== RUN')) began(goBegin.exec(text)?.[1], time)
        else if (c === 0x52 && text.startsWith('Running in parallel across ')) isParallel = true
        else if (c === 0x57 && text.startsWith('Will run ')) suite = time()
        else if (c === 0x5b && text.startsWith('[gw')) endedOfXdist(text, time)
        else if (text.endsWith('%]')) {
          const status = pytest.exec(text)?.[1]
          const to = status ? time() : null
          if (to !== null) ended('pytest', before('pytest'), to, status === 'FAILED' || status === 'ERROR')
        } else if (isXdist && text.includes('.py::')) began(xdistBegin.exec(text)?.[1], time)
        return
      }
      const to = time()
      if (to === null) return
      if (c === 0x2022) {
        const length = Number(m[2]) * 1000
        const isLive = suite !== null && to - suite >= length * live
        // Its time is rounded: what came before the end of the spec before was that one's.
        const last = before('ginkgo')
        const from = isParallel || last === null ? to - length : Math.max(last, to - length)
        ended('ginkgo', isLive ? from : null, to, m[1] !== undefined)
      } else if (c === 0x2d) {
        const from = begun.get(m[2]!) ?? null
        const isLive = from !== null && to - from >= Number(m[3]) * 1000 * live
        if (m[1] === 'FAIL' && from !== null) goFailed.set(m[2]!, to - from)
        ended('gotest', isLive ? from : null, to, m[1] === 'FAIL')
      } else ended('bats', before('bats'), to, m[1] !== undefined)
    },
    result(framework) {
      const times = courses.get(framework)?.course.result() ?? null
      if (framework !== 'gotest' || !times) return times
      const most = (times.all.to - times.all.from) * nearlyAll
      return [...goFailed].some(([name, length]) => length >= most && goMixed.has(name)) ? null : times
    },
  }

  function began(name: string | undefined, time: () => number | null): void {
    const from = name === undefined ? null : time()
    if (name !== undefined && from !== null && begun.size < mostBegun) begun.set(name, from)
  }

  function endedOfXdist(text: string, time: () => number | null): void {
    isXdist = true
    const [, worker, status, name] = xdist.exec(text) ?? []
    const to = name === undefined ? null : time()
    if (worker === undefined || to === null) return
    const from = before('pytest', worker) ?? begun.get(name!) ?? null
    ended('pytest', from, to, status === 'FAILED' || status === 'ERROR', worker)
  }
}
