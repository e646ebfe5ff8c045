import type {Config, Findings, KubeObject, Match, ObjectRef} from '../model.ts'

/** Whether an object has to do with what failed: it is named by a visible symptom, or something that is needs it. */
export type Involved = (object: ObjectRef | null) => boolean

/**
 * Follows the names in the visible symptoms (pod, deployment, service, host, port, address) into the bundle: port to Service
 * to pods, workload to its ReplicaSets and pods, and from each to what it depends on by configuration.
 */
export function involvedObjects(
  service: string,
  symptoms: readonly Match[],
  findings: Findings,
  config: Config,
): Involved {
  const stems = new Set<string>()
  const add = (name: string | undefined | null) => {
    if (name) stems.add(stem(name))
  }
  for (const {captures, object} of symptoms) {
    for (const key of [
      'pod',
      'deployment',
      'service',
      'container',
      'workload',
      'statefulset',
      'daemonset',
      'job',
    ])
      add(captures[key]?.split('/').at(-1))
    if (object && object.kind !== 'Node') add(object.name)
    const host = captures['host'] ?? captures['address']?.split(':')[0]
    const port = Number(captures['port'] ?? captures['address']?.split(':').at(-1))
    if (host && !/^[\d.:[\]]+$/.test(host) && host !== 'localhost') add(host.split('.')[0])
    for (const name of servicesAt(host, port, findings.objects, config)) add(name)
  }
  add(service)
  for (const name of dependencies([...stems], config)) add(name)
  const globs = [...stems].flatMap(name => config.services[name]?.pods ?? [])
  return object => object !== null && (matches(stems, object.name) || globs.some(g => prefix(g, object.name)))
}

/** The services behind a host and port: by configured port, NodePort, Service port or ClusterIP. */
function servicesAt(
  host: string | undefined,
  port: number,
  objects: readonly KubeObject[],
  config: Config,
): string[] {
  const names = Object.entries(config.services).flatMap(([name, s]) => (s.ports.includes(port) ? [name] : []))
  for (const o of objects) {
    if (o.kind !== 'Service') continue
    const byAddress = host !== undefined && o.host === host
    const local =
      host === undefined || host === 'localhost' || host === '127.0.0.1' || host === '::1' || host === '[::1]'
    if (byAddress || (local && o.ports.some(p => p.node_port === port || p.port === port))) names.push(o.name)
  }
  return names
}

function dependencies(stems: readonly string[], config: Config): string[] {
  const all = new Set<string>()
  const visit = (name: string) => {
    for (const next of config.services[name]?.depends_on ?? []) {
      if (!all.has(next)) {
        all.add(next)
        visit(next)
      }
    }
  }
  for (const name of stems) visit(name)
  return [...all]
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

function matches(stems: ReadonlySet<string>, name: string): boolean {
  const own = stem(name)
  for (const s of stems) if (own === s || own.startsWith(`${s}-`) || loose(own) === loose(s)) return true
  return false
}

/** `data-storage` and `datastorage` are one service in many projects. */
const loose = (name: string) => name.replace(/[-_.]/g, '')
const prefix = (glob: string, name: string) =>
  glob.endsWith('*') ? name.startsWith(glob.slice(0, -1)) : name === glob
