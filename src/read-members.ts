import type {Clocks} from './deadline.ts'
import type {Knowledge} from './diagnose/diagnose.ts'
import {findingsMember} from './findings/file.ts'
import {type Merged, mergeFindings, peeked} from './merge.ts'
import type {Bytes, Member, Note, Source} from './model.ts'
import {finishRuns, mostObjects, type Runs, scanFailures, scanPiece, take} from './pieces.ts'
import type {Limits} from './read/archive/limits.ts'
import {blockRoom} from './read/blocks.ts'
import {type LogPiece, readBundle} from './read/bundle/bundle.ts'
import {type AgedEvent, anchor} from './read/bundle/collected.ts'
import {readTestFile} from './read/tests/file.ts'
import {type Sparing, sparing} from './sparing.ts'

/** Events of one bundle whose time is told later. */
const mostAged = 5000

/** A suite that is being read. */
export interface Context extends Merged {
  limits: Limits
  clocks: Clocks
  /** Given for the last source, where logs may be left that cannot change the diagnosis. */
  knowledge: Knowledge | null
}

/** Whether all objects that the bundles hold are known, so that what is not there was not there. */
export const isComplete = (context: Context): boolean =>
  !isPartial(context) && context.findings.objects.length < mostObjects

/** Whether objects were left out, or are known only by what the job has printed of them: what is not there may be. */
export const isPartial = ({isCut, findings: {objects}}: Context): boolean =>
  isCut || (objects.length > 0 && objects.every(o => o.at.path === null))

/** Opens an archive: anew each time. */
export type Opening = (bytes: Bytes, note: (n: Note) => void) => AsyncIterable<Member>

/** Reads an archive; a large one without what cannot matter any more, and `left` says so. */
export async function readArchive(
  source: Source,
  {bytes, watched, open}: {bytes: Bytes; watched: Bytes; open: Opening},
  context: Context,
  note: (n: Note) => void,
): Promise<{format: string | null; left: string | null}> {
  const spare = bytes.size >= worthSparing ? spareIn(context) : null
  const format = await readMembers(source, open(watched, note), context, note, spare)
  // Of its damage the first time has told.
  for (let due = spare?.due(); due?.size; due = spare?.due())
    await readMembers(
      source,
      among(
        due,
        open(bytes, () => {}),
      ),
      context,
      () => {},
    )
  return {format, left: spare?.left ? leftUnread(spare.left) : null}
}

/** Reads and matches what a bundle holds. Returns its format. */
export async function readMembers(
  source: Source,
  members: AsyncIterable<Member>,
  context: Context,
  note: (n: Note) => void,
  spare: Sparing | null = null,
): Promise<string | null> {
  const {collector, findings, matcher, reports} = context
  const {first, all, close} = await peeked(members)
  if (first?.path === findingsMember) {
    const notes: Note[] = []
    const format = await mergeFindings(first, source, context, notes).finally(close)
    notes.forEach(note)
    return format
  }
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
    if (piece.type === 'note') note(piece.note)
    else if (piece.type === 'events') {
      if (aged.length < mostAged) aged.push(...piece.events.filter(e => e.age))
      take(findings, collector, {objects: [], events: piece.events})
    } else if (piece.type === 'objects') take(findings, collector, {objects: piece.objects, events: []})
    else if (piece.type === 'test-file') {
      const {tests, notes: faults} = readTestFile(piece.path, piece.bytes)
      if (tests) {
        reports.push(tests)
        if (tests.times && !findings.tests?.times) collector.tests(tests.times)
        scanFailures(tests, piece.path, means)
      }
      faults.forEach(note)
    } else if (!spare?.spares(piece)) await scanPiece(spare ? counted(piece, spare) : piece, means)
  }
}

/** Below this a bundle is read whole: that takes less time than a reader of the report to wonder. */
const worthSparing = 8 << 20

const leftUnread = (logs: number) =>
  `${logs} ${logs === 1 ? 'log' : 'logs'} of pods and nodes that were well, and that nothing leads to, not read: they could not change the cause`

function spareIn(context: Context): Sparing | null {
  const {suite, knowledge, matcher, findings, collector} = context
  if (!knowledge) return null
  const soFar = () => ({
    findings,
    reports: context.reports,
    places: collector.places,
    collected: context.collected,
    isComplete: isComplete(context),
  })
  return sparing(matcher, soFar, {suite, knowledge})
}

async function* among(paths: ReadonlySet<string>, members: AsyncIterable<Member>): AsyncGenerator<Member> {
  for await (const member of members) if (paths.has(member.path)) yield member
}

/** A log that says how much of it is read. */
function counted(piece: LogPiece, spare: Sparing): LogPiece {
  async function* bytes(): AsyncGenerator<Uint8Array> {
    for await (const chunk of piece.bytes()) {
      spare.count(chunk.length)
      yield chunk
    }
  }
  return {...piece, bytes}
}
