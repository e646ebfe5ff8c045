import type {KubeObject, ObjectRef} from '../model.ts'

/** Kinds that make pods, with what they append to their name for one. */
const appended: Record<string, RegExp> = {
  Deployment: /^-[a-z0-9]{1,10}-[a-z0-9]{5}$/,
  ReplicaSet: /^-[a-z0-9]{5}$/,
  ReplicationController: /^-[a-z0-9]{5}$/,
  DaemonSet: /^-[a-z0-9]{5}$/,
  Job: /^-(?:\d{1,6}-)?[a-z0-9]{5}$/,
  StatefulSet: /^-\d{1,5}$/,
}

export const isWorkload = (o: {kind: string}) => Object.hasOwn(appended, o.kind)

/** Whether two namespaces may be one: what does not say its namespace may be in any. */
export const sameNamespace = (a: {namespace: string | null}, b: {namespace: string | null}) =>
  a.namespace === null || b.namespace === null || a.namespace === b.namespace

/**
 * Whether a pod or ReplicaSet is of a workload: by its owner where it names one, else by labels, else by its name.
 * `replicaSets` lead from a pod to its Deployment.
 */
export function belongsTo(
  child: ObjectRef & Partial<Pick<KubeObject, 'owners' | 'labels'>>,
  workload: ObjectRef & Partial<Pick<KubeObject, 'selector'>>,
  replicaSets: readonly KubeObject[] = [],
): boolean {
  if (child.name === workload.name || !sameNamespace(child, workload)) return false
  const owner = child.owners?.[0]
  if (owner) {
    if (owner.kind === workload.kind) return owner.name === workload.name
    if (owner.kind !== 'ReplicaSet' || workload.kind !== 'Deployment') return false
    const set = replicaSets.find(r => r.name === owner.name && sameNamespace(r, child))
    return set?.owners.length
      ? belongsTo(set, workload)
      : nameFits(owner.name, workload.name, /^-[a-z0-9]{1,10}$/)
  }
  if (child.kind === 'ReplicaSet')
    return workload.kind === 'Deployment' && nameFits(child.name, workload.name, /^-[a-z0-9]{1,10}$/)
  if (child.kind !== 'Pod' || !isWorkload(workload)) return false
  if (workload.selector && child.labels && Object.keys(child.labels).length)
    return selects(workload.selector, child.labels)
  return nameFits(child.name, workload.name, appended[workload.kind]!)
}

const nameFits = (name: string, of: string, tail: RegExp) =>
  name.startsWith(of) && tail.test(name.slice(of.length))

/** Whether labels meet a selector; an empty selector selects nothing. */
export function selects(selector: Record<string, string>, labels: Record<string, string>): boolean {
  const wanted = Object.entries(selector)
  return wanted.length > 0 && wanted.every(([key, value]) => labels[key] === value)
}

/** A pod's or ReplicaSet's name without what the controllers append: `web-6c7f8d9b5-x2x4z` is of `web`. */
export function stem(name: string): string {
  return name
    .replace(/-[a-z0-9]{5}$/, tail =>
      /\d/.test(tail) || /^-[bcdfghjklmnpqrstvwxz2456789]{5}$/.test(tail) ? '' : tail,
    )
    .replace(/-[a-f0-9]{8,10}$|-[bcdfghjklmnpqrstvwxz2456789]{8,10}$|-\d{1,3}$/, '')
    .replace(/-$/, '')
}

/** `data-storage` and `datastorage` are one service in many projects. */
export const loose = (name: string) => name.replace(/[-_.]/g, '').toLowerCase()
