import type {Decode} from './line.ts'
import type {Matcher} from './matcher.ts'
import type {Hit, Scannable} from './scan.ts'

/** How many lines below an `unless` line still belong to what it speaks of. */
const mostBelow = 3

/** A line that begins something of its own: a command of a script's trace, a step, a test, a section. */
const begins = /^\s*(?:\++ |STEP: |##\[(?:group|endgroup)\]|=== |--- (?:PASS|FAIL)|-{8,}|={8,}|\[It\] |• )/
/** Such a line excuses what went before, for the run went on; what follows only where it says that this may fail. */
const bearsFailure =
  /\|\| ?(?:true\b|:|echo\b|exit 0)|--ignore-not-found|\b(?:[Dd]elet|[Cc]lean|[Tt]ear|[Rr]emov)/
/** Ginkgo leaves a line free between where it failed and with what. */
const ginkgoPlace = /^\s*In \[\w+\] at: /
/** What was done excuses earlier tries, and says nothing of what comes next. */
const isDone =
  /\b(?:created|configured|unchanged|ready|established|connected|restored|succeeded|successful(?:ly)?|exists|populated)\b/i
const isUndone = /\b(?:not|never|no|to be|to become|fail\w*|error|time[ds]? ?out|waiting)\b|n't\b/i

/**
 * Hands on the hits of a block of text, those of `unless` lines as standing in the last line that they speak for: a command that
 * may fail or a heading stands above what it excuses, in the same paragraph.
 */
export function excusing(
  matcher: Matcher,
  block: Scannable,
  decode: Decode,
  emit: (hit: Hit) => void,
): (hit: Hit) => void {
  return hit => {
    const isExcuse = matcher.probes[hit.probe]!.condition < 0
    emit(isExcuse ? {...hit, line: hit.line + linesBelow(hit, block, decode)} : hit)
  }
}

function linesBelow({line, text}: Hit, block: Scannable, decode: Decode): number {
  const speaksOfBefore = begins.test(text)
    ? !bearsFailure.test(text)
    : isDone.test(text) && !isUndone.test(text)
  if (speaksOfBefore) return 0
  const {bytes, newlines, firstLine} = block
  for (let below = 0; below < mostBelow; below++) {
    const row = line - firstLine + below
    const start = (newlines[row] ?? bytes.length) + 1
    if (start >= bytes.length) return below
    const end = Math.min(newlines[row + 1] ?? bytes.length, start + longest)
    const next = decode(utf8.decode(bytes.subarray(start, end)))?.text ?? ''
    if ((!next.trim() && !ginkgoPlace.test(text)) || begins.test(next)) return below
  }
  return mostBelow
}

const utf8 = new TextDecoder()
/** So much of a line shows whether it begins something. */
const longest = 200
