import type {LocatedTests, Match, TestTimes} from '../model.ts'

/** Where a moment lies among the tests: while one that failed ran, while only others ran, or outside of them. */
export type Moment = 'failing' | 'passing' | 'outside'

/** The runner gets a line so many milliseconds after it was written, at the most, where nothing holds it back. */
const skew = 10

/** When something was said, in relation to the tests: by the clock of the tests' own log, or by another one. */
export function momentOf(time: number, {all, failed}: TestTimes, isExact: boolean): Moment {
  const isFailing = failed.some(({from, to}) => {
    return time >= from - (isExact ? 0 : skew) && time <= to
  })
  if (isFailing) return 'failing'
  return time >= all.from && time <= all.to ? 'passing' : 'outside'
}

const stamp = String.raw`(\d{4}[-/]\d\d[-/]\d\d)[T ](\d\d:\d\d:\d\d)(?:[.,](\d{1,9}))?(Z| UTC| ?[+-]\d\d:?\d\d)?`
const leading = new RegExp(String.raw`^.{0,30}?\b${stamp}`)
const field = new RegExp(String.raw`"?(?:@?timestamp|time|ts|t)"?\s?[:=]\s?"?${stamp}`)
/** klog writes no year. */
const klog = /^\s*(?:\S+ )?[IWEF](\d\d)(\d\d) (\d\d:\d\d:\d\d\.\d+)/
const epoch = /"(?:timestamp|time|ts|t)":\s?"?(\d{10})(?:(\d{3})|(\.\d+))?\b/

/**
 * The time that a line of a log bears itself: what a job prints of services' logs was said long before. Null where it bears none.
 * Without a zone it is taken for UTC, as runners and containers have it; without a year, for one near to `about`.
 */
export function ownTime(text: string, about = 0): number | null {
  const k = klog.exec(text)
  if (k) return Date.parse(`${new Date(about).getUTCFullYear()}-${k[1]}-${k[2]}T${k[3]}Z`) || null
  const m = leading.exec(text) ?? field.exec(text)
  if (m) {
    const zone = !m[4] || m[4] === ' UTC' ? 'Z' : m[4].trim().replace(/(\d\d)(\d\d)$/, '$1:$2')
    return (
      Date.parse(`${m[1]!.replaceAll('/', '-')}T${m[2]}${m[3] ? `.${m[3].slice(0, 3)}` : ''}${zone}`) || null
    )
  }
  const e = epoch.exec(text)
  return e ? Number(e[1]) * 1000 + (e[2] ? Number(e[2]) : e[3] ? Number(e[3]) * 1000 : 0) : null
}

/** How much of the time of all tests those took that failed, from 0 to 1; 0 where that is not known. */
export function shareOfTime(times: TestTimes | undefined): number {
  if (!times || times.all.to <= times.all.from) return 0
  let failed = 0
  let until = times.all.from
  for (const {from, to} of times.failed.toSorted((a, b) => a.from - b.from)) {
    failed += Math.max(0, to - Math.max(from, until))
    until = Math.max(until, to)
  }
  return Math.min(1, failed / (times.all.to - times.all.from))
}

/** The kinds of evidence that are said at a time, by what goes on living. */
const said = ['job-log', 'container-log', 'previous-log', 'file']

/**
 * The share of the failed tests during which something was said, from the first that it was seen in to the last: what broke many
 * tests was said in more than one of them. 1 where that is not known, or where it was said before them.
 */
export function shareOfFailed(matches: readonly Match[], tests: LocatedTests | null): number {
  const printed = shareOfBlocks(matches, tests)
  if (printed !== null) return printed
  const times = tests?.times
  if (!times) return 1
  const seen: number[] = []
  for (const match of matches) {
    const said = saidAt(match, times)
    if (!said || momentOf(said.time, times, said.isExact) !== 'failing') return 1
    const {time} = said
    // A report does not tell exactly when a test ran: then it may have been said in any of several.
    const first = times.failed.findIndex(({to}) => time <= to)
    seen.push(
      first,
      Math.max(
        first,
        times.failed.findLastIndex(({from}) => time >= from),
      ),
    )
  }
  return seen.length ? (Math.max(...seen) - Math.min(...seen) + 1) / times.failed.length : 1
}

/** The share of the failures that show it themselves, at the most, for not each place was kept; null where it was seen elsewhere, too. */
function shareOfBlocks(matches: readonly Match[], tests: LocatedTests | null): number | null {
  const {blocks = [], failed = 0} = tests ?? {}
  const inBlock = ({at}: Match) =>
    at.kind === 'job-log'
      ? blocks.findIndex(b => at.line !== null && at.line >= b.from && at.line <= b.to)
      : -1
  const seen = matches.map(inBlock)
  if (!seen.length || seen.includes(-1)) return null
  const others = matches.reduce((sum, {count}) => sum + count - 1, 0)
  return Math.min(1, (new Set(seen).size + others) / Math.max(failed, blocks.length))
}

/** Milliseconds by which tests may overlap that ran one after the other, as their ends are told. */
const aside = 500
/** Of the time of all tests, the share in which one ran that failed is more than this. */
const most = 0.5

/** Whether tests ran side by side, and nearly always one that failed: then other tests may have asked for anything at that time. */
export function isCrowded({all, failed}: TestTimes): boolean {
  let end = all.from
  let sum = 0
  let overlap = 0
  for (const {from, to} of failed.toSorted((a, b) => a.from - b.from)) {
    overlap += Math.max(0, Math.min(end, to) - from)
    sum += Math.max(0, to - Math.max(from, end))
    end = Math.max(end, to)
  }
  return overlap > aside && sum > most * (all.to - all.from)
}

/** Milliseconds; a report tells when tests ran to about a tenth of a second. */
const short = 1000

/** Whether it is only told about when short tests ran, one after the other: then what was said at that time may be of any of them. */
export function isBlurred({failed}: TestTimes): boolean {
  const inTurn = failed.toSorted((a, b) => a.from - b.from)
  return inTurn.some(({from, to}, i) => {
    const next = inTurn[i + 1]
    const least = next ? Math.min(to - from, next.to - next.from) : 0
    return (
      next !== undefined &&
      least < short &&
      2 * (Math.min(to, next.to) - next.from) >= least &&
      next.from < to
    )
  })
}

/** When what a match shows was said; null: not known. */
export function momentOfMatch(match: Match, times: TestTimes | undefined): Moment | null {
  const {kind, time} = match.at
  if (kind === 'event' || kind === 'object') {
    // What happened while a test passed may last; what happened while one failed is worth a look.
    const at = times && time !== null ? Date.parse(time) : Number.NaN
    return times && momentOf(at, times, false) === 'failing' ? 'failing' : null
  }
  const said = times && saidAt(match, times)
  return said ? momentOf(said.time, times, said.isExact) : null
}

/** By the clock of the tests' own log (`isExact`), or by another one. */
function saidAt({at}: Match, times: TestTimes): {time: number; isExact: boolean} | null {
  if (!said.includes(at.kind)) return null
  const printed = at.time === null ? null : Date.parse(at.time) || null
  const own = at.kind === 'job-log' || printed === null ? ownTime(at.text, times.all.from) : printed
  if (own !== null) return {time: own, isExact: false}
  return printed === null ? null : {time: printed, isExact: true}
}
