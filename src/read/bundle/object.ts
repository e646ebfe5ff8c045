import type {KubeCondition, KubeObject} from '../../model.ts'
import {networkPolicy} from './network-policy.ts'
import {containers, podRefs} from './pod.ts'
import {bareObject, type Fields, fields, instant, later, list, number, text, texts} from './values.ts'

type Bare = Omit<KubeObject, 'at'>

/** An API object of any kind, its last change, and null where it is none. Secrets and ConfigMaps: their names. */
export function toObject(
  value: unknown,
  listKind: string | null,
): {object: Bare; time: string | null} | null {
  const raw = fields(value)
  const spec = fields(raw['spec'])
  // Single pods are sometimes saved without their kind.
  const kind = text(raw['kind'], 200) ?? (listKind || (spec['containers'] ? 'Pod' : null))
  const meta = fields(raw['metadata'])
  const name = text(meta['name'], 500)
  if (!kind || !name || kind === 'List') return null
  const object = bareObject(kind, text(meta['namespace'], 500), name)
  object.uid = text(meta['uid'], 100)
  object.owners = list(meta['ownerReferences'])
    .slice(0, 20)
    .map(fields)
    .map(o => ({
      kind: text(o['kind'], 200) ?? '',
      namespace: object.namespace,
      name: text(o['name'], 500) ?? '',
    }))
  object.labels = texts(meta['labels'])
  const created = instant(meta['creationTimestamp'])
  if (kind === 'Secret' || kind === 'ConfigMap') return {object, time: created}
  const status = fields(raw['status'])
  const states = conditions(status['conditions'])
  object.phase = text(status['phase'], 200)
  object.reason = text(status['reason'])
  object.message = text(status['message'])
  object.conditions = states.map(({condition}) => condition)
  details(object, spec, status, raw)
  const deleted = instant(meta['deletionTimestamp'])
  if (deleted) {
    const finalizers = list(meta['finalizers'] ?? spec['finalizers'])
      .slice(0, 10)
      .map(f => text(f, 200))
    const held = finalizers.length ? `; finalizers ${finalizers.join(', ')}` : ''
    object.message ??= `being deleted since ${deleted}${held}`
    if (kind === 'Pod') object.reason ??= 'Terminating'
  }
  let time = states.reduce<string | null>((t, c) => later(t, c.time), null)
  for (const c of object.containers)
    time = later(time, c.terminated?.finished_at ?? c.last_terminated?.finished_at ?? null)
  return {object, time: time ?? created}
}

function conditions(value: unknown): {condition: KubeCondition; time: string | null}[] {
  return list(value)
    .slice(0, 100)
    .map(fields)
    .filter(c => text(c['type']))
    .map(c => ({
      condition: {
        type: text(c['type'], 200)!,
        status: text(c['status'], 200) ?? '',
        reason: text(c['reason']),
        message: text(c['message']),
      },
      time: instant(c['lastTransitionTime']),
    }))
}

/** What only some kinds have. */
function details(o: Bare, spec: Fields, status: Fields, raw: Fields): void {
  const template = fields(fields(spec['template'])['spec'])
  const labels = fields(fields(spec['selector'])['matchLabels'] ?? spec['selector'])
  switch (o.kind) {
    case 'Pod':
      o.node = text(spec['nodeName'], 500)
      o.containers = containers(spec, status)
      o.refs = podRefs(spec, o.namespace)
      break
    case 'Deployment':
    case 'ReplicaSet':
    case 'StatefulSet':
    case 'ReplicationController':
      o.wanted = number(spec['replicas']) ?? 1
      o.ready = number(status['readyReplicas']) ?? 0
      break
    case 'DaemonSet':
      o.wanted = number(status['desiredNumberScheduled'])
      o.ready = number(status['numberReady']) ?? 0
      break
    case 'Job':
      o.wanted = number(spec['completions']) ?? 1
      o.ready = number(status['succeeded']) ?? 0
      break
    case 'Service':
      o.host = text(spec['clusterIP'], 100)
      o.ports = list(spec['ports'])
        .slice(0, 100)
        .map(fields)
        .map(p => ({
          port: number(p['port']) ?? 0,
          target: text(p['targetPort'], 100),
          node_port: number(p['nodePort']),
          protocol: text(p['protocol'], 20),
        }))
      break
    case 'PersistentVolumeClaim':
      if (text(spec['volumeName']))
        o.refs = [{kind: 'PersistentVolume', namespace: null, name: text(spec['volumeName'])!}]
      break
    case 'Endpoints':
    case 'EndpointSlice':
      endpoints(o, raw)
      break
    case 'NetworkPolicy':
      o.traffic = networkPolicy(spec, text(raw['apiVersion']))
  }
  if (Object.keys(template).length > 0) o.refs = podRefs(template, o.namespace)
  if (
    spec['selector'] &&
    [
      'Service',
      'Deployment',
      'ReplicaSet',
      'StatefulSet',
      'DaemonSet',
      'Job',
      'ReplicationController',
    ].includes(o.kind)
  )
    o.selector = texts(labels)
}

function endpoints(o: Bare, raw: Fields): void {
  const sets = list(raw['subsets']).map(fields)
  const slices = list(raw['endpoints']).map(fields)
  const counts = (key: string): number => sets.reduce((sum, s) => sum + list(s[key]).length, 0)
  o.ready = counts('addresses') + slices.filter(e => fields(e['conditions'])['ready'] !== false).length
  o.wanted = counts('addresses') + counts('notReadyAddresses') + slices.length
}
