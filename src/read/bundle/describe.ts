import type {KubeCondition, KubeObject} from '../../model.ts'
import {type AgedEvent, ages} from './collected.ts'
import {cells, columns} from './columns.ts'
import {describedContainers, describedRefs} from './describe-pod.ts'
import {placedEvent} from './event.ts'
import {describedPolicy} from './network-policy.ts'
import {placed} from './summary.ts'
import {bareObject, instant, labels, type Origin, type Parsed} from './values.ts'

/** A top-level key of a description with what stands indented below it. */
export interface Section {
  value: string
  line: number
  lines: string[]
  /** The values of the sections behind it that have the same key: a Service has one for each port. */
  repeated: string[]
}
export type Sections = Map<string, Section>

const kinds: [kind: string, needs: string[]][] = [
  ['Node', ['Capacity', 'Allocatable']],
  ['Deployment', ['StrategyType']],
  ['DaemonSet', ['Desired Number of Nodes Scheduled']],
  ['Job', ['Parallelism']],
  ['Service', ['Session Affinity']],
  ['StatefulSet', ['Replicas', 'Update Strategy']],
  ['ReplicaSet', ['Replicas', 'Pods Status']],
  ['PersistentVolumeClaim', ['Access Modes', 'StorageClass', 'Used By']],
  ['ServiceAccount', ['Tokens']],
  ['Pod', ['Node', 'Containers']],
  ['Pod', ['Node', 'Status']],
]

const longest = 16_384

/** What `kubectl describe` printed: one object after the other, each with its events. */
export function readDescribe(text: string, place: Origin): Parsed {
  const parsed: Parsed = {objects: [], events: []}
  const lines = text.split('\n').map(line => line.slice(0, longest))
  let start = -1
  for (let i = 0; i <= lines.length; i++) {
    if (i < lines.length && !/^Name: +\S/.test(lines[i]!)) continue
    if (start >= 0) describeOne(sections(lines.slice(start, i), start + 1), place, parsed)
    start = i
  }
  return parsed
}

const afterContainers =
  /^(?:(?:Init |Ephemeral )?Containers|Conditions|Volumes|QoS Class|Node-Selectors|Tolerations|Events)$/

function sections(lines: string[], first: number): Sections {
  const found: Sections = new Map()
  let current: Section | null = null
  let inContainers = false
  for (const [i, line] of lines.entries()) {
    const m = /^([A-Z][\w .()/-]*):(?: +(.*))?$/.exec(line.trimEnd())
    // A container's last message may go on at the margin, with anything.
    if (m && (!inContainers || afterContainers.test(m[1]!))) {
      inContainers = /Containers$/.test(m[1]!)
      current = {value: (m[2] ?? '').trim(), line: first + i, lines: [], repeated: []}
      const known = found.get(m[1]!)
      if (known) known.repeated.push(current.value)
      else found.set(m[1]!, current)
    } else current?.lines.push(line.trimEnd())
  }
  return found
}

function describeOne(s: Sections, place: Origin, parsed: Parsed): void {
  const value = (key: string): string | null => {
    const v = s.get(key)?.value ?? ''
    return v === '' || v === '<none>' || v === '<unset>' ? null : v
  }
  const name = value('Name')!
  const policy = describedPolicy(s.get('Spec')?.lines ?? [])
  const kind =
    (policy ? 'NetworkPolicy' : value('Kind')) ??
    kinds.find(([, needs]) => needs.every(n => s.has(n)))?.[0] ??
    null
  const found = bareObject(kind ?? '', value('Namespace'), name)
  const own = s.get('Labels')
  found.labels = labels(own ? [own.value, ...own.lines].join(',') : '')
  found.conditions = conditions(s.get('Conditions'))
  const owner = /^(\w+)\/(.+)$/.exec(value('Controlled By') ?? '')
  if (owner) found.owners = [{kind: owner[1]!, namespace: found.namespace, name: owner[2]!}]
  const selector = value('Selector')
  if (selector && kind !== 'Pod') found.selector = labels(selector)
  if (policy) found.traffic = policy
  if (kind === 'Pod') {
    found.node = value('Node')?.split('/')[0] || null
    const status = value('Status') ?? ''
    found.phase = status.startsWith('Terminating') ? null : status || null
    found.reason = value('Reason') ?? (status.startsWith('Terminating') ? 'Terminating' : null)
    found.message = value('Message')
    found.containers = [
      ...describedContainers(s.get('Init Containers'), true),
      ...describedContainers(s.get('Containers'), false),
    ]
    found.refs = describedRefs(s, found.namespace)
  } else if (kind === 'Service') {
    found.host = value('IP')
    found.ports = ports(s)
  } else if (kind === 'PersistentVolumeClaim') found.phase = value('Status')
  replicas(found, value('Replicas'), value('Desired Number of Nodes Scheduled'), value('Pods Status'))
  if (kind) parsed.objects.push(placed(found, place, s.get('Name')!.line, null))
  events(s.get('Events'), {kind: kind ?? '', namespace: found.namespace, name}, place, parsed)
}

