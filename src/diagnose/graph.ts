import type {Config, Findings, KubeObject, ObjectRef} from '../model.ts'
import {buildKin, memo} from './kin.ts'
import {type Address, isLocal, type Named, workloadKinds} from './names.ts'
import {keyOf} from './objects.ts'
import {isWorkload, loose, sameNamespace, selects, stem} from './owners.ts'

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
  /** Pods and workloads that it was made by, or that it made. */
  relatives(ref: ObjectRef): ObjectRef[]
  /** Pods and workloads of a service as the configuration names it. */
  ofService(service: string): ObjectRef[]
  all: readonly ObjectRef[]
}

const most = 10_000

export function buildGraph({objects, events, matches}: Findings, config: Config): Graph {
  const known = new Map<string, KubeObject>(objects.map(o => [keyOf(o), o]))
  const nodes = new Map<string, ObjectRef>(objects.map(o => [keyOf(o), o]))
  const byName = new Map<string, KubeObject[]>()
  for (const o of objects) {
    const same = byName.get(o.name)
    if (same) same.push(o)
    else byName.set(o.name, [o])
  }
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
  const kin = buildKin(all, object)
  const stems = new Map(all.map(n => [n, stem(n.name)]))
  const stemOf = (n: ObjectRef) => stems.get(n) ?? stem(n.name)
  const looseOf = memo(String, loose)
  const namedAfter = (name: string) => {
    const wanted = loose(stem(name))
    return (n: ObjectRef) => {
      const own = stemOf(n)
      return own === name || own.startsWith(`${name}-`) || looseOf(own) === wanted
    }
  }
  const running = all.filter(n => n.kind === 'Pod' || isWorkload(n))
  const services = objects.filter(o => o.kind === 'Service')
  const localContainers = objects.filter(o => o.kind === 'Container')
  const described = (ref: ObjectRef): ObjectRef & Partial<KubeObject> => object(ref) ?? ref

  const byService = memo(String, (service: string) => {
    const globs = config.services[service]?.pods ?? []
    const isNamedAfter = namedAfter(service)
    return all.filter(
      n =>
        (n.kind === 'Pod' || n.kind === 'Container' || n.kind === 'Service' || isWorkload(n)) &&
        (globs.some(g => fits(g, n.name)) || isNamedAfter(n)),
    )
  })

  const named = memo(JSON.stringify, ({kinds, namespace, name, exact}: Named): ObjectRef[] => {
    if (kinds.includes('container'))
      return objects
        .filter(o => o.containers.some(c => c.name === name))
        .filter(o => sameNamespace(o, {namespace}))
    const home = {namespace}
    const fitting = all.filter(n => (!kinds.length || kinds.includes(n.kind)) && sameNamespace(n, home))
    const same = fitting.filter(n => n.name === name)
    if (same.length) return same
    // Of a pod that is gone, and of a workload that no file describes, its relatives tell.
    const relatives = running.filter(n => sameNamespace(n, home))
    const podLike = kinds.includes('Pod') || kinds.some(k => workloadKinds.includes(k)) || !kinds.length
    const wanted = stem(name)
    const alike = podLike ? relatives.filter(n => stemOf(n) === wanted) : []
    if (alike.length || exact || kinds.some(k => /^(?:Image|Node|Namespace)$/.test(k))) return alike
    return podLike ? relatives.filter(namedAfter(name)) : []
  })

  const at = memo(JSON.stringify, ({host, port}: Address): ObjectRef[] => {
    const found: ObjectRef[] = []
    if (port !== null && isLocal(host)) {
      for (const [name, s] of Object.entries(config.services))
        if (s.ports.includes(port)) found.push(...byService(name))
      const listening = (n: KubeObject) => n.ports.some(p => p.node_port === port)
      found.push(...services.filter(listening), ...localContainers.filter(listening))
      if (!found.length) found.push(...services.filter(s => s.ports.some(p => p.port === port)))
    }
    if (host === null || isLocal(host)) return found
    if (/^[\d.]+$|:/.test(host)) return [...found, ...services.filter(s => s.host === host)]
    const [name, namespace, ...rest] = host.split('.')
    const inside =
      namespace === undefined ||
      rest[0] === 'svc' ||
      services.some(s => s.name === name && s.namespace === namespace)
    if (!inside) return found
    const meant = services.filter(
      s => s.name === name && (namespace === undefined || s.namespace === namespace),
    )
    const container = localContainers.filter(o => o.name === name)
    if (meant.length + container.length) return [...found, ...meant, ...container]
    return [...found, ...named({kinds: [], namespace: namespace ?? null, name: name!, exact: false})]
  })

  const neighbours = memo(keyOf, (ref: ObjectRef): ObjectRef[] => {
    const own = described(ref)
    if (ref.kind === 'Service') return behind(own)
    const node = own.node ? [{kind: 'Node', namespace: null, name: own.node}] : []
    return [...(own.refs ?? []), ...node, ...relatives(ref)]
  })

  const relatives = memo(keyOf, (ref: ObjectRef): ObjectRef[] => [
    ...(ref.kind === 'Pod' || ref.kind === 'ReplicaSet' ? kin.parents(ref) : []),
    ...(isWorkload(ref) ? kin.children(ref) : []),
  ])

  /** The pods that a Service selects; where there is none, the workloads that should make them. */
  const behind = (service: ObjectRef & Partial<KubeObject>): ObjectRef[] => {
    const {selector} = service
    const near = (n: ObjectRef) => sameNamespace(n, service)
    const [first] = Object.entries(selector ?? {})
    const pods =
      selector && first ? kin.labelled(...first).filter(o => near(o) && selects(selector, o.labels)) : []
    const wanted = stem(service.name)
    const workloads = running.filter(w => {
      if (w.kind === 'Pod' || !near(w)) return false
      const theirs = object(w)?.selector
      return selector && theirs ? selects(common(selector, theirs), theirs) : stemOf(w) === wanted
    })
    const none = pods.length + workloads.length === 0
    const byName = none
      ? running.filter(n => n.kind === 'Pod' && near(n)).filter(namedAfter(service.name))
      : []
    return [...pods, ...workloads, ...byName]
  }

  return {object, named, at, neighbours, relatives, ofService: byService, all}
}

/** A workload's selector says a part of its pods' labels; a Service may select by others of them. */
function common(selector: Record<string, string>, theirs: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(selector).filter(([key]) => key in theirs))
}

const fits = (glob: string, name: string) =>
  glob.endsWith('*') ? name.startsWith(glob.slice(0, -1)) : name === glob
