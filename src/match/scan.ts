import type {Block, EvidenceKind} from '../model.ts'
import {mayMeet, takeFingerprint} from './fingerprint.ts'
import {type Decode, tryLine} from './line.ts'
import {countingIn, type Matcher, signatureFor, watching} from './matcher.ts'
import {type Found, findLiterals} from './prefilter.ts'

/** One condition found in one line. */
export interface Hit {
  /** Number of the probe in the matcher. */
  probe: number
  /** 1-based raw line. */
  line: number
  time: string | null
  text: string
  captures: Record<string, string>
  /** The line, or one just below, says that it is tried again. */
  retried?: true
}

/** Whole lines, or a part of one that is too long for a block. */
export interface Scannable extends Block {
  /** Offsets of all newlines. */
  readonly newlines: Int32Array
  /** Only what begins in here is looked for; the rest was, or will be, in another block, with what stands around it. */
  readonly fresh: number
  readonly settled: number
}

/** A line longer than this is looked at piece by piece, with as much before and after, so that one endless line costs no more than many. */
const window = 8192
const mostAtOnce = 3 * window

/**
 * Finds every condition in a block. `kind` null: conditions for every kind of log count. Hits come in the order of the
 * lines, and in a line in the order of the catalog. What silences a line is looked for where there is something to silence, or,
 * if `eager`, in every line. Returns where literals stand that the matcher watches for, in order.
 */
export function scanBlock(
  matcher: Matcher,
  block: Scannable,
  kind: EvidenceKind | null,
  decode: Decode,
  emit: (hit: Hit) => void,
  eager = false,
): number[] {
  const {bytes, newlines, settled} = block
  const found = findLiterals(matcher.prefilter, bytes, settled > bytes.length)
  const places = matcher.blind.length ? withBlind(found.places, block) : found.places
  const search: Search = {matcher, block, counting: countingIn(matcher, kind), ...found, places, watched: []}
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const means = {probes: matcher.probes, eager, decode}
  if (!block.continued) matcher.found.clear()
  let row = 0
  for (let i = 0; i < places.length; ) {
    const before = row
    row = rowOf(newlines, places[i + 1]!, row)
    if (row !== before) matcher.found.clear()
    const from = row === 0 ? 0 : newlines[row - 1]! + 1
    const to = newlines[row] ?? bytes.length
    let next = i
    while (next < places.length && places[next + 1]! <= to) next += 2
    if (to - from > mostAtOnce) sortByOffset(places.subarray(i, next))
    while (i < next) {
      const {start, end, last} = pieceAt(from, to, places[i + 1]!)
      let until = i
      while (until < next && places[until + 1]! < last) until += 2
      const likely = likelyIn(search, i, until, start, end)
      i = until
      if (!likely.length) continue
      const headless = start > from || (row === 0 && block.continued)
      const endless = end < to || (row === newlines.length && settled <= bytes.length)
      tryLine({buffer, start, end, headless, endless}, likely, means, (probe, line, captures) => {
        matcher.found.add(probe)
        emit({probe, line: block.lines?.[row] ?? block.firstLine + row, ...line, captures})
      })
    }
  }
  return search.watched.sort((a, b) => a - b)
}

/** A block that is being searched. */
interface Search extends Found {
  matcher: Matcher
  block: Scannable
  /** By probe: 1 where it counts in this kind of log. */
  counting: Uint8Array
  /** Where literals stand that the matcher watches for. */
  watched: number[]
}

/** The probes, in order, that may match between two bytes, by what stands there: the places from `from` to `to`. */
function likelyIn(search: Search, from: number, to: number, start: number, end: number): number[] {
  const {matcher, block, places, choice, watched} = search
  const {sought, blind, likely} = matcher
  likely.length = 0
  matcher.piece++
  for (let i = from; i < to; i += 2) {
    const offset = places[i + 1]!
    const isFresh = offset >= block.fresh && offset < block.settled
    if (places[i] === anything) {
      for (const probe of blind) consider(search, probe, start, end)
      continue
    }
    const until = choice.since[places[i]! + 1]!
    for (let n = choice.since[places[i]!]!; n < until; n++) {
      const probe = sought[choice.searchers[n]!]!
      if (probe === watching) watched.push(offset)
      else if (isFresh) consider(search, probe, start, end)
    }
  }
  return likely.length > 1 ? likely.sort((a, b) => a - b) : likely
}

function consider({matcher, block, counting}: Search, probe: number, start: number, end: number): void {
  const {lookedAt, piece, fingerprint} = matcher
  if (lookedAt[probe] === piece) return
  lookedAt[probe] = piece
  if (counting[probe] === 0 || matcher.found.has(probe)) return
  if (matcher.taken !== piece) takeFingerprint(fingerprint, block.bytes, start, end)
  matcher.taken = piece
  if (mayMeet(fingerprint, signatureFor(matcher.probes[probe]!))) matcher.likely.push(probe)
}

/** In `places`, stands for what every line has. */
const anything = -1

/** The places, and one in every line and in every piece of a long one. */
function withBlind(places: Int32Array, {bytes, newlines, fresh, settled}: Scannable): Int32Array {
  const all = [...places]
  let from = 0
  for (let row = 0; row <= newlines.length && from < bytes.length; row++) {
    const to = newlines[row] ?? bytes.length
    for (let at = Math.max(from, fresh); at <= to && at < settled; at += window) all.push(anything, at)
    from = to + 1
  }
  const sorted = Int32Array.from(all)
  sortByOffset(sorted)
  return sorted
}

/** A literal's number is smaller. */
const mostLiterals = 2 ** 22

function sortByOffset(places: Int32Array): void {
  // Offset and literal in one number: sorting pairs would cost ten times as much.
  const keys = new Float64Array(places.length / 2)
  for (let i = 0; i < keys.length; i++)
    keys[i] = places[2 * i + 1]! * mostLiterals + places[2 * i]! - anything
  keys.sort()
  for (let i = 0; i < keys.length; i++) {
    places[2 * i] = (keys[i]! % mostLiterals) + anything
    places[2 * i + 1] = Math.floor(keys[i]! / mostLiterals)
  }
}

/** What of a line is looked at for a literal at `offset`; literals before `last` share it. */
function pieceAt(from: number, to: number, offset: number): {start: number; end: number; last: number} {
  if (to - from <= mostAtOnce) return {start: from, end: to, last: to + 1}
  const core = from + Math.floor((offset - from) / window) * window
  return {
    start: Math.max(from, core - window),
    end: Math.min(to, core + 2 * window),
    last: Math.min(to + 1, core + window),
  }
}

/** The number of the newline at or after `offset`, searched from `row` on. */
function rowOf(newlines: Int32Array, offset: number, row: number): number {
  let low = row
  let high = newlines.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (newlines[middle]! < offset) low = middle + 1
    else high = middle
  }
  return low
}
