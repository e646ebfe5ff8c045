import type {KubeObject} from '../../model.ts'
import {bareObject} from './values.ts'

/** A row of `docker ps`, `podman ps` or `docker compose ps`; null for what is none. */
export function listedContainer(row: Record<string, string>): Omit<KubeObject, 'at'> | null {
  const name = (row['NAMES'] ?? row['NAME'] ?? '').split(',')[0]!
  const [, state, code, health] =
    /^(Up|Exited|Created|Restarting|Dead|Paused|Initialized|Stopped|Removing)\b(?: \((\d{1,3})\))?(?:[^(]* \(([^()]{1,60})\))?/i.exec(
      row['STATUS'] ?? '',
    ) ?? []
  if (!state || !/^[a-zA-Z0-9][\w.-]*$/.test(name)) return null
  const found = bareObject('Container', null, name)
  const isRunning = /^up$/i.test(state)
  found.phase = isRunning ? 'running' : state.toLowerCase()
  if (isRunning && health && /health/.test(health))
    found.conditions = [
      {
        type: 'Ready',
        status: health === 'healthy' ? 'True' : 'False',
        reason: health.replace('health: ', ''),
        message: null,
      },
    ]
  const exit_code = code ? Number(code) : null
  const image = row['IMAGE'] || null
  found.containers = [
    {
      name,
      init: false,
      image,
      ready: isRunning,
      restarts: 0,
      waiting: null,
      terminated:
        exit_code === null
          ? null
          : {
              reason: exit_code === 0 ? 'Completed' : 'Error',
              message: null,
              exit_code,
              signal: null,
              finished_at: null,
            },
      last_terminated: null,
    },
  ]
  found.ports = published(row['PORTS'] ?? '')
  if (image) found.refs = [{kind: 'Image', namespace: null, name: image}]
  return found
}

/** `0.0.0.0:8080->80/tcp, [::]:8080->80/tcp, 9090/tcp`: those that the host publishes, each once. */
function published(written: string): KubeObject['ports'] {
  const found = new Map<string, KubeObject['ports'][number]>()
  for (const [, host, port, protocol] of written.matchAll(/:(\d{1,5})->(\d{1,5})\/(\w{1,10})/g))
    found.set(`${host} ${port}`, {
      port: Number(port),
      target: port!,
      node_port: Number(host),
      protocol: protocol!,
    })
  return [...found.values()]
}
