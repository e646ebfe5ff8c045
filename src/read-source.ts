import type {FileBytes} from './collect/bytes.ts'
import {Unavailable} from './collect/unavailable.ts'
import {watched} from './deadline.ts'
import {describe} from './errors.ts'
import type {Bytes, Member, Note, Source, SourceReport} from './model.ts'
import {asMember} from './pieces.ts'
import {isQuoted, isWell} from './quoted.ts'
import {archiveMembers, expandMembers} from './read/archive/members.ts'
import {readingOrder} from './read/bundle/route.ts'
import {readJobLog} from './read-job-log.ts'
import {type Context, type Opening, readArchive, readMembers} from './read-members.ts'

const words: Record<Source['kind'], string> = {
  'job-log': 'log',
  bundle: 'bundle',
  'test-report': 'test report',
}

/** Reads and matches one source until time is up; says how that went. */
export async function readSource(source: Source, context: Context): Promise<SourceReport> {
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
  const isLog = kind === 'job-log'
  const isUp = isLog ? context.clocks.logs : context.clocks.rest
  const watch = watched(isUp)
  // What is missing because time was up needs to be said once only.
  const note = (n: Note) => void (watch.late || isUp() || notes.push(n))
  let bytes: Bytes | null = null
  let short: string | null = null
  /** Of a log that was fetched in part, `collect` tells. */
  let isTold = false
  try {
    if (isUp()) short = notRead
    else if (content.type === 'bytes') {
      bytes = await content.open()
      report.bytes = bytes.size
      if (bytes.size === 0) return {...report, state: 'empty', detail: 'nothing was written'}
      short = (bytes as FileBytes).part?.short ?? null
      isTold = isLog && short !== null
      if (isUp()) short = notRead
      else if (isLog) {
        report.format = suite.job ? null : await readStructuredLog(source, bytes, context, notes)
        if (!report.format || ((await isQuoted(bytes)) && !isWell(context.findings.objects)))
          report.lines = await readJobLog(source, bytes, context, watch)
      } else {
        const open: Opening = (bytes, note) =>
          watch.members(archiveMembers(name, bytes, context.limits, note, readingOrder))
        const {format, left} = await readArchive(
          source,
          {bytes, watched: watch.bytes(bytes), open},
          context,
          note,
        )
        report.format = format
        report.detail = left
      }
    } else {
      const members = expandMembers(content.members(), context.limits, note)
      report.format = await readMembers(source, watch.members(members), context, note)
    }
  } catch (error) {
    report.state = error instanceof Unavailable ? error.state : 'unreadable'
    report.detail = describe(error)
    notes.push({what: name, why: report.detail})
  } finally {
    ;(bytes as FileBytes | null)?.drop?.()
  }
  if (watch.late && short !== notRead) short = untilThen(watch.read, report.bytes)
  isTold &&= short === (bytes as FileBytes | null)?.part?.short
  if (short !== null) {
    // An archive of which only a part is there is damaged, of course.
    notes.length = 0
    context.isCut ||= !isLog
    if (!isTold) notes.push({what: isLog ? `log of ${name}` : name, why: short})
    report.state = short === notRead ? 'unreadable' : 'truncated'
    report.detail = short
  }
  context.findings.incomplete.push(...notes)
  if (notes.length && report.state === 'read') {
    report.state = 'truncated'
    report.detail = notes[0]!.why
  }
  return report
}

const notRead = 'the time was up before it was read; raise timeout-minutes to have it read'
const untilThen = (read: number, size: number | null) =>
  `the time was up when ${size === null ? 'some of it was' : `${mb(read)} of ${mb(size)} MB were`} read; raise timeout-minutes to have it read whole`
const mb = (bytes: number) => (bytes / 1024 ** 2).toFixed(1)

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
  const format = await readMembers(source, only(member), context, n => own.push(n))
  if (findings.objects.length + findings.events.length + reports.length === before) return null
  notes.push(...own)
  return format ?? 'loose-files'
}

async function* only(member: Member): AsyncGenerator<Member> {
  yield member
}
