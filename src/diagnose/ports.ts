import type {Findings, KubeObject, Match, Pattern} from '../model.ts'
import {addressesIn, isLocal} from './names.ts'
import {isShown, type Placed, weights} from './placed.ts'

/** The pattern that says that a Service or pod has no such port. */
const id = 'service-port-missing'
const unreachable = new Set(['connection-refused', 'connection-reset', 'request-timeout'])
/** Those that Kubernetes gives to Services of type NodePort. */
const isNodePort = (port: number) => port >= 30_000 && port <= 32_767
/** Containers that are nodes of a cluster: of Kind, k3d and minikube. */
const isNode = ({kind, name, labels}: KubeObject) =>
  kind === 'Container' &&
  (/-(?:control-plane|worker|server-|agent-)\d*$|^minikube(?:-m\d+)?$/.test(name) ||
    Object.hasOwn(labels, 'io.x-k8s.kind.cluster'))
const mostShown = 3

/**
 * What no line says, and the ports of Services and of the cluster's nodes show: an address that the failure could not reach leads to
 * a port that no Service has. It stands where that address does.
 */
export function withPorts(
  placed: readonly Placed[],
  {objects}: Findings,
  patterns: ReadonlyMap<string, Pattern>,
): Placed[] {
  const pattern = patterns.get(id)
  const services = objects.filter(o => o.kind === 'Service' && o.ports.length > 0)
  if (!pattern || !services.length) return [...placed]
  const nodes = objects.filter(isNode)
  const found = new Map<string, Placed>()
  const shown = placed.filter(p => isShown(p) && unreachable.has(p.pattern.family))
  for (const {match, placement} of shown.toSorted((a, b) => weights[b.placement] - weights[a.placement]))
    for (const {host, port} of addressesIn(match)) {
      const key = `${isLocal(host) ? '' : host}:${port}`
      if (port === null || found.has(key)) continue
      const own = isLocal(host) ? behindHost(port, nodes, services) : ofService(host!, port, services)
      if (own) found.set(key, {match: own, pattern, placement})
    }
  return [...placed, ...found.values()]
}

/**
 * A port of this machine leads to a node port that no Service has, while a Service has one that no node publishes. The list of
 * Services may be one namespace's: so without the second, nothing is said.
 */
function behindHost(port: number, nodes: readonly KubeObject[], services: readonly KubeObject[]) {
  const published = new Set(nodes.flatMap(n => n.ports.map(p => p.port)))
  const wanted = services.flatMap(s => s.ports.flatMap(p => p.node_port ?? []))
  const node = nodes.find(n => n.ports.some(p => p.node_port === port && isNodePort(p.port)))
  const target = node?.ports.find(p => p.node_port === port)?.port
  if (!node || target === undefined || wanted.includes(target)) return null
  const unpublished = services.filter(s => s.ports.some(p => p.node_port && !published.has(p.node_port)))
  return unpublished.length ? toMatch(node, target, unpublished) : null
}

/** A Service's name is called at a port that it does not have. Behind one without an address of its own, every port of its pods answers. */
function ofService(host: string, port: number, services: readonly KubeObject[]) {
  const [name, namespace] = host.split('.')
  const called = services.filter(
    s => s.host === host || (s.name === name && (!namespace || s.namespace === namespace)),
  )
  const [service] = called
  if (called.length !== 1 || !service?.host || /^none$/i.test(service.host)) return null
  const ports = service.ports.flatMap(p => [p.port, p.node_port])
  return ports.includes(port) ? null : toMatch(service, port, [])
}

function toMatch(object: KubeObject, port: number, others: readonly KubeObject[]): Match {
  const {kind, namespace, name} = object
  return {
    pattern: id,
    captures: {port: String(port)},
    at: object.at,
    object: {kind, namespace, name},
    count: 1,
    also: others.slice(0, mostShown).map(o => o.at),
  }
}
