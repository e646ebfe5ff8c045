import type {Findings, KubeObject, Match, Pattern} from '../model.ts'
import {isUnhealthy} from './health.ts'
import {addressesIn, isLocal} from './names.ts'
import {loose, sameNamespace, selects, stem} from './owners.ts'
import {isShown, type Placed, weights} from './placed.ts'

/** The patterns that say that a Service or pod has no such port, and that a Service has no pods. */
const noPort = 'service-port-missing'
const noPods = 'service-selects-no-pod'
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
 * What no line says, and Services, pods and the cluster's nodes show: an address that the failure could not reach leads to a port that
 * no Service has, or to a Service that selects none of its pods. It stands where that address does.
 */
export function withServices(
  placed: readonly Placed[],
  {objects}: Findings,
  patterns: ReadonlyMap<string, Pattern>,
): Placed[] {
  const services = objects.filter(o => o.kind === 'Service')
  if (!services.length) return [...placed]
  const withPorts = services.filter(s => s.ports.length > 0)
  const nodes = objects.filter(isNode)
  const pods = objects.filter(o => o.kind === 'Pod')
  const found = new Map<string, Placed>()
  const shown = placed.filter(p => isShown(p) && unreachable.has(p.pattern.family))
  for (const {match, placement} of shown.toSorted((a, b) => weights[b.placement] - weights[a.placement]))
    for (const {host, port} of addressesIn(match)) {
      const key = `${isLocal(host) ? '' : host}:${port}`
      if (found.has(key)) continue
      const wrong = isLocal(host)
        ? behindHost(port, nodes, withPorts, pods)
        : ofService(calledAs(host!, services), port, pods)
      const pattern = wrong && patterns.get(wrong.pattern)
      if (pattern) found.set(key, {match: wrong, pattern, placement})
    }
  return [...placed, ...found.values()]
}

/**
 * A port of this machine leads to a node port that no Service has, while a Service has one that no node publishes. The list of
 * Services may be one namespace's: so without the second, nothing is said.
 */
function behindHost(
  port: number | null,
  nodes: readonly KubeObject[],
  services: readonly KubeObject[],
  pods: readonly KubeObject[],
) {
  if (port === null) return null
  const node = nodes.find(n => n.ports.some(p => p.node_port === port && isNodePort(p.port)))
  const target = node?.ports.find(p => p.node_port === port)?.port
  if (!node || target === undefined) return null
  const service = services.find(s => s.ports.some(p => p.node_port === target))
  if (service) return withoutPods(service, pods)
  const published = new Set(nodes.flatMap(n => n.ports.map(p => p.port)))
  const unpublished = services.filter(s => s.ports.some(p => p.node_port && !published.has(p.node_port)))
  return unpublished.length ? toMatch(noPort, node, unpublished, {port: String(target)}) : null
}

/** The one Service that has this name or address. */
export function calledAs(host: string, services: readonly KubeObject[]): KubeObject | null {
  const [name, namespace] = host.split('.')
  const called = services.filter(
    s => s.host === host || (s.name === name && (!namespace || s.namespace === namespace)),
  )
  return called.length === 1 ? called[0]! : null
}

/** A Service's name is called at a port that it does not have. Behind one without an address of its own, every port of its pods answers. */
function ofService(service: KubeObject | null, port: number | null, pods: readonly KubeObject[]) {
  if (!service) return null
  const ports = service.ports.flatMap(p => [p.port, p.node_port])
  const isHeadless = !service.host || /^none$/i.test(service.host)
  if (port !== null && ports.length && !isHeadless && !ports.includes(port))
    return toMatch(noPort, service, [], {port: String(port)})
  return withoutPods(service, pods)
}

/**
 * A Service selects none of the pods beside it, though one that is well bears its name. Tables show no labels: where a pod has none,
 * nothing is said.
 */
function withoutPods(service: KubeObject, all: readonly KubeObject[]): Match | null {
  const selector = service.selector ?? {}
  const pods = all.filter(p => sameNamespace(p, service))
  const meant = namedAfter(service, pods).filter(p => !isUnhealthy(p))
  const isUnknown = pods.some(p => !Object.keys(p.labels).length)
  const isSelected = pods.some(p => selects(selector, p.labels))
  if (!Object.keys(selector).length || !meant.length || isUnknown || isSelected) return null
  return toMatch(noPods, service, meant, {service: service.name})
}

/** The pods behind a Service: those that it selects, or where its selector or their labels are not known, those that bear its name. */
export function podsOf(service: KubeObject, all: readonly KubeObject[]): KubeObject[] {
  const pods = all.filter(p => sameNamespace(p, service))
  const selected = pods.filter(p => selects(service.selector ?? {}, p.labels))
  return selected.length || service.selector ? selected : namedAfter(service, pods)
}

function namedAfter({name}: KubeObject, pods: readonly KubeObject[]): KubeObject[] {
  const own = loose(name.replace(/-(?:service|svc)$/, ''))
  return pods.filter(p => loose(stem(p.name)) === own)
}

function toMatch(
  pattern: string,
  object: KubeObject,
  others: readonly KubeObject[],
  captures: Record<string, string>,
): Match {
  const {kind, namespace, name} = object
  return {
    pattern,
    captures,
    at: object.at,
    object: {kind, namespace, name},
    count: 1,
    also: others.slice(0, mostShown).map(o => o.at),
  }
}
