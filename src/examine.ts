import {type Clocks, noHurry} from './deadline.ts'
import {createCollector} from './match/collector.ts'
import {type Matcher, watch} from './match/matcher.ts'
import type {Findings, Match, Suite} from './model.ts'
import {bestReport, finishObjects, scanAnnotations} from './pieces.ts'
import {defaultLimits} from './read/archive/limits.ts'
import {anywhere} from './read/tests/line-start.ts'
import {type Context, mostObjects, readSource} from './read-source.ts'

/**
 * Reads and matches all sources of one suite, until time is up. Nothing in them makes it throw: what cannot be read is noted.
 * `catalog` is the digest of the patterns, null where unknown.
 */
export async function examine(
  suite: Suite,
  matcher: Matcher,
  catalog: string | null = null,
  clocks: Clocks = noHurry,
): Promise<Findings> {
  const context = await readSuite(suite, matcher, catalog, clocks)
  const {findings, collector, collected} = context
  findings.tests ??= bestReport(context.reports)
  const isComplete = !context.isCut && findings.objects.length < mostObjects
  finishObjects(findings, collector, {collected, isComplete})
  const matches = collector.finish()
  findings.matches = context.isCut ? matches.filter(m => !tellsOfAbsence(m, matcher)) : matches
  return findings
}

/** What was not read may be there. */
const tellsOfAbsence = (match: Match, matcher: Matcher) =>
  matcher.patterns.find(p => p.id === match.pattern)?.conditions.some(c => c.type === 'absent') ?? false

/** All that the sources hold, before it is put together. */
export async function readSuite(
  suite: Suite,
  matcher: Matcher,
  catalog: string | null,
  clocks: Clocks = noHurry,
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
  const context: Context = {suite, matcher, catalog, collector, findings, limits, clocks, ...state}
  scanAnnotations(context)
  for (const source of suite.sources) findings.sources.push(await readSource(source, context))
  return context
}
