import type {Probe} from './matcher.ts'

/** How a raw line is to be understood: its text without timestamps and codes, null where it is not output at all. */
export type Decode = (raw: string) => {text: string; time: string | null} | null

/** A line, or what of a long one is looked at. */
export interface Piece {
  buffer: Buffer
  start: number
  end: number
  /** Whether the line began earlier: then `^` must not match. */
  headless: boolean
  /** Whether the line goes on: then `$` must not match. */
  endless: boolean
}

/** Tries probes, each once and in order, on one line. */
export function tryLine(
  piece: Piece,
  numbers: readonly number[],
  {probes, eager, decode}: {probes: readonly Probe[]; eager: boolean; decode: Decode},
  found: (probe: number, line: {text: string; time: string | null}, captures: Record<string, string>) => void,
): void {
  const {buffer, start, end} = piece
  if (!eager && numbers.every(number => probes[number]!.silences)) return
  const latin = buffer.toString('latin1', start, end)
  const line = decode(isAscii(latin) ? latin : utf8.decode(buffer.subarray(start, end)))
  if (!line) return
  const unquoted = unescaped(line.text)
  const tried = (number: number) =>
    test(probes[number]!, line.text, piece) ??
    (unquoted === null ? null : test(probes[number]!, unquoted, piece))
  let isFound = eager
  for (const number of numbers) {
    const captures = probes[number]!.silences ? null : tried(number)
    if (captures) found(number, line, captures)
    isFound ||= captures !== null
  }
  if (!isFound) return
  for (const number of numbers) {
    const captures = probes[number]!.silences ? tried(number) : null
    if (captures) found(number, line, captures)
  }
}

const utf8 = new TextDecoder()
const isAscii = (text: string) => !/[^\x00-\x7f]/.test(text)

/** The captures of a match in the text of a piece, null where there is none. */
function test({line}: Probe, text: string, {headless, endless}: Piece): Record<string, string> | null {
  const match = line.exec(text)
  if (!match || (headless && match.index === 0)) return null
  if (endless && line.source.endsWith('$') && match.index + match[0].length === text.length) return null
  const captures: Record<string, string> = {}
  for (const [name, value] of Object.entries(match.groups ?? {}))
    if (value !== undefined) captures[name] = value
  return captures
}

/** The text with quotes as they were before they were put into JSON or Go strings; null where nothing is escaped. */
export function unescaped(text: string): string | null {
  return text.includes('\\"') ? text.replace(/\\+"/g, '"') : null
}
