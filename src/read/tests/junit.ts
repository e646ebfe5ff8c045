import type {LocatedTests, Phase} from '../../model.ts'
import {distinct} from './ginkgo-suite.ts'
import {type Case, caseFailure, caseStage} from './junit-case.ts'
import {suiteTimes} from './junit-times.ts'
import {located} from './located.ts'
import {scanXml, type XmlEvent} from './xml.ts'

const FAILURES = new Set(['failure', 'error', 'rerunFailure', 'rerunError'])
const KEEP = 1000

interface Report {
  framework: string
  cases: number
  nodes: number
  passed: number
  failed: number
  skipped: number
  kept: {c: Case; kind: 'setup' | 'teardown' | null; isTest: boolean}[]
  /** From the attributes of the outermost suites. */
  declared: {tests: number; failed: number; skipped: number}
  depth: number
  firstLine: number | null
  firstCase: number | null
  times: ReturnType<typeof suiteTimes>
}

/** Reads JUnit XML of any writer; null where there is no `testsuite`. Cut or malformed files give what they hold. */
export function readJUnit(xml: string): LocatedTests | null {
  return scanJUnit(xml).tests
}

/** The same, and whether the file ends before its root does. */
export function scanJUnit(xml: string): {tests: LocatedTests | null; truncated: boolean} {
  const declared = {tests: 0, failed: 0, skipped: 0}
  const sums = {cases: 0, nodes: 0, passed: 0, failed: 0, skipped: 0}
  const r: Report = {
    framework: 'junit',
    ...sums,
    kept: [],
    declared,
    depth: 0,
    firstLine: null,
    firstCase: null,
    times: suiteTimes(),
  }
  const walk = caseWalker(r)
  const events = scanXml(xml)
  let step = events.next()
  for (; !step.done; step = events.next()) walk.event(step.value)
  walk.end()
  const truncated = step.value.truncated || r.depth > 0
  return {tests: r.firstLine === null ? null : resultOf(r), truncated}
}

function caseWalker(r: Report): {event(e: XmlEvent): void; end(): void} {
  let open: Case | null = null
  let failure: Case['failures'][number] | null = null
  let ignored = 0

  function onOpen(e: XmlEvent & {type: 'open'}): void {
    const a = e.attributes
    if (e.name === 'testsuites' || e.name === 'testsuite') onSuite(r, e)
    else if (e.name === 'property') {
      r.framework = frameworkOf(a['name'] ?? '') ?? r.framework
      r.times.property(a['name'] ?? '', a['value'] ?? '')
    } else if (e.name === 'testcase') {
      const place = {file: a['file'] ?? '', line: a['line'] ?? '', status: a['status'] ?? ''}
      const names = {name: a['name'] ?? '', className: a['classname'] ?? a['class'] ?? '', time: a['time']}
      open = {...names, ...place, from: e.line, to: e.line, skipped: false, failures: []}
      r.firstCase ??= e.line
      if (e.empty) onCase(e.line)
    } else if (open && FAILURES.has(e.name)) {
      const said = {
        message: a['message'] ?? '',
        type: a['type'] ?? '',
        text: '',
        file: a['file'] ?? '',
        line: a['line'] ?? '',
      }
      failure = {tag: e.name, ...said}
      open.failures.push(failure)
      if (e.empty) failure = null
    } else if (open && (e.name === 'skipped' || e.name === 'disabled')) open.skipped = true
    else if (open && !e.empty && e.name !== 'stackTrace') ignored++
  }

  function onCase(line: number): void {
    if (!open) return
    open.to = line
    const stage = caseStage(open)
    count(r, open, stage.isTest)
    r.times.ran(open.time, failed(open) && stage.isTest)
    if (failed(open) && r.kept.length < KEEP) r.kept.push({c: open, ...stage})
    open = failure = null
    ignored = 0
  }

  return {
    event(e) {
      if (e.type === 'open') onOpen(e)
      else if (e.type === 'text') {
        if (failure && ignored === 0 && failure.text.length < 20_000) failure.text += e.text
      } else if (e.name === 'testcase') onCase(e.line)
      else if (e.name === 'testsuite' || e.name === 'testsuites') r.depth--
      else if (FAILURES.has(e.name)) failure = null
      else if (ignored > 0 && e.name !== 'stackTrace' && e.name !== 'skipped') ignored--
    },
    /** A report that is cut within a case still says that it failed. */
    end: () => onCase(open?.from ?? 1),
  }
}

