import type {KubeObject} from '../../model.ts'
import {trafficText} from './network-policy.ts'
import {evidence, type Origin} from './values.ts'

/** An object with its evidence: what a person would want to read of it, in one line. */
export function placed(
  object: Omit<KubeObject, 'at'>,
  place: Origin,
  line: number | null,
  time: string | null,
): KubeObject {
  return {...object, at: evidence(place, 'object', line, time, summary(object))}
}

const good = new Set([
  'Ready',
  'Available',
  'Progressing',
  'Complete',
  'Initialized',
  'ContainersReady',
  'PodScheduled',
])

const mostPorts = 10

/** As `kubectl get services` shows it: `8080:31014/TCP`; of a container its own port and that of the host. */
const portText = ({port, node_port, protocol}: KubeObject['ports'][number]) =>
  `${port}${node_port === null ? '' : `:${node_port}`}${protocol ? `/${protocol}` : ''}`

/** `Pod ns/p Pending: waiting ImagePullBackOff: Back-off pulling image`. */
export function summary(o: Omit<KubeObject, 'at'>): string {
  const parts: string[] = []
  if (o.reason || o.message) parts.push([o.reason, o.message].filter(Boolean).join(': '))
  for (const c of o.containers) {
    const name = o.containers.length > 1 && c.name ? `${c.name} ` : ''
    if (c.waiting)
      parts.push(
        [`${name}waiting ${c.waiting.reason ?? ''}`.trim(), c.waiting.message].filter(Boolean).join(': '),
      )
    const end = c.terminated ?? (c.waiting || c.restarts > 0 ? c.last_terminated : null)
    if (end && end.reason !== 'Completed') {
      const code = end.exit_code === null ? '' : ` (exit code ${end.exit_code})`
      parts.push(
        [`${name}terminated ${end.reason ?? ''}`.trim() + code, end.message].filter(Boolean).join(': '),
      )
    }
    if (c.restarts > 0) parts.push(`${name}restarts ${c.restarts}`)
  }
  for (const c of o.phase === 'Succeeded' ? [] : o.conditions) {
    const bad = good.has(c.type)
      ? c.status !== 'True'
      : c.status === 'True' && /Pressure|Fail|Unavailable/.test(c.type)
    const why = [c.reason, c.message].filter(Boolean).join(': ')
    const said = why !== '' && parts.some(part => part.endsWith(why))
    if (bad && !said && parts.length < 6)
      parts.push(why ? `${c.type} ${c.status}: ${why}` : `${c.type} ${c.status}`)
  }
  const ports =
    o.kind === 'Service' || o.kind === 'Container' ? o.ports.slice(0, mostPorts).map(portText) : []
  if (ports.length) parts.push(ports.join(', '))
  if (o.traffic) parts.push(trafficText(o.traffic))
  const name = o.namespace ? `${o.namespace}/${o.name}` : o.name
  const pods = o.wanted !== null ? ` ${o.ready ?? 0}/${o.wanted} ready` : ''
  return `${o.kind} ${name}${o.phase ? ` ${o.phase}` : ''}${pods}${parts.length ? `: ${parts.join('; ')}` : ''}`
}
