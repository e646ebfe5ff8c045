import type {Phase} from '../../model.ts'
import type {ClosedSuite} from './ginkgo-suite.ts'
import {MAX_FAILURES} from './located.ts'

/** The counts of all suites of a log; `broken` suites did not compile. */
export function sum(suites: readonly ClosedSuite[], broken: number) {
  const add = (pick: (s: ClosedSuite) => number) => suites.reduce((n, s) => n + pick(s), 0)
  // One suite that was cut short makes the sum unknown: a number that is too low would be believed.
  const whole = (pick: (s: ClosedSuite) => number | null) =>
    suites.length === 0 || suites.some(s => pick(s) === null) ? null : add(s => pick(s) ?? 0)
  const failing = suites.filter(s => s.failing)
  const setup = failing.length + broken > 0 ? failing.every(s => s.setup) : unstarted(suites)
  const teardown = broken === 0 && failing.length > 0 && failing.every(s => s.teardown)
  const phase: Phase = setup ? 'setup' : teardown ? 'teardown' : 'tests'
  return {
    total: whole(s => s.total),
    ran: suites.length === 0 ? 0 : whole(s => s.ran),
    passed: add(s => s.passed),
    failed: add(s => s.failed) + broken,
    skipped: add(s => s.skipped),
    phase,
  }
}

/** Whether the log ends before the first spec. */
function unstarted(suites: readonly ClosedSuite[]): boolean {
  return suites.every(s => s.ran === null && s.passed === 0)
}

/** Adds a suite, and no more failures than the result may have: a log can hold thousands of suites. */
export function keep(suites: ClosedSuite[], closed: ClosedSuite): void {
  const room = MAX_FAILURES - suites.reduce((n, s) => n + s.found.length, 0)
  suites.push({...closed, found: closed.found.slice(0, Math.max(0, room))})
}
