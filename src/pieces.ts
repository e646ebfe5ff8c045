import {stuckDeletions} from './diagnose/deletions.ts'
import {keyOf, mergeObjects} from './diagnose/objects.ts'
import {workloadsWithoutPods} from './diagnose/workloads.ts'
import {writtenBy} from './diagnose/written-by.ts'
import type {Collector, Place} from './match/collector.ts'
import type {Decode} from './match/line.ts'
import type {Matcher} from './match/matcher.ts'
import {recordClock} from './match/record-time.ts'
import {type Hit, scanBlock} from './match/scan.ts'
import {withYear} from './match/spans.ts'
import type {
  Bytes,
  Evidence,
  EvidenceKind,
  Findings,
  KubeEvent,
  KubeObject,
  LocatedTests,
  Match,
  Member,
  ObjectRef,
  Source,
  Suite,
} from './model.ts'
import {decodeActionsLine} from './read/actions-log.ts'
import {collect} from './read/archive/pull.ts'
import {blocks, lineBlock, type Room} from './read/blocks.ts'
import type {LogPiece} from './read/bundle/bundle.ts'
import {decodeLogLine} from './read/bundle/logline.ts'
import {sniff} from './read/bundle/route.ts'

/** Logs of containers' numbered runs, kept until it is known which run was the last. */
export interface Runs {
  logs: {piece: LogPiece; hits: Hit[]}[]
  /** The highest number seen, by container. */
  last: Map<string, number>
}

const mostNumbered = 2000
/** Of one expression in one log. */
const mostHits = 8

interface Means {
  source: Source
  matcher: Matcher
  collector: Collector
}

/** Scans one log out of a bundle. */
export async function scanPiece(
  piece: LogPiece,
  {source, matcher, collector, runs, room}: Means & {runs: Runs; room: Room},
): Promise<void> {
  const numbered = piece.restart !== null && piece.object !== null && runs.logs.length < mostNumbered
  const kinds = numbered ? bothRuns : [piece.kind]
  const hits: Hit[] = []
  const emit = numbered ? bounded(hits) : collector.log(placeOf(piece, source, piece.kind))
  const clock = recordClock(raw => decodeLogLine(raw).time)
  for await (const block of blocks(piece.bytes(), room)) {
    const placed = {...block, firstLine: block.firstLine + piece.line - 1}
    clock.open(placed)
    scanBlock(matcher, placed, numbered ? null : piece.kind, decodeContainerLine, hit => {
      const wanted = matcher.probes[hit.probe]!.kinds
      if (!wanted.length || wanted.some(kind => kinds.includes(kind)))
        emit(hit.time === null ? {...hit, time: clock.at(hit.line)} : hit)
    })
    clock.close()
  }
  if (!numbered) return
  const container = nameOf(piece.object!)
  runs.last.set(container, Math.max(runs.last.get(container) ?? 0, piece.restart!))
  if (hits.length) runs.logs.push({piece, hits})
}

/** All runs of a container but the last are previous ones: now it is known which. */
export function finishRuns(runs: Runs, source: Source, matcher: Matcher, collector: Collector): void {
  for (const {piece, hits} of runs.logs) {
    const isLast = piece.restart === runs.last.get(nameOf(piece.object!))
    const kind: EvidenceKind = isLast ? 'container-log' : 'previous-log'
    const emit = collector.log(placeOf(piece, source, kind))
    for (const hit of hits) {
      const {kinds} = matcher.probes[hit.probe]!
      // A previous run's log is a container's log as well.
      if (!kinds.length || kinds.includes(kind) || (!isLast && kinds.includes('container-log'))) emit(hit)
    }
  }
}

const bothRuns: readonly EvidenceKind[] = ['container-log', 'previous-log']
const nameOf = ({namespace, name, container}: ObjectRef) => [namespace, name, container].join('\0')

/** Keeps the first few hits of each expression, and the last one. */
function bounded(hits: Hit[]): (hit: Hit) => void {
  const places = new Map<number, number[]>()
  return hit => {
    const own = places.get(hit.probe) ?? []
    places.set(hit.probe, own)
    if (own.length < mostHits) own.push(hits.push(hit) - 1)
    else hits[own.at(-1)!] = hit
  }
}

function placeOf(piece: LogPiece, source: Source, kind: EvidenceKind): Place {
  const object =
    piece.object ?? (piece.service ? {kind: 'Service', namespace: null, name: piece.service} : null)
  return {kind, source: source.name, path: piece.path, url: source.url, object}
}

/** Looks for causes in the failures that a test report tells of. */
export function scanFailures(tests: LocatedTests, path: string, {source, matcher, collector}: Means): void {
  const texts: string[] = []
  const lines: number[] = []
  for (const [i, failure] of tests.failures.entries()) {
    const text = failure.message.split('\n')
    texts.push(...text)
    for (const _ of text) lines.push(tests.blocks[i]?.from ?? 1)
  }
  if (!texts.length) return
  const bytes = new TextEncoder().encode(`${texts.join('\n')}\n`)
  const place: Place = {kind: 'test-report', source: source.name, path, url: source.url, object: null}
  const block = lineBlock(bytes, {lines})
  scanBlock(matcher, block, 'test-report', decodeContainerLine, collector.log(place))
}

