import {type Grams, gramsOf} from './grams.ts'
import {
  type Choice,
  candidatesPerHit,
  chooseLiterals,
  indexLiterals,
  type LiteralIndex,
  type Wanted,
} from './literal-index.ts'
import {confirm, type Places, sweep} from './sweep.ts'
import {hashes, histogram} from './words.ts'

/**
 * Finds literals in raw bytes, all in one pass, without decoding or splitting lines. Looks at every second byte only, at
 * which it takes four as one word. Cost grows with bytes, hardly with literals.
 *
 * Of a searcher's requirements the cheapest one is looked for: which, and at which of its words, is chosen by how often words
 * stand in the data itself, and chosen anew when the data turn out to be of another kind.
 */
export interface Prefilter {
  readonly wanted: Wanted[number][]
  /** Null before it is first needed. */
  index: LiteralIndex | null
  /** What is looked for, and the index of it; null before the first bytes were seen. */
  choice: Choice | null
  grams: Grams | null
  /** How often each hash of a word was seen in what was looked at to choose. */
  readonly counts: Uint32Array
  /** Room for the places where something may stand. */
  candidates: Int32Array
  /** Room for the places where something stands. */
  readonly places: Places
  readonly effort: Effort
}

/** What looking costs, to know when another choice would pay. A unit is about a microsecond. */
interface Effort {
  /** Bytes that were looked at. */
  bytes: number
  /** After so many it is chosen anew in any case. */
  next: number
  /** What all blocks have cost. */
  all: number
  /** What a block has cost of late. */
  usual: number
  /** What blocks have cost above what they cost at best since words were chosen. */
  excess: number
  best: number
}

/** Literals are of three ASCII characters or more. */
export function buildPrefilter(wanted: Wanted): Prefilter {
  return {
    wanted: [...wanted],
    index: null,
    choice: null,
    grams: null,
    counts: new Uint32Array(hashes),
    candidates: new Int32Array(0),
    places: {pairs: new Int32Array(1024), count: 0},
    effort: {bytes: 0, next: window, all: 0, usual: 0, excess: 0, best: 0},
  }
}

/** Adds a searcher with one requirement. */
export function seek(filter: Prefilter, literals: readonly string[]): void {
  filter.wanted.push([literals])
  filter.index = null
  filter.grams = null
}

/** What was found in a block; valid until the next one. */
export interface Found {
  /** A literal's number and the byte at which it begins, and so on: line by line, but in no certain order in a line. */
  readonly places: Int32Array
  readonly choice: Choice
}

/**
 * Finds each place of the literals that are looked for. Not `mayChoose`: a line goes on, and what is looked for in its next part
 * must be the same, or a match between them is lost.
 */
export function findLiterals(filter: Prefilter, bytes: Uint8Array, mayChoose = true): Found {
  const view = wordsOf(bytes)
  const {effort, places} = filter
  // All of the first ones are looked at to know how often words stand in the data, of each eighth of what is there at the next choice
  // the first part.
  const share = effort.next / 8
  if (!filter.grams || effort.bytes < firstBytes) histogram(view, filter.counts)
  else if (effort.bytes % share < window) histogram(view, filter.counts, 3, share / window)
  effort.bytes += bytes.length
  if (!filter.grams) choose(filter)
  const choice = filter.choice!
  if (filter.candidates.length < view.length) filter.candidates = new Int32Array(view.length)
  const grams = filter.grams!
  const count = sweep(grams.any, view, filter.candidates)
  const seen = confirm(grams, view, filter.candidates, count, bytes, places)
  const found = places.pairs.subarray(0, places.count * 2)
  if (mayChoose) {
    let hits = 0
    for (let i = 0; i < found.length; i += 2) hits += choice.since[found[i]! + 1]! - choice.since[found[i]!]!
    const outdated = isOutdated(effort, hits + seen / candidatesPerHit, filter.wanted.length)
    if (outdated || effort.bytes >= effort.next) {
      // What made it costly is what the next choice must know: it counts as much as all that a part stood for.
      histogram(view, filter.counts, 1, Math.max(1, share / window))
      choose(filter)
    }
  }
  return {places: found, choice}
}

/** How much is looked at at once to know how often words stand in the data. */
const window = 1 << 18
const firstBytes = 8 * window
/** It is chosen again each time that so many times as much has come: what little data made cheap may stand in every line. */
const timesAsMuch = 8
/** What choosing costs, for each searcher. */
const choosing = 6
/** Some data cost more than others whatever is chosen: so much of all cost is borne before another try. */
const borne = 0.15
/** Of so many bytes all count alike. */
const remembered = 2 ** 30
/** Over so many blocks the usual cost is taken. */
const memory = 8

/**
 * Whether the data have become of another kind: when what was spent above the least that blocks cost has reached what choosing
 * costs, so that both together are never more than twice what was needed.
 */
function isOutdated(effort: Effort, cost: number, searchers: number): boolean {
  effort.all += cost
  effort.usual += (cost - effort.usual) / memory
  effort.best = Math.min(effort.best, effort.usual * 1.25)
  effort.excess += Math.max(0, cost - effort.best)
  return effort.excess > Math.max(searchers * choosing, effort.all * borne)
}

function choose(filter: Prefilter): void {
  const {counts, effort} = filter
  filter.index ??= indexLiterals(filter.wanted)
  filter.choice = chooseLiterals(filter.index, counts)
  filter.grams = gramsOf(filter.index, filter.choice, filter.grams)
  // Then what was long ago counts less and less.
  if (effort.bytes > remembered) for (let i = 0; i < counts.length; i++) counts[i]! >>>= 1
  while (effort.bytes >= effort.next) effort.next *= timesAsMuch
  effort.excess = 0
  effort.best = Number.POSITIVE_INFINITY
}

/** The bytes as words, the last one filled up with whatever stands behind. */
function wordsOf(bytes: Uint8Array): Int32Array {
  const length = (bytes.length + 3) >> 2
  const {buffer, byteOffset} = bytes
  if (byteOffset % 4 === 0 && byteOffset + length * 4 <= buffer.byteLength)
    return new Int32Array(buffer, byteOffset, length)
  const copy = new Uint8Array(length * 4)
  copy.set(bytes)
  return new Int32Array(copy.buffer)
}
