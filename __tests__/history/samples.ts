import type {Diagnosis, Report, Run, SuiteReport, SuiteStatus} from '../../src/model.ts'

export const aRun = (more: Partial<Run> = {}): Run => ({
  repository: 'o/r',
  id: 100,
  attempt: 1,
  url: null,
  workflow: 'CI',
  event: 'pull_request',
  head_sha: 'a'.repeat(40),
  head_branch: 'feature',
  pull_request: 7,
  created_at: '2026-02-10T12:00:00Z',
  ...more,
})
export const onMain = (id: number, day: string): Run =>
  aRun({
    id,
    event: 'push',
    head_sha: String(id).padEnd(40, '0'),
    head_branch: 'main',
    pull_request: null,
    created_at: `${day}T12:00:00Z`,
  })

/** `cause: null`: nobody knows why. */
export function suite(status: SuiteStatus, cause: string | null = null, signature = ''): SuiteReport {
  const family = 'family'
  const diagnosis: Diagnosis = {
    state: cause === null ? 'unclassified' : 'confirmed',
    root_cause:
      cause === null
        ? null
        : {pattern: cause, family, title: cause, confidence: 0.9, captures: {}, evidence: []},
    chain:
      cause === null ? [] : [{pattern: 'setup-failed', family, title: 'x', role: 'symptom', evidence: []}],
    hypotheses: [],
    excerpt: [],
    signature,
  }
  return {
    service: 'gateway',
    name: 'Gateway',
    status,
    severity: null,
    job: null,
    tests: null,
    sources: [],
    diagnosis: status === 'failed' || status === 'timed_out' ? diagnosis : null,
    fix: null,
    history: null,
  }
}

export const aReport = (run: Run, ...suites: SuiteReport[]): Report => ({
  schema_version: 1,
  tool: {name: 'e2e-triage', version: '1.0.0', catalog: 'sha256:x'},
  run,
  totals: {suites: 1, passed: 0, failed: 1, classified: 1, unclassified: 0, needs_fix: 0},
  incomplete: [],
  suites,
  common_causes: [],
  fixes: [],
  remaining_work: [],
})
