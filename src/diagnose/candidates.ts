import type {Config, Findings, Job, Match, ObjectRef, Pattern} from '../model.ts'
import type {Explains} from './explains.ts'
import {involvedObjects} from './involved.ts'
import {isMild} from './text.ts'
import {type Placement, placer} from './window.ts'

/** One pattern found in a suite, with all its places: what may be the cause, or a link of the chain. */
export interface Candidate {
  pattern: Pattern
  /** Best-placed and earliest first. */
  matches: {match: Match; placement: Placement; weight: number}[]
  /** Of the best place: how sure it is that this has to do with the failure, 0 to 1. */
  weight: number
  /** First time seen, RFC 3339. */
  first: string | null
}

const weights: Record<Placement, number> = {
  failure: 1,
  step: 0.8,
  log: 0.8,
  passing: 0.35,
  later: 0.3,
  bundle: 0.3,
  before: 0.2,
  after: 0,
}
/** A warning, or a try that will be followed by another, counts less. */
const mildness = 0.65
/** A place in a bundle counts like one in the failing step when its object has to do with the failure. */
const involvedWeight = 0.9

/** What was found, by pattern. */
export function candidates(
  findings: Findings,
  job: Job | null,
  patterns: ReadonlyMap<string, Pattern>,
  config: Config,
  explains: Explains,
): Candidate[] {
  const place = placer(findings, job)
  const placed = findings.matches.flatMap(match => {
    const pattern = patterns.get(match.pattern)
    return pattern ? [{match, pattern, placement: place(match)}] : []
  })
  const visible = placed.filter(p => p.pattern.role === 'symptom' && weights[p.placement] >= 0.5)
  const involved = involvedObjects(
    findings.service,
    visible.map(v => v.match),
    findings,
    config,
  )
  const by = new Map<string, Candidate>()
  for (const {match, pattern, placement} of placed) {
    const near = (placement === 'bundle' || placement === 'later') && involved(objectOf(match))
    const leadsToVisible = visible.some(v => explains.distance(pattern, v.pattern) !== null)
    const mild = match.at.kind === 'job-log' && isMild(match.at.text) ? mildness : 1
    const weight =
      mild * (near ? involvedWeight : placement === 'passing' && leadsToVisible ? 0.6 : weights[placement])
    const candidate = by.get(pattern.id) ?? {pattern, matches: [], weight: 0, first: null}
    by.set(pattern.id, candidate)
    candidate.matches.push({match, placement, weight})
    candidate.weight = Math.max(candidate.weight, weight)
    const time = firstTime(match, findings)
    if (time && weight > 0 && (!candidate.first || time < candidate.first)) candidate.first = time
  }
  const all = [...by.values()]
  for (const c of all) c.matches.sort((a, b) => b.weight - a.weight || compare(a.match, b.match))
  return all
}

/** The object that a match speaks of; a log that prints a cluster's state names it in the line. */
function objectOf({object, captures}: Match): ObjectRef | null {
  const name = captures['pod'] ?? captures['deployment'] ?? captures['workload'] ?? captures['name']
  return (
    object ??
    (name ? {kind: 'Pod', namespace: captures['namespace'] ?? null, name: name.split('/').at(-1)!} : null)
  )
}

/** When a match first showed: an event's first occurrence, not its last. */
function firstTime(match: Match, findings: Findings): string | null {
  if (match.at.kind !== 'event') return match.at.time
  const event = findings.events.find(e => e.at.path === match.at.path && e.at.line === match.at.line)
  return event?.first ?? match.at.time
}

function compare(a: Match, b: Match): number {
  if (a.at.path === b.at.path && a.at.source === b.at.source) return (a.at.line ?? 0) - (b.at.line ?? 0)
  return `${a.at.time ?? '~'}${a.at.path ?? ''}`.localeCompare(`${b.at.time ?? '~'}${b.at.path ?? ''}`, 'en')
}
