import type {Findings, KubeObject, Match, ObjectRef} from '../model.ts'
import {isUnhealthy} from './health.ts'
import {ownTime} from './moment.ts'
import {belongsTo, sameNamespace, stem} from './owners.ts'

/** A row of events: those that were printed twice are known by one of their lines only. */
const event =
  /^\s*(?:[\w-]+ +)?(?:\d+[smhd]\S*(?: \(x\d+ over \S+\))?|<unknown>) +(?:Warning|Normal) +[A-Z]\w+ +([a-z]+)\/([\w.-]+) /
const kinds: Record<string, string> = {
  pod: 'Pod',
  deployment: 'Deployment',
  replicaset: 'ReplicaSet',
  statefulset: 'StatefulSet',
  daemonset: 'DaemonSet',
  job: 'Job',
  node: 'Node',
  persistentvolumeclaim: 'PersistentVolumeClaim',
}
function rowOf(text: string): ObjectRef | null {
  const [, kind, name] = event.exec(text) ?? []
  return kind && kinds[kind] ? {kind: kinds[kind], namespace: null, name: name!} : null
}

/** The pod that a line of a kubelet is about. */
function podIn(text: string): ObjectRef | null {
  const [, namespace, name] = /\bpod="([a-z0-9-]+)\/([a-z0-9.-]+)"/.exec(text) ?? []
  return name ? {kind: 'Pod', namespace: namespace!, name} : null
}

const prefix = /^\s*\[pod\/([a-z0-9][\w.-]*)\/([\w.-]+)\] /

/** Whom `kubectl logs --prefix` names in front of a line. */
function inFront(text: string): ObjectRef | null {
  const [, name, container] = prefix.exec(text) ?? []
  return name ? {kind: 'Pod', namespace: null, name, container: container!} : null
}

/** Whom `docker compose logs` names in front of a line, without its project's name. */
function composed(text: string): ObjectRef | null {
  const name = /^([a-zA-Z0-9][\w.-]{0,100}) +\| /.exec(text)?.[1]
  return name ? {kind: 'Container', namespace: null, name} : null
}

/**
 * What a job prints of its workloads' logs was written by those: such matches become ones of containers, as they would be if the
 * logs had been collected, and rows of events become events. All of this only where the
 * cluster is known to have what is named. What a kubelet says of a pod is of that pod, where no other evidence is of pods.
 */
export function writtenBy(
  matches: readonly Match[],
  {logs = [], objects, events}: Pick<Findings, 'logs' | 'objects' | 'events'>,
): Match[] {
  const rows = new Map<number, ObjectRef>()
  for (const {at, object} of events) if (at.path === null && at.line !== null) rows.set(at.line, object)
  const isStateless = !objects.some(o => o.kind === 'Pod')
  return matches.map(match => {
    const {at} = match
    if (at.kind === 'node-log' && isStateless) return {...match, object: podIn(at.text) ?? match.object}
    if (at.kind !== 'job-log' || at.path !== null || at.line === null) return match
    const row = resolve(rows.get(at.line) ?? rowOf(at.text), objects)
    if (row) return {...match, object: row, at: {...at, kind: 'event', time: null}}
    const log = logs.find(l => l.from <= at.line! && at.line! <= l.to)
    const named = inFront(at.text) ?? log?.object ?? composed(at.text)
    const known = resolve(named, objects)
    if (!named || !known) return match
    const object = {...known, ...(named.container ? {container: named.container} : {})}
    const own = ownTime(at.text.replace(prefix, ''), Date.parse(at.time ?? '') || 0)
    const time = own === null ? null : new Date(own).toISOString()
    const isPrevious = log?.previous && named === log.object
    return {...match, object, at: {...at, kind: isPrevious ? 'previous-log' : 'container-log', time}}
  })
}

/** The object meant; of a workload of which only pods are known, one of them. */
function resolve(named: ObjectRef | null, objects: readonly KubeObject[]): ObjectRef | null {
  if (!named) return null
  // That a container of the machine runs says little of what it does.
  const near = objects.filter(o => sameNamespace(o, named) && (o.kind !== 'Container' || isUnhealthy(o)))
  const isOfProject = ({name}: KubeObject) =>
    name.endsWith(`-${named.name}`) || name.endsWith(`_${named.name}`)
  const found =
    near.find(o => o.kind === named.kind && o.name === named.name) ??
    near.find(o => o.kind === 'Container' && named.kind === 'Container' && isOfProject(o)) ??
    near.find(o => o.kind === 'Pod' && belongsTo(o, named)) ??
    near.find(o => o.kind === 'Pod' && stem(o.name) === named.name) ??
    near.find(o => o.kind !== 'Service' && o.name === named.name)
  return found ? {kind: found.kind, namespace: found.namespace, name: found.name} : null
}
