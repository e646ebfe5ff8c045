import type {Findings, Job, Match, Pattern} from '../model.ts'
import {type Placement, placer} from './window.ts'

/** A match with its pattern and where it stands. */
export interface Placed {
  match: Match
  pattern: Pattern
  placement: Placement
}

/** What was found, without what other catalogs than this one name. */
export function placedMatches(
  findings: Findings,
  job: Job | null,
  patterns: ReadonlyMap<string, Pattern>,
): Placed[] {
  const place = placer(findings, job)
  return findings.matches.flatMap(match => {
    const pattern = patterns.get(match.pattern)
    return pattern ? [{match, pattern, placement: place(match)}] : []
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
