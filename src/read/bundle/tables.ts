import type {KubeObject} from '../../model.ts'
import {type AgedEvent, ages, seconds} from './collected.ts'
import {type Column, cells, columns} from './columns.ts'
import {placedEvent} from './event.ts'
import {listedContainer} from './listed-container.ts'
import {placed} from './summary.ts'
import {bareObject, labels, type Origin, type Parsed} from './values.ts'

type Cells = Record<string, string>
type Bare = Omit<KubeObject, 'at'>

/** Columns that tell what a table lists; the first that fits wins. */
const kinds: [kind: string, needs: string[]][] = [
  ['Pod', ['READY', 'STATUS', 'RESTARTS']],
  ['Deployment', ['READY', 'UP-TO-DATE', 'AVAILABLE']],
  ['DaemonSet', ['DESIRED', 'CURRENT', 'READY', 'UP-TO-DATE']],
  ['ReplicaSet', ['DESIRED', 'CURRENT', 'READY']],
  ['Job', ['COMPLETIONS', 'DURATION']],
  ['Service', ['TYPE', 'CLUSTER-IP']],
  ['Node', ['STATUS', 'ROLES', 'VERSION']],
  ['PersistentVolumeClaim', ['STATUS', 'VOLUME', 'STORAGECLASS']],
  ['StatefulSet', ['READY', 'AGE']],
  ['Namespace', ['NAME', 'STATUS', 'AGE']],
  ['Container', ['CONTAINER ID', 'STATUS', 'NAMES']],
  ['Container', ['NAME', 'IMAGE', 'SERVICE', 'STATUS']],
]

const header = /^(?:NAMESPACE {2,}\S.*|NAME {2,}\S.*|LAST SEEN {2,}TYPE .*|CONTAINER ID {2,}IMAGE .*)$/

/** Whether a text has the header of such a table. */
export function hasTable(text: string): boolean {
  return text.split('\n', 50).some(line => header.test(line.trimEnd()))
}

/** What `kubectl get`, and `ps` of docker and podman, printed: one table or several in one file, wide or not. */
export function readTables(text: string, place: Origin, namespace: string | null): Parsed {
  const parsed: Parsed = {objects: [], events: []}
  let by: Column[] = []
  let kind: string | null = null
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.slice(0, 16_384).trimEnd()
    if (header.test(line)) {
      by = columns(line)
      const names = new Set(by.map(c => c.name))
      kind = names.has('REASON') && names.has('OBJECT') ? 'Event' : null
      kind ??= kinds.find(([, needs]) => needs.every(n => names.has(n)))?.[0] ?? null
    } else if (line === '' || /^\$ |^exit \d+$/.test(line)) by = []
    else if (by.length > 0 && kind) {
      const row = cells(line, by)
      if (!fits(kind, row)) {
        by = []
        continue
      }
      if (kind === 'Event') event(parsed, row, place, namespace, index + 1)
      else if (kind === 'Container') container(parsed, row, place, index + 1)
      else object(parsed, kind, row, place, namespace, index + 1)
    }
  }
  return parsed
}

/** Whether a line is a row, and not what somebody printed behind the table. */
function fits(kind: string, row: Cells): boolean {
  if (kind === 'Event') return /^(?:Normal|Warning)$/.test(row['TYPE'] ?? 'Normal')
  return kind !== 'Pod' || /^\d+\/\d+$/.test(row['READY'] ?? '')
}

const eventKinds: Record<string, string> = {
  pod: 'Pod',
  deployment: 'Deployment',
  replicaset: 'ReplicaSet',
  statefulset: 'StatefulSet',
  daemonset: 'DaemonSet',
  job: 'Job',
  cronjob: 'CronJob',
  node: 'Node',
  service: 'Service',
  persistentvolumeclaim: 'PersistentVolumeClaim',
  namespace: 'Namespace',
  horizontalpodautoscaler: 'HorizontalPodAutoscaler',
}

