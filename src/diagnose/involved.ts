import type {Config, Findings, KubeObject, Match, ObjectRef} from '../model.ts'
import {buildGraph, type Graph} from './graph.ts'
import {isUnhealthy} from './health.ts'
import {addressesIn, namedIn} from './names.ts'
import {keyOf} from './objects.ts'
import {belongsTo, isWorkload, sameNamespace, stem} from './owners.ts'

/** What the bundle says of the objects that have to do with what failed. */
export interface Involved {
  /** Steps from what failed to an object, 0 for what a symptom names itself; null where it has nothing to do with it. */
  distance(object: ObjectRef | null): number | null
  /** Whether the object was in a bad state at the end; null where the bundle does not tell. */
  bad(object: ObjectRef | null): boolean | null
  /** Whether what the match's error names (a host, a service) leads to the object. */
  blames(match: Match, object: ObjectRef | null): boolean
  /** Whether a symptom of the job log named something that the bundle knows. */
  named: boolean
}

const farthest = 6
const mostReached = 2000

/**
 * Follows the names in the visible symptoms (pod, deployment, service, host, port, address) into the bundle: port to Service to
 * pods, workload to its ReplicaSets and pods, pod to what it refers to, and on to the hosts that its own errors name and to
 * what it depends on by configuration. With `alone` there is no job log: every object still unhealthy is its own symptom.
 */
export function involvedObjects(
  service: string,
  symptoms: readonly Match[],
  findings: Findings,
  config: Config,
  alone: boolean,
): Involved {
  const graph = buildGraph(findings, config)
  const told = matchesByObject(findings.matches)
  const targets = (match: Match) => addressesIn(match).flatMap(graph.at)
  const dependencies = (ref: ObjectRef) =>
    Object.entries(config.services)
      .filter(([name, s]) => s.depends_on.length && graph.ofService(name).some(n => keyOf(n) === keyOf(ref)))
      .flatMap(([, s]) => s.depends_on.flatMap(graph.ofService))
  const next = (ref: ObjectRef) => [
    ...graph.neighbours(ref),
    ...(told.get(keyOf(ref)) ?? []).flatMap(targets),
    ...dependencies(ref),
  ]

  const starts: [ObjectRef, number][] = symptoms.flatMap(match => [
    ...(match.object && match.object.kind !== 'Node' ? [match.object] : []),
    ...namedIn(match).flatMap(graph.named),
    ...targets(match),
  ]).map(ref => [ref, 0])
  const named = starts.length > 0
  if (alone) for (const ref of graph.all) if (graphBad(graph, findings, ref)) starts.push([ref, 0])
  for (const ref of [service, ...(config.services[service]?.depends_on ?? [])].flatMap(graph.ofService))
    starts.push([ref, 1])
  const distances = spread(starts, next)
  const knowsNothing = alone && !findings.objects.some(o => o.kind !== 'Node') && !findings.events.length

  return {
    named,
    distance: ref => (knowsNothing ? 0 : ref && (distances.get(keyOf(ref)) ?? distances.get(keyOf(graph.object(ref) ?? ref)) ?? null)),
    bad: ref => ref && graphBad(graph, findings, ref),
    blames(match, ref) {
      const blamed = targets(match).filter(t => !match.object || keyOf(t) !== keyOf(match.object))
      if (!ref || !blamed.length) return false
      return spread(blamed.map(t => [t, 0]), next, 3).has(keyOf(graph.object(ref) ?? ref))
    },
  }
}

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

/** The state at the end of an object, or of what made it; null where the bundle does not tell. */
function graphBad(graph: Graph, {objects}: Findings, ref: ObjectRef): boolean | null {
  const own = graph.object(ref)
  if (own && own.kind !== 'Service') return isUnhealthy(own)
  const relatives = objects.filter(
    o => (isWorkload(o) || o.kind === 'Pod') && sameNamespace(o, ref) && related(ref, o),
  )
  if (relatives.length) return relatives.some(isUnhealthy)
  // A pod that is gone from the list of pods does nobody harm.
  const pods = objects.some(o => o.kind === 'Pod' && (ref.namespace === null || o.namespace === ref.namespace))
  return ref.kind === 'Pod' && pods ? false : null
}

const related = (ref: ObjectRef, o: KubeObject) =>
  belongsTo(ref, o) || belongsTo(o, ref) || (isWorkload(ref) && o.kind === 'Pod' && stem(o.name) === stem(ref.name))
