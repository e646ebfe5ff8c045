/**
 * Which lines can matter to a test reader that is not busy, told from their first bytes, so that most lines of a log are never
 * decoded. Says yes too often, never too rarely: the readers look again.
 */

/** Literals that make a line matter wherever they stand in it. */
export const anywhere: readonly string[] = ['"Action":"', '--- FAIL: ', '--- PASS: ', '--- SKIP: ']

/** How lines begin that matter, of tests and of what `kubectl` prints; `_` is a blank, and one character alone is a whole line, but for `[`, `R` and signs. */
const prefixes =
  '[ R \u2022 \u21ba \u25cf -- == =_ ?_ ?\t # #_ ## ++ +_Timeout S S_ SS SP S\u2022 Summarizing SUCCESS P P_ PS PP P\u2022 PASS Post_job Will_run FAIL Failed_to Fatal Found_no Ginkgo_ Timeline Test TAP_ fatal_error ginkgo_run go:_ panic: pytest py.test __ DONE_ ok_ ok\t not_ok ERROR INTERNALERROR ImportError Cleaning_up NAME_ NAMESPACE_ LAST_SEEN_ Name:_ +_kubectl $_kubectl CONTAINER_ID_ +_docker $_docker +_podman $_podman +_sudo_ $_sudo_ >>'
    .split(' ')
    .map(prefix => prefix.replaceAll('_', ' ').replace('  ', '__'))
/** How lines begin that only end what a job prints of a log. */
const ends = ['+ ', '$ ', '**']
/** Progress of pytest: characters of one test each. */
const progress = '.FEsxXR'

const no = 0
const yes = 1
const indented = 2
const numbered = 3
const longer = 4

/** What to do by first byte and second byte times 256; and prefixes of more than two bytes by the same number. */
export interface LineStarts {
  readonly table: Uint8Array
  readonly longer: ReadonlyMap<number, readonly Uint8Array[]>
  readonly ends: ReadonlySet<number>
}

export function lineStarts(): LineStarts {
  const table = new Uint8Array(1 << 16)
  const more = new Map<number, Uint8Array[]>()
  const bytes = (text: string) => new TextEncoder().encode(text)
  const any = (a: number, what: number) => {
    for (let b = 0; b < 256; b++) table[a | (b << 8)] = what
  }
  for (const prefix of prefixes) {
    const [a = 0, b, ...rest] = bytes(prefix)
    if ('[R'.includes(prefix) || a > 0x7f) any(a, yes)
    // A single letter is a whole line.
    else if (b === undefined) for (const end of [10, 13]) table[a | (end << 8)] = yes
    else if (!rest.length) table[a | (b << 8)] = yes
    else {
      const key = a | (b << 8)
      more.set(key, [...(more.get(key) ?? []), bytes(prefix)])
      if (table[key] === no) table[key] = longer
    }
  }
  const closing = new Set(ends.map(end => end.charCodeAt(0) | (end.charCodeAt(1) << 8)))
  for (const key of closing) {
    if (table[key] !== no) continue
    table[key] = longer
    more.set(key, [])
  }
  for (const a of bytes(progress)) for (const b of bytes(`${progress} `)) table[a | (b << 8)] = yes
  any(0x20, indented)
  any(0x09, indented)
  for (const digit of bytes('0123456789')) any(digit, numbered)
  // Colours of which the escape character was lost may stand anywhere.
  for (let a = 0x21; a < 0x80; a++) table[a | (0x5b << 8)] = yes
  return {table, longer: more, ends: closing}
}

/** Whether the line in `bytes` from `start` to `end`, its newline, may matter; `isLog`: in what a job prints of a log. */
export function lineMatters(
  starts: LineStarts,
  bytes: Uint8Array,
  start: number,
  end: number,
  isLog: boolean,
): boolean {
  if (start >= end) return false
  const key = bytes[start]! | ((bytes[start + 1] ?? 10) << 8)
  const what = starts.table[key]!
  if (what === no) return endsLikeVerbose(bytes, start, end)
  if (what === yes) return true
  if (what === longer) {
    return (
      (isLog && starts.ends.has(key)) ||
      starts.longer.get(key)!.some(prefix => begins(bytes, start, prefix)) ||
      endsLikeVerbose(bytes, start, end)
    )
  }
  return what === indented ? indentedMatters(bytes, start, end) : numberedMatters(bytes, start, end)
}

function begins(bytes: Uint8Array, start: number, prefix: Uint8Array): boolean {
  for (let i = 2; i < prefix.length; i++) if (bytes[start + i] !== prefix[i]) return false
  return true
}

/** Failures and entries of Ginkgo, marks of jest and bats, mocha's counts, results of Go. */
function indentedMatters(bytes: Uint8Array, start: number, end: number): boolean {
  let at = start + 1
  while (at < end && (bytes[at] === 0x20 || bytes[at] === 0x09)) at++
  if (at >= end) return false
  const c = bytes[at]!
  if (c === 0x2d) return at === start + 1
  if (c === 0x41) return bytes[at + 1] === 0x74
  if (c === 0x54) return bytes[start] === 0x09
  if (c >= 0x30 && c <= 0x39) return at === start + 2
  return c >= 0x80 || c === 0x5b
}

/** `tests/a_test.py::test_x PASSED [ 12%]`, and maybe what is left of a colour. */
function endsLikeVerbose(bytes: Uint8Array, start: number, end: number): boolean {
  const last = bytes[end - 1] === 13 ? end - 2 : end - 1
  if (last < start + 3) return false
  if (bytes[last] === 0x5d) return bytes[last - 1] === 0x25
  return bytes[last] === 0x6d && bytes[last - 1] === 0x30 && bytes[last - 2] === 0x5b
}

/** A TAP plan, the sums of bats and pytest. */
function numberedMatters(bytes: Uint8Array, start: number, end: number): boolean {
  const last = bytes[bytes[end - 1] === 13 ? end - 2 : end - 1]
  if (last === 0x73) return true
  let at = start + 1
  while (at < end && bytes[at]! >= 0x30 && bytes[at]! <= 0x39) at++
  const c = bytes[at]
  return c === 0x2e
    ? at === start + 1 && bytes[start] === 0x31
    : c === 0x5b || (c === 0x20 && bytes[at + 1] === 0x74)
}
