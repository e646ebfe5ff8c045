import {clockAt} from './deadline.ts'
import {mergeObjects} from './diagnose/objects.ts'
import {readSuite} from './examine.ts'
import {composeFindings} from './findings/compose.ts'
import {buildMatcher} from './match/matcher.ts'
import type {Member, Note, Pattern} from './model.ts'
import {bestReport} from './pieces.ts'

/** What a scan needs from outside. */
export interface ScanWorld {
  tool: {version: string; catalog: string}
  service: string
  files: readonly Member[]
  /** What is known to be missing. */
  notes: readonly Note[]
  patterns: readonly Pattern[]
  redact(text: string): string
  /** Until when files are read, in milliseconds since the epoch. Absent: to their end. */
  until?: number
}

/** Reads and matches one suite's files in the job that wrote them. `said` is a line for its log. */
export async function scan(world: ScanWorld): Promise<{text: string; said: string}> {
  const {service, files, patterns, tool} = world
  const content = files.length
    ? ({type: 'folder', members: () => each(files)} as const)
    : ({type: 'none', state: 'missing', detail: 'the scan found no file: nothing fits its `paths`'} as const)
  const source = {kind: 'bundle', name: `files of ${service}`, url: null, content} as const
  const isUp = clockAt(world.until ?? Number.POSITIVE_INFINITY)
  const clocks = {logs: isUp, rest: isUp}
  const suite = {service, name: service, status: 'failed', job: null, sources: [source]} as const
  const read = await readSuite({...suite, sources: [source]}, buildMatcher(patterns), {clocks})
  const {findings, collected, isCut} = read
  const places = read.collector.places()
  const text = composeFindings(
    {
      schema_version: 1,
      tool: {name: 'e2e-triage', ...tool},
      service,
      matches: places.map(({pattern, ...place}) => ({...place, pattern: patterns[pattern]!.id})),
      events: findings.events,
      objects: mergeObjects(findings.objects),
      complete: !isCut,
      collected,
      tests: bestReport(read.reports),
      sources: findings.sources,
      incomplete: [...world.notes, ...findings.incomplete],
    },
    {redact: world.redact, rank: ranks(patterns)},
  )
  const causes = patterns.filter(
    (p, i) =>
      p.role === 'cause' && !p.fallback && places.some(f => f.pattern === i && f.condition >= 0 && !f.noise),
  )
  const shown = causes.slice(0, 5).map(p => p.id)
  const rest = causes.length > shown.length ? ` and ${causes.length - shown.length} more` : ''
  const kilobytes = Math.ceil(Buffer.byteLength(text) / 1024)
  const format = findings.sources[0]?.format
  return {
    text,
    said:
      `${service}: ${count(files.length, 'file')}${format ? ` (${format})` : ''} scanned, ${count(places.length, 'place')} found, ` +
      `${shown.length ? `possible causes ${shown.join(', ')}${rest}` : 'no cause among them'}; ${kilobytes} KB of findings`,
  }
}

async function* each(files: readonly Member[]): AsyncGenerator<Member> {
  yield* files
}

const count = (n: number, what: string) => `${n} ${what}${n === 1 ? '' : 's'}`

/** How much a pattern matters where there is not room for all. */
function ranks(patterns: readonly Pattern[]): (id: string) => number {
  const of = ({role, fallback}: Pattern) => ({cause: fallback ? 2 : 0, symptom: 1, noise: 3})[role]
  const known = new Map(patterns.map(p => [p.id, of(p)]))
  return id => known.get(id) ?? 5
}
