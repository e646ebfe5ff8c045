import type {FixRefReport, Report, SuiteReport} from '../model.ts'
import {hasFailed} from './severity.ts'

/** Every fix that any suite waits for or already has, once, with the services that it is for. */
export function fixList(suites: SuiteReport[]): Report['fixes'] {
  const list = new Map<string, Report['fixes'][number]>()
  for (const suite of suites) {
    for (const ref of suite.fix?.refs ?? []) {
      const name = refName(ref)
      const entry = list.get(name) ?? {ref: name, summary: summaryOf(ref, suite), services: []}
      if (!entry.services.includes(suite.service)) entry.services.push(suite.service)
      list.set(name, entry)
    }
  }
  return [...list.values()]
}

/** What people still have to do, suite by suite. A fix that has landed leaves nothing to do, nor does a cause that needs none. */
export function remainingWork(suites: SuiteReport[]): Report['remaining_work'] {
  return suites.flatMap(suite => {
    const what = workOn(suite)
    return what === null ? [] : [{service: suite.service, what}]
  })
}

function workOn(suite: SuiteReport): string | null {
  if (suite.status === 'missing') return 'Find out why this suite never ran'
  if (!hasFailed(suite)) return null
  const {diagnosis, fix} = suite
  const cause = diagnosis?.root_cause?.title
  if (!diagnosis || diagnosis.state === 'no-evidence')
    return 'Keep the evidence: nothing readable was left behind'
  if (diagnosis.state === 'symptom-only')
    return `Find the cause; only this symptom is known: ${symptom(suite)}`
  if (diagnosis.state === 'unclassified' || !cause) return 'Find the cause, then teach it to the catalog'
  const all = fix?.refs ?? []
  const open = all.filter(ref => (ref.type === 'pull' ? ref.state === 'open' : ref.state === 'in review'))
  const vain = all.filter(ref => ref.state === 'ineffective')
  const names = (some: FixRefReport[]) => (some.length > 0 ? some : all).map(refName).join(', ')
  switch (fix?.status) {
    case 'needs-fix':
      return `Fix it: ${cause}`
    case 'in-review':
      return `Review and merge ${names(open) || 'the fix'}: ${cause}`
    case 'ineffective':
      return `Fix it again${all.length > 0 ? `, ${names(vain)} ${vain.length > 1 ? 'do' : 'does'} not help` : ''}: ${cause}`
    case 'fixed':
    case 'should-be-fixed':
    case undefined:
      return null
    default:
      return `Find out whether this is fixed${fix?.why ? ` (${fix.why})` : ''}: ${cause}`
  }
}

function symptom(suite: SuiteReport): string {
  return suite.diagnosis?.chain[0]?.title ?? suite.diagnosis?.hypotheses[0]?.title ?? 'see the log'
}

function refName(ref: FixRefReport): string {
  return ref.type === 'commit' ? ref.id : `#${ref.id.replace(/^#/, '')}`
}

function summaryOf(ref: FixRefReport, suite: SuiteReport): string {
  return ref.title ?? suite.diagnosis?.root_cause?.title ?? suite.fix?.why ?? ''
}
