import {type Candidate, enough} from './candidates.ts'
import {type Choice, muchMore} from './choose.ts'
import {isThin, position, timesHeard, timesSeen} from './heard.ts'
import {isLasting, isRefusal, isSaid, isUnasked} from './troubles.ts'

/** So many unrelated errors beside a cause, none of them in the failure itself, show that any of them was provoked. */
const crowd = 3

/** Whether others that were collected along with the cause may as well be it, or it was said during a few of the failed tests only. */
export function isOneOfMany({cause, rivals, effects, visible, beside}: Choice): boolean {
  if (!cause) return false
  const {fallback, family} = cause.pattern
  const isOfFew = muchMore * cause.share < 1
  if (fallback && isOfFew) return true
  // An assertion that failed accounts for no failure of another kind beside it.
  const others = visible.filter(v => v.pattern.family !== family)
  if (fallback && family === 'assertion-failed' && others.length && !others.some(v => effects.includes(v)))
    return true
  const elsewhere = rivals.filter(r => position(r) !== position(cause))
  if (cause.weight < 1 && elsewhere.length >= crowd) return true
  if (isThin(cause) && isOneVoice(cause, beside)) return true
  const apartFrom = rivals.filter(r => !isSameText(r, cause) && !isSameTrouble(r, cause))
  return isThin(cause) && (isOfFew || apartFrom.some(r => muchMore * timesSeen(r) > timesSeen(cause)))
}

/** Whether it is one error among many kinds of them, of which nobody knows when they were said, and not said most often. */
function isOneVoice(cause: Candidate, beside: readonly Candidate[]): boolean {
  const near = cause.matches.filter(m => m.weight >= enough)
  const isUntimed = near.every(
    m =>
      m.moment === null &&
      // Last words were said at the end.
      m.match.at.kind !== 'previous-log' &&
      !m.match.object &&
      isSaid(m.match) &&
      !isLasting(cause.pattern, m.match) &&
      !isUnasked(cause.pattern),
  )
  const kinds = new Set(beside.map(c => c.pattern.family))
  return isUntimed && kinds.size >= crowd && beside.some(c => timesHeard(c) > timesSeen(cause))
}

/** Two patterns may know one line. */
function isSameText(a: Candidate, b: Candidate): boolean {
  const lines = (c: Candidate) =>
    c.matches.filter(m => m.weight >= enough).map(({match: {at}}) => `${at.source}\0${at.path}\0${at.line}`)
  const known = new Set(lines(b))
  return lines(a).every(line => known.has(line))
}

/** Nor are two of one family, said in one log, two troubles, if tests do not ask for each. */
function isSameTrouble(a: Candidate, b: Candidate): boolean {
  const logs = (c: Candidate) =>
    c.matches.filter(m => m.weight >= enough).map(({match: {at}}) => `${at.source}\0${at.path}`)
  const known = new Set(logs(b))
  const isAsked = a.matches.some(m => isRefusal(a.pattern, m.match))
  return !isAsked && a.pattern.family === b.pattern.family && logs(a).every(log => known.has(log))
}
