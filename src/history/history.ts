import type {History, Report, Run, SuiteReport} from '../model.ts'

const MAX_REPORTS = 30
const RED = new Set(['failed', 'timed_out'])

/** One suite's failure, as it is looked for in earlier reports. */
export interface Failure {
  run: Run
  service: string
  /** Pattern of the root cause, null where none was found; then the signature tells. */
  pattern: string | null
  signature: string | null
}

/** What a run of one service came to. `same`: this failure; `other`: another known one; `unclear`: nobody knows. */
type Seen = 'same' | 'other' | 'passed' | 'unclear'

/**
 * Earlier reports, oldest to newest, about one failure. `times_seen` counts earlier reports only. `seen_on_base` holds
 * until the base branch has passed again; then `first_seen` is the first time there, else the first time anywhere.
 * `flaky` needs the same suite with another result at the same commit: a missing result says nothing.
 */
export function history(input: {earlier: readonly Report[]; current: Failure; base: string | null}): History {
  const {current, base} = input
  const reports = input.earlier.slice(-MAX_REPORTS).filter(report => !sameAttempt(report.run, current.run))
  const seen = reports.map(report => ({run: report.run, what: look(report, current)}))
  const same = seen.filter(({what}) => what === 'same')
  const green = seen.filter(({what}) => what === 'passed')
  const streak = seen.filter(({run}) => onBase(run, base))
  const since = streak.slice(streak.findLastIndex(({what}) => what === 'passed') + 1)
  const red = since.filter(({what}) => what === 'same')
  const failing = new Set([current.run.head_sha, ...same.map(({run}) => run.head_sha)])
  return {
    seen_on_base: red.length > 0,
    first_seen: earliest((red.length > 0 ? red : same).map(({run}) => run.created_at)),
    times_seen: same.length,
    flaky: green.some(({run}) => run.head_sha !== null && failing.has(run.head_sha)),
  }
}

/** Earlier reports as evidence for or against fixes: the patterns of each service that has a clear verdict. */
export function later(
  earlier: readonly Report[],
  tested: Run,
): {head_sha: string; created_at: string | null; service_patterns: Record<string, string[]>}[] {
  return earlier.slice(-MAX_REPORTS).flatMap(({run, suites}) => {
    if (run.head_sha === null || run.head_sha === tested.head_sha || sameAttempt(run, tested)) return []
    const verdicts = suites.flatMap(suite => {
      const patterns = verdict(suite)
      return patterns ? [[suite.service, patterns] as const] : []
    })
    return [
      {head_sha: run.head_sha, created_at: run.created_at, service_patterns: Object.fromEntries(verdicts)},
    ]
  })
}

/** The patterns that a suite showed: none where it passed, null where its failure is not understood. */
function verdict({status, diagnosis}: SuiteReport): string[] | null {
  if (status === 'passed') return []
  if (!RED.has(status) || !diagnosis?.root_cause) return null
  return [...new Set([diagnosis.root_cause.pattern, ...diagnosis.chain.map(link => link.pattern)])]
}

function look(report: Report, {service, pattern, signature}: Failure): Seen {
  const suite = report.suites.find(one => one.service === service)
  if (!suite) return 'unclear'
  if (suite.status === 'passed') return 'passed'
  if (!RED.has(suite.status) || !suite.diagnosis) return 'unclear'
  const cause = suite.diagnosis.root_cause?.pattern ?? null
  if (pattern !== null) return cause === pattern ? 'same' : cause !== null ? 'other' : 'unclear'
  if (cause !== null) return 'other'
  return signature !== null && signature !== '' && suite.diagnosis.signature === signature
    ? 'same'
    : 'unclear'
}

/** A fork's branch may be called like the base branch: only a run without a pull request is the base's own. */
const onBase = (run: Run, base: string | null): boolean =>
  base !== null &&
  run.head_branch === base &&
  run.pull_request === null &&
  !run.event?.startsWith('pull_request')

const sameAttempt = (a: Run, b: Run): boolean => a.id !== null && a.id === b.id && a.attempt === b.attempt

function earliest(times: readonly (string | null)[]): string | null {
  const known = times.filter(time => time !== null)
  return known.length > 0 ? known.reduce((a, b) => (Date.parse(b) < Date.parse(a) ? b : a)) : null
}
