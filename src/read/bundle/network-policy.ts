import type {LabelRequirement, Traffic, TrafficRule} from '../../model.ts'
import {type Fields, fields, list, text, texts} from './values.ts'

/** Rules, peers and ports of one list. Where there are more, they may be anything. */
const most = 50
/** Characters of a selector. */
const longest = 4000

/** What a NetworkPolicy of Kubernetes itself says; undefined for those of others, which have another form. */
export function networkPolicy(spec: Fields, version: string | null): Traffic | undefined {
  if (version && !version.startsWith('networking.k8s.io/')) return undefined
  const types = list(spec['policyTypes']).map(t => text(t))
  // Without types a policy is of ingress, and of egress if it has rules of it.
  const isIngress = !types.length || types.includes('Ingress')
  const isEgress = types.length ? types.includes('Egress') : 'egress' in spec
  return {
    pods: requirements(spec['podSelector']),
    ingress: isIngress ? rules(list(spec['ingress']), 'from') : null,
    egress: isEgress ? rules(list(spec['egress']), 'to') : null,
  }
}

const rules = (values: readonly unknown[], key: 'from' | 'to'): TrafficRule[] =>
  bounded(
    values.map(fields).map(rule => ({peers: peers(list(rule[key])), ports: ports(list(rule['ports']))})),
  )

const bounded = (rules: TrafficRule[]): TrafficRule[] =>
  rules.length > most ? [{peers: null, ports: []}] : rules

/** Without a list, anybody is meant; a block of addresses may hold any pod. */
function peers(values: readonly unknown[]): TrafficRule['peers'] {
  const all = values.map(fields)
  if (!all.length || all.length > most || all.some(peer => peer['ipBlock'])) return null
  return all.map(({podSelector, namespaceSelector}) => ({
    pods: requirements(podSelector),
    namespaces: namespaceSelector ? requirements(namespaceSelector) : null,
  }))
}

function ports(values: readonly unknown[]): string[] {
  const found = values.map(fields).map(p => (p['endPort'] ? null : text(p['port'], 100)))
  return found.length > most || found.includes(null) ? [] : found.map(String)
}

function requirements(selector: unknown): LabelRequirement[] {
  const {matchLabels, matchExpressions} = fields(selector)
  const labels = Object.entries(texts(matchLabels)).map(([key, value]) => ({
    key,
    values: [value],
    not: false,
  }))
  const expressions = list(matchExpressions)
    .slice(0, most)
    .map(fields)
    .map(({key, operator, values}) => ({
      key: text(key, 500) ?? '',
      values: list(values).length
        ? list(values)
            .slice(0, most)
            .map(v => text(v, 500) ?? '')
        : null,
      not: operator === 'NotIn' || operator === 'DoesNotExist',
    }))
  return [...labels, ...expressions]
}

/** The same from the lines below `Spec:` that `kubectl describe` prints; null where they are of another kind. */
export function describedPolicy(spec: readonly string[]): Traffic | null {
  const [own] = valuesOf(spec, /^ {2}PodSelector: +(.*)$/)
  if (own === undefined) return null
  const allowed = (direction: string) => {
    const from = spec.indexOf(`  Allowing ${direction} traffic:`) + 1
    const length = spec.slice(from).findIndex(line => /^ {0,2}\S/.test(line))
    return from ? describedRules(spec.slice(from, length < 0 ? undefined : from + length)) : null
  }
  return {pods: described(own), ingress: allowed('ingress'), egress: allowed('egress')}
}

const valuesOf = (lines: readonly string[], line: RegExp): string[] =>
  lines.flatMap(text => line.exec(text)?.[1] ?? [])

/** Rules stand between lines of dashes; what lets nothing through has none. */
const describedRules = (lines: readonly string[]): TrafficRule[] =>
  bounded(
    splitAt(lines, /^ +-+$/)
      .filter(rule => rule.some(line => /^ +(?:To Port|From|To):/.test(line)))
      .map(rule => ({
        peers: describedPeers(rule),
        ports: describedPorts(valuesOf(rule, /^ +To Port: +(.*)$/)),
      })),
  )

function describedPeers(rule: readonly string[]): TrafficRule['peers'] {
  const [, ...parts] = splitAt(rule, /^ +(?:From|To):$/)
  if (!parts.length || parts.length > most || rule.some(line => /^ +IPBlock:/.test(line))) return null
  return parts.map(part => {
    const [pods = '<none>'] = valuesOf(part, /^ +PodSelector: +(.*)$/)
    const [namespaces] = valuesOf(part, /^ +NamespaceSelector: +(.*)$/)
    return {pods: described(pods), namespaces: namespaces === undefined ? null : described(namespaces)}
  })
}

/** `9090/TCP`; a range, as `<any>`, may be of any port. */
function describedPorts(written: readonly string[]): string[] {
  const found = written.map(port => /^(\d+|[a-z][\w-]*)\/\w+$/.exec(port)?.[1] ?? null)
  return found.length > most || found.includes(null) ? [] : found.map(String)
}

/** `app=web,tier in (back,front),zone notin (a),edge,!batch`, or `<none> (…)`, which is all. */
function described(written: string): LabelRequirement[] {
  if (written.startsWith('<none>')) return []
  return [...written.slice(0, longest).matchAll(/(!?)([\w./-]+)(?:=([^,]*)| (not)?in \(([^)]{0,1000})\))?/g)]
    .slice(0, most)
    .map(([, absent, key, value, notIn, several]) => ({
      key: key!,
      values: value === undefined ? (several?.split(',').slice(0, most) ?? null) : [value],
      not: Boolean(absent || notIn),
    }))
}

function splitAt(lines: readonly string[], at: RegExp): string[][] {
  const parts: string[][] = [[]]
  for (const line of lines)
    if (at.test(line)) parts.push([])
    else parts.at(-1)!.push(line)
  return parts
}

/** `allows ingress from app=gateway on 9090; allows no egress`. */
export function trafficText({ingress, egress}: Traffic): string {
  const said = (rules: TrafficRule[] | null, direction: string, way: string) => {
    if (!rules) return []
    const all = rules.slice(0, mostShown).map(({peers, ports}) => {
      const whom = peers?.slice(0, mostShown).map(peerText).join(' or ') ?? 'anybody'
      return `${way} ${whom}${ports.length ? ` on ${ports.slice(0, mostShown).join(', ')}` : ''}`
    })
    return [all.length ? `allows ${direction} ${all.join(', ')}` : `allows no ${direction}`]
  }
  return [...said(ingress, 'ingress', 'from'), ...said(egress, 'egress', 'to')].join('; ')
}

const mostShown = 4

function peerText({pods, namespaces}: NonNullable<TrafficRule['peers']>[number]): string {
  const of = namespaces ? ` of namespaces ${selectorText(namespaces)}` : ''
  return `${selectorText(pods)}${of}`
}

const selectorText = (asked: readonly LabelRequirement[]): string =>
  asked
    .map(({key, values, not}) => `${not ? '!' : ''}${key}${values ? `=${values.join('|')}` : ''}`)
    .join(',') || 'all'
