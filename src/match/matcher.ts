import type {EvidenceKind, Expression, LineCondition, Pattern} from '../model.ts'
import {emptyFingerprint, type Fingerprint, type Signature, signatureOf} from './fingerprint.ts'
import type {Wanted} from './literal-index.ts'
import {buildPrefilter, type Prefilter, seek} from './prefilter.ts'

/** A line condition of the catalog, ready to be looked for. */
export interface Probe {
  readonly pattern: number
  /** Place in the pattern's `conditions`, or in its `unless` counted from -1 down. */
  readonly condition: number
  readonly kinds: readonly EvidenceKind[]
  readonly line: Expression
  /** What the bytes of a line must have; null until it is first needed. */
  signature: Signature | null
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
  /** Of the last piece of which one was needed: `taken`. */
  readonly fingerprint: Fingerprint
  taken: number
  /** The number of the piece at hand, a line or a part of a long one, counted over all that was read. */
  piece: number
  /** Room for the probes that may match in the piece at hand. */
  readonly likely: number[]
  /** By probe: the last piece that it was considered for. */
  readonly lookedAt: Int32Array
  /** By kind of log: a 1 for each probe that counts in it. */
  readonly counting: Map<EvidenceKind | null, Uint8Array>
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
        signature: null,
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
    fingerprint: emptyFingerprint(),
    lookedAt: new Int32Array(probes.length),
    taken: 0,
    piece: 0,
    likely: [],
    counting: new Map(),
  }
}

/** Which probes count in a kind of log; `null` stands for any kind. */
export function countingIn(matcher: Matcher, kind: EvidenceKind | null): Uint8Array {
  let counting = matcher.counting.get(kind)
  if (!counting) {
    const isFor = ({kinds}: Probe) => !kind || !kinds.length || kinds.includes(kind)
    counting = Uint8Array.from(matcher.probes, probe => (isFor(probe) ? 1 : 0))
    matcher.counting.set(kind, counting)
  }
  return counting
}

/** What a line must have for a probe to match in it. */
export function signatureFor(probe: Probe): Signature {
  probe.signature ??= signatureOf(probe.line.literals)
  return probe.signature
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
