import {fillTitle} from '../fill.ts'
import type {Evidence} from '../model.ts'
import type {Candidate} from './candidates.ts'

const mostEvidence = 4

/** A candidate's title with what its best match captured. */
export const titleOf = (c: Candidate): string => fillTitle(c.pattern.title, c.matches[0]!.match.captures)

/** The best places, each log once before any log twice. */
export function evidenceOf(c: Candidate): Evidence[] {
  const places = c.matches.flatMap(m => [m.match.at, ...m.match.also])
  const logs = new Set<string>()
  const firsts = places.filter(
    at => !logs.has(`${at.source}\0${at.path}`) && logs.add(`${at.source}\0${at.path}`),
  )
  return [...firsts, ...places.filter(at => !firsts.includes(at))].slice(0, mostEvidence)
}
