import type {
  CommonCause,
  Diagnosis,
  Findings,
  Fix,
  History,
  Note,
  Report,
  Run,
  Suite,
  SuiteReport,
} from '../model.ts'
import {fixList, remainingWork} from './lists.ts'
import {hasFailed, isClassified, order, severity} from './severity.ts'

/** What the stages before found out about one suite; null where a stage had nothing to do. */
export interface SuiteInput {
  suite: Suite
  findings: Findings | null
  diagnosis: Diagnosis | null
  fix: Fix | null
  history: History | null
}

export interface ReportInput {
  tool: {version: string; catalog: string}
  run: Run
  incomplete: Note[]
  suites: SuiteInput[]
  common_causes: CommonCause[]
}

/**
 * The whole result as data, in a fixed order: failed suites first, worst first, then as the jobs stand.
 * `totals.failed` counts failed, timed out and cancelled suites. A missing suite was not seen to fail: it is
 * a row, keeps the conclusion from being `passed`, and stands in no other total than `suites`.
 */
export function buildReport(input: ReportInput): Report {
  const suites = order(input.suites.map(suiteReport))
  const failed = suites.filter(hasFailed)
  const classified = failed.filter(isClassified).length
  return {
    schema_version: 1,
    tool: {name: 'e2e-triage', ...input.tool},
    run: input.run,
    totals: {
      suites: suites.length,
      passed: suites.filter(suite => suite.status === 'passed').length,
      failed: failed.length,
      classified,
      unclassified: failed.length - classified,
      needs_fix: failed.filter(
        suite => suite.fix?.status === 'needs-fix' || suite.fix?.status === 'ineffective',
      ).length,
    },
    incomplete: unique([...input.incomplete, ...input.suites.flatMap(s => s.findings?.incomplete ?? [])]),
    suites,
    common_causes: input.common_causes,
    fixes: fixList(suites),
    remaining_work: remainingWork(suites),
  }
}

function suiteReport({suite, findings, diagnosis, fix, history}: SuiteInput): SuiteReport {
  const tests = findings?.tests ?? null
  return {
    service: suite.service,
    name: suite.name,
    status: suite.status,
    severity: severity(suite.status, tests),
    job: jobReport(suite.job),
    tests: tests && {
      framework: tests.framework,
      total: tests.total,
      ran: tests.ran,
      passed: tests.passed,
      failed: tests.failed,
      skipped: tests.skipped,
      phase: tests.phase,
      failures: tests.failures,
    },
    sources: findings?.sources ?? [],
    diagnosis,
    fix,
    history,
  }
}

const BROKEN = ['failure', 'timed_out', 'cancelled']

function jobReport(job: Suite['job']): SuiteReport['job'] {
  if (!job) return null
  // `continue-on-error` steps have the conclusion `success` here, so they are never the failed step.
  const step = job.steps.find(s => BROKEN.includes(s.conclusion ?? ''))
  return {
    id: job.id,
    name: job.name,
    url: job.url,
    conclusion: job.conclusion,
    failed_step: step ? {number: step.number, name: step.name} : null,
  }
}

function unique(notes: Note[]): Note[] {
  const seen = new Map(notes.map(note => [JSON.stringify([note.what, note.why]), note]))
  return [...seen.values()]
}
