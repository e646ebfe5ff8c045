import type {Phase} from '../../model.ts'
import {clean} from './clean.ts'
import {type GoEvent, goEvent} from './gotest-event.ts'
import {eventReader} from './gotest-json.ts'
import {addOutput, newOutput, type Output} from './gotest-output.ts'
import {type Outcome, testBook} from './gotest-tests.ts'
import {located} from './located.ts'
import type {TestReader} from './reader.ts'

const RESULT = /^\s*--- (FAIL|PASS|SKIP): (\S+) \([\d.]+s\)$/
// A test that ends its output without a newline pushes its result to the end of that line.
const GLUED = /--- (FAIL|PASS|SKIP): (Test\S*) \([\d.]+s\)$/
const STEP = /^=== (RUN|CONT|NAME|PAUSE)\s+(\S+)$/
const PACKAGE =
  /^(ok|FAIL|\?)\s+(\S*[A-Za-z]\S*)\s+(?:[\d.]+s\b|\(cached\)|\[(no test files|build failed|setup failed|no tests to run)\])/
const HASH = /^# (?:\[(\S+)\]|(\S+)(?: \[\S+\])?)$/
// Why the modules of a package could not be had; `go` prints it without naming the package.
const MODULES =
  /^go: .*(?:missing go\.sum entry|no required module provides|updates to go\.mod needed|dial tcp|module lookup disabled)/
const SUMMARY = /^=== (FAIL|SKIP): (\S+) (\S*) ?\([\d.]+s\)/
const DONE = /^DONE (?:(\d+) runs?, )?(\d+) tests?\b(.*) in [\d.]+m?s/
const RUNNING = /^\t\t(Test\S+) \([\d.a-zµ]+\)$/
// `=`, `-`, space, `F`, `o`, `?`, `#`, `p`, `f`, `D`, escape: how its lines begin.
const FIRST = new Set([...'=-F?#D\x1b'].map(c => c.charCodeAt(0)))
/** The package of console output is named after its tests. */
const HERE = ''

/** A reader that also takes lines of `go test -json` that are parsed already. */
export interface GoTestReader extends TestReader {
  event(line: number, event: GoEvent): void
}

