import type {Decode} from './line.ts'
import type {Matcher} from './matcher.ts'
import type {Hit, Scannable} from './scan.ts'

/** How many lines below an error who tries again says so. */
const mostBelow = 2
/** What somebody does, and not what an error advises: `please try again later` is the last word of many. */
const again =
  /\b(?:[Rr]etrying\b|[Rr]etry (?:in|after|#?\d)|[Ww]ill (?:be )?(?:retry|retried|try again)\b|[Tt]rying again\b|(?:[Nn]ext|[Aa]nother|[Ss]econd) (?:try|attempt)\b|\b[Aa]ttempt:? #?\d+ ?(?:of|\/) ?\d+\b|not (?:up|ready|there|available|reachable) yet\b)/
/** That was the last time: `retry 5/5`. */
const over =
  /\b(?:giv(?:e|es|ing)|gave) up\b|\b[Nn]o more (?:retries|attempts)|\bexhausted\b|\b(\d+) ?(?:\/|of) ?\1\b/

/** Hands on the hits of a block of text, and says of those of which the line itself, or one just below, says that it is tried again. */
export function retrying(
  matcher: Matcher,
  {bytes, newlines, firstLine}: Scannable,
  decode: Decode,
  emit: (hit: Hit) => void,
): (hit: Hit) => void {
  function isRetried({line, text}: Hit): boolean {
    if (again.test(text)) return !over.test(text)
    for (let row = line - firstLine; row < line - firstLine + mostBelow; row++) {
      const start = (newlines[row] ?? bytes.length) + 1
      if (start >= bytes.length) return false
      const end = Math.min(newlines[row + 1] ?? bytes.length, start + longest)
      const next = decode(utf8.decode(bytes.subarray(start, end)))?.text ?? ''
      if (again.test(next)) return !over.test(next)
    }
    return false
  }
  return hit => {
    const isPositive = matcher.probes[hit.probe]!.condition >= 0
    emit(isPositive && isRetried(hit) ? {...hit, retried: true} : hit)
  }
}

const utf8 = new TextDecoder()
/** So much of a line shows what it is about. */
const longest = 300
