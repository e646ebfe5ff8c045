import type {Phase} from '../../model.ts'
import {clean} from './clean.ts'
import {located} from './located.ts'
import type {TestReader} from './reader.ts'
import {textFailures} from './text-failures.ts'

const FILE = /^(FAIL|PASS) (?:.* )?(\S+\.[cm]?[jt]sx?)(?: \([\d.]+ m?s\))?$/
const TITLE = /^ {0,4}● (?!Console$)(.+)$/
const TOTALS = /^(Tests|Test Suites): +(.*\d+ total)$/

/** Reads jest's console. Failures are printed twice in large runs, and counted once. */
export function jestReader(): TestReader {
  const failures = textFailures()
  const sum = {total: 0, passed: 0, failed: 0, skipped: 0, suites: 0}
  let counted = false
  let file = ''
  let first = 0
  let tests: number | null = null
  let verdict: number | null = null
  let seen = false

  function onTotals(n: number, what: string, parts: string): void {
    failures.end()
    const part = (key: string) => Number(new RegExp(`(\\d+) ${key}`).exec(parts)?.[1] ?? 0)
    verdict = n
    seen = true
    if (what === 'Tests') {
      counted = true
      sum.total += part('total')
      sum.passed += part('passed')
      sum.failed += part('failed')
      sum.skipped += part('skipped') + part('todo')
    } else sum.suites += part('failed')
  }

  return {
    busy: failures.open,
    line(n, raw) {
      const c = raw.charCodeAt(0)
      const starts = c === 70 || c === 80 || c === 84 || c === 0x25cf || c === 27
      if (!failures.open() && !starts && !(c === 32 && raw.includes('●'))) return
      const text = clean(raw)
      const title = text.includes('●') ? TITLE.exec(text)?.[1] : undefined
      const run = title === undefined ? FILE.exec(text) : null
      const totals = run || title !== undefined ? null : TOTALS.exec(text)
      if (run) {
        failures.end()
        file = run[2] ?? ''
        if (first === 0) first = n
        tests ??= n
        seen = true
      } else if (title !== undefined && seen) {
        // A file that does not compile has no test to name.
        failures.begin(n, title === 'Test suite failed to run' ? file : title)
      } else if (totals) onTotals(n, totals[1] ?? '', totals[2] ?? '')
      else failures.add(n, text)
    },
    result() {
      if (!seen) return null
      const {total, passed, skipped} = sum
      const none = counted && sum.total === 0
      // A suite that failed to run has no tests in the sum.
      const failed = counted ? Math.max(sum.failed, none ? sum.suites : 0) : failures.count()
      const phase: Phase = none && sum.suites > 0 ? 'setup' : 'tests'
      const tally = {
        total: counted ? total : null,
        ran: counted ? total - skipped : null,
        passed,
        failed,
        skipped,
        phase,
      }
      const lines = {verdict_line: verdict, tests_line: tests, first_line: first || (verdict ?? 1)}
      return located('jest', {...tally, ...lines}, failures.found())
    },
  }
}