/** Reads `go test`: plain, `-v`, `-json` and gotestsum. Subtests count as tests, as Go itself reports them. */
export function goTestReader(): GoTestReader {
  const book = testBook()
  const events = eventReader(book)
  let builds: {pkg: string; output: Output}[] = []
  let current: Output | null = null
  /** Whether passing tests are printed too, so that the sum is known. */
  let verbose = false
  let certain = false
  /** What gotestsum has summed up, and what had been counted line by line by then. */
  let done: {total: number; skipped: number; failed: number; counted: typeof book.count} | null = null

  function onPackage(n: number, m: RegExpExecArray): void {
    certain = true
    const name = m[2] ?? ''
    const broken = /^(?:build|setup)/.test(m[3] ?? '')
    const base = name.replace(/_test$/, '')
    const own = builds.filter(b => b.pkg === name || b.pkg.startsWith(base))
    const told = own.find(b => b.output.lines.length > 0) ?? builds.findLast(b => b.pkg === '') ?? own[0]
    const build = told?.output ?? newOutput(n)
    book.endPackage(HERE, name, m[1] === 'FAIL', n, broken ? build : null)
    builds = builds.slice(-50)
    current = null
  }

  function onStep(n: number, m: RegExpExecArray): void {
    certain = verbose = true
    current = m[1] === 'PAUSE' ? null : book.output(HERE, m[2] ?? '', n)
    if (current && m[1] !== 'RUN') book.goesOn(current, n)
    if (m[1] !== 'RUN') return
    book.marks.tests ??= n
    // Another run of tests has begun.
    book.marks.verdict = null
  }

  /** gotestsum repeats the failures at its end; formats other than `standard-*` print them only there. */
  function onSummary(n: number, m: RegExpExecArray): void {
    certain = true
    current = null
    const name = m[3] || (m[2] ?? '')
    if (m[1] === 'FAIL' && !book.known(name)) current = book.end(HERE, name, 'fail', n)
  }

  function onLine(n: number, text: string): void {
    const c = text.charCodeAt(0)
    if (c === 61) {
      const step = STEP.exec(text)
      if (step) return void onStep(n, step)
      const summary = SUMMARY.exec(text)
      if (summary) return void onSummary(n, summary)
    }
    const result = text.includes('--- ') ? (RESULT.exec(text) ?? GLUED.exec(text)) : null
    if (result) {
      certain = true
      if (result.index > 0) book.say(book.output(HERE, result[2] ?? '', n), n, text.slice(0, result.index))
      const outcome = (result[1] ?? '').toLowerCase() as Outcome
      const output = book.end(HERE, result[2] ?? '', outcome, n)
      // What follows a failed test may be its message; what follows another is nobody's.
      current = outcome === 'fail' ? output : null
      return
    }
    const pkg = c === 70 || c === 111 || c === 63 ? PACKAGE.exec(text) : null
    if (pkg) return void onPackage(n, pkg)
    if (c === 103 && MODULES.test(text)) {
      const output = newOutput(n)
      addOutput(output, n, text)
      builds.push({pkg: '', output})
    }
    const hash = c === 35 ? HASH.exec(text) : null
    if (hash) {
      current = newOutput(n)
      builds.push({pkg: hash[1] ?? hash[2] ?? '', output: current})
      if (builds.length > 200) builds.shift()
      return
    }
    const running = c === 9 ? RUNNING.exec(text)?.[1] : undefined
    if (running !== undefined) book.output(HERE, running, n)
    if (c === 82 && certain) book.add(HERE, '', n, text)
    if (current && text !== 'FAIL' && text !== 'PASS') book.say(current, n, text)
    else if (certain && /^(?:panic|fatal error): /.test(text))
      book.say((current = book.output(HERE, '', n)), n, text)
  }

  function onDone(n: number, text: string): void {
    const m = DONE.exec(text)
    if (!m) return
    const part = (what: string) => Number(new RegExp(`(\\d+) ${what}`).exec(m[3] ?? '')?.[1] ?? 0)
    // The sum of several runs of the same tests holds that of the first.
    if (m[1]) done = null
    done = {
      total: Number(m[2]) + (done?.total ?? 0),
      skipped: part('skipped') + (done?.skipped ?? 0),
      failed: part('failure') + part('error') + (done?.failed ?? 0),
      counted: {...book.count},
    }
    book.marks.verdict = n
    certain = true
  }

  function counts() {
    const {pass, fail, skip, broken} = book.count
    if (done) {
      const {counted} = done
      const failed = done.failed + fail + broken - counted.fail - counted.broken
      const skipped = done.skipped + skip - counted.skip
      const total = done.total + pass + fail + broken + skip - Object.values(counted).reduce((a, b) => a + b)
      return {total, ran: total - skipped, passed: Math.max(0, total - skipped - failed), failed, skipped}
    }
    const ran = verbose ? pass + fail : broken > 0 && pass + fail === 0 ? 0 : null
    const none = pass + fail + skip === 0 && broken > 0
    const total = verbose && !none ? pass + fail + skip : null
    return {total, ran, passed: pass, failed: fail + broken, skipped: skip}
  }

  return {
    busy: () => current !== null,
    line(n, raw) {
      const c = raw.charCodeAt(0)
      if (c === 123) {
        const e = goEvent(raw)
        if (e) return void this.event(n, e)
      }
      if (current === null && !FIRST.has(c) && !mayMatter(raw, c, certain)) return
      const text = clean(raw)
      if (c === 68) onDone(n, text)
      onLine(n, text)
    },
    event(n, e) {
      certain = verbose = true
      events.event(n, e)
    },
    result() {
      if (!certain) return null
      const {first, tests, verdict, brokeEarly} = book.marks
      const setup = book.count.fail === 0 && book.count.broken > 0 && brokeEarly
      const phase: Phase = setup ? 'setup' : 'tests'
      const lines = {verdict_line: verdict, tests_line: tests, first_line: first || (verdict ?? 1)}
      const result = located('gotest', {...counts(), phase, ...lines}, book.found())
      const times = events.times()
      return times ? {...result, times} : result
    },
  }
}

function mayMatter(raw: string, c: number, certain: boolean): boolean {
  if (c === 111) return raw.startsWith('ok ')
  if (c === 103) return raw.startsWith('go: ')
  if (c === 9 || c === 82 || c === 112 || c === 102) return certain
  return raw.includes('--- ')
}
