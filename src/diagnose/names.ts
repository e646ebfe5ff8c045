import type {Match} from '../model.ts'

/** A name that a message says, and what it can be a name of; `kinds` empty: anything. */
export interface Named {
  kinds: readonly string[]
  namespace: string | null
  name: string
  /** Only this very name, not what is named after it: for names that were found without a pattern's help. */
  exact: boolean
}

/** A place on the network that a message says. */
export interface Address {
  host: string | null
  port: number | null
}

export const workloadKinds = [
  'Deployment',
  'ReplicaSet',
  'StatefulSet',
  'DaemonSet',
  'Job',
  'ReplicationController',
]

const kindsOf: Record<string, readonly string[]> = {
  pod: ['Pod'],
  container: ['container'],
  deployment: ['Deployment'],
  statefulset: ['StatefulSet'],
  daemonset: ['DaemonSet'],
  replicaset: ['ReplicaSet'],
  job: ['Job'],
  workload: workloadKinds,
  service: [],
  serviceaccount: ['ServiceAccount'],
  secret: ['Secret'],
  configmap: ['ConfigMap'],
  pvc: ['PersistentVolumeClaim'],
  volume: ['PersistentVolumeClaim', 'PersistentVolume'],
  node: ['Node'],
  image: ['Image'],
}
/** As kubectl and client-go write a resource with its name: `pods/x`, `deployment.apps/x`, `pod "x"`. */
const resource =
  /\b(pod|deployment|statefulset|daemonset|replicaset|job|service|node|persistentvolumeclaim|configmap|secret|serviceaccount)s?(?:\.(?:apps|batch))?(?:\/| ["'`])([a-z0-9][a-z0-9.-]{0,252})/gi

/** The objects that a match names by its captures and in its line. */
export function namedIn({captures, at}: Match): Named[] {
  const namespace = captures['namespace'] ?? null
  const found: Named[] = []
  for (const [key, kinds] of Object.entries(kindsOf)) {
    const value = captures[key]
    if (!value) continue
    const name = key === 'image' ? value : value.split('/').at(-1)!
    found.push({kinds, namespace, name, exact: false})
  }
  const kind = captures['kind']
  if (kind && captures['name']) found.push({kinds: [kind], namespace, name: captures['name'], exact: false})
  for (const [, word, name] of at.text.slice(0, 2000).matchAll(resource)) {
    const key = word!.toLowerCase()
    const kinds = kindsOf[key === 'persistentvolumeclaim' ? 'pvc' : key]!
    found.push({kinds, namespace, name: name!.replace(/[.-]+$/, ''), exact: true})
  }
  return found
}

/** An address with a port, or a URL's host; the last in a Go dial error is the one that was called. */
const dialled = /(?:dial (?:tcp|udp) |->|https?:\/\/|lookup )(\[[0-9a-f:]+\]|[\w.-]+)(?::(\d{1,5}))?/g

/** The places on the network that a match names by its captures and in its line. */
export function addressesIn({captures, at}: Match): Address[] {
  const found: Address[] = []
  const add = (host: string | undefined, port: string | undefined) => {
    const number = port ? Number(port) : null
    if ((host || number) && !found.some(a => a.host === (host ?? null) && a.port === number))
      found.push({host: host?.replace(/^\[|\]$/g, '') ?? null, port: number})
  }
  const address = captures['address']
  const [, host, port] = /^(\[[^\]]*\]|[^:]*)(?::(\d+))?$/.exec(address ?? '') ?? []
  add(captures['host'] ?? (host || undefined), captures['port'] ?? port)
  for (const [, host, port] of at.text.slice(0, 2000).matchAll(dialled)) add(host, port)
  return found
}

export const isLocal = (host: string | null) =>
  host === null || /^(?:localhost|127\.\d+\.\d+\.\d+|::1|0\.0\.0\.0|host\.docker\.internal)$/.test(host)
