import type {Phase} from '../../model.ts'
import {clean} from './clean.ts'
import {located} from './located.ts'
import type {TestReader} from './reader.ts'
import {textFailures} from './text-failures.ts'

const PLAN = /^1\.\.(\d+)$/
const TAP = /^(not )?ok (\d+)(?: (.*))?$/
const PRETTY = /^ (✓|✗|-) (.+)$/
const PRETTY_SUM = /^(\d+) tests?, (\d+) failures?(?:, (\d+) skipped)?(?:, .*)?$/
const PLACE = /\(in test file (\S+), line (\d+)\)|\bin test file (\S+), line (\d+)/

/** Reads bats: TAP and pretty. `✓` and `✗` alone are other programs' too (kind): they count once bats shows itself. */
export function batsReader(): TestReader {
  const tap = textFailures()
  const pretty = textFailures()
  const sum = {passed: 0, failed: 0, skipped: 0}
  let framework = 'tap'
  let planned: number | null = null
  let total: {total: number; failed: number; skipped: number} | null = null
  let first = 0
  let prettyFirst = 0
  let tests: number | null = null
  let verdict: number | null = null
  let setup = 0
  let last = 0
  /** Numbers are missing: only tests that failed are printed. */
  let isQuiet = false

  function onTap(n: number, m: RegExpExecArray): void {
    tap.end()
    const name = (m[3] ?? '').replace(/^- /, '').replace(/ in \d+m?s$/, '')
    if (first === 0) first = n
    tests ??= n
    isQuiet ||= Number(m[2]) > last + 1
    last = Number(m[2])
    const todo = /(?:^| )# (?:skip|todo)\b/i.test(name)
    if (todo) sum.skipped++
    else if (m[1]) {
      sum.failed++
      if (/^setup_(?:file|suite)\b/.test(name)) setup++
      tap.begin(n, name || `test ${m[2]}`)
    } else sum.passed++
  }

  function onPlace(text: string, list: typeof tap): void {
    const m = PLACE.exec(text)
    if (!m) return
    framework = 'bats'
    list.place(`${m[1] ?? m[3]}:${m[2] ?? m[4]}`)
  }

  function onPretty(n: number, text: string): void {
    const m = PRETTY.exec(text)
    const end = m ? null : PRETTY_SUM.exec(text)
    if (m) {
      pretty.end()
      if (prettyFirst === 0) prettyFirst = n
      if (m[1] === '✗') pretty.begin(n, m[2] ?? '')
    } else if (end && prettyFirst > 0) {
      pretty.end()
      framework = 'bats'
      total = {total: Number(end[1]), failed: Number(end[2]), skipped: Number(end[3] ?? 0)}
      verdict = n
    } else if (pretty.open()) {
      if (text.includes('in test file')) onPlace(text, pretty)
      else pretty.add(n, text)
    }
  }

  return {
    busy: () => tap.open() || pretty.open(),
    line(n, raw) {
      const c = raw.charCodeAt(0)
      if (c === 84 && raw.startsWith('TAP version ')) planned ??= 0
      if (c === 110 || c === 111 || c === 49) {
        const text = clean(raw)
        const m = TAP.exec(text)
        const plan = m ? undefined : PLAN.exec(text)?.[1]
        if (m && (planned !== null || first > 0 || m[1])) return void onTap(n, m)
        if (plan !== undefined) {
          planned = (planned ?? 0) + Number(plan)
          return
        }
      }
      if (c === 35 && tap.open()) {
        const text = clean(raw).replace(/^# ?/, '')
        if (text.includes('in test file')) onPlace(text, tap)
        else tap.add(n, text)
      } else if (c === 32 || c === 27 || (c > 47 && c < 58 && prettyFirst > 0)) {
        if (c === 32 && !pretty.open() && raw.charCodeAt(1) < 128 && raw.charCodeAt(1) !== 45) return
        onPretty(n, clean(raw))
      }
    },
    result() {
      const lines = {verdict_line: verdict, tests_line: tests}
      if (total && first === 0) {
        const passed = total.total - total.failed - total.skipped
        const tally = {...total, ran: total.total - total.skipped, passed, phase: 'tests' as Phase}
        return located(
          'bats',
          {...tally, ...lines, tests_line: prettyFirst, first_line: prettyFirst},
          pretty.found(),
        )
      }
      if (first === 0) return null
      const ran = sum.passed + sum.failed
      const phase: Phase = setup > 0 && setup === sum.failed && sum.passed === 0 ? 'setup' : 'tests'
      const counts = {
        total: planned === null ? null : Math.max(planned, ran + sum.skipped),
        ran: planned === null || isQuiet ? null : ran,
      }
      return located(framework, {...counts, ...sum, phase, ...lines, first_line: first}, tap.found())
    },
  }
}
