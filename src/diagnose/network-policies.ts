import type {Findings, KubeObject, LabelRequirement, Pattern, TrafficRule} from '../model.ts'
import {addressesIn, isLocal} from './names.ts'
import {sameNamespace} from './owners.ts'
import type {Placed} from './placed.ts'
import {calledAs, podsOf} from './services.ts'

/** The pattern that says so in words. */
const id = 'network-policy-lacks-rule'
/** A policy drops what it does not let through, so that the caller hears nothing. */
const unanswered = new Set(['request-timeout', 'network-unreachable'])
const mostShown = 3
const firstUsual = 1024

/**
 * What no line says, and NetworkPolicies and the labels of pods show: a pod that got no answer is not let through to where it called.
 * That counts as what the pod said does. What is not known is taken for let through.
 */
export function withNetworkPolicies(
  placed: readonly Placed[],
  {objects}: Findings,
  patterns: ReadonlyMap<string, Pattern>,
): Placed[] {
  const pattern = patterns.get(id)
  const policies = objects.filter(o => o.kind === 'NetworkPolicy' && o.traffic)
  if (!pattern || !policies.length) return [...placed]
  const services = objects.filter(o => o.kind === 'Service')
  const namespaces = objects.filter(o => o.kind === 'Namespace')
  const pods = objects.filter(o => o.kind === 'Pod')
  const byName = new Map<string, KubeObject[]>()
  for (const pod of pods) byName.set(pod.name, [...(byName.get(pod.name) ?? []), pod])
  const denying = (caller: KubeObject, host: string, port: number) => {
    const service = calledAs(host, services)
    const own = service?.ports.find(p => p.port === port)
    const [called = null] = service ? podsOf(service, pods) : []
    // Of a Service that is not known, a port such as 80 is mostly another one of its pods.
    const direct = service || port < firstUsual ? null : String(port)
    return deniedBy({caller, called, port: own?.target ?? direct}, policies, namespaces)
  }
  const found = placed.flatMap(({match, placement}): Placed[] => {
    const {object} = match
    const caller = object && byName.get(object.name)?.find(o => sameNamespace(o, object))
    if (!caller || !unanswered.has(patterns.get(match.pattern)?.family ?? '')) return []
    const by = addressesIn(match).flatMap(({host, port}) =>
      host === null || port === null || isLocal(host) ? [] : denying(caller, host, port),
    )
    const also = [...new Set(by)].slice(0, mostShown).map(o => o.at)
    return also.length ? [{match: {...match, pattern: id, also}, pattern, placement}] : []
  })
  return [...placed, ...found]
}

/** A pod calls another one, which may not be known, at the port that this has; null: not known. */
interface Call {
  caller: KubeObject
  called: KubeObject | null
  port: string | null
}

/** The policies that isolate one of the two pods, if none lets the other one through. */
function deniedBy(
  {caller, called, port}: Call,
  policies: readonly KubeObject[],
  namespaces: readonly KubeObject[],
): KubeObject[] {
  const ends = [
    {direction: 'ingress', own: called, other: caller},
    {direction: 'egress', own: caller, other: called},
  ] as const
  return ends.flatMap(({direction, own, other}) => {
    if (!own) return []
    const near = policies.filter(p => p.namespace === own.namespace && p.traffic![direction])
    const meant = near.filter(p => meets(own.labels, p.traffic!.pods) !== false)
    const lets = ({namespace, traffic}: KubeObject) =>
      traffic![direction]!.some(rule => isOfPort(rule, port) && isPeer(rule, other, namespace, namespaces))
    return meant.some(lets) ? [] : meant.filter(p => meets(own.labels, p.traffic!.pods))
  })
}

/** Whether labels meet all that is asked; null where no labels are known. */
function meets(labels: Record<string, string>, asked: readonly LabelRequirement[]): boolean | null {
  if (!asked.length) return true
  if (!Object.keys(labels).length) return null
  return asked.every(({key, values, not}) => {
    const value = labels[key]
    return (value !== undefined && (!values || values.includes(value))) !== not
  })
}

/** A policy means the pod's own port; what number a named one has is not known. */
function isOfPort({ports}: TrafficRule, port: string | null): boolean {
  const isNumber = (written: string) => /^\d+$/.test(written)
  return !ports.length || !port || ports.some(p => p === port || isNumber(p) !== isNumber(port))
}

function isPeer(
  {peers}: TrafficRule,
  pod: KubeObject | null,
  own: string | null,
  namespaces: readonly KubeObject[],
): boolean {
  if (!peers || !pod) return true
  const {namespace, labels} = pod
  const known = namespaces.find(n => n.name === namespace)?.labels ?? {}
  const isThere = (asked: LabelRequirement[] | null) => {
    if (!asked) return namespace === own
    // Of a namespace whose labels were not collected only the name is known.
    const isKnown = Object.keys(known).length > 0
    const told = asked.filter(({key}) => isKnown || key === nameLabel)
    return meets({...known, [nameLabel]: namespace ?? ''}, told) !== false
  }
  return peers.some(p => isThere(p.namespaces) && meets(labels, p.pods) !== false)
}

const nameLabel = 'kubernetes.io/metadata.name'
