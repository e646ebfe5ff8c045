import {Unavailable} from './collect/unavailable.ts'
import {describe} from './errors.ts'
import {type Collector, createCollector, type Place} from './match/collector.ts'
import type {Matcher} from './match/matcher.ts'
import {type Decode, scanBlock} from './match/scan.ts'
import type {
  Block,
  Bytes,
  EvidenceKind,
  Findings,
  LocatedTests,
  Member,
  Note,
  Source,
  SourceReport,
  Suite,
} from './model.ts'
import {cleanBlock, decodeActionsLine} from './read/actions-log.ts'
import {defaultLimits, type Limits} from './read/archive/limits.ts'
import {archiveMembers, expandMembers} from './read/archive/members.ts'
import {blocks} from './read/blocks.ts'
import {readBundle} from './read/bundle/bundle.ts'
import {decodeLogLine} from './read/bundle/logline.ts'
import {jobLogReader} from './read/job-log.ts'
import {readTestFile} from './read/tests/file.ts'
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
): Promise<Findings> {
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
  const context: Context = {suite, matcher, collector, findings, limits, reports: []}
  scanAnnotations(context)
  for (const source of suite.sources) findings.sources.push(await readSource(source, context))
  findings.tests ??= bestReport(context.reports)
  findings.matches = collector.finish()
  return findings
}

interface Context {
  suite: Suite
  matcher: Matcher
  collector: Collector
  findings: Findings
  limits: Limits
  /** Results of test-report files. */
  reports: LocatedTests[]
}

const words: Record<Source['kind'], string> = {'job-log': 'log', bundle: 'bundle', 'test-report': 'test report'}

async function readSource(source: Source, context: Context): Promise<SourceReport> {
  const {kind, name, content} = source
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
    context.findings.incomplete.push({what: `${name} (${words[kind]} of ${context.suite.name})`, why: content.detail})
    return {...report, state: content.state, detail: content.detail}
  }
  const notes: Note[] = []
  try {
    if (content.type === 'bytes') {
      const bytes = await content.open()
      report.bytes = bytes.size
      if (bytes.size === 0) return {...report, state: 'empty', detail: 'nothing was written'}
      if (kind === 'job-log') report.lines = await readJobLog(source, bytes, context)
      else
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
  const quoted: Block[] = []
  for await (const raw of blocks(bytes.stream())) {
    const block = cleanBlock(raw)
    reader.block(block)
    scanBlock(matcher, block, kind, decodeActionsLine, emit)
    if (bytes.size <= mostFolded) quoted.push(block)
  }
  const log = reader.result()
  if (!log.stamped) {
    for (const block of quoted) {
      const joined = unfold(block)
      if (joined) scanBlock(matcher, joined, kind, decodeActionsLine, emit)
    }
  }
  findings.tests = log.tests
  findings.steps = log.steps
  findings.telling = log.telling
  return log.lines
}

async function readMembers(
  source: Source,
  members: AsyncIterable<Member>,
  context: Context,
  notes: Note[],
): Promise<string | null> {
  const {collector, findings, matcher, reports} = context
  const pieces = readBundle({name: source.name, url: source.url}, members)
  for (let next = await pieces.next(); ; next = await pieces.next()) {
    if (next.done) return next.value.format
    const piece = next.value
    if (piece.type === 'note') notes.push(piece.note)
    else if (piece.type === 'events') {
      collector.events(piece.events)
      findings.events.push(
        ...piece.events.filter(e => e.type !== 'Normal').slice(0, mostEvents - findings.events.length),
      )
    } else if (piece.type === 'objects') {
      collector.objects(piece.objects)
      findings.objects.push(...piece.objects.slice(0, mostObjects - findings.objects.length))
    } else if (piece.type === 'test-file') {
      const {tests, notes: faults} = readTestFile(piece.path, piece.bytes)
      if (tests) reports.push(tests)
      notes.push(...faults)
    } else {
      const place: Place = {
        kind: piece.kind,
        source: source.name,
        path: piece.path,
        url: source.url,
        object: piece.object,
      }
      const emit = collector.log(place)
      for await (const block of blocks(piece.bytes()))
        scanBlock(matcher, cleanBlock(block), piece.kind, decodeContainerLine, emit)
    }
  }
}

/** Time-outs and lost runners appear only in the annotations of a job's check run: they are read as one more log. */
function scanAnnotations({suite, matcher, collector}: Context): void {
  const annotations = suite.job?.annotations ?? []
  if (!annotations.length) return
  const text = `${annotations.map(a => a.replaceAll('\n', ' ')).join('\n')}\n`
  const block = {bytes: new TextEncoder().encode(text), firstLine: 1, continued: false}
  const place: Place = {
    kind: 'job-log',
    source: suite.job!.name,
    path: 'annotations',
    url: suite.job!.url,
    object: null,
  }
  scanBlock(matcher, block, 'job-log', decodeActionsLine, collector.log(place))
}

const decodeContainerLine: Decode = raw => {
  const {time, message} = decodeLogLine(raw)
  return {text: message, time}
}

/** The report that says most: with failures before without, then the one with most tests. */
function bestReport(reports: readonly LocatedTests[]): LocatedTests | null {
  return reports.toSorted((a, b) => b.failed - a.failed || (b.total ?? 0) - (a.total ?? 0))[0] ?? null
}
