import type {Findings, Job, Match, Pattern} from '../model.ts'
import {momentOfMatch} from './moment.ts'
import {quoting} from './quoted.ts'
import {isSaid} from './troubles.ts'
import {type Placement, placer} from './window.ts'

/** A match with its pattern and where it stands. */
export interface Placed {
  match: Match
  pattern: Pattern
  placement: Placement
}

/** What was found, without what other catalogs than this one name. What speaks in the failure's own words is part of it, wherever it was said. */
export function placedMatches(
  findings: Findings,
  job: Job | null,
  patterns: ReadonlyMap<string, Pattern>,
): Placed[] {
  const place = placer(findings, job)
  const isQuoted = quoting(findings.tests?.failures.map(f => f.message) ?? [])
  return findings.matches.flatMap(match => {
    const pattern = patterns.get(match.pattern)
    if (!pattern) return []
    const placement = place(match)
    const isOwn =
      isGathered(placement) &&
      isSaid(match) &&
      !pattern.fallback &&
      isQuoted(match.at.text) &&
      momentOfMatch(match, findings.tests?.times) !== 'passing'
    return [{match, pattern, placement: isOwn ? 'failure' : placement}]
  })
}

/** How much a place says of the failure, 0 to 1. */
export const weights: Record<Placement, number> = {
  failure: 1,
  step: 0.8,
  log: 0.8,
  aside: 0.45,
  passing: 0.35,
  later: 0.3,
  bundle: 0.3,
  teardown: 0.3,
  before: 0.2,
  after: 0,
}

/** Whether it stands where the failure itself is shown. */
export const isShown = ({placement}: Placed): boolean => weights[placement] >= 0.5

/** Whether it was collected, or printed once the tests had failed. */
export const isGathered = (placement: Placement): boolean =>
  placement === 'bundle' || placement === 'later' || placement === 'after'
