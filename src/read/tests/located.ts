import type {LocatedTests, Phase, TestFailure} from '../../model.ts'

/** At most this many failures are kept; the counts stay right. */
export const MAX_FAILURES = 200
/** Longest message kept, in characters. */
export const MAX_MESSAGE = 2000
const MAX_NAME = 500
const MAX_BLOCK = 400

/** A failure with the lines of its own block, 1-based and inclusive. */
export interface Found extends TestFailure {
  from: number
  to: number
  /** Further parts of it, where others have spoken between. */
  more?: readonly {from: number; to: number}[]
}

/** A result before its failures are cut to size. */
export interface Tally {
  total: number | null
  ran: number | null
  passed: number
  failed: number
  skipped: number
  phase: Phase
  verdict_line: number | null
  tests_line: number | null
  first_line: number
}

/** Text of at most `max` characters, cut at the end and marked, never within a surrogate pair. */
export function clip(text: string, max: number): string {
  if (text.length <= max) return text
  const code = text.charCodeAt(max - 2)
  return `${text.slice(0, code >= 0xd800 && code < 0xdc00 ? max - 2 : max - 1)}…`
}

/** Lines without the indentation that all of them share, and without blank lines around them. */
export function dedent(lines: readonly string[]): string {
  const indents = lines.filter(l => l.trim() !== '').map(l => l.length - l.trimStart().length)
  const indent = indents.length === 0 ? 0 : Math.min(...indents)
  return lines
    .map(l => l.slice(indent).trimEnd())
    .join('\n')
    .replace(/^\n+/, '')
    .trimEnd()
}

/** The model's result: bounded failures, with their blocks beside them. */
export function located(framework: string, tally: Tally, found: readonly Found[]): LocatedTests {
  const kept = found.slice(0, MAX_FAILURES)
  const {verdict_line, tests_line, first_line, ...counts} = tally
  return {
    framework,
    ...counts,
    failures: kept.map(f => ({
      name: clip(f.name, MAX_NAME),
      location: clip(f.location, MAX_NAME),
      message: clip(f.message, MAX_MESSAGE),
    })),
    blocks: [...kept, ...kept.flatMap(f => f.more ?? []).slice(0, MAX_FAILURES)].map(({from, to}) => ({
      from,
      to: Math.min(Math.max(from, to), from + MAX_BLOCK - 1),
    })),
    verdict_line,
    tests_line,
    first_line,
  }
}
