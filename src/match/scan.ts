import type {Block, EvidenceKind, Need} from '../model.ts'
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

/** How a raw line is to be understood: its text without timestamps and codes, null where it is not output at all. */
export type Decode = (raw: string) => {text: string; time: string | null} | null

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
  /** Offset and probe in one number, so that sorting is cheap. */
  const found: number[] = []
  findLiterals(matcher.prefilter, bytes, (searcher, offset) => {
    const probe = sought[searcher]!
    if (probe === watching) watched.push(offset)
    else if (offset >= fresh && offset < settled && isFor(probes[probe]!, kind))
      found.push(offset * probes.length + probe)
  })
  const blind = matcher.blind.filter(probe => isFor(probes[probe]!, kind))
  if (blind.length) {
    for (const offset of placesOf(block))
      for (const probe of blind) found.push(offset * probes.length + probe)
  }
  watched.sort((a, b) => a - b)
  if (!found.length) return watched
  found.sort((a, b) => a - b)

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

interface Piece {
  buffer: Buffer
  start: number
  end: number
  /** Whether the line began earlier: then `^` must not match. */
  headless: boolean
  /** Whether the line goes on: then `$` must not match. */
  endless: boolean
}

/** Tries probes, in order, on one line. */
function tryLine(
  piece: Piece,
  numbers: readonly number[],
  probes: readonly Probe[],
  eager: boolean,
  decode: Decode,
  found: (probe: number, line: {text: string; time: string | null}, captures: Record<string, string>) => void,
): void {
  const {buffer, start, end} = piece
  const latin = buffer.toString('latin1', start, end)
  const likely = numbers.filter(
    (number, i) => number !== numbers[i - 1] && holdsAll(latin, probes[number]!.literals),
  )
  if (!likely.some(number => eager || !probes[number]!.silences)) return
  const line = decode(isAscii(latin) ? latin : utf8.decode(buffer.subarray(start, end)))
  if (!line) return
  const unquoted = unescaped(line.text)
  const tried = (number: number) =>
    test(probes[number]!, line.text, piece) ??
    (unquoted === null ? null : test(probes[number]!, unquoted, piece))
  let isFound = eager
  for (const number of likely) {
    const captures = probes[number]!.silences ? null : tried(number)
    if (captures) found(number, line, captures)
    isFound ||= captures !== null
  }
  if (!isFound) return
  for (const number of likely) {
    const captures = probes[number]!.silences ? tried(number) : null
    if (captures) found(number, line, captures)
  }
}

const utf8 = new TextDecoder()
const isAscii = (text: string) => !/[^\x00-\x7f]/.test(text)

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

/** The captures of a match in the text of a piece, null where there is none. */
function test({line}: Probe, text: string, {headless, endless}: Piece): Record<string, string> | null {
  if (!meets(text, line.needs)) return null
  const match = line.regex.exec(text)
  if (!match || (headless && match.index === 0)) return null
  if (endless && line.source.endsWith('$') && match.index + match[0].length === text.length) return null
  const captures: Record<string, string> = {}
  for (const [name, value] of Object.entries(match.groups ?? {}))
    if (value !== undefined) captures[name] = value
  return captures
}

/** Whether a raw line has one of each list. */
function holdsAll(text: string, lists: readonly (readonly string[])[]): boolean {
  for (const any of lists) if (!holdsAny(text, any)) return false
  return true
}

/** Whether a text has all that is needed. */
function meets(text: string, needs: readonly Need[]): boolean {
  for (const {any, branches} of needs) {
    if (branches ? !branches.some(branch => meets(text, branch)) : !holdsAny(text, any)) return false
  }
  return true
}

function holdsAny(text: string, any: readonly string[]): boolean {
  for (const literal of any) if (text.includes(literal)) return true
  return false
}

/** The text with quotes as they were before they were put into JSON or Go strings; null where nothing is escaped. */
export function unescaped(text: string): string | null {
  return text.includes('\\"') ? text.replace(/\\+"/g, '"') : null
}
