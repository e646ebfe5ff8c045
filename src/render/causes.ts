import type {Fix, Report, SuiteReport} from '../model.ts'

/** One cause with the suites that it broke, and those in which only its symptom was seen. */
export interface Cause {
  pattern: string
  title: string
  suites: SuiteReport[]
  probable: SuiteReport[]
}

export function hasFailed(suite: SuiteReport): boolean {
  return suite.status === 'failed' || suite.status === 'timed_out' || suite.status === 'cancelled'
}

/** Whether the suite only repeats what others failed of: its cause is known, and there is nothing to fix. */
export const needsNothing = ({diagnosis, fix}: SuiteReport): boolean =>
  diagnosis?.root_cause != null && fix === null

/** Every established cause once, without those that only repeat others: the common ones first, as the report has them, then those of single suites. */
export function causes(report: Report): Cause[] {
  const find = (keys: string[]) => report.suites.filter(suite => keys.includes(suite.service))
  const common = report.common_causes.map(cause => ({
    pattern: cause.pattern,
    title: cause.title,
    suites: find(cause.suites),
    probable: find(cause.probable),
  }))
  const single = new Map<string, Cause>()
  for (const suite of report.suites) {
    const root = suite.diagnosis?.root_cause
    if (!hasFailed(suite) || !root || common.some(cause => cause.suites.includes(suite))) continue
    const key = `${root.pattern}\n${root.title}`
    const cause = single.get(key) ?? {pattern: root.pattern, title: root.title, suites: [], probable: []}
    cause.suites.push(suite)
    single.set(key, cause)
  }
  const all = [...common, ...single.values()].filter(cause => cause.suites.length > 0)
  const isRepeated = report.suites.some(suite => hasFailed(suite) && !needsNothing(suite))
  return isRepeated ? all.filter(cause => !cause.suites.every(needsNothing)) : all
}

/** Failed suites for which no cause is established, not even a probable one. */
export function unexplained(report: Report, known: readonly Cause[]): SuiteReport[] {
  const explained = new Set(known.flatMap(cause => [...cause.suites, ...cause.probable]))
  return report.suites.filter(suite => hasFailed(suite) && !explained.has(suite) && !needsNothing(suite))
}

/** Of suites whose cause is not known those that fail in the same words, the largest group first. */
export function alike(open: readonly SuiteReport[]): SuiteReport[][] {
  const groups = new Map<string, SuiteReport[]>()
  for (const suite of open) {
    const {state, signature} = suite.diagnosis ?? {state: 'no-evidence', signature: ''}
    if (state !== 'no-evidence' && signature !== '')
      groups.set(signature, [...(groups.get(signature) ?? []), suite])
  }
  return [...groups.values()].filter(group => group.length > 1).sort((a, b) => b.length - a.length)
}

/** The cause that a suite without one of its own is probably a victim of. */
export function probableCause(suite: SuiteReport, known: readonly Cause[]): Cause | null {
  return known.find(cause => cause.probable.includes(suite)) ?? null
}

/** Whether a fix has landed: then there is nothing to repair any more. */
export function hasLanded(fix: Fix | null): boolean {
  return fix?.status === 'fixed' || fix?.status === 'should-be-fixed'
}