/**
 * Once all is read: one object for each that was described several times, and what only the whole shows: workloads that lack
 * their pods, deletions that hang. `collected` is when the bundle was made, `isComplete` whether no object was left out.
 */
export function finishObjects(
  findings: Findings,
  collector: Collector,
  {collected, isComplete}: {collected: string | null; isComplete: boolean},
): void {
  const {events} = findings
  const objects = mergeObjects(findings.objects)
  const derived = [
    ...stuckDeletions(objects, events, collected),
    // What a job has printed of a workload does not say what its pods wait for.
    ...(isComplete ? workloadsWithoutPods(objects, events).filter(o => o.at.path !== null) : []),
  ]
  collector.objects(derived)
  const by = new Map(derived.map(o => [keyOf(o), o]))
  findings.objects = objects.map(o => by.get(keyOf(o)) ?? o)
}

const mostSniffed = 32 << 20

/**
 * A log on its own that is none but kubectl's output or a test report, as a bundle of one file; null where it is a log.
 * `go test -json` is read as a log: its events are the lines of one.
 */
export async function asMember(source: Source, bytes: Bytes): Promise<Member | null> {
  if (bytes.size > mostSniffed) return null
  const begin = new TextDecoder().decode((await collect(bytes.stream(0, 4096), 4096))!)
  if (/^\s*\{"(?:Time|Action)":/.test(begin)) return null
  const role = sniff(source.name, begin)
  if (role !== 'structured' && role !== 'dump' && role !== 'test-report') return null
  return {path: source.name, size: bytes.size, bytes: () => bytes.stream()}
}

export const decodeContainerLine: Decode = raw => {
  const {time, message} = decodeLogLine(raw)
  return {text: message, time}
}

/** Time-outs and lost runners appear only in the annotations of a job's check run: they are read as one more log. */
export function scanAnnotations({
  suite,
  matcher,
  collector,
}: Pick<Means, 'matcher' | 'collector'> & {suite: Suite}): void {
  const annotations = suite.job?.annotations ?? []
  if (!annotations.length) return
  const text = `${annotations.map(a => a.replaceAll('\n', ' ')).join('\n')}\n`
  const block = lineBlock(new TextEncoder().encode(text))
  const place: Place = {
    kind: 'job-log',
    source: suite.job!.name,
    path: 'annotations',
    url: suite.job!.url,
    object: null,
  }
  scanBlock(matcher, block, 'job-log', decodeActionsLine, collector.log(place))
}

/**
 * The report that says most: with failures before without, then the one with most tests. Without its lines: they are those of the
 * report, and would be taken for lines of the job log.
 */
export function bestReport(reports: readonly LocatedTests[]): LocatedTests | null {
  const [best] = reports.toSorted((a, b) => b.failed - a.failed || (b.total ?? 0) - (a.total ?? 0))
  return best ? {...best, blocks: [], verdict_line: null, tests_line: null} : null
}

/** What the log says of the tests, with the times that only a report of as many failed ones tells; without it, the best report. */
export function withReport(log: LocatedTests | null, reports: readonly LocatedTests[]): LocatedTests | null {
  if (!log || log.times) return log ?? bestReport(reports)
  const times = reports.find(r => r.times && r.failed === log.failed)?.times
  return times ? {...log, times} : log
}

/** What is kept of objects and warnings, for joining: a cluster of thousands of pods must not fill the memory. */
export const mostObjects = 5000
const mostEvents = 5000

/** Takes up objects and events, for matching and for the diagnosis; of events only those that tell of trouble. */
export function take(
  findings: Findings,
  collector: Collector,
  {objects, events}: {objects: readonly KubeObject[]; events: readonly KubeEvent[]},
): void {
  collector.events(events)
  findings.events.push(
    ...events.filter(e => e.type !== 'Normal').slice(0, mostEvents - findings.events.length),
  )
  collector.objects(objects)
  findings.objects.push(...objects.slice(0, mostObjects - findings.objects.length))
}

/** What was found, once all is read. */
export function finishMatches(findings: Findings, collector: Collector): Match[] {
  const dated = (at: Evidence) => ({...at, time: datedLike(at.time, findings)})
  const matches = collector.finish().map(m => ({...m, at: dated(m.at), also: m.also.map(dated)}))
  return writtenBy(matches, findings)
}

/** The year of a log that writes none is that of the run; null where nothing tells it. */
function datedLike(time: string | null, {tests, telling, events}: Findings): string | null {
  if (!time?.startsWith('0000-')) return time
  const known =
    tests?.times?.all.from ??
    Date.parse(telling.find(l => l.time)?.time ?? events.find(e => e.last)?.last ?? '')
  return Number.isNaN(known) ? null : withYear(time, new Date(known).getUTCFullYear())
}
