import type {LocatedTests, Phase} from '../../model.ts'
import {course, momentIn} from './course.ts'
import {isCascade, nodeKind} from './ginkgo-lines.ts'
import {distinct} from './ginkgo-suite.ts'
import {type Found, located} from './located.ts'

const FAILED = new Set(['failed', 'aborted', 'panicked', 'interrupted', 'timedout'])

/** Reads Ginkgo's `--json-report`; null where the text is something else, or is cut and so no JSON. */
export function readGinkgoReport(json: string): LocatedTests | null {
  let data: unknown
  try {
    data = JSON.parse(json)
  } catch {
    return null
  }
  const reports = list(data).filter(r => 'SuitePath' in r || 'SpecReports' in r)
  if (reports.length === 0) return null
  const lineOf = specLines(json)
  const times = course()
  const sum = {total: 0, ran: 0, passed: 0, failed: 0, skipped: 0}
  const found: (Found & {kind: 'setup' | 'teardown' | null; cascade: boolean})[] = []
  let spec = 0
  for (const report of reports) {
    const specs = number(record(report['PreRunStats'])['TotalSpecs'])
    const before = {ran: sum.ran, found: found.length}
    sum.total += specs
    for (const r of list(report['SpecReports'])) {
      const span = {from: lineOf[spec] ?? 1, to: Math.max((lineOf[spec + 1] ?? 2) - 1, lineOf[spec] ?? 1)}
      spec++
      const state = string(r['State'])
      if (string(r['LeafNodeType']) === 'It') {
        count(sum, state)
        const to = momentIn(string(r['EndTime']))
        if (state === 'passed' || FAILED.has(state))
          times.ran(momentIn(string(r['StartTime'])), to, FAILED.has(state))
      }
      if (FAILED.has(state)) found.push({...failureOf(r), ...span})
    }
    // Ginkgo reports no spec at all where a set-up failed, and its console says that all were skipped.
    const stopped = sum.ran === before.ran && found.slice(before.found).some(f => f.kind === 'setup')
    if (stopped) sum.skipped += specs
  }
  const real = found.filter(f => !f.cascade)
  const kept = distinct(real.length > 0 ? real : found)
  const setup = sum.ran === 0 && kept.some(f => f.kind === 'setup')
  const teardown = kept.length > 0 && kept.every(f => f.kind === 'teardown')
  const phase: Phase = setup ? 'setup' : teardown ? 'teardown' : 'tests'
  const lines = {verdict_line: null, tests_line: sum.ran > 0 ? (lineOf[0] ?? 1) : null, first_line: 1}
  const tests = located('ginkgo', {...sum, phase, ...lines}, kept)
  const ran = times.result()
  return ran ? {...tests, times: ran} : tests
}

function count(sum: {ran: number; passed: number; failed: number; skipped: number}, state: string): void {
  if (state === 'passed') sum.passed++
  else if (FAILED.has(state)) sum.failed++
  else if (state === 'skipped') sum.skipped++
  if (state === 'passed' || FAILED.has(state)) sum.ran++
}

function failureOf(r: Record<string, unknown>) {
  const failure = record(r['Failure'])
  const type = string(r['LeafNodeType'])
  const leaf = string(r['LeafNodeText'])
  const containers = Array.isArray(r['ContainerHierarchyTexts'])
    ? r['ContainerHierarchyTexts'].map(string)
    : []
  // The console puts the node that failed before the text that it belongs to.
  const node = string(failure['FailureNodeType']) || type
  const index =
    string(failure['FailureNodeContext']) === 'in-container'
      ? number(failure['FailureNodeContainerIndex'])
      : -1
  const parts =
    index >= 0 ? containers.map((c, i) => (i === index ? `${c} [${node}]` : c)) : [...containers, `[${node}]`]
  const labels = [r['ContainerHierarchyLabels'], r['LeafNodeLabels']].flat(2).map(string)
  const tail = [...new Set(labels)].filter(l => l !== '').join(', ')
  const spec = [...parts, leaf, ...(tail ? [`[${tail}]`] : [])].join(' ')
  const name = nodeKind(type) ? `[${type}] ${leaf}` : spec
  const more = string(
    record(failure['AdditionalFailure'])['Message'] ??
      record(record(failure['AdditionalFailure'])['Failure'])['Message'],
  )
  const message = [string(failure['Message']), string(failure['ForwardedPanic']), more]
    .filter(m => m !== '')
    .join('\n')
  const kind = nodeKind(type)
  return {
    name: name.trim(),
    location: placeOf(failure, r),
    message,
    kind,
    cascade: isCascade(message),
  }
}

/** A nil pointer is raised in the runtime: then the node's own place tells more. */
function placeOf(failure: Record<string, unknown>, r: Record<string, unknown>): string {
  const own = place(failure['FailureNodeLocation']) || place(r['LeafNodeLocation'])
  const at = place(failure['Location'])
  return at === '' || /\/src\/runtime\/\w+\.go:/.test(at) ? own : at
}

function place(value: unknown): string {
  const at = record(value)
  const file = string(at['FileName'])
  return file === '' ? '' : `${file}:${number(at['LineNumber'])}`
}

/** The lines of the specs, in their order: each has one `LeafNodeType`. */
function specLines(json: string): number[] {
  const lines: number[] = []
  let line = 1
  let from = 0
  for (let at = json.indexOf('"LeafNodeType":'); at >= 0; at = json.indexOf('"LeafNodeType":', at + 1)) {
    for (let i = json.indexOf('\n', from); i >= 0 && i < at; i = json.indexOf('\n', from)) {
      line++
      from = i + 1
    }
    lines.push(line)
  }
  return lines
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}
function list(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.map(record) : []
}
function string(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
function number(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : 0
}
