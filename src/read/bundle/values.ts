import type {Evidence, EvidenceKind, KubeEvent, KubeObject} from '../../model.ts'

/** The file that something is read from, as evidence names it. */
export interface Origin {
  source: string
  /** Null: the job's log. */
  path: string | null
  url: string | null
}

/** A file of a bundle. */
export interface Place extends Origin {
  path: string
}

/** What a file of structured diagnostics held. */
export interface Parsed {
  objects: KubeObject[]
  events: KubeEvent[]
}

export type Fields = Record<string, unknown>

/** A mapping, or an empty one: what is missing and what is of the wrong type read alike. */
export function fields(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {}
}

/** An array, or an empty one. */
export function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

/** A text that is not empty, bounded. */
export function text(value: unknown, limit = 16_384): string | null {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return typeof value === 'string' && value !== '' ? value.slice(0, limit) : null
}

/** A finite number, also when it is written as a text. */
export function number(value: unknown): number | null {
  const n = typeof value === 'string' && value !== '' ? Number(value) : value
  return typeof n === 'number' && Number.isFinite(n) ? n : null
}

/** Labels as kubectl prints them, `app=web,tier=front`; a line break, or `<none>`, is no label. */
export function labels(written: string): Record<string, string> {
  const found: Record<string, string> = {}
  for (const pair of written.split(',').slice(0, 100)) {
    const m = /^\s*([^=\s]+)=(.*)$/.exec(pair)
    if (m) found[m[1]!] = m[2]!.trim()
  }
  return found
}

/** Texts by key. */
export function texts(value: unknown): Record<string, string> {
  const found: Record<string, string> = {}
  for (const [key, v] of Object.entries(fields(value)).slice(0, 100)) {
    const t = text(v, 500)
    if (t !== null) found[key] = t
  }
  return found
}

/** An instant as RFC 3339 in UTC; null for what is none. */
export function instant(value: unknown): string | null {
  const written = text(value, 100)
  if (written === null || !/^\d{4}-\d\d-\d\d|^\w{3}, \d/.test(written)) return null
  if (written.endsWith('Z')) return written
  const time = Date.parse(written)
  return Number.isNaN(time) ? null : new Date(time).toISOString()
}

/** The later of two instants. */
export function later(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b
  return Date.parse(a) >= Date.parse(b) ? a : b
}

/** One readable line. */
export function oneLine(written: string, limit = 500): string {
  const line = written.replace(/\s+/g, ' ').trim()
  return line.length > limit ? `${line.slice(0, limit - 1)}…` : line
}

/** A place in a file as evidence. */
export function evidence(
  place: Origin,
  kind: EvidenceKind,
  line: number | null,
  time: string | null,
  written: string,
): Evidence {
  return {kind, source: place.source, path: place.path, line, time, text: oneLine(written), url: place.url}
}

/** An object of which nothing is known but its name. */
export function bareObject(kind: string, namespace: string | null, name: string): Omit<KubeObject, 'at'> {
  return {
    kind,
    namespace,
    name,
    uid: null,
    owners: [],
    labels: {},
    selector: null,
    phase: null,
    reason: null,
    message: null,
    node: null,
    conditions: [],
    containers: [],
    wanted: null,
    ready: null,
    ports: [],
    host: null,
    refs: [],
  }
}
