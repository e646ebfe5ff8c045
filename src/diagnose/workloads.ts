import type {KubeEvent, KubeObject} from '../model.ts'
import {belongsTo, isWorkload, sameNamespace} from './owners.ts'

/**
 * Workloads that should have pods and have none, as objects of phase `NoPods`; the message is the reason that they or their
 * ReplicaSets give. Only a bundle that lists pods can say so.
 */
export function workloadsWithoutPods(
  objects: readonly KubeObject[],
  events: readonly KubeEvent[],
): KubeObject[] {
  const pods = objects.filter(o => o.kind === 'Pod')
  if (!pods.length) return []
  const replicaSets = objects.filter(o => o.kind === 'ReplicaSet')
  return objects
    .filter(o => isWorkload(o) && (o.wanted ?? 0) > 0 && !o.ready && !isDone(o))
    .filter(o => !objects.some(other => isWorkload(other) && belongsTo(o, other)))
    .filter(o => !pods.some(pod => belongsTo(pod, o, replicaSets)))
    .map(o => {
      const why = reason(o, replicaSets, events)
      const name = o.namespace ? `${o.namespace}/${o.name}` : o.name
      const text = `${o.kind} ${name} ${o.ready ?? 0}/${o.wanted} ready: none of its pods exists${why ? `; ${why}` : ''}`
      return {...o, phase: 'NoPods', message: why, at: {...o.at, text: text.slice(0, 1000)}}
    })
}

const isDone = (o: KubeObject) =>
  o.kind === 'Job' &&
  o.conditions.some(c => /^(?:Complete|Failed|Suspended)$/.test(c.type) && c.status === 'True')

function reason(
  o: KubeObject,
  replicaSets: readonly KubeObject[],
  events: readonly KubeEvent[],
): string | null {
  const own = [o, ...replicaSets.filter(r => belongsTo(r, o))]
  const failing = own.flatMap(w =>
    w.conditions.filter(c => c.type === 'ReplicaFailure' && c.status === 'True'),
  )
  if (failing[0]?.message) return [failing[0].reason, failing[0].message].filter(Boolean).join(': ')
  const told = events.findLast(
    e =>
      e.type !== 'Normal' &&
      own.some(w => w.kind === e.object.kind && w.name === e.object.name && sameNamespace(w, e.object)),
  )
  // Tables of Deployments alone do not name the ReplicaSet.
  const byName = events.findLast(e => e.reason === 'FailedCreate' && belongsTo(e.object, o))
  const event = told ?? byName
  return event ? `${event.reason}: ${event.message}` : null
}
