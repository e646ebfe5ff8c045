import type {Severity, SuiteReport, SuiteStatus, TestResult} from '../model.ts'

/** Whether the suite ran and did not pass. A suite that never ran has not failed. */
export function hasFailed(suite: {status: SuiteStatus}): boolean {
  return suite.status === 'failed' || suite.status === 'timed_out' || suite.status === 'cancelled'
}

/** Whether we know why: the diagnosis names a root cause, confirmed or likely. */
export function isClassified(suite: Pick<SuiteReport, 'diagnosis'>): boolean {
  return suite.diagnosis?.state === 'confirmed' || suite.diagnosis?.state === 'likely'
}

/**
 * How bad it is: P0 where no test could run, P1 where some tests failed or were cut short, P2 where only
 * teardown or reporting failed. Where nothing shows that a test ran, the worst is assumed: P0.
 */
export function severity(status: SuiteStatus, tests: TestResult | null): Severity | null {
  if (status === 'missing') return 'P0'
  if (!hasFailed({status})) return null
  if (!tests || tests.phase === 'setup' || tests.ran === 0) return 'P0'
  if (tests.phase === 'teardown') return 'P2'
  if (tests.failed > 0 || tests.failures.length > 0 || status !== 'failed') return 'P1'
  return tests.passed > 0 ? 'P2' : 'P1'
}

const RANK: Record<SuiteStatus, number> = {
  failed: 0,
  timed_out: 0,
  cancelled: 0,
  missing: 1,
  pending: 2,
  passed: 3,
  skipped: 4,
}

/** Failed suites first, P0 before P1 before P2, those that need no fix last of them; within that as they came. */
export function order(suites: SuiteReport[]): SuiteReport[] {
  const needsNone = ({diagnosis, fix}: SuiteReport) => Number(diagnosis?.root_cause != null && fix === null)
  return suites.toSorted(
    (a, b) =>
      RANK[a.status] - RANK[b.status] ||
      needsNone(a) - needsNone(b) ||
      (a.severity ?? 'P9').localeCompare(b.severity ?? 'P9', 'en'),
  )
}
