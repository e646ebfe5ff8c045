import type {FileBytes} from './collect/bytes.ts'
import {Unavailable} from './collect/unavailable.ts'
import {describe} from './errors.ts'
import {findingsMember} from './findings/file.ts'
import {createCollector, type Place} from './match/collector.ts'
import {type Matcher, watch} from './match/matcher.ts'
import {type Hit, scanBlock} from './match/scan.ts'
import {type Merged, mergeFindings, peeked} from './merge.ts'
import type {Bytes, EvidenceKind, Findings, Member, Note, Source, SourceReport, Suite} from './model.ts'
import {
  asMember,
  bestReport,
  finishObjects,
  finishRuns,
  type Runs,
  scanAnnotations,
  scanFailures,
  scanJoinedFailures,
  scanPiece,
} from './pieces.ts'
import {decodeActionsLine} from './read/actions-log.ts'
import {defaultLimits, type Limits} from './read/archive/limits.ts'
import {archiveMembers, expandMembers} from './read/archive/members.ts'
import {blockRoom, blocks, type LineBlock} from './read/blocks.ts'
import {readBundle} from './read/bundle/bundle.ts'
import {type AgedEvent, anchor} from './read/bundle/collected.ts'
import {jobLogReader} from './read/job-log.ts'
import {readTestFile} from './read/tests/file.ts'
import {anywhere} from './read/tests/line-start.ts'
import {unfold} from './read/unfold.ts'

/** What is kept of a bundle's objects and warnings, for joining: a cluster of thousands of pods must not fill the memory. */
const mostObjects = 5000
const mostEvents = 5000
/** Text without timestamps up to this size may be a person's quote, folded; more is a log of another kind. */
const mostFolded = 1 << 20

/** Reads and matches all sources of one suite. Nothing in them makes it throw: what cannot be read is noted. */
export async function examine(
  suite: Suite,
  matcher: Matcher,
  limits: Limits = defaultLimits,
  catalog: string | null = null,
): Promise<Findings> {
  const context = await readSuite(suite, matcher, limits, catalog)
  const {findings, collector, collected} = context
  findings.tests ??= bestReport(context.reports)
  const isComplete = !context.isCut && findings.objects.length < mostObjects
  finishObjects(findings, collector, {collected, isComplete})
  findings.matches = collector.finish()
  return findings
}

/** All that the sources hold, before it is put together. `catalog` is the digest of the patterns, null where unknown. */
export async function readSuite(
  suite: Suite,
  matcher: Matcher,
  limits: Limits,
  catalog: string | null,
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
  const context: Context = {suite, matcher, catalog, collector, findings, limits, ...state}
  scanAnnotations(context)
  for (const source of suite.sources) findings.sources.push(await readSource(source, context))
  return context
}

interface Context extends Merged {
  limits: Limits
}

const words: Record<Source['kind'], string> = {
  'job-log': 'log',
  bundle: 'bundle',
  'test-report': 'test report',
}

async function readSource(source: Source, context: Context): Promise<SourceReport> {
  const {kind, name, content} = source
  const {suite} = context
  const report: SourceReport = {
    kind,
    name,
    state: 'read',
    detail: null,
    format: null,
    bytes: null,
    lines: null,
  }
  if (content.type === 'none') {
    context.findings.incomplete.push({
      what: `${name} (${words[kind]} of ${context.suite.name})`,
      why: content.detail,
    })
    return {...report, state: content.state, detail: content.detail}
  }
  const notes: Note[] = []
  try {
    if (content.type === 'bytes') {
      const bytes = await content.open()
      report.bytes = bytes.size
      if (bytes.size === 0) return {...report, state: 'empty', detail: 'nothing was written'}
      if (kind === 'job-log') {
        report.format = suite.job ? null : await readStructuredLog(source, bytes, context, notes)
        if (!report.format) report.lines = await readJobLog(source, bytes, context)
      } else
        report.format = await readMembers(
          source,
          archiveMembers(name, bytes, context.limits, n => notes.push(n)),
          context,
          notes,
        )
    } else {
      const members = expandMembers(content.members(), context.limits, n => notes.push(n))
      report.format = await readMembers(source, members, context, notes)
    }
  } catch (error) {
    report.state = error instanceof Unavailable ? error.state : 'unreadable'
    report.detail = describe(error)
    notes.push({what: name, why: report.detail})
  }
  context.findings.incomplete.push(...notes)
  if (notes.length && report.state === 'read') {
    report.state = 'truncated'
    report.detail = notes[0]!.why
  }
  return report
}

