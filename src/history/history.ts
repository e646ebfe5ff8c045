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
  // Who looks at an old run has reports of later ones too.
  const before = same.filter(({run}) => !isLater(run, current.run))
  const green = seen.filter(({what}) => what === 'passed')
  const streak = seen.filter(({run}) => onBase(run, base))
  const since = streak.slice(streak.findLastIndex(({what}) => what === 'passed') + 1)
  const red = since.filter(({what}) => what === 'same')
  const failing = new Set([current.run.head_sha, ...same.map(({run}) => run.head_sha)])
  return {
    seen_on_base: red.length > 0,
    first_seen: earliest((red.length > 0 ? red : before).map(({run}) => run.created_at)),
    times_seen: before.length,
    flaky: green.some(({run}) => run.head_sha !== null && failing.has(run.head_sha)),
  }
}

/**
 * What else earlier reports say of one failure: how many of them, and of the base branch, have a clear word about the
 * suite, whether the base branch had it and is `green` again, and which cause the last run of the same branch showed that this one no longer shows (a pattern, or null).
 * `shown`: all patterns that this run shows.
 */
export function compare(input: {
  earlier: readonly Report[]
  current: Failure
  base: string | null
  shown: readonly string[]
}): {compared: number; onBase: number; green: boolean; before: string | null} {
  const {current, base, shown} = input
  const {run} = current
  const told = input.earlier
    .slice(-MAX_REPORTS)
    .filter(report => run.id === null || report.run.id !== run.id)
    .flatMap(report => {
      const suite = report.suites.find(one => one.service === current.service)
      const patterns = suite ? verdict(suite) : null
      return suite && (patterns || RED.has(suite.status)) ? [{run: report.run, patterns}] : []
    })
  const clear = told.filter(({run: other, patterns}) => patterns !== null && onBase(other, base))
  const had = clear.some(({patterns}) => current.pattern !== null && patterns?.[0] === current.pattern)
  const last = told.filter(({run: other}) => sameBranch(other, run) && !isLater(other, run)).at(-1)
  const cause = last?.patterns?.[0] ?? null
  const gone = current.pattern !== null && cause !== null && !shown.includes(cause)
  return {
    compared: told.length,
    onBase: clear.length,
    green: had && clear.at(-1)?.patterns?.length === 0,
    before: gone ? cause : null,
  }
}

/** Heads of the runs that can verify a fix: those of the base branch, and all that are not older than `tested`. */
export const tellingHeads = (
  earlier: readonly Report[],
  tested: Run,
  base: string | null,
): (string | null)[] =>
  earlier.filter(({run}) => onBase(run, base) || isLater(run, tested)).map(({run}) => run.head_sha)

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

const sameBranch = (a: Run, b: Run): boolean =>
  a.pull_request === b.pull_request && (a.head_branch === b.head_branch || a.pull_request !== null)

const isLater = (a: Run, b: Run): boolean =>
  a.created_at !== null && b.created_at !== null && Date.parse(a.created_at) > Date.parse(b.created_at)

const sameAttempt = (a: Run, b: Run): boolean => a.id !== null && a.id === b.id && a.attempt === b.attempt

function earliest(times: readonly (string | null)[]): string | null {
  const known = times.filter(time => time !== null)
  return known.length > 0 ? known.reduce((a, b) => (Date.parse(b) < Date.parse(a) ? b : a)) : null
}
