import type {KubeObject} from '../model.ts'

/** Whether an object was still in a bad state when its bundle was collected. */
export function isUnhealthy(o: KubeObject): boolean {
  if (o.phase === 'NoPods' || o.phase === 'StuckTerminating') return true
  switch (o.kind) {
    case 'Pod':
      return podIsUnhealthy(o)
    case 'Container':
      return o.containers.some(c => c.terminated && c.terminated.exit_code !== 0) || has(o, 'Ready', 'False')
    case 'Node':
      return (
        has(o, 'Ready', 'False', 'Unknown') ||
        o.conditions.some(c => /Pressure$|^NetworkUnavailable$/.test(c.type) && c.status === 'True')
      )
    case 'Namespace':
      return o.phase === 'Terminating'
    case 'PersistentVolumeClaim':
      return o.phase === 'Pending' || o.phase === 'Lost'
    case 'PersistentVolume':
      return o.phase === 'Failed'
    case 'Job':
      return has(o, 'Failed', 'True')
    case 'Service':
    case 'Endpoints':
    case 'EndpointSlice':
      return false
    default:
      return (
        (o.wanted !== null && o.wanted > 0 && (o.ready ?? 0) < o.wanted) ||
        has(o, 'ReplicaFailure', 'True') ||
        has(o, 'Available', 'False') ||
        has(o, 'Ready', 'False')
      )
  }
}

function podIsUnhealthy(o: KubeObject): boolean {
  if (o.phase === 'Succeeded') return false
  if (o.phase === 'Failed' || o.phase === 'Pending' || o.phase === 'Unknown') return true
  // A pod that is being deleted is only bad when nothing lets it go.
  if (o.reason === 'Terminating') return false
  const main = o.containers.filter(c => !c.init)
  return (
    o.containers.some(
      c => c.waiting || (c.terminated && c.terminated.exit_code !== 0 && c.terminated.reason !== 'Completed'),
    ) ||
    main.some(c => c.ready === false && c.terminated?.reason !== 'Completed') ||
    (!main.length && has(o, 'Ready', 'False'))
  )
}

const has = (o: KubeObject, type: string, ...status: string[]) =>
  o.conditions.some(c => c.type === type && status.includes(c.status))

/** Whether each container of a pod was started at least once. */
export function hasRun({phase, containers}: KubeObject): boolean {
  const main = containers.filter(c => !c.init)
  const ran = (c: KubeObject['containers'][number]) =>
    c.ready || c.restarts > 0 || c.terminated || c.last_terminated || c.waiting?.reason === 'CrashLoopBackOff'
  return main.length > 0 && (main.every(ran) || (phase === 'Running' && main.every(c => !c.waiting)))
}
