import {fillCommand} from '../fill.ts'
import type {Evidence, Findings, Hypothesis} from '../model.ts'
import type {Candidate} from './candidates.ts'
import {type Choice, isEffectTooEarly} from './choose.ts'
import type {Explains} from './explains.ts'
import {isUnhealthy} from './health.ts'
import {keyOf} from './objects.ts'
import {evidenceOf, titleOf} from './places.ts'

const most = 3
const mostAgainst = 2
/** Weight of what the failure itself shows, and not as something to be tried again. */
const inFailure = 0.8

/** What may be the cause where none is established, or may be it instead: what speaks for it and against it, what would decide. */
export function hypotheses(
  open: readonly Candidate[],
  {visible}: Pick<Choice, 'visible'>,
  {findings, explains}: {findings: Findings; explains: Explains},
): Hypothesis[] {
  return open
    .toSorted((a, b) => b.weight - a.weight || a.pattern.id.localeCompare(b.pattern.id, 'en'))
    .slice(0, most)
    .map(c => ({
      family: c.pattern.family,
      title: titleOf(c),
      confidence: Math.round(Math.min(0.5, c.weight * 0.5) * 100) / 100,
      for: evidenceOf(c),
      against: [...wellInTheEnd(c, findings), ...shownBefore(c, visible, explains)].slice(0, mostAgainst),
      validate: c.pattern.validate.map(command => fillCommand(command, c.matches[0]!.match.captures)),
    }))
}

/** The objects that it is about, as they were when the bundle was made, where nothing was wrong with them any more. */
function wellInTheEnd(c: Candidate, {objects}: Findings): Evidence[] {
  const about = new Set(c.matches.flatMap(m => (m.match.object ? [keyOf(m.match.object)] : [])))
  const own = new Set(c.matches.map(m => `${m.match.at.path}\0${m.match.at.line}`))
  return objects
    .filter(o => about.has(keyOf(o)) && tellsState(o) && !isUnhealthy(o))
    .map(o => o.at)
    .filter(at => !own.has(`${at.path}\0${at.line}`))
}

const tellsState = (o: Findings['objects'][number]) =>
  o.phase !== null || o.conditions.length > 0 || o.containers.length > 0 || o.ready !== null

/** What it would have led to and what the failure showed before it: an effect does not begin before its cause. */
function shownBefore(c: Candidate, visible: readonly Candidate[], explains: Explains): Evidence[] {
  const {first} = c
  if (first === null) return []
  return visible
    .filter(v => explains.distance(c.pattern, v.pattern) !== null)
    .flatMap(v =>
      v.matches.filter(m => m.placement !== 'bundle' && m.weight >= inFailure).map(m => m.match.at),
    )
    .filter(at => at.time !== null && isEffectTooEarly(first, at.time))
    .slice(0, 1)
}
