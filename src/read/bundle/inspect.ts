import type {Note} from '../../model.ts'
import {jsonItems} from './json.ts'
import {placed} from './summary.ts'
import {
  bareObject,
  type Fields,
  fields,
  instant,
  list,
  number,
  type Parsed,
  type Place,
  text,
  texts,
} from './values.ts'

/** Whether a JSON text is what `docker inspect` or `podman inspect` prints of containers. */
export function isInspect(head: string): boolean {
  return (
    /^\s*\[\s*\{/.test(head) &&
    /"State"\s*:\s*\{/.test(head) &&
    /"(?:Id|Created|Path|HostConfig|NetworkSettings)"\s*:/.test(head)
  )
}

/** Containers as docker and podman know them, as objects of kind `Container`. */
export function readInspect(written: string, place: Place, note: (n: Note) => void): Parsed {
  const parsed: Parsed = {objects: [], events: []}
  for (const item of jsonItems(written, place.path, note)) {
    const raw = fields(item.value)
    const state = fields(raw['State'])
    const name = text(raw['Name'], 500)?.replace(/^\//, '')
    if (!name || !raw['State']) continue
    const found = bareObject('Container', null, name)
    const config = fields(raw['Config'])
    const status = text(state['Status'], 50)
    const health = fields(state['Health'] ?? state['Healthcheck'])
    const finished = instant(state['FinishedAt'])
    const ended = status === 'exited' || status === 'dead' || status === 'stopped'
    found.uid = text(raw['Id'], 100)
    found.labels = texts(config['Labels'])
    found.phase = status
    found.message = text(state['Error'])
    if (state['OOMKilled'] === true) found.reason = 'OOMKilled'
    const healthy = text(health['Status'], 50)
    if (healthy)
      found.conditions = [
        {
          type: 'Ready',
          status: healthy === 'healthy' ? 'True' : 'False',
          reason: healthy,
          message: text(fields(list(health['Log']).at(-1))['Output']),
        },
      ]
    const reason = state['OOMKilled'] === true ? 'OOMKilled' : state['ExitCode'] === 0 ? 'Completed' : 'Error'
    const termination = {
      reason,
      message: null,
      exit_code: number(state['ExitCode']),
      signal: null,
      finished_at: finished,
    }
    found.containers = [
      {
        name,
        init: false,
        image: text(raw['ImageName'], 500) ?? text(config['Image'], 500),
        ready: state['Running'] === true,
        restarts: number(raw['RestartCount']) ?? 0,
        waiting: null,
        terminated: ended ? termination : null,
        last_terminated: null,
      },
    ]
    found.ports = ports(raw)
    const image = found.containers[0]!.image
    if (image) found.refs = [{kind: 'Image', namespace: null, name: image}]
    const at = item.text.indexOf('"State"')
    const line = at < 0 ? item.line : item.line + item.text.slice(0, at).split('\n').length - 1
    parsed.objects.push(placed(found, place, line, ended ? finished : instant(state['StartedAt'])))
  }
  return parsed
}

/** `{"5432/tcp": [{"HostPort": "15432"}]}`. */
function ports(
  raw: Fields,
): {port: number; target: string | null; node_port: number | null; protocol: string | null}[] {
  const bound = {
    ...fields(fields(raw['HostConfig'])['PortBindings']),
    ...fields(fields(raw['NetworkSettings'])['Ports']),
  }
  return Object.entries(bound)
    .slice(0, 100)
    .map(([key, hosts]) => {
      const [port = '', protocol = null] = key.split('/')
      const host = number(fields(list(hosts)[0])['HostPort'])
      return {port: Number(port) || 0, target: port, node_port: host, protocol}
    })
}
