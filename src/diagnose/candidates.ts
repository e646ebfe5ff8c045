import type {Config, Findings, Job, Match, Pattern} from '../model.ts'
import {apart} from './apart.ts'
import {withoutChatter, withoutChecks, withoutEchoes, withoutRetried, withStorm} from './chatter.ts'
import type {Explains} from './explains.ts'
import type {Involved} from './involved.ts'
import {withListeners} from './listeners.ts'
import {type Moment, ownTime, shareOfFailed, shareOfTime} from './moment.ts'
import {withNetworkPolicies} from './network-policies.ts'
import {placedMatches} from './placed.ts'
import {withServices} from './services.ts'
import {isLasting} from './troubles.ts'
import {collected, untimely, type Weighed, weigher} from './weigh.ts'
import {failingSpan, type Placement, testsIn} from './window.ts'

/** One pattern found in a suite, with all its places: what may be the cause, or a link of the chain. */
export interface Candidate {
  pattern: Pattern
  /** Best-placed and earliest first. */
  matches: {match: Match; placement: Placement; weight: number; moment: Moment | null}[]
  /** Of the best place: how sure it is that this has to do with the failure, 0 to 1. */
  weight: number
  /** First time seen, RFC 3339. */
  first: string | null
  /** The same, where it has to do with the failure: it may have come and gone before. */
  began: string | null
  /** The share of the failed tests, from 0 to 1, during which it was said. */
  share: number
  /** How often it was said while failed tests ran, and at other times, in logs in which it has to do with the failure. */
  times: {failing: number; other: number}
}

/** Less than this, and a match has too little to do with the failure to be its cause. */
export const enough = 0.5

/** What was found, by pattern. */
export function candidates(
  findings: Findings,
  job: Job | null,
  patterns: ReadonlyMap<string, Pattern>,
  config: Config,
  explains: Explains,
): Candidate[] {
  const found = withListeners(placedMatches(findings, job, patterns), findings)
  const said = withServices(found, findings, patterns)
  const placed = withNetworkPolicies(said, findings, patterns)
  const {involved, weigh, leadsToVisible} = weigher(findings, job, config, explains, placed)
  const {tests} = findings
  const span = failingSpan(findings, job)
  const own = testsIn(findings, span)
  const end = own?.verdict_line ?? span?.to ?? 0
  const endOf = (line: number) => own?.blocks.find(b => line >= b.from && line <= b.to)?.to ?? end
  const quiet = (isWide: boolean) =>
    withoutRetried(
      withoutEchoes(
        withoutChatter(withoutChecks(weigh(isWide), untimely), untimely, shareOfTime(tests?.times)),
        untimely,
      ),
      untimely,
      endOf,
    )
  const gather = (weighed: readonly Weighed[]) => byPattern(withoutVictims(weighed, involved), findings)
  const narrow = gather(quiet(false))
  if (causesIn(narrow).some(c => !isBare(c) && c.weight > collected)) return narrow
  const wide = gather(quiet(true))
  if (causesIn(wide).some(c => !isBare(c))) return wide
  const stormy = gather(withStorm(quiet(true), collected, leadsToVisible))
  return causesIn(narrow).length && causesIn(stormy).every(isBare) ? narrow : stormy
}

const causesIn = (all: readonly Candidate[]) =>
  all.filter(c => c.pattern.role === 'cause' && c.weight >= enough)

/** An assertion that failed, or a test's word that something is missing, says little: what it came of may have been said elsewhere. */
export const isBare = ({pattern: {fallback, family}, matches}: Candidate) =>
  fallback &&
  (family === 'assertion-failed' ||
    (family === 'events-missing' && matches.every(m => m.weight < enough || isOfTest(m))))

const isOfTest = ({placement, match}: Candidate['matches'][number]) =>
  placement === 'failure' || match.at.kind === 'test-report'

function byPattern(weighed: readonly Weighed[], findings: Findings): Candidate[] {
  const by = new Map<string, Candidate>()
  for (const {match, pattern, placement, weight, moment} of weighed) {
    const candidate = by.get(pattern.id) ?? {
      pattern,
      matches: [],
      weight: 0,
      first: null,
      began: null,
      share: 1,
      times: {failing: 0, other: 0},
    }
    by.set(pattern.id, candidate)
    candidate.matches.push({match, placement, weight, moment})
    candidate.weight = Math.max(candidate.weight, weight)
  }
  const all = [...by.values()]
  for (const c of all) {
    c.times = timesOf(c)
    if (c.weight > apart) c.matches = c.matches.filter(m => m.weight !== apart)
    const near = c.matches.filter(m => m.weight >= enough).map(m => m.match)
    const heard = c.matches.filter(m => m.weight > apart).map(m => m.match)
    const earliest = (matches: readonly Match[]) =>
      matches.flatMap(m => firstTime(m, findings) ?? []).toSorted()[0] ?? null
    c.first = earliest(heard)
    c.began = near.length ? earliest(near) : c.first
    c.share = near.some(m => isLasting(c.pattern, m)) ? 1 : shareOfFailed(near, findings.tests)
    c.matches.sort((a, b) => b.weight - a.weight || compare(a.match, b.match))
  }
  return all
}

/** A log from which something counts was read to its end: there what is apart tells of other times, too. */
function timesOf({matches}: Candidate): Candidate['times'] {
  const log = ({at}: Match) => `${at.source}\0${at.path}`
  const heard = new Set(matches.filter(m => m.weight > apart).map(m => log(m.match)))
  const times = {failing: 0, other: 0}
  for (const {match, moment} of matches)
    if (moment && heard.has(log(match))) times[moment === 'failing' ? 'failing' : 'other'] += match.count
  return times
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
