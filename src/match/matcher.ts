import type {EvidenceKind, Expression, LineCondition, Pattern} from '../model.ts'
import type {Wanted} from './literal-index.ts'
import {buildPrefilter, type Prefilter, seek} from './prefilter.ts'

/** A line condition of the catalog, ready to be looked for. */
export interface Probe {
  readonly pattern: number
  /** Place in the pattern's `conditions`, or in its `unless` counted from -1 down. */
  readonly condition: number
  readonly kinds: readonly EvidenceKind[]
  readonly line: Expression
  /** Of the expression, which would look them up again and again. */
  readonly literals: Expression['literals']
  /** Says nothing but that other matches in its line count for nothing. */
  readonly silences: boolean
}

/** All line conditions of a catalog with the one pre-filter over their literals, which adapts to what it reads. */
export interface Matcher {
  readonly patterns: readonly Pattern[]
  readonly probes: readonly Probe[]
  /** Its searchers are `sought`. */
  readonly prefilter: Prefilter
  /** Searcher to probe, or `watching`. */
  readonly sought: number[]
  /** Probes without a certain literal: tried on every line. */
  readonly blind: readonly number[]
  /** Probes already found in the line at hand, which may go on in the next block. */
  readonly found: Set<number>
  /** Room for the places where something may match: offset and probe in one number, so that sorting is cheap. */
  places: Float64Array
}

/** Prepares a catalog for scanning; its cost is a few microseconds for each pattern. */
export function buildMatcher(patterns: readonly Pattern[]): Matcher {
  const probes: Probe[] = []
  const sought: number[] = []
  const wanted: Wanted[number][] = []
  const blind: number[] = []
  const add = (pattern: number, condition: number, c: LineCondition) => {
    const {literals} = c.line
    const number =
      probes.push({
        pattern,
        condition,
        kinds: c.in,
        line: c.line,
        literals,
        silences: silences(patterns[pattern]!),
      }) - 1
    if (literals.length) {
      sought.push(number)
      wanted.push(literals)
    } else blind.push(number)
  }
  patterns.forEach((pattern, number) => {
    pattern.conditions.forEach((c, place) => {
      if (c.type === 'line') add(number, place, c)
    })
    pattern.unless.forEach((c, place) => {
      if (c.type === 'line') add(number, -1 - place, c)
    })
  })
  return {
    patterns,
    probes,
    prefilter: buildPrefilter(wanted),
    sought,
    blind,
    found: new Set(),
    places: new Float64Array(1024),
  }
}

/** Whether a pattern says nothing but that other matches in its lines count for nothing. */
export function silences({role, mode, unless}: Pattern): boolean {
  return role === 'noise' && mode === 'any' && unless.length === 0
}

/** Lets scanning tell the places of literals that others want to know of: at no cost on top. Once for a matcher. */
export function watch(matcher: Matcher, literals: readonly string[]): void {
  if (matcher.sought.at(-1) === watching) return
  seek(matcher.prefilter, literals)
  matcher.sought.push(watching)
}

/** In `sought`, what is no probe. */
export const watching = -1
