import type {
  Condition,
  Evidence,
  EvidenceKind,
  KubeEvent,
  KubeObject,
  Match,
  ObjectRef,
  Pattern,
  TestTimes,
} from '../model.ts'
import {combine, type Found} from './combine.ts'
import {type Matcher, silences} from './matcher.ts'
import {lineKey, withoutNoise} from './noise.ts'
import type {Hit} from './scan.ts'
import {spans} from './spans.ts'
import {matchEvent, matchObject, stateTexts} from './structured.ts'

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
  /** From here on some of the places of when a test failed are kept, too. */
  tests(times: TestTimes): void
  /** What was found so far, before matches are made of it. */
  places(): CollectedPlace[]
  /** Goes on from the places and objects of another collector, as if it had been this one. */
  restore(places: readonly CollectedPlace[], objects: readonly KubeObject[]): void
  finish(): Match[]
}

/** A condition of a pattern, found at a place. */
export interface CollectedPlace extends Found {
  /** Number of the pattern in the matcher. */
  pattern: number
  /** Place in the pattern's `conditions`, or in its `unless` counted from -1 down. */
  condition: number
  /** The line is known noise. */
  noise: boolean
}

/** Bounds: groups of equal captures of one condition in one log, places in a group, places in a suite, length of a text. */
const mostGroups = 8
const mostInGroup = 4
const mostInTests = 4
/** A line reaches the runner so many milliseconds after it was written, at the most, where nothing holds it back. */
const skew = 10
const mostExcuses = 40
const mostFound = 20_000
/** Of one condition; the first few are kept even where chatter of others has filled the suite. */
const mostOfCondition = 400
const fewOfCondition = 20
const longestText = 2000
const mostNoise = 200_000

export function createCollector(matcher: Matcher): Collector {
  const {patterns} = matcher
  const isSilent = patterns.map(silences)
  const onEvents = conditionsOf(patterns, 'event')
  const onObjects = conditionsOf(patterns, 'object')
  /** `pattern:condition` to log to captures to places. */
  const found = new Map<string, Map<string, Map<string, Found[]>>>()
  const objects: KubeObject[] = []
  /** Lines of noise, all of them: a line must not come to count because its like stood there too often. */
  const noise = new Set<string>()
  const totals = new Map<string, number>()
  let total = 0
  let isInTest: (time: string | null) => boolean = () => false
  /** Places kept because a test failed then, by their group. */
  const kept = new WeakMap<Found[], Set<Found>>()

  const add = (
    pattern: number,
    condition: number,
    at: Evidence,
    object: ObjectRef | null,
    captures: Record<string, string>,
    times = 1,
    retried?: true,
  ) => {
    if (isSilent[pattern]) {
      if (noise.size < mostNoise) noise.add(lineKey(at))
      return
    }
    const name = `${pattern}:${condition}`
    let own = totals.get(name) ?? 0
    const most = total < mostFound ? mostOfCondition : fewOfCondition
    const log = `${at.source}\0${at.path}`
    const logs = child(found, name, () => new Map<string, Map<string, Found[]>>())
    if (own >= most && !logs.has(log)) return
    const groups = child(logs, log, () => new Map<string, Found[]>())
    const key = JSON.stringify(captures)
    // The first groups and the newest ones are kept: what goes is the oldest of the newer half.
    if (!groups.has(key) && groups.size >= mostGroups) {
      const newer = [...groups.keys()].slice(mostGroups / 2)
      const old = newer.find(k => !kept.has(groups.get(k)!)) ?? newer[0]!
      const places = groups.get(old)!.length
      groups.delete(old)
      own -= places
      total -= places
      totals.set(name, own)
    }
    const group = child(groups, key, () => [])
    const last = group.at(-1)
    const place: Found = {at, object, captures, count: times, ...(retried && {retried})}
    if (!last && isInTest(at.time)) kept.set(group, new Set([place]))
    if (last && at.line !== null && last.at.line === at.line) return
    // The first places and the last one are what matters: when it began, and whether it persisted.
    // Of what excuses, each place matters, and of what is noise unless something excuses that.
    const isNoise = patterns[pattern]!.role === 'noise'
    if (last && group.length >= (isNoise ? mostOfCondition : condition < 0 ? mostExcuses : mostInGroup)) {
      const inTests = kept.get(group)
      const isKept = (inTests?.size ?? 0) < mostInTests && isInTest(at.time)
      if (!isKept && !inTests?.has(last)) {
        last.at = at
        last.count += times
        if (retried) last.retried = true
        else delete last.retried
        return
      }
      if (isKept) kept.set(group, (inTests ?? new Set()).add(place))
    }
    if (own >= most) return
    totals.set(name, own + 1)
    total++
    group.push(place)
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
        1,
        hit.retried,
      )
    },
    events(events) {
      for (const event of events) {
        for (const {pattern, place, condition} of onEvents) {
          const captures = matchEvent(condition, event)
          if (captures) add(pattern, place, event.at, event.object, captures)
        }
      }
    },
    objects(more) {
      objects.push(...more)
      for (const object of more) {
        const said = stateTexts(object)
        for (const {pattern, place, condition} of onObjects) {
          const captures = matchObject(condition, object, said)
          const {kind, namespace, name} = object
          if (captures) add(pattern, place, object.at, {kind, namespace, name}, captures)
        }
      }
    },
    tests(times) {
      isInTest = spans(times.failed, skew)
    },
    places: () =>
      [...found].flatMap(([name, logs]) => {
        const [pattern, condition] = name.split(':').map(Number) as [number, number]
        const all = [...logs.values()].flatMap(groups => [...groups.values()].flat())
        return all.map(place => ({...place, pattern, condition, noise: noise.has(lineKey(place.at))}))
      }),
    restore(places, known) {
      objects.push(...known)
      for (const {pattern, condition, at, object, captures, count, noise: isNoise, retried} of places) {
        if (isNoise && noise.size < mostNoise) noise.add(lineKey(at))
        add(pattern, condition, at, object, captures, count, retried)
      }
    },
    finish() {
      const matches = patterns.flatMap((pattern, number) => {
        const of = (place: number) =>
          [...(found.get(`${number}:${place}`)?.values() ?? [])].flatMap(g => [...g.values()].flat())
        return combine(pattern, of, objects)
      })
      return withoutNoise(matches, matcher, noise)
    },
  }
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
