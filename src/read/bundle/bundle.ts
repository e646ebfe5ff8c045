import type {EvidenceKind, KubeObject, Member, Note, ObjectRef} from '../../model.ts'
import {collect, type Pull, pull} from '../archive/pull.ts'
import {type AgedEvent, collectedAt, mayTellTime} from './collected.ts'
import {segments} from './dump.ts'
import {once} from './once.ts'
import {formats, logKind, logObject, type Route, route, sniff} from './route.ts'
import type {Parsed, Place} from './values.ts'

/** A log out of a bundle. Its bytes are read, or not, before the next piece is asked for. */
export interface LogPiece {
  type: 'log'
  kind: EvidenceKind
  path: string
  object: ObjectRef | null
  /** The service whose folder the log lies in, where the layout has such folders. */
  service: string | null
  /** Number of the container's run, where the file's name has it: all but the highest are previous runs. */
  restart: number | null
  /** 1-based line, in the file at `path`, that the bytes begin in. */
  line: number
  bytes(): AsyncIterable<Uint8Array>
}

/** What a bundle holds, in the order of its members. */
export type Piece =
  | LogPiece
  | {type: 'objects'; path: string; objects: KubeObject[]}
  | {type: 'events'; path: string; events: AgedEvent[]}
  | {type: 'test-file'; path: string; bytes: Uint8Array}
  | {type: 'note'; note: Note}

const structuredLimit = 32 << 20

let structured: Promise<typeof import('./structured.ts')> | null = null
/** With what reads YAML, for the first file that may be some; importing it for each would take as long as reading a small one. */
const structuredReader = () => (structured ??= import('./structured.ts'))

/**
 * Reads a bundle of any known kind in one pass; several in one archive, and wrapper folders, are fine. Returns the
 * strongest kind that the paths prove. `bytes` counts what was read, `collected` is when the bundle was made, where it says so.
 */
export async function* readBundle(
  source: {name: string; url: string | null},
  members: AsyncIterable<Member>,
): AsyncGenerator<Piece, {format: string | null; collected: string | null; bytes: number; members: number}> {
  const total = {bytes: 0, members: 0}
  const kinds = formats()
  const seen = once()
  const unread = new Map<string, number>()
  let collected: string | null = null
  for await (const member of members) {
    total.members++
    kinds.saw(member.path)
    const way = route(member.path)
    if (mayTellTime(member.path)) {
      collected ??= await timeIn(member, total)
      continue
    }
    if (way?.rule.note) unread.set(way.rule.note, (unread.get(way.rule.note) ?? 0) + 1)
    if (way?.role === 'skip' || isCopy(seen, member, way) || seen.twin(member.path)) continue
    const file = pull(counted(member.bytes(), total))
    try {
      yield* readMember({source: source.name, path: member.path, url: source.url}, way, file, {seen, kinds})
    } finally {
      await file.close()
    }
  }
  for (const [why, count] of unread) yield {type: 'note', note: {what: source.name, why: `${why} (${count})`}}
  return {format: kinds.name(), collected, ...total}
}

async function timeIn(member: Member, total: {bytes: number}): Promise<string | null> {
  const file = pull(counted(member.bytes(), total))
  try {
    return collectedAt(member.path, new TextDecoder().decode(await file.peek(4096)))
  } finally {
    await file.close()
  }
}

async function* readMember(
  place: Place,
  way: Route | null,
  file: Pull,
  {seen, kinds}: {seen: ReturnType<typeof once>; kinds: ReturnType<typeof formats>},
): AsyncGenerator<Piece> {
  const head = await file.peek(4096)
  if (head.length === 0) return
  const role = way?.role ?? sniff(place.path, new TextDecoder().decode(head))
  const groups = way?.groups ?? {}
  if (logKind(role)) {
    if (!head.includes(0)) yield log(place, role, groups, rest(file))
    return
  }
  if (role === 'skip') return
  const bytes = await collect(rest(file), structuredLimit)
  if (!bytes) {
    const why = `longer than ${structuredLimit >> 20} MiB: too large for a structured file, not read`
    yield {type: 'note', note: {what: place.path, why}}
    return
  }
  if (role === 'test-report') {
    yield {type: 'test-file', path: place.path, bytes}
    return
  }
  const text = new TextDecoder().decode(bytes)
  const notes: Note[] = []
  if (role === 'dump') {
    kinds.prove('cluster-info-dump')
    yield* dump(text, place, seen, notes)
  } else {
    const {readStructured} = await structuredReader()
    const parsed = readStructured(text, place, groups['ns'] ?? null, n => notes.push(n))
    if (parsed && notes.length === 0 && parsed.objects.length + parsed.events.length > 0)
      seen.read(place.path)
    if (parsed) yield* found(parsed, place, seen)
    // `kubectl … > events.txt 2>&1` of a dead cluster holds the reason.
    else if (!/\.(?:ya?ml|json)$/.test(place.path) && !/^No resources found/.test(text))
      yield log(place, 'other-log', groups, only(bytes))
  }
  // Of files that no layout names, only those that were meant to hold API objects are worth a note.
  if (way || /"?apiVersion"?:/.test(text)) for (const note of notes) yield {type: 'note', note}
}

function log(
  place: Place,
  role: Route['role'],
  groups: Route['groups'],
  bytes: AsyncIterable<Uint8Array>,
): LogPiece {
  return {
    type: 'log',
    kind: logKind(role)!,
    path: place.path,
    object: logObject(role, groups),
    service: groups['svc'] ?? null,
    restart: groups['restart'] === undefined ? null : Number(groups['restart']),
    line: 1,
    bytes: () => bytes,
  }
}

function* found(parsed: Parsed, place: Place, seen: ReturnType<typeof once>): Generator<Piece> {
  const events = parsed.events.filter(e => seen.event(e))
  if (parsed.objects.length > 0) yield {type: 'objects', path: place.path, objects: parsed.objects}
  if (events.length > 0) yield {type: 'events', path: place.path, events}
}

async function* dump(
  text: string,
  place: Place,
  seen: ReturnType<typeof once>,
  notes: Note[],
): AsyncGenerator<Piece> {
  const {readKubernetes} = await import('./kubernetes.ts')
  for (const part of segments(text)) {
    if (part.type === 'log') {
      const groups = {ns: part.namespace, pod: part.pod, container: part.container}
      const bytes = only(new TextEncoder().encode(part.text))
      yield {...log(place, 'container-log', groups, bytes), line: part.line}
      continue
    }
    const parsed = readKubernetes(part.text, place, n => notes.push(n))
    for (const {at} of [...parsed.objects, ...parsed.events]) at.line = (at.line ?? 1) + part.line - 1
    yield* found(parsed, place, seen)
  }
}

/** Kind exports the same log as `pods/…/0.log` and as `containers/….log`. */
function isCopy(seen: ReturnType<typeof once>, member: Member, way: Route | null): boolean {
  const tree = /(?:^|\/)(pods|containers)\/[^/]*_[^/]*_/.exec(member.path)?.[1]
  if (!tree || !way?.groups['container']) return false
  const {node, ns, pod, container} = way.groups
  return !seen.log(tree, [node, ns, pod, container].join('/'), member.size)
}

async function* counted(
  bytes: AsyncIterable<Uint8Array>,
  total: {bytes: number},
): AsyncGenerator<Uint8Array> {
  for await (const chunk of bytes) {
    total.bytes += chunk.length
    yield chunk
  }
}

async function* rest(file: Pull): AsyncGenerator<Uint8Array> {
  for (let chunk = await file.next(1 << 22); chunk; chunk = await file.next(1 << 22)) yield chunk
}

async function* only(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
