import type {Config, Findings, Match, ObjectRef} from '../model.ts'
import {buildGraph, type Graph} from './graph.ts'
import {isUnhealthy} from './health.ts'
import {memo} from './kin.ts'
import {addressesIn, namedIn} from './names.ts'
import {keyOf} from './objects.ts'
import {isWorkload} from './owners.ts'

/** What the bundle says of the objects that have to do with what failed. */
export interface Involved {
  /** Steps from what failed to an object, 0 for what a symptom names itself; null where it has nothing to do with it. */
  distance(object: ObjectRef | null): number | null
  /** How an object was at the end: `recovered` is well but was restarted; null where the bundle does not tell. */
  state(object: ObjectRef | null): State | null
  /** Whether what the match's error names (a host, a service) leads to the object. */
  blames(match: Match, object: ObjectRef | null): boolean
  /** Whether a symptom of the job log named something that the bundle knows. */
  named: boolean
  /** Whether everything was followed: false where so much was reached that the rest was left. */
  isAll: boolean
}

export type State = 'bad' | 'recovered' | 'good'

const farthest = 6
const mostReached = 2000

/** What is to be followed through a bundle. */
export interface Start {
  /** Matches whose names are followed. */
  from: readonly Match[]
  /** There is no job log: every object still unhealthy is its own symptom. */
  alone: boolean
  /** Steps that are followed at most. */
  far?: number
}

/**
 * Follows the names in the visible symptoms (pod, deployment, service, host, port, address) into the bundle: port to Service to
 * pods, workload to its ReplicaSets and pods, pod to what it refers to, and on to the hosts that its own errors name and to
 * what it depends on by configuration.
 */
export function involvement(findings: Findings, config: Config): (start: Start) => Involved {
  const {service} = findings
  const graph = buildGraph(findings, config)
  const told = matchesByObject(findings.matches)
  const targets = memo(self, match => addressesIn(match).flatMap(graph.at))
  const needs = new Map<string, ObjectRef[]>()
  for (const [name, s] of Object.entries(config.services)) {
    const needed = s.depends_on.flatMap(graph.ofService)
    for (const n of needed.length ? graph.ofService(name) : [])
      needs.set(keyOf(n), [...(needs.get(keyOf(n)) ?? []), ...needed])
  }
  const next = memo(keyOf, (ref: ObjectRef) => [
    ...graph.neighbours(ref),
    ...(told.get(keyOf(ref)) ?? []).flatMap(targets),
    ...(needs.get(keyOf(ref)) ?? []),
  ])
  const states = memo(keyOf, (ref: ObjectRef) => stateOf(graph, findings, ref))
  const ill = memo(String, () => graph.all.filter(ref => states(ref) === 'bad'))
  const pods = findings.objects.some(o => o.kind === 'Pod')
  const behind = memo(
    (refs: readonly ObjectRef[]) => refs.map(keyOf).join('\n'),
    refs =>
      spread(
        refs.map(ref => [ref, 0] as [ObjectRef, number]),
        next,
        3,
      ),
  )
  // Each match is asked about once for each other one.
  const blamed = memo(self, match => {
    const others = targets(match).filter(t => !match.object || keyOf(t) !== keyOf(match.object))
    return others.length ? behind(others) : null
  })

  return ({from, alone, far = farthest}) => {
    const starts: [ObjectRef, number][] = from
      .flatMap(match => [
        ...(match.object && match.object.kind !== 'Node' ? [match.object] : []),
        ...namedIn(match).flatMap(graph.named),
        ...targets(match),
      ])
      .map(ref => [ref, 0])
    const named = starts.length > 0
    for (const {captures} of from) {
      const {namespace} = captures
      if (!named && namespace) starts.push(...near(ill('').filter(n => n.namespace === namespace)))
    }
    if (alone)
      for (const ref of graph.all)
        if (states(ref) === 'bad' || (!pods && states(ref) === null)) starts.push([ref, 0])
    starts.push(...near([service, ...(config.services[service]?.depends_on ?? [])].flatMap(graph.ofService)))
    const distances = spread(starts, next, far)
    const knowsNothing = alone && !findings.objects.some(o => o.kind !== 'Node') && !findings.events.length
    return {
      named,
      isAll: distances.size < mostReached,
      distance: ref =>
        knowsNothing
          ? 0
          : ref && (distances.get(keyOf(ref)) ?? distances.get(keyOf(graph.object(ref) ?? ref)) ?? null),
      state: ref => ref && states(ref),
      blames: (match, ref) => ref !== null && (blamed(match)?.has(keyOf(graph.object(ref) ?? ref)) ?? false),
    }
  }
}

const self = (match: Match) => match
const near = (refs: readonly ObjectRef[]): [ObjectRef, number][] => refs.map(ref => [ref, 1])

/** Breadth first, each object at its shortest distance. */
function spread(
  starts: readonly [ObjectRef, number][],
  next: (ref: ObjectRef) => ObjectRef[],
  far = farthest,
): Map<string, number> {
  const distances = new Map<string, number>()
  const front: ObjectRef[][] = []
  for (const [ref, distance] of starts) (front[distance] ??= []).push(ref)
  for (let distance = 0; distance <= far && distance < front.length; distance++) {
    for (const ref of front[distance] ?? []) {
      const key = keyOf(ref)
      if (distances.has(key) || distances.size >= mostReached) continue
      distances.set(key, distance)
      // Many pods share a node, an image or a namespace: what happens there does not lead back to the others.
      if (/^(?:Node|Image|Namespace|ServiceAccount|Secret|ConfigMap)$/.test(ref.kind)) continue
      ;(front[distance + 1] ??= []).push(...next(ref))
    }
  }
  return distances
}

function matchesByObject(matches: readonly Match[]): Map<string, Match[]> {
  const by = new Map<string, Match[]>()
  for (const m of matches) {
    if (!m.object) continue
    const list = by.get(keyOf(m.object)) ?? []
    by.set(keyOf(m.object), list)
    if (list.length < 50) list.push(m)
  }
  return by
}

/** The state at the end of an object, or of what made it. */
function stateOf(graph: Graph, {objects, events}: Findings, ref: ObjectRef): State | null {
  const own = graph.object(ref)
  if (own && own.kind !== 'Service') {
    if (isUnhealthy(own)) return 'bad'
    return own.containers.some(c => c.restarts > 0) ? 'recovered' : 'good'
  }
  const relatives = graph.relatives(ref).flatMap(r => graph.object(r) ?? [])
  if (relatives.length) return relatives.some(isUnhealthy) ? 'bad' : 'good'
  // A pod that is gone from the list of pods does nobody harm.
  const listed = objects.some(
    o => o.kind === 'Pod' && (ref.namespace === null || o.namespace === ref.namespace),
  )
  if (!listed) return null
  // What could make no pod, and has none.
  const isBarren = () => events.some(e => e.reason === 'FailedCreate' && keyOf(e.object) === keyOf(ref))
  return ref.kind === 'Pod' ? 'good' : isWorkload(ref) && isBarren() ? 'bad' : null
}
