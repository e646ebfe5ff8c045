import type {Config, Findings, KubeObject, ObjectRef} from '../model.ts'
import {type Address, isLocal, type Named, workloadKinds} from './names.ts'
import {keyOf} from './objects.ts'
import {belongsTo, isWorkload, loose, sameNamespace, selects, stem} from './owners.ts'

/** What a bundle knows of: its objects, and what only events or logs speak of. */
export interface Graph {
  /** The object as described, null where only its name is known. */
  object(ref: ObjectRef): KubeObject | null
  /** What a name means, surest first. */
  named(name: Named): ObjectRef[]
  /** What answers at an address. */
  at(address: Address): ObjectRef[]
  /** What an object directly rests on: its pods, its owner, its service account, its volumes, its node. */
  neighbours(ref: ObjectRef): ObjectRef[]
  /** Pods and workloads of a service as the configuration names it. */
  ofService(service: string): ObjectRef[]
  all: readonly ObjectRef[]
}

const most = 10_000

export function buildGraph({objects, events, matches}: Findings, config: Config): Graph {
  const known = new Map<string, KubeObject>(objects.map(o => [keyOf(o), o]))
  const nodes = new Map<string, ObjectRef>(objects.map(o => [keyOf(o), o]))
  const byName = new Map<string, KubeObject[]>()
  for (const o of objects) byName.set(o.name, [...(byName.get(o.name) ?? []), o])
  const object = (ref: ObjectRef) =>
    known.get(keyOf(ref)) ??
    byName.get(ref.name)?.find(o => o.kind === ref.kind && sameNamespace(o, ref)) ??
    null
  const learn = (ref: ObjectRef) => {
    if (nodes.size < most && ref.name && !object(ref) && !nodes.has(keyOf(ref))) nodes.set(keyOf(ref), ref)
  }
  for (const e of events) learn(e.object)
  for (const m of matches) if (m.object) learn(m.object)
  for (const o of objects) for (const ref of o.refs) learn(ref)
  const all = [...nodes.values()]
  const ofKind = (...kinds: string[]) => all.filter(n => kinds.includes(n.kind))
  const replicaSets = objects.filter(o => o.kind === 'ReplicaSet')
  const services = objects.filter(o => o.kind === 'Service')
  const isOf = (child: ObjectRef, workload: ObjectRef) => belongsTo(described(child), described(workload), replicaSets)
  const described = (ref: ObjectRef): ObjectRef & Partial<KubeObject> => object(ref) ?? ref

  const byService = (service: string) => {
    const globs = config.services[service]?.pods ?? []
    return all.filter(
      n =>
        (n.kind === 'Pod' || n.kind === 'Container' || n.kind === 'Service' || isWorkload(n)) &&
        (globs.some(g => fits(g, n.name)) || isNamedAfter(n, service)),
    )
  }

  const named = ({kinds, namespace, name, exact}: Named): ObjectRef[] => {
    if (kinds.includes('container'))
      return objects.filter(o => o.containers.some(c => c.name === name)).filter(o => sameNamespace(o, {namespace}))
    const home = {namespace}
    const fitting = all.filter(n => (!kinds.length || kinds.includes(n.kind)) && sameNamespace(n, home))
    const same = fitting.filter(n => n.name === name)
    if (same.length) return same
    // Of a pod that is gone, and of a workload that no file describes, its relatives tell.
    const relatives = all.filter(n => sameNamespace(n, home) && (n.kind === 'Pod' || isWorkload(n)))
    const podLike = kinds.includes('Pod') || kinds.some(k => workloadKinds.includes(k)) || !kinds.length
    const stems = podLike ? relatives.filter(n => stem(n.name) === stem(name)) : []
    if (stems.length || exact || kinds.some(k => /^(?:Image|Node|Namespace)$/.test(k))) return stems
    return podLike ? relatives.filter(n => isNamedAfter(n, name)) : []
  }

  const at = ({host, port}: Address): ObjectRef[] => {
    const found: ObjectRef[] = []
    if (port !== null && isLocal(host)) {
      for (const [name, s] of Object.entries(config.services))
        if (s.ports.includes(port)) found.push(...byService(name))
      const listening = (n: KubeObject) => n.ports.some(p => p.node_port === port)
      found.push(...services.filter(listening), ...objects.filter(o => o.kind === 'Container' && listening(o)))
      if (!found.length) found.push(...services.filter(s => s.ports.some(p => p.port === port)))
    }
    if (host === null || isLocal(host)) return found
    if (/^[\d.]+$|:/.test(host)) return [...found, ...services.filter(s => s.host === host)]
    const [name, namespace, ...rest] = host.split('.')
    const inside = namespace === undefined || rest[0] === 'svc' || services.some(s => s.name === name && s.namespace === namespace)
    if (!inside) return found
    const meant = services.filter(s => s.name === name && (namespace === undefined || s.namespace === namespace))
    const container = objects.filter(o => o.kind === 'Container' && o.name === name)
    if (meant.length + container.length) return [...found, ...meant, ...container]
    return [...found, ...named({kinds: [], namespace: namespace ?? null, name: name!, exact: false})]
  }

  const neighbours = (ref: ObjectRef): ObjectRef[] => {
    const own = described(ref)
    if (ref.kind === 'Service') return behind(own)
    const found: ObjectRef[] = [...(own.refs ?? [])]
    if (ref.kind === 'Pod') {
      if (own.node) found.push({kind: 'Node', namespace: null, name: own.node})
      found.push(...ofKind(...workloadKinds).filter(w => isOf(ref, w)))
    } else if (isWorkload(ref)) {
      found.push(...ofKind('Pod', 'ReplicaSet').filter(n => isOf(n, ref)))
      if (ref.kind === 'ReplicaSet') found.push(...ofKind('Deployment').filter(w => isOf(ref, w)))
    }
    return found
  }

  /** The pods that a Service selects; where there is none, the workloads that should make them. */
  const behind = (service: ObjectRef & Partial<KubeObject>): ObjectRef[] => {
    const {selector} = service
    const near = (n: ObjectRef) => sameNamespace(n, service)
    const pods = selector ? objects.filter(o => o.kind === 'Pod' && near(o) && selects(selector, o.labels)) : []
    const workloads = ofKind(...workloadKinds).filter(w => {
      const theirs = object(w)?.selector
      if (!near(w)) return false
      return selector && theirs ? selects(common(selector, theirs), theirs) : stem(w.name) === stem(service.name)
    })
    const byName = pods.length + workloads.length ? [] : ofKind('Pod').filter(n => near(n) && isNamedAfter(n, service.name))
    return [...pods, ...workloads, ...byName]
  }

  return {object, named, at, neighbours, ofService: byService, all}
}

/** A workload's selector says a part of its pods' labels; a Service may select by others of them. */
function common(selector: Record<string, string>, theirs: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(selector).filter(([key]) => key in theirs))
}

function isNamedAfter(node: ObjectRef, name: string): boolean {
  const own = stem(node.name)
  return own === name || own.startsWith(`${name}-`) || loose(own) === loose(stem(name))
}

const fits = (glob: string, name: string) =>
  glob.endsWith('*') ? name.startsWith(glob.slice(0, -1)) : name === glob
