import type {Phase} from '../../model.ts'
import {clean} from './clean.ts'
import {located} from './located.ts'
import type {TestReader} from './reader.ts'
import {textFailures} from './text-failures.ts'

const COUNT = /^ {2}(\d+) (passing|failing|pending)(?: \([\d.]+(?:ms|s|m|h)\))?$/
const NUMBER = /^ {2}(\d+)\) (.*)$/

/** Reads mocha's `spec` console: the counts and the numbered failures below them. */
export function mochaReader(): TestReader {
  const failures = textFailures()
  const sum = {passing: 0, failing: 0, pending: 0}
  let title: {line: number; parts: string[]} | null = null
  let listing = false
  let first = 0
  let verdict: number | null = null
  let hooks = 0

  function begin(): void {
    if (!title) return
    const name = title.parts.join(' ').replace(/:$/, '')
    if (/"before (?:all|each)" hook/.test(name)) hooks++
    failures.begin(title.line, name)
    title = null
  }

  function onTitle(n: number, text: string): boolean {
    const m = NUMBER.exec(text)
    if (m) title = {line: n, parts: [(m[2] ?? '').trim()]}
    else if (title && text.trim() !== '' && title.parts.length < 20) title.parts.push(text.trim())
    else if (title) begin()
    else return false
    // The title ends with a colon, whatever number of suites it goes through.
    if (title && /:$/.test(text)) begin()
    return true
  }

  return {
    busy: () => listing,
    line(n, raw) {
      if (!listing) {
        if (raw.charCodeAt(raw.charCodeAt(0) === 27 ? 4 : 0) > 32 || !/(?:pass|fail|pend)ing/.test(raw))
          return
      } else if (raw.charCodeAt(0) > 32 && raw.charCodeAt(0) !== 27) {
        // The list is indented: what begins at the margin is the next program's.
        if (raw.trim() !== '') [listing, title] = [false, null]
        failures.end()
        return
      }
      const text = clean(raw)
      const m = COUNT.exec(text)
      if (m) {
        verdict ??= n
        if (first === 0) first = n
        const what = m[2] as keyof typeof sum
        sum[what] += Number(m[1])
        listing = what === 'failing'
      } else if (listing && !onTitle(n, text)) failures.add(n, text)
    },
    result() {
      if (first === 0) return null
      const {passing, failing, pending} = sum
      const setup = passing === 0 && failing > 0 && hooks === failing
      const phase: Phase = setup ? 'setup' : 'tests'
      const total = passing + failing + pending
      const tally = {total, ran: passing + failing, passed: passing, failed: failing, skipped: pending, phase}
      return located(
        'mocha',
        {...tally, verdict_line: verdict, tests_line: null, first_line: first},
        failures.found(),
      )
    },
  }
}
