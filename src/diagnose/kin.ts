import type {KubeObject, ObjectRef} from '../model.ts'
import {belongsTo, isWorkload, sameNamespace} from './owners.ts'

/** Finds what made a pod or ReplicaSet, and what a workload made, without looking at all objects of a cluster. */
export interface Kin {
  parents(ref: ObjectRef): ObjectRef[]
  children(ref: ObjectRef): ObjectRef[]
  /** Pods with this pair of a label. */
  labelled(key: string, value: string): readonly KubeObject[]
}

type Index<T> = Map<string, T[]>
function put<T>(index: Index<T>, key: string, value: T): void {
  const list = index.get(key)
  if (list) list.push(value)
  else index.set(key, [value])
}

/** What a name may be made from: the name without its last part, and without its last two. */
function origins(name: string): string[] {
  const last = name.lastIndexOf('-')
  const before = last > 0 ? name.lastIndexOf('-', last - 1) : -1
  return [...(last > 0 ? [name.slice(0, last)] : []), ...(before > 0 ? [name.slice(0, before)] : [])]
}
const pairs = (labels: Record<string, string> | null) =>
  Object.entries(labels ?? {}).map(([k, v]) => `${k}=${v}`)

/** `object` gives what is known of a node. */
export function buildKin(nodes: readonly ObjectRef[], object: (ref: ObjectRef) => KubeObject | null): Kin {
  const workloads: Index<ObjectRef> = new Map()
  const bySelector: Index<ObjectRef> = new Map()
  const made: Index<ObjectRef> = new Map()
  const byOwner: Index<ObjectRef> = new Map()
  const byLabel: Index<KubeObject> = new Map()
  for (const node of nodes) {
    const known = object(node)
    if (isWorkload(node)) {
      put(workloads, node.name, node)
      const [first] = pairs(known?.selector ?? null)
      if (first) put(bySelector, first, node)
    }
    if (node.kind !== 'Pod' && node.kind !== 'ReplicaSet') continue
    for (const name of origins(node.name)) put(made, name, node)
    const owner = known?.owners[0]
    if (owner) put(byOwner, owner.name, node)
    if (node.kind === 'Pod' && known) for (const pair of pairs(known.labels)) put(byLabel, pair, known)
  }
  const described = (ref: ObjectRef): ObjectRef & Partial<KubeObject> => object(ref) ?? ref
  const sets = (name: string | undefined) =>
    (name === undefined ? [] : (workloads.get(name) ?? [])).flatMap(w => {
      const set = w.kind === 'ReplicaSet' ? object(w) : null
      return set ? [set] : []
    })
  const isOf = (child: ObjectRef, workload: ObjectRef) => {
    const own = described(child)
    return belongsTo(own, described(workload), sets(own.owners?.[0]?.name))
  }
  const unique = (refs: readonly ObjectRef[]) => [...new Set(refs)]

  return {
    labelled: (key, value) => byLabel.get(`${key}=${value}`) ?? [],
    parents(ref) {
      const own = described(ref)
      const owner = own.owners?.[0]
      const above = owner ? sets(owner.name).filter(s => sameNamespace(s, ref)) : []
      const names = [
        ...origins(ref.name),
        ...(owner ? [owner.name, ...origins(owner.name)] : []),
        ...above.flatMap(s => (s.owners[0] ? [s.owners[0].name] : [])),
      ]
      const selecting =
        ref.kind === 'Pod' ? pairs(own.labels ?? null).flatMap(p => bySelector.get(p) ?? []) : []
      return unique([...names.flatMap(n => workloads.get(n) ?? []), ...selecting]).filter(w => isOf(ref, w))
    },
    children(ref) {
      const [first] = pairs(described(ref).selector ?? null)
      const near = [...(made.get(ref.name) ?? []), ...(byOwner.get(ref.name) ?? [])]
      const further = near.flatMap(n => (n.kind === 'ReplicaSet' ? (byOwner.get(n.name) ?? []) : []))
      const selected = first ? (byLabel.get(first) ?? []) : []
      return unique([...near, ...further, ...selected]).filter(n => isOf(n, ref))
    },
  }
}

/** Computes once for each key. */
export function memo<A, B>(key: (a: A) => unknown, compute: (a: A) => B): (a: A) => B {
  const known = new Map<unknown, B>()
  return a => {
    const k = key(a)
    if (!known.has(k)) known.set(k, compute(a))
    return known.get(k)!
  }
}