function event(parsed: Parsed, row: Cells, place: Origin, namespace: string | null, line: number): void {
  const [short = '', ...rest] = (row['OBJECT'] ?? '').split('/')
  if (rest.length === 0 || !row['REASON']) return
  const plain = short.toLowerCase().split('.')[0]!
  const container = /\{([^{}]{1,300})\}/.exec(row['SUBOBJECT'] ?? '')?.[1]
  const times = /\(x(\d+) over/.exec(row['LAST SEEN'] ?? '')?.[1] ?? row['COUNT']
  const found = {
    type: row['TYPE'] || 'Normal',
    reason: row['REASON'],
    message: row['MESSAGE'] ?? '',
    object: {
      kind: eventKinds[plain] ?? plain.charAt(0).toUpperCase() + plain.slice(1),
      namespace: row['NAMESPACE'] || namespace,
      name: rest.join('/'),
      ...(container ? {container} : {}),
    },
    count: Number(times) || 1,
    // Ages only: when the table was written is not known.
    first: null,
    last: null,
  }
  const event: AgedEvent = placedEvent(found, place, line)
  const age = ages(row['LAST SEEN'] ?? '')
  if (age) event.age = {...age, first: seconds(row['FIRST SEEN'] ?? '') ?? age.first}
  parsed.events.push(event)
}

function container(parsed: Parsed, row: Cells, place: Origin, line: number): void {
  const found = listedContainer(row)
  if (found) parsed.objects.push(placed(found, place, line, null))
}

function object(
  parsed: Parsed,
  tableKind: string,
  row: Cells,
  place: Origin,
  namespace: string | null,
  line: number,
): void {
  const [prefix, short] = (row['NAME'] ?? '').includes('/')
    ? row['NAME']!.split('/')
    : ['', row['NAME'] ?? '']
  const kind = eventKinds[prefix!.split('.')[0]!] ?? tableKind
  if (!short) return
  const scoped = kind !== 'Node' && kind !== 'Namespace'
  const found = bareObject(kind, scoped ? row['NAMESPACE'] || namespace : null, short)
  found.labels = labels(row['LABELS'] ?? '')
  const selector = labels(row['SELECTOR'] ?? '')
  if (Object.keys(selector).length) found.selector = selector
  const [ready, wanted] = (row['READY'] ?? row['COMPLETIONS'] ?? '').split('/')
  if (kind === 'Pod') pod(found, row)
  else {
    found.ready = Number.parseInt(ready ?? '', 10)
    found.wanted = Number.parseInt(row['DESIRED'] ?? wanted ?? '', 10)
    if (Number.isNaN(found.ready)) found.ready = null
    if (Number.isNaN(found.wanted)) found.wanted = null
  }
  if (kind === 'Node') {
    const states = (row['STATUS'] ?? '').split(',')
    const status = states.includes('Ready') ? 'True' : 'False'
    found.conditions = [{type: 'Ready', status, reason: null, message: null}]
  } else if (kind === 'Namespace' || kind === 'PersistentVolumeClaim') found.phase = row['STATUS'] || null
  else if (kind === 'Service') {
    found.host = row['CLUSTER-IP'] || null
    for (const m of (row['PORT(S)'] ?? '').matchAll(/(\d{1,5})(?::(\d{1,5}))?\/(\w{1,10})/g))
      found.ports.push({
        port: Number(m[1]),
        target: null,
        node_port: m[2] ? Number(m[2]) : null,
        protocol: m[3]!,
      })
  }
  parsed.objects.push(placed(found, place, line, null))
}

/** A pod's STATUS is its phase or a container's reason; which container is not printed, so it has no name. */
function pod(found: Bare, row: Cells): void {
  const [, init, shown] = /^(Init:)?([\s\S]*)$/.exec(row['STATUS'] ?? '')!
  const status = shown || 'Unknown'
  found.node = row['NODE'] || null
  const restarts = Number.parseInt(row['RESTARTS'] ?? '', 10) || 0
  const [ready, wanted] = (row['READY'] ?? '').split('/')
  const state = {
    name: '',
    init: init !== undefined,
    image: null,
    ready: ready === wanted,
    restarts,
    waiting: null as {reason: string; message: null} | null,
    terminated: null as KubeObject['containers'][number]['terminated'],
    last_terminated: null,
  }
  const code = /^(ExitCode|Signal):(\d+)$/.exec(status)
  if (/^(?:Running|Pending|Succeeded|Failed|Unknown)$/.test(status)) found.phase = status
  else if (
    /^(?:Evicted|Terminating|NodeLost|NotReady|SchedulingGated|UnexpectedAdmissionError|OutOf.*)$/.test(
      status,
    )
  ) {
    found.reason = status
    if (status === 'Evicted' || status.startsWith('OutOf')) found.phase = 'Failed'
  } else if (
    code ||
    /^(?:Completed|Error|OOMKilled|StartError|ContainerCannotRun|DeadlineExceeded|ContainerStatusUnknown)$/.test(
      status,
    )
  )
    state.terminated = {
      reason: code ? null : status,
      message: null,
      exit_code: code?.[1] === 'ExitCode' ? Number(code[2]) : null,
      signal: code?.[1] === 'Signal' ? Number(code[2]) : null,
      finished_at: null,
    }
  else if (!/^\d+\/\d+$/.test(status)) {
    found.phase = 'Pending'
    state.waiting = {reason: status, message: null}
  }
  // CrashLoopBackOff is what a running pod shows between its containers' deaths.
  if (status === 'CrashLoopBackOff' && !init) found.phase = 'Running'
  found.containers = [state]
}
