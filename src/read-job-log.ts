import type {FileBytes} from './collect/bytes.ts'
import type {Watched} from './deadline.ts'
import {failingSpan} from './diagnose/window.ts'
import {scanJoined, scanJoinedFailures} from './joined.ts'
import type {Place} from './match/collector.ts'
import {excusing} from './match/excuse.ts'
import {retrying} from './match/retry.ts'
import {scanBlock} from './match/scan.ts'
import type {Merged} from './merge.ts'
import type {Bytes, EvidenceKind, Source} from './model.ts'
import {take} from './pieces.ts'
import {decodeActionsLine} from './read/actions-log.ts'
import {blocks, type LineBlock} from './read/blocks.ts'
import {jobLogReader} from './read/job-log.ts'
import type {PrintedState} from './read/printed.ts'
import {teardown} from './read/teardown.ts'
import {type LogPart, withLastTelling} from './read/telling.ts'
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
  const emitRetried = (block: LineBlock) => retrying(matcher, block, decodeActionsLine, emit)
  const reader = jobLogReader(suite.job)
  // A log on its own may be of any kind: a container's, a quote from a bundle. Then patterns for every kind count.
  const kind: EvidenceKind | null = suite.job ? 'job-log' : null
  const isShort = bytes.size <= mostFolded
  const quoted: LineBlock[] = []
  const parts: LogPart[] = []
  for (const {from, to: end, line} of partsOf(bytes)) {
    const chunks = bytes.stream(from, end)
    let to = from
    let lastLine = line
    const counted = counting(watch.chunks(chunks), length => {
      to += length
    })
    for await (const found of blocks(counted)) {
      const block = line === 1 ? found : {...found, firstLine: found.firstLine + line - 1}
      const excused = excusing(matcher, block, decodeActionsLine, emitRetried(block))
      reader.block(block, scanBlock(matcher, block, kind, decodeActionsLine, excused, isShort))
      if (isShort) quoted.push({...block, bytes: block.bytes.slice()})
      lastLine = block.firstLine + block.newlines.length - (block.bytes.at(-1) === 10 ? 1 : 0)
    }
    parts.push({from, to, lastLine})
  }
  const log = reader.result()
  if (!log.stamped) {
    for (const block of quoted) {
      const joined = unfold(block)
      if (joined) scanJoined(joined, {matcher, kind, decode: decodeActionsLine}, emit)
    }
  } else if (log.tests) scanJoinedFailures(log.tests, matcher, emit)
  findings.tests = log.tests
  if (log.tests?.times) collector.tests(log.tests.times)
  findings.steps = log.steps
  findings.logs = log.printed.logs
  findings.telling = await withLastTelling(log.telling, bytes, parts)
  findings.teardown = teardown(quoted)
  await takePrinted(log.printed.states, source, {suite, collector, findings})
  return log.lines
}

async function* counting(
  chunks: AsyncIterable<Uint8Array>,
  count: (length: number) => void,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    count(chunk.length)
    yield chunk
  }
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

/** What the job printed of its cluster, once it was failing: what stands before had still to become well. */
async function takePrinted(
  states: readonly PrintedState[],
  {name, url}: Source,
  {suite, collector, findings}: Pick<Merged, 'suite' | 'collector' | 'findings'>,
): Promise<void> {
  const from = failingSpan(findings, suite.job)?.from ?? 1
  const late = states.filter(s => s.line >= from)
  if (!late.length) return
  const {readPrinted} = await import('./read/bundle/printed.ts')
  const {objects, events} = readPrinted(late, {source: name, path: null, url})
  take(findings, collector, {objects, events})
}
