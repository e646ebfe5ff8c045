import {type Clocks, noHurry} from './deadline.ts'
import type {Knowledge} from './diagnose/diagnose.ts'
import {createCollector} from './match/collector.ts'
import {type Matcher, watch} from './match/matcher.ts'
import type {Findings, Match, Suite} from './model.ts'
import {finishMatches, finishObjects, scanAnnotations, withReport} from './pieces.ts'
import {defaultLimits} from './read/archive/limits.ts'
import {anywhere} from './read/tests/line-start.ts'
import {type Context, isComplete, isPartial} from './read-members.ts'
import {readSource} from './read-source.ts'

/** What reading a suite is told besides what to read. */
export interface Means {
  /** Digest of the patterns, null where unknown. */
  catalog?: string | null
  /** Until when is read; absent: to the end. */
  clocks?: Clocks
  /** With it, logs that cannot change the diagnosis any more are left unread. */
  knowledge?: Knowledge | null
}

/** Reads and matches all sources of one suite, until time is up. Nothing in them makes it throw: what cannot be read is noted. */
export async function examine(suite: Suite, matcher: Matcher, means: Means = {}): Promise<Findings> {
  const context = await readSuite(suite, matcher, means)
  const {findings, collector, collected} = context
  findings.tests = withReport(findings.tests, context.reports)
  finishObjects(findings, collector, {collected, isComplete: isComplete(context)})
  const matches = finishMatches(findings, collector)
  findings.matches = isPartial(context) ? matches.filter(m => !tellsOfAbsence(m, matcher)) : matches
  return findings
}

/** What was not read may be there. */
const tellsOfAbsence = (match: Match, matcher: Matcher) =>
  matcher.patterns.find(p => p.id === match.pattern)?.conditions.some(c => c.type === 'absent') ?? false

/** All that the sources hold, before it is put together. */
export async function readSuite(
  suite: Suite,
  matcher: Matcher,
  {catalog = null, clocks = noHurry, knowledge = null}: Means = {},
): Promise<Context> {
  const findings: Findings = {
    service: suite.service,
    tests: null,
    steps: [],
    matches: [],
    events: [],
    objects: [],
    telling: [],
    sources: [],
    incomplete: [],
  }
  const collector = createCollector(matcher)
  watch(matcher, anywhere)
  const state = {reports: [], collected: null, isCut: false}
  const limits = defaultLimits
  const context: Context = {
    suite,
    matcher,
    catalog,
    collector,
    findings,
    limits,
    clocks,
    knowledge: null,
    ...state,
  }
  scanAnnotations(context)
  const last = suite.sources.findLast(s => s.content.type !== 'none')
  for (const source of suite.sources) {
    // What a later source tells may lead to what was left in an earlier one.
    if (source === last) context.knowledge = knowledge
    findings.sources.push(await readSource(source, context))
  }
  return context
}
