import type {ContainerState, KubeObject, ObjectRef} from '../model.ts'

/** A name for what an object is, the same in every file that speaks of it. */
export const keyOf = ({kind, namespace, name}: Pick<ObjectRef, 'kind' | 'namespace' | 'name'>) =>
  `${kind.toLowerCase()}/${namespace ?? ''}/${name}`

/**
 * One object for each that a bundle describes several times (JSON, description, table): the richest of them, with what only the
 * others say filled in. A table that does not print the namespace joins the one object of that kind and name.
 */
export function mergeObjects(objects: readonly KubeObject[]): KubeObject[] {
  const byName = new Map<string, KubeObject[]>()
  for (const o of objects) {
    const key = `${o.kind.toLowerCase()}/${o.name}`
    const same = byName.get(key) ?? []
    byName.set(key, same)
    same.push(o)
  }
  return [...byName.values()].flatMap(same => (same.length === 1 ? same : byNamespace(same)))
}

function byNamespace(same: readonly KubeObject[]): KubeObject[] {
  const groups = new Map<string | null, KubeObject[]>()
  for (const o of same) groups.set(o.namespace, [...(groups.get(o.namespace) ?? []), o])
  const homeless = groups.get(null)
  if (homeless && groups.size === 2) {
    groups.delete(null)
    for (const group of groups.values()) group.push(...homeless)
  }
  return [...groups.values()].map(group => group.toSorted((a, b) => wealth(b) - wealth(a)).reduce(fill))
}

/** How much a description of an object says. */
function wealth(o: KubeObject): number {
  const told = o.containers.flatMap(c => [
    c.name,
    c.image,
    c.waiting?.message,
    c.terminated,
    c.last_terminated,
  ])
  return (
    o.conditions.length +
    o.refs.length +
    o.ports.length +
    Object.keys(o.labels).length +
    [o.uid, o.phase, o.node, o.message, o.reason, o.selector, o.host, ...told].filter(Boolean).length
  )
}

function fill(rich: KubeObject, poor: KubeObject): KubeObject {
  const of = <T>(a: readonly T[], b: readonly T[]) => (a.length ? [...a] : [...b])
  const some = <T extends object>(a: T, b: T) => (Object.keys(a).length ? a : b)
  return {
    ...rich,
    namespace: rich.namespace ?? poor.namespace,
    uid: rich.uid ?? poor.uid,
    owners: of(rich.owners, poor.owners),
    labels: some(rich.labels, poor.labels),
    selector: rich.selector ?? poor.selector,
    phase: rich.phase ?? poor.phase,
    reason: rich.reason ?? poor.reason,
    message: rich.message ?? poor.message,
    node: rich.node ?? poor.node,
    conditions: of(rich.conditions, poor.conditions),
    containers: containers(rich.containers, poor.containers),
    wanted: rich.wanted ?? poor.wanted,
    ready: rich.ready ?? poor.ready,
    ports: of(rich.ports, poor.ports),
    host: rich.host ?? poor.host,
    refs: of(rich.refs, poor.refs),
    traffic: rich.traffic ?? poor.traffic,
  }
}

/** A table's one nameless state says nothing that named ones do not. */
function containers(rich: ContainerState[], poor: ContainerState[]): ContainerState[] {
  if (!rich.length) return poor
  return rich.map(c => {
    const other = poor.find(p => p.name === c.name)
    if (!other) return c
    const {waiting, terminated, last_terminated} = other
    return {
      ...c,
      image: c.image ?? other.image,
      ready: c.ready ?? other.ready,
      waiting: c.waiting && {...c.waiting, message: c.waiting.message ?? waiting?.message ?? null},
      terminated: c.terminated ?? (c.waiting ? null : terminated),
      last_terminated: c.last_terminated ?? last_terminated,
    }
  })
}
