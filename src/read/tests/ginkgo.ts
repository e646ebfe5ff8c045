import {clean} from './clean.ts'
import {crashReader} from './ginkgo-crash.ts'
import {
  ENTRY,
  type Header,
  LOCATION,
  mayMatter,
  RAN,
  SUCCINCT,
  SUITE,
  SUMMARY,
  WILL_RUN,
} from './ginkgo-lines.ts'
import {credible} from './ginkgo-loose.ts'
import {specReader} from './ginkgo-spec.ts'
import {type ClosedSuite, closeSuite, newSuite, type Suite} from './ginkgo-suite.ts'
import {keep, sum} from './ginkgo-sum.ts'
import {wrappedEntry} from './ginkgo-wrapped.ts'
import {located, MAX_FAILURES} from './located.ts'
import type {TestReader} from './reader.ts'

// What a summary's entry names, where no `Summarizing` line came before it.
const NODE_NAMED = /^(?!in \[).*\[(?:It|[A-Za-z]+(?:Each|All|Suite))\]/
/** A reader that is told of lines that it was not given: an excerpt of few lines is believed more. */
export interface GinkgoReader extends TestReader {
  /** `count` lines were left out, `to` being the last of them. */
  skip(count: number, to: number): void
}

/** Reads the console output of Ginkgo v2: serial, parallel, succinct, `-v`, `-vv`, under `go test`, or an excerpt. */
export function ginkgoReader(): GinkgoReader {
  const crashes = crashReader()
  const totals: ClosedSuite[] = []
  let suite: Suite | null = null
  const wrapped = wrappedEntry(onEntry)
  let summary = false
  let first = 0
  let seen = 0
  let last = 0
  let tests: number | null = null
  let verdict: number | null = null

  const specs = specReader({
    failed: f => {
      const s = at(f.from)
      const list = f.headed ? s.failures : s.loose
      if (f.headed) s.certain = true
      if (f.headed && f.kind === null) s.failedSeen++
      // Echoes may outnumber what can be kept; the failure itself may come last.
      if (list.length < MAX_FAILURES * 2) list.push(f)
    },
    ended: (h: Header) => {
      if (suite && h.node === null && (h.outcome === 'passed' || h.outcome === 'flaked')) suite.passedSeen++
    },
    started: begun,
  })

  function at(line: number): Suite {
    if (first === 0) first = line
    suite ??= newSuite(line, '')
    return suite
  }

  function begun(line: number): void {
    if (suite) tests ??= line
  }

  function open(line: number, name: string): Suite {
    end(line - 1, true)
    verdict = null
    const s = at(line)
    s.name = name
    s.certain = true
    return s
  }

  function end(line: number, complete: boolean): void {
    specs.close(line)
    summary = false
    if (!suite) return
    suite.loose = credible(suite.loose, suite.certain, seen)
    if (suite.certain || suite.loose.length > 0 || suite.entries.length > 0)
      keep(totals, closeSuite(suite, complete))
    suite = null
  }

  function onText(n: number, text: string): void {
    const c = text.charCodeAt(0)
    if (c === 0x2022 || c === 83 || c === 80) dots(n, text)
    if (c === 82 && onR(n, text)) return
    if (c === 91) {
      const m = SUCCINCT.exec(text)
      if (m) return void onSuccinct(n, m)
    }
    if (c === 87 && suite) {
      const m = WILL_RUN.exec(text)
      if (m) [suite.willRun, suite.total] = [Number(m[1]), Number(m[2])]
    } else if (c === 83 && SUMMARY.test(text)) {
      specs.close(n - 1)
      at(n).certain = true
      summary = true
      verdict = n
    } else if ((c === 83 || c === 70) && /^(?:SUCCESS!|FAIL!)/.test(text)) onResult(n, text)
    else if (
      c === 71 &&
      /^Ginkgo ran \d+ suites? in |^Ginkgo timed out waiting for all parallel procs/.test(text)
    ) {
      const cut = suite !== null && suite.counts === null && suite.ran === null
      if (suite || totals.length > 0) end(n - 1, text.startsWith('Ginkgo ran'))
      if (cut) verdict = n
    }
    const entry = summary || (!specs.busy() && text.includes('[')) ? ENTRY.exec(text)?.[2] : undefined
    if (entry !== undefined && (summary || NODE_NAMED.test(entry))) onEntry(n, entry)
    else if (!summary && wrapped.line(n, text)) at(n).certain = true
    else if (summary && suite) onEntryPlace(n, text)
    else specs.line(n, text)
  }

  /** Specs without output are one character each, and a test's own text may follow them. */
  function dots(n: number, text: string): void {
    const run = /^[•SP↺]+/.exec(text)?.[0] ?? ''
    const ran = run.split('•').length - 1 + run.split('↺').length - 1
    if (!suite || /^[•↺SP] \[/.test(text) || (ran === 0 && run !== text)) return
    if (ran > 0) begun(n)
    suite.passedSeen += ran
    suite.skippedSeen += run.split('S').length - 1
    suite.pendingSeen += run.split('P').length - 1
    if (/SUCCESS! [\d.]+[nµmsh]/.test(text)) end(n, true)
  }

  function onSuccinct(n: number, m: RegExpExecArray): void {
    const s = open(n, m[1] ?? '')
    s.succinct = true
    s.willRun = Number(m[2])
    s.total = Number(m[3])
    dots(n, m[4] ?? '')
    if (/SUCCESS! [\d.]+[nµmsh]/.test(m[4] ?? '')) end(n, true)
  }

  function onR(n: number, text: string): boolean {
    const name = SUITE.exec(text)?.[1]
    if (name !== undefined) open(n, name)
    const ran = RAN.exec(text)
    if (ran) {
      specs.close(n - 1)
      const s = at(n)
      s.certain = true
      s.ran = Number(ran[1])
      s.total = Number(ran[2])
      if (!summary) verdict = n
      summary = false
    }
    return name !== undefined || ran !== null
  }

  function onResult(n: number, text: string): void {
    const count = (what: string) => Number(new RegExp(`(\\d+) ${what}\\b`).exec(text)?.[1] ?? Number.NaN)
    const [passed, failed, skipped] = [count('Passed'), count('Failed'), count('Skipped')]
    const counted = !Number.isNaN(passed) && !Number.isNaN(failed)
    if (!counted && !text.includes('node failed')) return
    specs.close(n - 1)
    const s = at(n)
    s.certain = true
    verdict ??= n
    summary = false
    if (counted) s.counts = {passed, failed, skipped: Number.isNaN(skipped) ? 0 : skipped}
    else s.ran ??= 0
  }

  function onEntry(n: number, name: string): void {
    const s = at(n)
    s.certain = true
    if (s.entries.length < MAX_FAILURES * 2)
      s.entries.push({name: name.trim(), location: '', from: n, to: n, taken: false})
    s.summarized = true
  }

  function onEntryPlace(n: number, text: string): void {
    const entry = suite?.entries.at(-1)
    const place = LOCATION.exec(text)?.[1]
    if (entry && entry.location === '' && place) [entry.location, entry.to] = [place, n]
  }

  const busy = () => specs.busy() || summary || crashes.busy() || wrapped.open()
  return {
    busy,
    skip(count, to) {
      seen += count
      last = to
    },
    line(n, raw) {
      seen++
      last = n
      if (!busy() && !mayMatter(raw)) return
      const text = clean(raw)
      const crash = crashes.line(n, text)
      if (crash && suite) {
        crash.name = suite.name || crash.name
        suite.crash ??= crash
      }
      onText(n, text)
    },
    result() {
      end(last, false)
      const broken = crashes.failures()
      if (totals.length === 0 && broken.length === 0) return null
      const tally = {...sum(totals, broken.length), verdict_line: verdict, tests_line: tests}
      const found = [...totals.flatMap(t => t.found), ...broken].sort((a, b) => a.from - b.from)
      return located('ginkgo', {...tally, first_line: first || (broken[0]?.from ?? 1)}, found)
    },
  }
}
