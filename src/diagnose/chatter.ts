import type {Match, Pattern} from '../model.ts'
import {apart} from './apart.ts'
import type {Moment} from './moment.ts'
import {isGathered} from './placed.ts'
import {isLasting, isRefusal, isRefusedItself, isSaid, isUnasked} from './troubles.ts'
import type {Weighed} from './weigh.ts'

/** What is said so often without a test being at fault goes on all the time. */
const steady = 3

/**
 * What services say as often while tests pass as while they fail, or refuse while others fail, has nothing to do with it. `share` is
 * how much of the time of all tests those took that failed.
 */
export function withoutChatter(all: readonly Weighed[], most: number, share: number): Weighed[] {
  const seen = new Map<string, Record<Moment, number>>()
  const logOf = ({at}: Match) => `${at.source}\0${at.path}`
  // What is apart may not have been read at all, but in a log from which something else counts.
  const heard = new Set(all.filter(w => isGathered(w.placement) && w.weight > apart).map(w => logOf(w.match)))
  for (const {pattern, placement, moment, match} of all) {
    const isShownPassing = placement === 'passing' && isRefusal(pattern, match)
    if (!isShownPassing && (!isGathered(placement) || !isSaid(match) || !heard.has(logOf(match)))) continue
    const counts = seen.get(sayingOf(pattern, match)) ?? {failing: 0, passing: 0, outside: 0}
    seen.set(sayingOf(pattern, match), counts)
    const when = isShownPassing ? 'passing' : moment
    if (when) counts[when] += match.count
  }
  return all.map(w => {
    const counts = seen.get(sayingOf(w.pattern, w.match))
    if (
      !counts ||
      !isGathered(w.placement) ||
      !isSaid(w.match) ||
      isLasting(w.pattern, w.match) ||
      isUnasked(w.pattern) ||
      isRefusedItself(w.match)
    )
      return w
    const {failing, passing, outside} = counts
    const other = passing + outside
    const often =
      (passing > 0 ? other >= failing : outside >= Math.max(steady, failing)) ||
      (other >= steady && failing <= atRandom(failing + other, share))
    const isChatter = failing
      ? w.isLoose && often
      : (passing > 0 || (w.isLoose && often)) && isRefusal(w.pattern, w.match)
    return isChatter ? {...w, weight: Math.min(w.weight, most)} : w
  })
}

/** How often of so many times something is said during a share of the time, at the most, if it has nothing to do with that. */
const atRandom = (times: number, share: number) => times * share + Math.sqrt(times * share * (1 - share))

/** What is said is another thing where it is said of another thing. */
const sayingOf = ({id, same_when}: Pattern, {captures}: Match): string =>
  [id, ...same_when.map(name => captures[name] ?? '')].join('\0')

/** What a service said in the moment in which the job printed the same, where that counts little: an earlier step, a check, a passing test. */
export function withoutEchoes(all: readonly Weighed[], most: number): Weighed[] {
  const printed = new Map<string, number[]>()
  for (const {pattern, placement, match, weight} of all) {
    const isIdle = match.at.kind === 'job-log' && !isGathered(placement) && weight <= most
    const time = isIdle && match.at.time ? Date.parse(match.at.time) : Number.NaN
    if (Number.isNaN(time)) continue
    const key = sayingOf(pattern, match)
    printed.set(key, [...(printed.get(key) ?? []), time])
  }
  if (!printed.size) return [...all]
  return all.map(w => {
    const {placement, match, pattern} = w
    if (!isGathered(placement) || !isSaid(match)) return w
    const at = Date.parse(match.at.time ?? '')
    const isEcho = printed.get(sayingOf(pattern, match))?.some(time => Math.abs(time - at) <= sameMoment)
    return isEcho ? {...w, weight: Math.min(w.weight, most)} : w
  })
}

/** Milliseconds between what a service logs and what its client prints of it. */
const sameMoment = 1000

/** So many lines later, who tries again has got on. */
const gotOn = 12

/** What a job tried again each time, and then went on: `endOf` is the last line of what a line belongs to. */
export function withoutRetried(
  all: readonly Weighed[],
  most: number,
  endOf: (line: number) => number,
): Weighed[] {
  const isOwn = ({match: {at}}: Weighed) => at.kind === 'job-log' && at.path === null && at.line !== null
  const open = new Set<string>()
  for (const w of all) {
    const {line} = w.match.at
    if (isOwn(w) && !(w.match.retried && line! + gotOn < endOf(line!))) open.add(w.pattern.id)
  }
  return all.map(w =>
    isOwn(w) && w.match.retried && !open.has(w.pattern.id) ? {...w, weight: Math.min(w.weight, most)} : w,
  )
}

/** So often is nothing said that tests ask for now and then, and so many times as often as anything else. */
const storm = {times: 30, more: 10}

/** Where nothing else is found: what services say all the time, and that leads to what failed, though each time it might have been asked for. */
export function withStorm(
  all: readonly Weighed[],
  most: number,
  leadsToVisible: (pattern: Pattern) => boolean,
): Weighed[] {
  const counts = new Map<string, number>()
  const isHeard = ({pattern, placement, match, weight, moment}: Weighed) =>
    pattern.role === 'cause' &&
    isGathered(placement) &&
    isSaid(match) &&
    weight > apart &&
    moment !== 'passing'
  for (const w of all) {
    const key = sayingOf(w.pattern, w.match)
    if (isHeard(w)) counts.set(key, (counts.get(key) ?? 0) + w.match.count)
  }
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1])
  if (!first || first[1] < storm.times || first[1] < storm.more * (second?.[1] ?? 0)) return [...all]
  return all.map(w =>
    isHeard(w) && sayingOf(w.pattern, w.match) === first[0] && leadsToVisible(w.pattern)
      ? {...w, weight: Math.max(w.weight, most)}
      : w,
  )
}

/** So many lines hold so many different refusals where a script tries what a database must not take. */
const listed = {lines: 20, patterns: 3}
const ofDatabases = /^(?:db-|sql-)/

/** A list of checks that a database refuses what it should: whatever it says between and beside them was asked for. */
export function withoutChecks(all: readonly Weighed[], most: number): Weighed[] {
  const isOfDatabase = ({placement, pattern, match}: Weighed) =>
    placement === 'step' &&
    match.at.kind === 'job-log' &&
    match.at.line !== null &&
    ofDatabases.test(pattern.family)
  const refused = all
    .filter(w => isOfDatabase(w) && isRefusal(w.pattern, w.match))
    .map(w => ({line: w.match.at.line!, pattern: w.pattern}))
    .sort((a, b) => a.line - b.line)
  const spans = refused.flatMap(({line}) => {
    const near = refused.filter(o => o.line >= line && o.line <= line + listed.lines)
    const isList = new Set(near.map(o => o.pattern)).size >= listed.patterns
    return isList ? [{from: line - listed.lines, to: near.at(-1)!.line + listed.lines}] : []
  })
  if (!spans.length) return [...all]
  return all.map(w => {
    const {line} = w.match.at
    const isAsked = isOfDatabase(w) && spans.some(s => line! >= s.from && line! <= s.to)
    return isAsked ? {...w, weight: Math.min(w.weight, most)} : w
  })
}
