import type {Config, Findings, Job, Match, ObjectRef, Pattern} from '../model.ts'
import {apart, apartness, isWritten} from './apart.ts'
import type {Explains} from './explains.ts'
import {type Involved, involvement} from './involved.ts'
import {momentOfMatch, ownTime, shareOfFailed} from './moment.ts'
import {isShown, placedMatches, weights} from './placed.ts'
import {isDebug, isMild, isOfCluster, isPassed} from './text.ts'
import type {Placement} from './window.ts'

/** One pattern found in a suite, with all its places: what may be the cause, or a link of the chain. */
export interface Candidate {
  pattern: Pattern
  /** Best-placed and earliest first. */
  matches: {match: Match; placement: Placement; weight: number}[]
  /** Of the best place: how sure it is that this has to do with the failure, 0 to 1. */
  weight: number
  /** First time seen, RFC 3339. */
  first: string | null
  /** The share of the failed tests, from 0 to 1, during which it was said. */
  share: number
}

/** A warning, or a try that will be followed by another, counts less, and what is said for debugging, or names a test that passed, is never enough. */
const mildness = 0.65
const debugging = 0.45

/** What was said while only tests ran that passed, but for what lasts: a program that crashed is gone for the later ones, too. */
const untimely = 0.35
const lasting = new Set(['disk-full', 'oom-killed', 'panic', 'pod-crashloop'])

/** What was found, by pattern. */
export function candidates(
  findings: Findings,
  job: Job | null,
  patterns: ReadonlyMap<string, Pattern>,
  config: Config,
  explains: Explains,
): Candidate[] {
  const placed = placedMatches(findings, job, patterns)
  const shown = placed.filter(isShown)
  const visible = shown.filter(p => p.pattern.role === 'symptom')
  const alone = !visible.length && isBundleAlone(findings)
  const involve = involvement(findings, config)
  const involved = involve({from: visible.map(v => v.match), alone})
  const isApart = apartness(findings, involve, shown)
  // Ginkgo prints what a spec has written between two lines of its own: what stands there is that spec's.
  const isFramed = findings.tests?.framework === 'ginkgo'
  const isStateless = !alone && !findings.objects.length && !findings.events.length
  // Where no test ran and nothing that is known shows, what was collected is all there is.
  const isMute = !visible.length && (!findings.tests || findings.tests.phase === 'setup')
  const leadsToVisible = (pattern: Pattern) =>
    visible.some(v => explains.distance(pattern, v.pattern) !== null)
  const weighed = placed.map(({match, pattern, placement}) => {
    const object = objectOf(match)
    const near =
      placement === 'bundle' || placement === 'later'
        ? bundleWeight(match, object, involved, {alone, leads: () => leadsToVisible(pattern)})
        : null
    const mild = match.at.kind === 'job-log' ? mildnessOf(match.at.text) : 1
    const moment = placement === 'failure' ? null : momentOfMatch(match, findings.tests?.times)
    const isLoose = isStateless && isPlainLog(match) && !pattern.fallback && moment !== 'passing'
    const isCollected =
      (placement === 'bundle' && near === null && isLoose) ||
      (isDumped(placement, match) && (!pattern.fallback || lasting.has(pattern.family)))
    const isBeside = (placement === 'passing' && moment === 'failing' && !isFramed) || placement === 'aside'
    const counts = (isCollected && isMute) || ((isCollected || isBeside) && leadsToVisible(pattern))
    const isFar = near === null && isWritten(match.at.kind) && isApart(match.object)
    const placed = isFar ? apart : counts ? 0.6 : weights[placement]
    const timely = mild * Math.max(placed, near ?? 0)
    const weight = moment === 'passing' && !lasting.has(pattern.family) ? Math.min(timely, untimely) : timely
    return {match, pattern, placement, object, weight}
  })
  const by = new Map<string, Candidate>()
  for (const {match, pattern, placement, weight} of withoutVictims(weighed, involved)) {
    const candidate = by.get(pattern.id) ?? {pattern, matches: [], weight: 0, first: null, share: 1}
    by.set(pattern.id, candidate)
    candidate.matches.push({match, placement, weight})
    candidate.weight = Math.max(candidate.weight, weight)
    const time = firstTime(match, findings)
    if (time && weight > apart && (!candidate.first || time < candidate.first)) candidate.first = time
  }
  const all = [...by.values()]
  for (const c of all) {
    if (c.weight > apart) c.matches = c.matches.filter(m => m.weight !== apart)
    const near = c.matches.filter(m => m.weight >= 0.5).map(m => m.match)
    c.share = shareOfFailed(near, findings.tests?.times)
    c.matches.sort((a, b) => b.weight - a.weight || compare(a.match, b.match))
  }
  return all
}

