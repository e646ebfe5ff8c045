import type {EvidenceKind, LineCondition, Pattern} from '../model.ts'
import {requiredLiterals} from './literals.ts'
import {buildPrefilter, type Prefilter} from './prefilter.ts'

/** A line condition of the catalog, ready to be looked for. */
export interface Probe {
  readonly pattern: number
  /** Place in the pattern's `conditions`, or in its `unless` counted from -1 down. */
  readonly condition: number
  readonly kinds: readonly EvidenceKind[]
  readonly regex: RegExp
  /** Literals of which one each must stand in the line before the expression is tried. */
  readonly must: readonly (readonly string[])[]
}

/** All line conditions of a catalog with the one pre-filter over their literals. */
export interface Matcher {
  readonly patterns: readonly Pattern[]
  readonly probes: readonly Probe[]
  readonly prefilter: Prefilter
  /** Literal number to the probes that it is the first sign of. */
  readonly signs: readonly (readonly number[])[]
  /** Probes without a certain literal: tried on every line. */
  readonly blind: readonly number[]
}

/** Prepares a catalog for scanning; its cost is a few microseconds for each pattern. */
export function buildMatcher(patterns: readonly Pattern[]): Matcher {
  const probes: Probe[] = []
  const signs = new Map<string, number[]>()
  const blind: number[] = []
  const add = (pattern: number, condition: number, c: LineCondition) => {
    const [first, ...rest] = requiredLiterals(c.line.source)
    const number = probes.push({pattern, condition, kinds: c.in, regex: c.line.regex, must: rest}) - 1
    if (!first) blind.push(number)
    for (const literal of first ?? []) signs.set(literal, [...(signs.get(literal) ?? []), number])
  }
  patterns.forEach((pattern, number) => {
    pattern.conditions.forEach((c, place) => {
      if (c.type === 'line') add(number, place, c)
    })
    pattern.unless.forEach((c, place) => {
      if (c.type === 'line') add(number, -1 - place, c)
    })
  })
  return {patterns, probes, prefilter: buildPrefilter([...signs.keys()]), signs: [...signs.values()], blind}
}