async function readJobLog(
  source: Source,
  bytes: Bytes,
  {suite, matcher, collector, findings}: Context,
): Promise<number> {
  const place: Place = {kind: 'job-log', source: source.name, path: null, url: source.url, object: null}
  const emit = collector.log(place)
  const reader = jobLogReader(suite.job)
  // A log on its own may be of any kind: a container's, a quote from a bundle. Then patterns for every kind count.
  const kind: EvidenceKind | null = suite.job ? 'job-log' : null
  const quoted: LineBlock[] = []
  for await (const block of blocks('pass' in bytes ? (bytes as FileBytes).pass() : bytes.stream())) {
    reader.block(block, scanBlock(matcher, block, kind, decodeActionsLine, emit))
    if (bytes.size <= mostFolded) quoted.push({...block, bytes: block.bytes.slice()})
  }
  const log = reader.result()
  if (!log.stamped) {
    for (const block of quoted) {
      const joined = unfold(block)
      if (joined) scanBlock(matcher, joined, kind, decodeActionsLine, butNoise(matcher, emit))
    }
  } else if (log.tests) scanJoinedFailures(log.tests, butNoise(matcher, emit), matcher)
  findings.tests = log.tests
  findings.steps = log.steps
  findings.telling = log.telling
  return log.lines
}

/** Noise in a joined line says nothing of the first of the lines that were joined. */
const butNoise =
  (matcher: Matcher, emit: (hit: Hit) => void) =>
  (hit: Hit): void => {
    if (matcher.patterns[matcher.probes[hit.probe]!.pattern]!.role !== 'noise') emit(hit)
  }

/** What kind of structured file a log on its own is; null where it is a log after all. */
async function readStructuredLog(
  source: Source,
  bytes: Bytes,
  context: Context,
  notes: Note[],
): Promise<string | null> {
  const member = await asMember(source, bytes)
  if (!member) return null
  const {findings, reports} = context
  const before = findings.objects.length + findings.events.length + reports.length
  const own: Note[] = []
  const format = await readMembers(source, only(member), context, own)
  if (findings.objects.length + findings.events.length + reports.length === before) return null
  notes.push(...own)
  return format ?? 'loose-files'
}

async function* only(member: Member): AsyncGenerator<Member> {
  yield member
}

async function readMembers(
  source: Source,
  members: AsyncIterable<Member>,
  context: Context,
  notes: Note[],
): Promise<string | null> {
  const {collector, findings, matcher, reports} = context
  const {first, all, close} = await peeked(members)
  if (first?.path === findingsMember) return mergeFindings(first, source, context, notes).finally(close)
  const pieces = readBundle({name: source.name, url: source.url}, all)
  const runs: Runs = {logs: [], last: new Map()}
  const aged: AgedEvent[] = []
  const means = {source, matcher, collector, runs, room: blockRoom()}
  for (let next = await pieces.next(); ; next = await pieces.next()) {
    if (next.done) {
      finishRuns(runs, source, matcher, collector)
      anchor(aged, next.value.collected)
      context.collected ??= next.value.collected
      return next.value.format
    }
    const piece = next.value
    if (piece.type === 'note') notes.push(piece.note)
    else if (piece.type === 'events') {
      collector.events(piece.events)
      if (aged.length < mostEvents) aged.push(...piece.events.filter(e => e.age))
      findings.events.push(
        ...piece.events.filter(e => e.type !== 'Normal').slice(0, mostEvents - findings.events.length),
      )
    } else if (piece.type === 'objects') {
      collector.objects(piece.objects)
      findings.objects.push(...piece.objects.slice(0, mostObjects - findings.objects.length))
    } else if (piece.type === 'test-file') {
      const {tests, notes: faults} = readTestFile(piece.path, piece.bytes)
      if (tests) {
        reports.push(tests)
        scanFailures(tests, piece.path, means)
      }
      notes.push(...faults)
    } else await scanPiece(piece, means)
  }
}
