import type {CommonCause, Diagnosis, Pattern} from '../model.ts'
import type {Knowledge} from './diagnose.ts'

/** A suite's key with its diagnosis. */
export interface Diagnosed {
  service: string
  diagnosis: Diagnosis | null
}

/**
 * Causes that stand behind several suites: same pattern and same `same_when` captures. A suite that shows only a symptom which
 * such a cause leads to, with a name in common, is probable: failing together is not evidence.
 */
export function commonCauses(suites: readonly Diagnosed[], knowledge: Knowledge): CommonCause[] {
  const groups = new Map<string, {pattern: Pattern; title: string; members: Diagnosed[]}>()
  for (const suite of suites) {
    const cause = suite.diagnosis?.root_cause
    const pattern = cause && knowledge.patterns.get(cause.pattern)
    if (!cause || !pattern) continue
    const key = JSON.stringify([pattern.id, ...pattern.same_when.map(name => cause.captures[name] ?? null)])
    const group = groups.get(key) ?? {pattern, title: cause.title, members: []}
    group.members.push(suite)
    groups.set(key, group)
  }
  return [...groups.values()]
    .map(({pattern, title, members}) => ({
      pattern: pattern.id,
      family: pattern.family,
      title,
      suites: members.map(s => s.service),
      probable: suites.filter(s => isProbable(s, members, pattern, knowledge)).map(s => s.service),
    }))
    .filter(common => common.suites.length + common.probable.length > 1)
    .sort(
      (a, b) =>
        b.suites.length - a.suites.length ||
        b.probable.length - a.probable.length ||
        a.pattern.localeCompare(b.pattern, 'en'),
    )
}

/**
 * Whether a suite shows only a symptom that the cause leads to: one that a suite with the cause shows by the same names, or any,
 * where the cause has no name of its own (a full disk) and broke several suites.
 */
function isProbable(
  suite: Diagnosed,
  members: readonly Diagnosed[],
  cause: Pattern,
  knowledge: Knowledge,
): boolean {
  if (suite.diagnosis?.state !== 'symptom-only') return false
  return suite.diagnosis.chain.some(own => {
    const symptom = knowledge.patterns.get(own.pattern)
    if (!symptom || knowledge.explains.distance(cause, symptom) === null) return false
    if (members.length > 1 && !cause.same_when.length) return true
    return members.some(m => m.diagnosis!.chain.some(l => l.pattern === own.pattern && l.title === own.title))
  })
}
