import {type Decode, unescaped} from './match/line.ts'
import type {Matcher} from './match/matcher.ts'
import {type Hit, scanBlock} from './match/scan.ts'
import type {EvidenceKind, Expression, LocatedTests} from './model.ts'
import {lineBlock} from './read/blocks.ts'
import {decodeLogLine} from './read/bundle/logline.ts'
import {type Unfolded, unfold} from './read/unfold.ts'

interface Means {
  matcher: Matcher
  kind: EvidenceKind | null
  decode: Decode
}

/** A hit in a joined line, with the lines that were joined and the first and last of them that the matched text stands in. */
interface JoinedHit {
  hit: Hit
  texts: readonly string[]
  from: number
  to: number
}

/** A folded `unless` line speaks for as many lines below it as one that was not folded. */
const below = 3

/**
 * Looks for what only joined lines show. The line of a hit is the one in which the matched text begins. What one line shows alone
 * was found there; what stands, in part, in known noise counts for nothing.
 */
export function scanJoined(joined: Unfolded, means: Means, emit: (hit: Hit) => void): void {
  for (const {hit, texts, from, to} of hitsIn(joined, means)) {
    const {line: expression} = means.matcher.probes[hit.probe]!
    if (from === to && matchOf(expression, means.decode(texts[from]!)?.text ?? '')) continue
    const line = isExcuse(means.matcher, hit) ? Math.min(to + below, texts.length - 1) : from
    emit({...hit, line: hit.line + line})
  }
}

/**
 * A failed spec says in several lines what it expected: joined, so that an expression of one line finds it. The place is the
 * failure's first line in the job log.
 */
export function scanJoinedFailures(tests: LocatedTests, matcher: Matcher, emit: (hit: Hit) => void): void {
  for (const [i, failure] of tests.failures.entries()) {
    const firstLine = tests.blocks[i]?.from
    if (firstLine === undefined) continue
    const bytes = new TextEncoder().encode(`${failure.message}\n`)
    const joined = unfold({bytes, firstLine})
    if (!joined) continue
    const means = {matcher, kind: 'job-log', decode: decodeMessage} as const
    for (const {hit} of hitsIn(joined, means)) emit({...hit, line: firstLine})
    // What excuses it may stand in a line of its own, and that far below the first one.
    scanBlock(matcher, lineBlock(bytes), 'job-log', decodeMessage, hit => {
      if (isExcuse(matcher, hit)) emit({...hit, line: firstLine})
    })
  }
}

const decodeMessage: Decode = raw => {
  const {time, message} = decodeLogLine(raw)
  return {text: message, time}
}

/** All hits but noise and what stands in it. */
function hitsIn(joined: Unfolded, means: Means): JoinedHit[] {
  const {matcher, kind, decode} = means
  const found: Hit[] = []
  scanBlock(matcher, joined, kind, decode, hit => found.push(hit))
  return found
    .filter(hit => matcher.patterns[matcher.probes[hit.probe]!.pattern]!.role !== 'noise')
    .map(hit => {
      const texts = joined.parts.get(hit.line) ?? [hit.text]
      return {hit, texts, ...spanOf(matcher.probes[hit.probe]!.line, hit.text, texts)}
    })
    .filter(({hit, texts, from, to}) => isExcuse(matcher, hit) || !isNoise(texts.slice(from, to + 1), means))
}

const isExcuse = (matcher: Matcher, hit: Hit) => matcher.probes[hit.probe]!.condition < 0

/** Which of the joined lines a match stands in; all of them where decoding changed the text. */
function spanOf(expression: Expression, text: string, texts: readonly string[]): {from: number; to: number} {
  const all = {from: 0, to: texts.length - 1}
  const found = matchOf(expression, text)
  if (!found) return all
  const {match, quoted} = found
  const plain = texts.map((t, i) => (i ? t.trim() : t)).map(t => (quoted ? (unescaped(t) ?? t) : t))
  const cut = plain.join(' ').length - found.text.length
  if (cut < 0 || !plain.join(' ').endsWith(found.text)) return all
  const start = cut + match.index + match[0].length - match[0].trimStart().length
  const end = Math.max(start, cut + match.index + match[0].trimEnd().length - 1)
  const ends: number[] = []
  for (const t of plain) ends.push((ends.at(-1) ?? 0) + t.length + 1)
  const at = (offset: number) => Math.min(texts.length - 1, ends.filter(e => e <= offset).length)
  return {from: at(start), to: at(end)}
}

/** A match as scanning makes it: in the text, or in the text with its quotes as they were. */
function matchOf(
  expression: Expression,
  text: string,
): {match: RegExpExecArray; text: string; quoted: boolean} | null {
  const match = expression.exec(text)
  if (match) return {match, text, quoted: false}
  const plain = unescaped(text)
  const other = plain === null ? null : expression.exec(plain)
  return other ? {match: other, text: plain!, quoted: true} : null
}

/** Whether one of some lines is known noise. */
function isNoise(texts: readonly string[], {matcher, kind, decode}: Means): boolean {
  const block = lineBlock(new TextEncoder().encode(`${texts.join('\n')}\n`))
  let found = false
  scanBlock(
    matcher,
    block,
    kind,
    decode,
    hit => {
      found ||= matcher.probes[hit.probe]!.silences
    },
    true,
  )
  return found
}
