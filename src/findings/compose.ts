import type {KubeObject, Note} from '../model.ts'
import {type FindingsFile, type FoundPlace, mostWritten} from './file.ts'
import {findingsSchema, longestName, longestText} from './schema.ts'

/** Lower is dropped later. */
type Rank = (pattern: string) => number

/**
 * The text of a findings file: every string redacted, cut and within the size; of more, the least telling goes first and is said.
 * `rank` tells how much a pattern matters, 0 most. Throws where the result is not what a merger accepts.
 */
export function composeFindings(
  file: FindingsFile,
  {redact, rank, most = mostWritten}: {redact: (text: string) => string; rank: Rank; most?: number},
): string {
  const clean = tidy(file, redact, '') as FindingsFile
  clean.incomplete = clean.incomplete.slice(0, 150)
  if (clean.tests) {
    clean.tests.failures = clean.tests.failures.slice(0, 500)
    clean.tests.blocks = clean.tests.blocks.slice(0, 500)
  }
  return JSON.stringify(findingsSchema.parse(withinSize(clean, rank, most)))
}

/** Words of the format, which no expression of the configuration may touch. */
const words = new Set(
  (
    'container-log previous-log node-log event object test-report file bundle ' +
    'read missing expired empty unreadable truncated setup tests teardown e2e-triage'
  ).split(' '),
)
const long = new Set(['text', 'message', 'why', 'detail', 'reason'])

function tidy(value: unknown, redact: (text: string) => string, key: string): unknown {
  if (typeof value === 'string') {
    if (words.has(value) || key === 'pattern' || key === 'catalog') return value
    return redact(value).slice(0, long.has(key) ? longestText : key === 'time' ? 64 : longestName)
  }
  if (Array.isArray(value)) return value.map(item => tidy(item, redact, key))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([name]) => name !== 'age')
  const inner = (name: string) => (key === 'captures' ? 'text' : name)
  return Object.fromEntries(
    entries.map(([name, item]) => [name.slice(0, longestName), tidy(item, redact, inner(name))]),
  )
}

/** Keeps what tells most until the file is full. */
function withinSize(file: FindingsFile, rank: Rank, most: number): FindingsFile {
  const {matches, events, objects} = file
  const sizeOf = (value: unknown) => Buffer.byteLength(JSON.stringify(value)) + 1
  const named = new Set(matches.flatMap(m => (m.object ? [m.object.name] : [])))
  const ranked = [
    ...matches.map(item => ({item: item as unknown, rank: placeRank(item, rank)})),
    ...events.map(item => ({item: item as unknown, rank: named.has(item.object.name) ? 1 : 2})),
    ...objects.map(item => ({item: item as unknown, rank: objectRank(item, named)})),
  ]
  ranked.sort((a, b) => a.rank - b.rank)
  // Room for the notes about what is dropped.
  let left = most - 1000 - sizeOf({...file, matches: [], events: [], objects: []})
  const kept = new Set<unknown>()
  for (const {item} of ranked) {
    left -= sizeOf(item)
    if (left < 0) break
    kept.add(item)
  }
  const notes: Note[] = []
  const keep = <T>(what: string, items: T[]): T[] => {
    const some = items.filter(item => kept.has(item))
    const dropped = items.length - some.length
    const why = `${dropped} of ${items.length} left out: a findings file has at most ${Math.round(most / 1024)} KB`
    if (dropped) notes.push({what: `${what} of ${file.service}`, why})
    return some
  }
  const fitting = {
    matches: keep('places', matches),
    events: keep('events', events),
    objects: keep('objects', objects),
  }
  return {
    ...file,
    ...fitting,
    complete: file.complete && fitting.objects.length === objects.length,
    incomplete: [...file.incomplete, ...notes],
  }
}

/** What excuses a pattern must not be lost before the pattern; noise only matters as an excuse. */
const placeRank = ({pattern, condition, noise}: FoundPlace, rank: Rank) =>
  condition < 0 ? 0 : noise ? 5 : rank(pattern)

/** What is broken or was matched first; then what leads from one to another; healthy pods and the like last. */
function objectRank(o: KubeObject, named: ReadonlySet<string>): number {
  const troubled =
    named.has(o.name) ||
    (o.wanted ?? 0) > (o.ready ?? 0) ||
    /fail|pending|unknown/i.test(o.phase ?? '') ||
    o.message !== null ||
    o.containers.some(c => c.waiting || c.terminated || c.last_terminated || c.ready === false)
  if (troubled) return 1
  return ['Service', 'Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet', 'Node'].includes(o.kind) ? 2 : 4
}
