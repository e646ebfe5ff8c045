import type {Facts, Fix, FixRef, FixRefReport, FixState, Run} from '../model.ts'
import {candidates} from './candidates.ts'
import {judge} from './judge.ts'
import type {Case, LaterRun, Outcome} from './outcome.ts'

export type {LaterRun} from './outcome.ts'

const LABELS: Record<FixState, string> = {
  'needs-fix': '❌ NEEDS FIX',
  'in-review': '🔄 IN REVIEW',
  'should-be-fixed': '✅ SHOULD BE FIXED',
  fixed: '✅ FIXED',
  ineffective: '⚠️ FIX INEFFECTIVE',
  unknown: '❔ UNKNOWN',
}
const NEXT: Record<FixState, Fix['next_run']> = {
  'needs-fix': 'still-failing',
  'in-review': 'still-failing',
  'should-be-fixed': 'should-pass',
  fixed: 'should-pass',
  ineffective: 'still-failing',
  unknown: 'unknown',
}
const MAX_REFS = 20

/**
 * Whether the cause of one suite's failure is fixed, from facts alone. Of several fixes the newest decides; one that
 * did not help stays visible. `later`: other recorded runs of the base branch and of the tested branch.
 */
export function fixStatus(input: {
  cause: {pattern: string; fixes: readonly FixRef[]}
  service: string
  facts: Facts
  later: readonly LaterRun[]
  run: Run
}): Fix {
  const {cause, ...rest} = input
  const it: Case = {...rest, pattern: cause.pattern}
  const outcomes = candidates(cause, it).flatMap(candidate => judge(candidate, it))
  const active = newestFirst(outcomes.filter(o => o.status !== 'needs-fix' && o.status !== 'unknown'))
  const rank = (o: Outcome) => (o.status === 'unknown' ? 0 : tracks(o) ? 2 : 1)
  const idle = outcomes.filter(o => !active.includes(o)).sort((a, b) => rank(a) - rank(b))
  const decisive = active[0] ?? idle[0]
  const blind = rest.facts.searched === false
  const status = decisive?.status ?? (blind ? 'unknown' : 'needs-fix')
  return {
    status,
    label: LABELS[status],
    why: decisive ? sentence(decisive, active, idle) : blind ? unsearched(rest.facts) : 'no fix is known',
    refs: references([...active, ...idle]),
    next_run: NEXT[status],
  }
}

const unsearched = ({incomplete}: Facts): string =>
  `whether there is a fix could not be looked up${incomplete[0] ? `: ${incomplete[0].why}` : ''}`

/** Newest first; of two without a date the one written later is the newer. */
const newestFirst = (outcomes: readonly Outcome[]): Outcome[] =>
  outcomes
    .map((outcome, index) => ({outcome, index}))
    .sort((a, b) =>
      a.outcome.at === b.outcome.at ? b.index - a.index : a.outcome.at < b.outcome.at ? 1 : -1,
    )
    .map(({outcome}) => outcome)

const tracks = (outcome: Outcome): boolean => outcome.refs.every(ref => ref.type === 'issue')
const shown = (ref: FixRefReport | undefined): string =>
  ref === undefined ? '' : ref.type === 'commit' ? ref.id : `#${ref.id}`

function sentence(decisive: Outcome, active: readonly Outcome[], idle: readonly Outcome[]): string {
  const others = active.filter(o => o !== decisive)
  const failed = others.filter(o => o.status === 'ineffective').map(o => shown(o.refs[0]))
  const waiting = decisive.status === 'ineffective' ? others.find(o => o.status !== 'ineffective') : undefined
  // Once a fix has landed, the issue about it tells nothing new.
  const landed = decisive.status === 'fixed' || decisive.status === 'should-be-fixed'
  const tracked = landed ? undefined : idle.find(o => o !== decisive && tracks(o))
  return [
    decisive.why,
    failed.length > 0 ? `earlier fix ${failed.join(', ')} did not help` : '',
    waiting?.why ?? '',
    tracked?.why ?? '',
  ]
    .filter(Boolean)
    .join('; ')
}

/** The references of the decisive fix first. */
function references(outcomes: readonly Outcome[]): FixRefReport[] {
  const once = new Map(outcomes.flatMap(outcome => outcome.refs).map(ref => [`${ref.type} ${ref.id}`, ref]))
  return [...once.values()].slice(0, MAX_REFS)
}
