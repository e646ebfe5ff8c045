import type {
  Condition,
  Evidence,
  EvidenceKind,
  KubeEvent,
  KubeObject,
  Match,
  ObjectRef,
  Pattern,
} from '../model.ts'
import {combine, type Found} from './combine.ts'
import type {Matcher} from './matcher.ts'
import type {Hit} from './scan.ts'
import {matchEvent, matchObject} from './structured.ts'

/** One log being scanned. */
export interface Place {
  kind: EvidenceKind
  source: string
  path: string | null
  url: string | null
  object: ObjectRef | null
}

/** Gathers what scanning finds in one suite's sources and makes matches of it. */
export interface Collector {
  log(place: Place): (hit: Hit) => void
  events(events: readonly KubeEvent[]): void
  objects(objects: readonly KubeObject[]): void
  finish(): Match[]
}

/** Bounds: groups of equal captures of one condition in one log, places in a group, places in a suite, length of a text. */
const mostGroups = 8
const mostInGroup = 4
const mostFound = 20_000
const longestText = 2000

export function createCollector(matcher: Matcher): Collector {
  const {patterns} = matcher
  /** `pattern:condition` to log to captures to places. */
  const found = new Map<string, Map<string, Map<string, Found[]>>>()
  const objects: KubeObject[] = []
  let total = 0

  const add = (
    pattern: number,
    condition: number,
    at: Evidence,
    object: ObjectRef | null,
    captures: Record<string, string>,
  ) => {
    const logs = child(found, `${pattern}:${condition}`, () => new Map<string, Map<string, Found[]>>())
    const groups = child(logs, `${at.source}\0${at.path}`, () => new Map<string, Found[]>())
    const key = JSON.stringify(captures)
    if (!groups.has(key) && groups.size >= mostGroups) return
    const group = child(groups, key, () => [])
    const last = group.at(-1)
    if (last && at.line !== null && last.at.line === at.line) return
    // The first places and the last one are what matters: when it began, and whether it persisted.
    if (last && group.length >= mostInGroup) {
      last.at = at
      last.count++
    } else if (total++ < mostFound) group.push({at, object, captures, count: 1})
  }

  return {
    log: place => hit => {
      const {pattern, condition} = matcher.probes[hit.probe]!
      const {object, ...rest} = place
      add(
        pattern,
        condition,
        {...rest, line: hit.line, time: hit.time, text: hit.text.slice(0, longestText)},
        object,
        hit.captures,
      )
    },
    events(events) {
      const wanted = conditionsOf(patterns, 'event')
      for (const event of events) {
        for (const {pattern, place, condition} of wanted) {
          const captures = matchEvent(condition, event)
          if (captures) add(pattern, place, event.at, event.object, captures)
        }
      }
    },
    objects(more) {
      objects.push(...more)
      const wanted = conditionsOf(patterns, 'object')
      for (const object of more) {
        for (const {pattern, place, condition} of wanted) {
          const captures = matchObject(condition, object)
          const {kind, namespace, name} = object
          if (captures) add(pattern, place, object.at, {kind, namespace, name}, captures)
        }
      }
    },
    finish() {
      const matches = patterns.flatMap((pattern, number) => {
        const of = (place: number) =>
          [...(found.get(`${number}:${place}`)?.values() ?? [])].flatMap(g => [...g.values()].flat())
        return combine(pattern, of, objects)
      })
      return withoutNoise(matches, patterns)
    },
  }
}

/** Drops noise, and every match on a line that is noise. */
function withoutNoise(matches: readonly Match[], patterns: readonly Pattern[]): Match[] {
  const misleading = new Set(patterns.filter(p => p.role === 'noise').map(p => p.id))
  const key = (at: Evidence) => `${at.source}\0${at.path}\0${at.line}`
  const noise = new Set(matches.filter(m => misleading.has(m.pattern)).map(m => key(m.at)))
  return matches.filter(m => !misleading.has(m.pattern) && (m.at.line === null || !noise.has(key(m.at))))
}

/** All conditions of one type, with the number of their pattern and their place in it as `combine` counts it. */
function conditionsOf<T extends Condition['type']>(patterns: readonly Pattern[], type: T) {
  const all: {pattern: number; place: number; condition: Extract<Condition, {type: T}>}[] = []
  const is = (c: Condition): c is Extract<Condition, {type: T}> => c.type === type
  patterns.forEach((p, pattern) => {
    p.conditions.forEach((condition, place) => {
      if (is(condition)) all.push({pattern, place, condition})
    })
    p.unless.forEach((condition, i) => {
      if (is(condition)) all.push({pattern, place: -1 - i, condition})
    })
  })
  return all
}

function child<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key)
  if (value === undefined) {
    value = make()
    map.set(key, value)
  }
  return value
}