function ports(s: Sections): KubeObject['ports'] {
  const all = (key: string) => {
    const section = s.get(key)
    return section ? [section.value, ...section.repeated] : []
  }
  const [targets, nodes] = [all('TargetPort'), all('NodePort')]
  return all('Port').flatMap((written, i) => {
    const port = /(\d{1,5})\/(\w{1,10})$/.exec(written)
    if (!port) return []
    const node = /(\d{1,5})\//.exec(nodes[i] ?? '')
    return {
      port: Number(port[1]),
      target: targets[i]?.split('/')[0] || null,
      node_port: node ? Number(node[1]) : null,
      protocol: port[2]!,
    }
  })
}

/** `3 desired | … | 0 available | 3 unavailable`, or `1 current / 3 desired` with the pods' own states. */
function replicas(
  found: {wanted: number | null; ready: number | null},
  written: string | null,
  nodes: string | null,
  states: string | null,
): void {
  const before = (word: string, of: string | null): number | null => {
    const m = new RegExp(`(\\d{1,9}) ${word}`).exec(of ?? '')
    return m ? Number(m[1]) : null
  }
  found.wanted = nodes ? Number(nodes) : before('desired', written)
  found.ready = before('available', written) ?? (found.wanted === null ? null : before('Running', states))
}

function conditions(section: Section | undefined): KubeCondition[] {
  const [head, ...rows] = section?.lines.filter(line => line !== '') ?? []
  if (!head || !/^ *Type {2,}Status/.test(head)) return []
  const by = columns(head)
  return rows
    .filter(row => !/^ *-+(?: |$)/.test(row))
    .map(row => cells(row, by))
    .map(c => ({
      type: c['Type'] ?? '',
      status: c['Status'] ?? '',
      reason: c['Reason'] || null,
      message: c['Message'] || null,
    }))
    .filter(c => c.type !== '')
}

function events(
  section: Section | undefined,
  object: {kind: string; namespace: string | null; name: string},
  place: Origin,
  parsed: Parsed,
): void {
  const head = section?.lines[0] ?? ''
  if (!section || !/^ *Type {2,}Reason/.test(head)) return
  const by = columns(head)
  for (const [i, row] of section.lines.entries()) {
    if (i === 0 || row === '' || /^ *-+ /.test(row)) continue
    const c = cells(row, by)
    const of = /^spec\.\w+\{([^{}]{1,300})\}: ([\s\S]*)$/.exec(c['Message'] ?? '')
    const found = {
      type: c['Type'] ?? '',
      reason: c['Reason'] ?? '',
      message: of?.[2] ?? c['Message'] ?? '',
      object: of ? {...object, container: of[1]!} : object,
      count: Number(/\(x(\d+) over/.exec(c['Age'] ?? '')?.[1]) || 1,
      first: null,
      last: instant(c['Age']),
    }
    if (!found.reason) continue
    const event: AgedEvent = placedEvent(found, place, section.line + 1 + i)
    const age = ages(c['Age'] ?? '')
    if (age) event.age = age
    parsed.events.push(event)
  }
}
