import type {Evidence, Findings, Hypothesis} from '../model.ts'
import type {Candidate} from './candidates.ts'
import {type Choice, inOrder} from './choose.ts'
import {isUnhealthy} from './health.ts'
import {keyOf} from './objects.ts'
import {evidenceOf, titleOf} from './places.ts'
import {fillCommand} from './text.ts'

const most = 3
const mostAgainst = 2

/** What may be the cause where none is established, or may be it instead: what speaks for it and against it, what would decide. */
export function hypotheses(
  open: readonly Candidate[],
  {visible}: Pick<Choice, 'visible'>,
  findings: Findings,
): Hypothesis[] {
  return open
    .toSorted((a, b) => b.weight - a.weight || a.pattern.id.localeCompare(b.pattern.id, 'en'))
    .slice(0, most)
    .map(c => ({
      family: c.pattern.family,
      title: titleOf(c),
      confidence: Math.round(Math.min(0.5, c.weight * 0.5) * 100) / 100,
      for: evidenceOf(c),
      against: [...wellInTheEnd(c, findings), ...shownBefore(c, visible)].slice(0, mostAgainst),
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

/** What the failure shows and stood there before it: an effect does not begin before its cause. */
function shownBefore(c: Candidate, visible: readonly Candidate[]): Evidence[] {
  return visible
    .filter(v => v.pattern.id !== c.pattern.id && !inOrder(c, v))
    .flatMap(v => v.matches.map(m => m.match.at).filter(at => at.time === v.first))
}
