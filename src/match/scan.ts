import type {Block, EvidenceKind} from '../model.ts'
import {type Decode, tryLine} from './line.ts'
import {type Matcher, type Probe, watching} from './matcher.ts'
import {findLiterals} from './prefilter.ts'

/** One condition found in one line. */
export interface Hit {
  /** Number of the probe in the matcher. */
  probe: number
  /** 1-based raw line. */
  line: number
  time: string | null
  text: string
  captures: Record<string, string>
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
  const {bytes, newlines, fresh, settled} = block
  const {probes, sought} = matcher
  const watched: number[] = []
  let count = 0
  const note = (offset: number, probe: number) => {
    if (count === matcher.places.length) matcher.places = longer(matcher.places)
    matcher.places[count++] = offset * probes.length + probe
  }
  findLiterals(
    matcher.prefilter,
    bytes,
    (searcher, offset) => {
      const probe = sought[searcher]!
      if (probe === watching) watched.push(offset)
      else if (offset >= fresh && offset < settled && isFor(probes[probe]!, kind)) note(offset, probe)
    },
    settled > bytes.length,
  )
  const blind = matcher.blind.filter(probe => isFor(probes[probe]!, kind))
  if (blind.length) {
    for (const offset of placesOf(block)) for (const probe of blind) note(offset, probe)
  }
  watched.sort((a, b) => a - b)
  if (!count) return watched
  const found = matcher.places.subarray(0, count).sort()

  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const here: number[] = []
  let row = 0
  if (!block.continued) matcher.found.clear()
  for (let i = 0; i < found.length; ) {
    const offset = Math.floor(found[i]! / probes.length)
    const before = row
    row = rowOf(newlines, offset, row)
    if (row !== before) matcher.found.clear()
    const from = row === 0 ? 0 : newlines[row - 1]! + 1
    const to = newlines[row] ?? bytes.length
    const piece = pieceAt(from, to, offset)
    here.length = 0
    for (; i < found.length && found[i]! < piece.last * probes.length; i++) {
      const probe = found[i]! % probes.length
      if (!matcher.found.has(probe)) here.push(probe)
    }
    here.sort((a, b) => a - b)
    tryLine(
      {
        buffer,
        ...piece,
        headless: piece.start > from || (row === 0 && block.continued),
        endless: piece.end < to || (row === newlines.length && settled <= bytes.length),
      },
      here,
      probes,
      eager,
      decode,
      (probe, line, captures) => {
        matcher.found.add(probe)
        const number = block.firstLine + row
        emit({probe, line: block.lines?.[row] ?? number, ...line, captures})
      },
    )
  }
  return watched
}

function longer(places: Float64Array): Float64Array {
  const twice = new Float64Array(places.length * 2)
  twice.set(places)
  return twice
}

/** What of a line is looked at for a literal at `offset`; literals before `last` share it. */
function pieceAt(from: number, to: number, offset: number): {start: number; end: number; last: number} {
  if (to - from <= 3 * window) return {start: from, end: to, last: to + 1}
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

/** A place in every line, and in every piece of a long one. */
function placesOf({bytes, newlines, fresh, settled}: Scannable): number[] {
  const places: number[] = []
  let from = 0
  for (let row = 0; row <= newlines.length && from < bytes.length; row++) {
    const to = newlines[row] ?? bytes.length
    for (let at = Math.max(from, fresh); at <= to && at < settled; at += window) places.push(at)
    from = to + 1
  }
  return places
}

const isFor = (probe: Probe, kind: EvidenceKind | null) =>
  !kind || !probe.kinds.length || probe.kinds.includes(kind)
