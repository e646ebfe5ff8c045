import type {Block, EvidenceKind} from '../model.ts'
import type {Matcher} from './matcher.ts'
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

/** A line longer than this is looked at only around the literal, so that one endless line costs no more than many. */
const window = 8192

/**
 * Finds every condition in a block of whole lines. `kind` null: conditions for every kind of log count.
 * Hits come in the order of the lines.
 */
export function scanBlock(
  matcher: Matcher,
  block: Block,
  kind: EvidenceKind | null,
  decode: Decode,
  emit: (hit: Hit) => void,
): void {
  const {bytes} = block
  const found: {probe: number; offset: number}[] = []
  findLiterals(matcher.prefilter, bytes, (literal, offset) => {
    for (const probe of matcher.signs[literal]!) found.push({probe, offset})
  })
  if (matcher.blind.length)
    eachLine(bytes, offset => {
      for (const probe of matcher.blind) found.push({probe, offset})
    })
  found.sort((a, b) => a.offset - b.offset)

  const decoder = new TextDecoder()
  let line = block.firstLine
  let counted = 0
  let start = -1
  let end = -1
  let decoded: {text: string; time: string | null} | null = null
  let plain: string | null = null
  let tried = new Set<number>()
  for (const {probe: number, offset} of found) {
    const probe = matcher.probes[number]!
    if (kind && probe.kinds.length && !probe.kinds.includes(kind)) continue
    if (offset >= end || offset < start) {
      const lineStart = offset === 0 ? 0 : bytes.lastIndexOf(10, offset - 1) + 1
      const newline = bytes.indexOf(10, offset)
      const lineEnd = newline === -1 ? bytes.length : newline
      for (
        let at = bytes.indexOf(10, counted);
        at !== -1 && at < lineStart;
        at = bytes.indexOf(10, counted)
      ) {
        line++
        counted = at + 1
      }
      start = Math.max(lineStart, offset - window)
      end = Math.min(lineEnd, offset + window)
      decoded = decode(decoder.decode(bytes.subarray(start, end)))
      plain = decoded && unescaped(decoded.text)
      tried = new Set()
    }
    if (!decoded || tried.has(number)) continue
    tried.add(number)
    const captures =
      test(probe.regex, probe.must, decoded.text) ??
      (plain === null ? null : test(probe.regex, probe.must, plain))
    if (!captures) continue
    emit({
      probe: number,
      line: block.lines?.[line - block.firstLine] ?? line,
      time: decoded.time,
      text: decoded.text,
      captures,
    })
  }
}

/** The captures of a match, null where there is none. */
export function test(
  regex: RegExp,
  must: readonly (readonly string[])[],
  text: string,
): Record<string, string> | null {
  for (const set of must) if (!set.some(literal => text.includes(literal))) return null
  const match = regex.exec(text)
  if (!match) return null
  const captures: Record<string, string> = {}
  for (const [name, value] of Object.entries(match.groups ?? {}))
    if (value !== undefined) captures[name] = value
  return captures
}

/** The text with quotes as they were before they were put into JSON or Go strings; null where nothing is escaped. */
export function unescaped(text: string): string | null {
  return text.includes('\\"') ? text.replace(/\\+"/g, '"') : null
}

function eachLine(bytes: Uint8Array, visit: (offset: number) => void): void {
  for (let at = 0; at < bytes.length; ) {
    visit(at)
    const next = bytes.indexOf(10, at)
    if (next === -1) return
    at = next + 1
  }
}