/** Logs that a job has collected of services that no cluster tells of. */
const isPlainLog = ({at, object}: Match): boolean =>
  object === null && (at.kind === 'file' || at.kind === 'container-log' || at.kind === 'previous-log')

const mildnessOf = (text: string) =>
  isDebug(text) || isPassed(text) ? debugging : isMild(text) ? mildness : 1

/** Whether a job that has failed prints there what its cluster shows; what its own clean-up complains of is another thing. */
function isDumped(placement: Placement, {at}: Match): boolean {
  return (placement === 'later' || placement === 'after') && at.kind === 'job-log' && isOfCluster(at.text)
}

/** Whether nothing but bundles was read: then what is wrong in them is what failed. */
function isBundleAlone({sources}: Findings): boolean {
  const read = sources.filter(s => s.state === 'read' || s.state === 'truncated')
  return read.length > 0 && read.every(s => s.kind === 'bundle' || s.format !== null)
}

/**
 * How sure it is that a place in a bundle has to do with the failure; null where nothing says so. Nearer objects count more, and
 * what was well in the end counts less: a cause persists.
 */
function bundleWeight(
  match: Match,
  object: ObjectRef | null,
  involved: Involved,
  {alone, leads}: {alone: boolean; leads: () => boolean},
): number | null {
  const isReport = match.at.kind === 'test-report'
  if (isReport) return 0.9
  const distance = involved.distance(object)
  const state = involved.state(object)
  // A warning about an object whose state the bundle does not hold: nothing says that it was well in the end.
  if (alone && state === null && match.at.kind === 'event') return 0.7
  // A symptom that names nothing: what is broken to the end and is known to look like this comes into question.
  if (distance === null) return !alone && !involved.named && state === 'bad' && leads() ? 0.6 : null
  if (state === 'good' || state === 'recovered') {
    if (alone) return null
    if (state === 'recovered') return 0.6
    return match.at.kind === 'event' || match.at.kind === 'object' ? 0.4 : 0.7
  }
  // A running container logs errors that it handles: alone, and nothing known of its state, that is no cause.
  if (alone && state === null && match.at.kind === 'container-log') return 0.45
  return Math.max(0.7, 0.9 - 0.02 * Math.max(0, distance - 1))
}

interface Weighed {
  match: Match
  pattern: Pattern
  placement: Placement
  object: ObjectRef | null
  weight: number
}

/** What calls another thing, and that thing has a cause of its own, is the victim: the other's cause goes first. */
function withoutVictims(all: readonly Weighed[], involved: Involved): Weighed[] {
  const causes = all.filter(w => w.pattern.role === 'cause' && w.weight >= 0.5)
  const isCause = new Set(causes)
  const culprits = causes
    .filter(w => w.object && w.placement === 'bundle' && involved.state(w.object) !== 'good')
    .slice(0, 200)
  return all.map(w => {
    if (!isCause.has(w)) return w
    const isVictim = culprits.some(
      c =>
        c.pattern !== w.pattern &&
        involved.blames(w.match, c.object) &&
        !(w.object && involved.blames(c.match, w.object)),
    )
    return isVictim ? {...w, weight: Math.min(w.weight, 0.45)} : w
  })
}

/** The object that a match speaks of; a log that prints a cluster's state names it in the line. */
function objectOf({object, captures}: Match): ObjectRef | null {
  const name = captures['pod'] ?? captures['deployment'] ?? captures['workload'] ?? captures['name']
  return (
    object ??
    (name ? {kind: 'Pod', namespace: captures['namespace'] ?? null, name: name.split('/').at(-1)!} : null)
  )
}

/** When a match first showed: an event's first occurrence, not its last; what a service said, not when the job printed it. */
function firstTime(match: Match, findings: Findings): string | null {
  if (match.at.kind !== 'event') {
    const own = match.at.kind === 'job-log' ? ownTime(match.at.text, Date.parse(match.at.time ?? '')) : null
    return own === null ? match.at.time : new Date(own).toISOString()
  }
  const event = findings.events.find(e => e.at.path === match.at.path && e.at.line === match.at.line)
  return event?.first ?? match.at.time
}

function compare(a: Match, b: Match): number {
  if (a.at.path === b.at.path && a.at.source === b.at.source) return (a.at.line ?? 0) - (b.at.line ?? 0)
  return `${a.at.time ?? '~'}${a.at.path ?? ''}`.localeCompare(`${b.at.time ?? '~'}${b.at.path ?? ''}`, 'en')
}
