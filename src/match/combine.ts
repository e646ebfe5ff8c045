import type {Evidence, KubeObject, Match, ObjectRef, Pattern} from '../model.ts'
import {isAbsent} from './structured.ts'

/** A condition found at a place, with how often. */
export interface Found {
  at: Evidence
  object: ObjectRef | null
  captures: Record<string, string>
  count: number
  /** The line, or one just below, says that it is tried again. */
  retried?: true
}

/** An `unless` line counts on the same line and up to this many lines after it; above, as far as `excuse.ts` says. */
const unlessReach = 30

/**
 * The matches of a pattern, from what was found of each of its conditions (`of(0)` the first condition, `of(-1)` the first of
 * `unless`).
 */
export function combine(
  pattern: Pattern,
  of: (condition: number) => Found[],
  objects: readonly KubeObject[],
): Match[] {
  const excused = (match: Match) =>
    pattern.unless.some((c, i) => {
      if (c.type === 'absent') return isAbsent(c, objects)
      const found = of(-1 - i)
      return c.type === 'line' ? found.some(f => isJustAfter(f.at, match.at)) : found.length > 0
    })
  return candidates(pattern, of, objects).filter(match => !excused(match))
}

function candidates(
  pattern: Pattern,
  of: (condition: number) => Found[],
  objects: readonly KubeObject[],
): Match[] {
  const positive = pattern.conditions.flatMap((c, i) => (c.type === 'absent' ? [] : [of(i)]))
  if (pattern.mode === 'any') return positive.flat().map(found => toMatch(pattern, [found]))
  const holds = pattern.conditions.every(c => c.type !== 'absent' || isAbsent(c, objects))
  if (!holds || positive.some(list => !list.length)) return []
  if (pattern.mode === 'all')
    return [
      toMatch(
        pattern,
        positive.map(list => list[0]!),
      ),
    ]
  return sequences(positive).map(run => toMatch(pattern, run))
}

function toMatch(pattern: Pattern, run: readonly Found[]): Match {
  const [first, ...rest] = run as [Found, ...Found[]]
  return {
    pattern: pattern.id,
    captures: Object.assign({}, ...rest.map(f => f.captures), first.captures),
    at: first.at,
    object: first.object,
    count: first.count,
    also: rest.map(f => f.at),
    ...(first.retried && {retried: true}),
  }
}

/** One place of each list, in order: of each log the last such run, as a rerun's section overrules the first one's. */
function sequences(lists: readonly Found[][]): Found[][] {
  // Places come by their captures, those of joined lines last.
  const sorted = lists.map(list => list.toSorted((a, b) => (a.at.line ?? 0) - (b.at.line ?? 0)))
  const runs: Found[][] = []
  for (const last of sorted.at(-1)!.toReversed()) {
    if (runs.some(run => sameLog(run[0]!.at, last.at))) continue
    const run = [last]
    for (const list of sorted.slice(0, -1).toReversed()) {
      const before = list.findLast(f => sameLog(f.at, last.at) && (f.at.line ?? 0) <= (run[0]!.at.line ?? 0))
      if (!before) break
      run.unshift(before)
    }
    if (run.length === lists.length) runs.push(run)
  }
  return runs.toReversed()
}

function isJustAfter(excuse: Evidence, at: Evidence): boolean {
  const distance = (excuse.line ?? 0) - (at.line ?? 0)
  return sameLog(excuse, at) && distance >= 0 && distance <= unlessReach
}

/** Whether two places are in one log. */
export const sameLog = (a: Evidence, b: Evidence) => a.source === b.source && a.path === b.path
