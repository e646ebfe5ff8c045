import {calibration} from './calibration.ts'
import type {Choice} from './choose.ts'
import {isThin} from './heard.ts'

/**
 * Counted evidence for the chosen cause, 0 to 7: specific · no rival · not only in what was printed or collected afterwards · in the
 * failure itself or on an object of it · seen in more than one source · explains what is visible · persisted. What was only printed or
 * collected afterwards has two at most.
 */
export function points(choice: Choice): number {
  const {cause, rivals, effects, visible} = choice
  if (!cause) return 0
  const near = cause.matches.filter(m => m.weight >= 0.5)
  const logs = new Set(near.map(m => `${m.match.at.source}\0${m.match.at.path}`))
  let n = 0
  if (!cause.pattern.fallback) n++
  if (!rivals.length) n++
  if (!isThin(cause)) n++
  if (cause.weight >= 0.9) n++
  if (logs.size > 1) n++
  if (visible.some(v => effects.includes(v))) n++
  if (near.reduce((sum, m) => sum + m.match.count, 0) > 1) n++
  return isThin(cause) ? Math.min(n, mostThin) : n
}

/** What was only printed or collected afterwards proves less, however much of it there is. */
const mostThin = 2

/** The most points that a choice can have. */
export const mostPoints = 7

/** The share of right diagnoses among labelled real failures with as many points. */
export function confidence(choice: Choice): number {
  return calibration[Math.min(points(choice), calibration.length - 1)] ?? 0
}
