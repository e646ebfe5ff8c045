import type {
  DiagnosisState,
  EvidenceKind,
  Fix,
  FixState,
  Severity,
  SourceKind,
  SourceState,
  SuiteReport,
  SuiteStatus,
} from '../model.ts'

/** All that we say about states, in one place. Our words only: no text of a log ever passes through here. */
export const STATUS: Record<SuiteStatus, {icon: string; word: string}> = {
  passed: {icon: '✅', word: 'Passed'},
  failed: {icon: '❌', word: 'Failed'},
  timed_out: {icon: '⏱️', word: 'Timed out'},
  cancelled: {icon: '🚫', word: 'Cancelled'},
  skipped: {icon: '⏭️', word: 'Skipped'},
  pending: {icon: '⏳', word: 'Not finished'},
  missing: {icon: '❔', word: 'Never ran'},
}

const SEVERITY: Record<Severity, string> = {
  P0: 'no test could run',
  P1: 'some tests failed',
  P2: 'only clean-up or reporting failed',
}

export const FIX: Record<FixState, string> = {
  'needs-fix': '❌ NEEDS FIX',
  'in-review': '🔄 IN REVIEW',
  'should-be-fixed': '✅ SHOULD BE FIXED',
  fixed: '✅ FIXED',
  ineffective: '⚠️ FIX INEFFECTIVE',
  unknown: '❔ UNKNOWN',
}

/** What became of one of several fixes; other states (`open`, `reverted`, `not landed`) are shown as they are. */
export const FIX_REF: Record<string, string> = {
  verified: FIX.fixed,
  landed: FIX['should-be-fixed'],
  'in review': FIX['in-review'],
  ineffective: FIX.ineffective,
}

export const NEXT_RUN: Record<Fix['next_run'], string> = {
  'should-pass': 'should pass',
  'still-failing': 'will still fail',
  unknown: 'cannot be told',
}

/** `short` stands in the table, `long` in the suite's own section. */
export const STATE: Record<DiagnosisState, {short: string; long: string}> = {
  confirmed: {short: 'confirmed', long: 'confirmed'},
  likely: {short: 'likely', long: 'likely, not proven'},
  'symptom-only': {
    short: 'Cause not established, only a symptom',
    long: 'The cause is not established. What follows is a symptom: it shows that something broke, not what broke it.',
  },
  unclassified: {
    short: 'Not known yet',
    long: 'No pattern of the catalog explains this failure.',
  },
  'no-evidence': {
    short: 'Nothing to read',
    long: 'This suite left nothing that could be read, so nothing is said about its cause.',
  },
}

export const EVIDENCE: Record<EvidenceKind, string> = {
  'job-log': 'job log',
  'container-log': 'container log',
  'previous-log': "previous container's log",
  'node-log': 'node log',
  event: 'event',
  object: 'object',
  'test-report': 'test report',
  file: 'file',
}

export const SOURCE: Record<SourceKind, string> = {
  'job-log': 'job log',
  bundle: 'bundle',
  'test-report': 'test report',
}

export const SOURCE_STATE: Record<SourceState, string> = {
  read: 'read',
  missing: 'missing',
  expired: 'expired',
  empty: 'empty',
  unreadable: 'unreadable',
  truncated: 'read in part',
}

/** The tests in a few words: `9 of 98 failed`, `0 of 30 ran`. Empty where no test output was found. */
export function testsInWords({tests}: Pick<SuiteReport, 'tests'>): string {
  if (!tests) return ''
  const total = tests.total ?? tests.ran
  const of = total === null ? '' : ` of ${total}`
  if (tests.ran === 0 || (tests.phase === 'setup' && tests.passed === 0)) return `0${of} ran`
  if (tests.phase === 'teardown' && tests.failed === 0) return `${tests.passed}${of} passed, clean-up failed`
  const cut = tests.ran !== null && total !== null && tests.ran < total ? `, ${tests.ran} ran` : ''
  return tests.failed > 0 ? `${tests.failed}${of} failed${cut}` : `${tests.passed}${of} passed${cut}`
}

/** `P1, some tests failed`. Empty where nothing failed. */
export function severityInWords({severity, tests, status}: SuiteReport): string {
  if (!severity || status === 'missing') return severity ?? ''
  return `${severity}, ${tests ? SEVERITY[severity] : 'no test is known to have run'}`
}

/** `1 suite`, `2 suites`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`
}

/** `97 %`; never more certain than 99. */
export function percent(share: number): string {
  return `${Math.min(99, Math.round(share * 100))} %`
}
