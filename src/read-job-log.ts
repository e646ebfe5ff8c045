import type {FileBytes} from './collect/bytes.ts'
import type {Watched} from './deadline.ts'
import type {Place} from './match/collector.ts'
import type {Matcher} from './match/matcher.ts'
import {type Hit, scanBlock} from './match/scan.ts'
import type {Merged} from './merge.ts'
import type {Bytes, EvidenceKind, Source} from './model.ts'
import {scanJoinedFailures} from './pieces.ts'
import {decodeActionsLine} from './read/actions-log.ts'
import {blocks, type LineBlock} from './read/blocks.ts'
import {jobLogReader} from './read/job-log.ts'
import {unfold} from './read/unfold.ts'

/** Text without timestamps up to this size may be a person's quote, folded; more is a log of another kind. */
const mostFolded = 1 << 20

/** Reads and matches a job log until time is up. Returns how many lines it has. */
export async function readJobLog(
  source: Source,
  bytes: Bytes,
  {suite, matcher, collector, findings}: Merged,
  watch: Watched,
): Promise<number> {
  const place: Place = {kind: 'job-log', source: source.name, path: null, url: source.url, object: null}
  const emit = collector.log(place)
  const reader = jobLogReader(suite.job)
  // A log on its own may be of any kind: a container's, a quote from a bundle. Then patterns for every kind count.
  const kind: EvidenceKind | null = suite.job ? 'job-log' : null
  const isShort = bytes.size <= mostFolded
  const quoted: LineBlock[] = []
  for (const {from, to, line} of partsOf(bytes)) {
    const chunks = 'pass' in bytes ? (bytes as FileBytes).pass(from, to) : bytes.stream(from, to)
    for await (const found of blocks(watch.chunks(chunks))) {
      const block = line === 1 ? found : {...found, firstLine: found.firstLine + line - 1}
      reader.block(block, scanBlock(matcher, block, kind, decodeActionsLine, emit, isShort))
      if (isShort) quoted.push({...block, bytes: block.bytes.slice()})
    }
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

/** A log whose middle was left out has two parts; the second begins in another line. */
function partsOf(bytes: Bytes): {from: number; to: number; line: number}[] {
  const gap = (bytes as FileBytes).part?.gap
  if (!gap) return [{from: 0, to: bytes.size, line: 1}]
  return [
    {from: 0, to: gap.at, line: 1},
    {from: gap.at, to: bytes.size, line: gap.line},
  ]
}

/** Noise in a joined line says nothing of the first of the lines that were joined. */
const butNoise =
  (matcher: Matcher, emit: (hit: Hit) => void) =>
  (hit: Hit): void => {
    if (matcher.patterns[matcher.probes[hit.probe]!.pattern]!.role !== 'noise') emit(hit)
  }
