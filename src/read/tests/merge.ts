import type {LocatedTests, Phase} from '../../model.ts'
import {located} from './located.ts'

/** One result out of several of one framework that ran side by side; null where there is none. */
export function mergeTests(results: readonly LocatedTests[]): LocatedTests | null {
  const [first] = results
  if (!first || results.length === 1) return first ?? null
  const add = (pick: (r: LocatedTests) => number) => results.reduce((n, r) => n + pick(r), 0)
  const whole = (pick: (r: LocatedTests) => number | null) =>
    results.some(r => pick(r) === null) ? null : add(r => pick(r) ?? 0)
  const lines = (pick: (r: LocatedTests) => number | null) => results.map(pick).filter(n => n !== null)
  const phases = new Set(results.filter(r => r.failed > 0 || r.failures.length > 0).map(r => r.phase))
  const phase: Phase = phases.size === 1 ? [...phases][0]! : 'tests'
  const [verdicts, starts] = [lines(r => r.verdict_line), lines(r => r.tests_line)]
  const found = results.flatMap(r => {
    const [more, count] = [r.blocks.slice(r.failures.length), r.failures.length]
    return r.failures.map((f, i) => ({
      ...f,
      ...(r.blocks[i] ?? {from: 1, to: 1}),
      ...(i === count - 1 ? {more} : {}),
    }))
  })
  const tally = {
    total: whole(r => r.total),
    ran: whole(r => r.ran),
    passed: add(r => r.passed),
    failed: add(r => r.failed),
    skipped: add(r => r.skipped),
    phase,
    // Beside a suite that was cut short there is no line after which all is clean-up.
    verdict_line: verdicts.length === results.length ? Math.max(...verdicts) : null,
    tests_line: starts.length > 0 ? Math.min(...starts) : null,
    first_line: Math.min(...results.map(r => r.first_line)),
  }
  return located(
    first.framework,
    tally,
    found.sort((a, b) => a.from - b.from),
  )
}