function failed(c: Case): boolean {
  return c.failures.length > 0
}

function count(r: Report, c: Case, isTest: boolean): void {
  if (!isTest) {
    // A module that pytest could not import is no test, but it counts as failed.
    r.nodes++
    if (c.failures[0]?.message === 'collection failure') r.failed++
    return
  }
  r.cases++
  if (failed(c)) r.failed++
  else if (c.skipped || /^(?:skipped|pending|disabled|notrun)$/i.test(c.status)) r.skipped++
  else r.passed++
}

function onSuite(r: Report, e: XmlEvent & {type: 'open'}): void {
  r.firstLine ??= e.line
  const n = (key: string) => Math.max(0, Number((e.attributes[key] ?? '').replaceAll(',', '')) || 0)
  // Sums stand in the root, or where it has none, in the suites right below it; deeper ones repeat them.
  const outer =
    r.depth === 0 || (r.depth === 1 && r.declared.tests === 0) || (r.depth === 1 && topLevel.has(r))
  if (outer && e.attributes['tests'] !== undefined) {
    if (r.depth === 1) topLevel.add(r)
    r.declared.tests += n('tests')
    r.declared.failed += n('failures') + n('errors')
    r.declared.skipped += n('skipped') + n('disabled')
  }
  if (e.attributes['name'] === 'pytest') r.framework = 'pytest'
  if (e.name === 'testsuite') r.times.suite(e.attributes)
  if (!e.empty) r.depth++
}
const topLevel = new WeakSet<Report>()

function frameworkOf(property: string): string | null {
  if (property === 'SuiteSucceeded') return 'ginkgo'
  return property === 'go.version' ? 'gotest' : null
}

function resultOf(r: Report): LocatedTests {
  // A report that lists fewer cases than it declares was trimmed: its sums are all that is known.
  const trimmed = r.framework !== 'ginkgo' && r.declared.tests > r.cases + r.nodes
  const d = r.declared
  const nameless = r.framework === 'ginkgo' && r.cases === 0 && r.nodes > 0
  const total = trimmed ? d.tests : r.cases
  const failedCount = trimmed ? Math.max(d.failed, r.failed) : r.failed
  const skipped = trimmed ? Math.max(d.skipped, r.skipped) : r.skipped
  const passed = trimmed ? Math.max(0, total - failedCount - skipped) : r.passed
  const kinds = r.kept.map(k => k.kind)
  const ran = total - skipped
  const nothing = r.passed === 0 && kinds.every(k => k !== null)
  const setup = kinds.includes('setup') && nothing
  const teardown = kinds.length > 0 && kinds.every(k => k === 'teardown')
  const phase: Phase = setup ? 'setup' : teardown ? 'teardown' : 'tests'
  const real = r.kept.filter(
    k => !/Interrupted by Other Ginkgo Process|failed on Ginkgo parallel process/.test(texts(k.c)),
  )
  const found = distinct(
    (real.length > 0 ? real : r.kept).map(({c, kind}) => ({...caseFailure(c), kind, from: c.from, to: c.to})),
  )
  const lines = {verdict_line: null, tests_line: r.firstCase, first_line: r.firstLine ?? 1}
  const tests = located(
    r.framework,
    {total: nameless ? null : total, ran, passed, failed: failedCount, skipped, phase, ...lines},
    found,
  )
  const times = r.times.result(r.framework)
  return times ? {...tests, times} : tests
}

function texts(c: Case): string {
  return c.failures.map(f => f.message + f.text.slice(0, 500)).join('\n')
}
