import type {TestTimes} from '../../model.ts'
import {course, momentIn} from './course.ts'

interface SuiteTimes {
  /** Milliseconds; null where the suite does not say it. */
  start: number | null
  total: number | null
  /** A start without a fraction of a second may be so much later. */
  grain: number
  /** What its cases took, one after the other. */
  spent: number
  failed: {from: number; to: number}[]
  isParallel: boolean
}

/** Those whose suites begin when they say, and whose cases follow one another in their order. */
const orderly = ['ginkgo', 'pytest']
const mostSuites = 1000

/**
 * When the cases of a JUnit report ran: it tells when a suite began, how long it took, and how long each case took. What is left
 * between them may have been anywhere, so each case may have ended so much later.
 */
export function suiteTimes() {
  const suites: SuiteTimes[] = []
  let isKnown = true

  return {
    suite(attributes: Readonly<Record<string, string>>): void {
      const stamp = attributes['timestamp']
      const grain = stamp?.includes('.') ? 0 : 1000
      const whole = {start: momentIn(stamp), total: milliseconds(attributes['time']), grain}
      if (suites.length < mostSuites) suites.push({...whole, spent: 0, failed: [], isParallel: false})
      else isKnown = false
    },
    property(name: string, value: string): void {
      const suite = suites.at(-1)
      if (suite && name === 'ParallelTotal' && value !== '1') suite.isParallel = true
    },
    ran(time: string | undefined, isFailure: boolean): void {
      const suite = suites.at(-1)
      const took = milliseconds(time)
      if (!suite || took === null) {
        isKnown = false
        return
      }
      if (isFailure) suite.failed.push({from: suite.spent, to: suite.spent + took})
      suite.spent += took
    },
    result(framework: string): TestTimes | null {
      if (!isKnown || !orderly.includes(framework)) return null
      const all = course()
      for (const {start, total, grain, spent, failed, isParallel} of suites) {
        const rest = total === null ? Number.NEGATIVE_INFINITY : total - spent
        if (start === null || rest < -rounding || isParallel) {
          if (failed.length) return null
          continue
        }
        const slack = Math.max(0, rest) + grain
        for (const {from, to} of failed) all.ran(start + from, start + to + slack, true)
        all.ran(start, start + spent + slack, false)
      }
      return all.result()
    },
  }
}

/** Cases are rounded each on its own. */
const rounding = 100

function milliseconds(seconds: string | undefined): number | null {
  const n = Number((seconds ?? '').replaceAll(',', '') || Number.NaN)
  return Number.isFinite(n) && n >= 0 ? n * 1000 : null
}
