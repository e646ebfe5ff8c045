import type {ContainerState, ObjectRef, Termination} from '../../model.ts'
import {type Fields, fields, instant, list, number, text} from './values.ts'

const groups = [
  ['initContainers', 'initContainerStatuses', true],
  ['containers', 'containerStatuses', false],
  ['ephemeralContainers', 'ephemeralContainerStatuses', false],
] as const

/** A pod's containers with their states; those without a state yet by their specification. */
export function containers(spec: Fields, status: Fields): ContainerState[] {
  const found: ContainerState[] = []
  for (const [declared, stated, init] of groups) {
    const states = new Map(list(status[stated]).map(s => [text(fields(s)['name']) ?? '', fields(s)]))
    const specs = new Map(list(spec[declared]).map(s => [text(fields(s)['name']) ?? '', fields(s)]))
    for (const name of new Set([...specs.keys(), ...states.keys()])) {
      if (found.length >= 100) return found
      const s = states.get(name) ?? {}
      const state = fields(s['state'])
      const waiting = state['waiting'] ? fields(state['waiting']) : null
      found.push({
        name,
        init,
        image: text(s['image']) ?? text(specs.get(name)?.['image']),
        ready: typeof s['ready'] === 'boolean' ? s['ready'] : null,
        restarts: number(s['restartCount']) ?? 0,
        waiting: waiting && {reason: text(waiting['reason']), message: text(waiting['message'])},
        terminated: termination(state['terminated']),
        last_terminated: termination(fields(s['lastState'])['terminated']),
      })
    }
  }
  return found
}

function termination(value: unknown): Termination | null {
  if (!value) return null
  const t = fields(value)
  return {
    reason: text(t['reason']),
    message: text(t['message']),
    exit_code: number(t['exitCode']),
    signal: number(t['signal']),
    finished_at: instant(t['finishedAt']),
  }
}

/** What a pod's (or pod template's) specification names: when one of these is missing the pod does not start. */
export function podRefs(spec: Fields, namespace: string | null): ObjectRef[] {
  const found = new Map<string, ObjectRef>()
  const add = (kind: string, name: unknown, container?: unknown): void => {
    const t = text(name, 500)
    const key = `${kind}/${t}`
    if (!t || found.has(key) || found.size >= 200) return
    const c = text(container)
    found.set(key, {
      kind,
      namespace: kind === 'Image' ? null : namespace,
      name: t,
      ...(c ? {container: c} : {}),
    })
  }
  add('ServiceAccount', spec['serviceAccountName'])
  for (const s of list(spec['imagePullSecrets'])) add('Secret', fields(s)['name'])
  const source = (s: Fields): void => {
    add('ConfigMap', fields(s['configMap'])['name'])
    add('Secret', fields(s['secret'])['secretName'] ?? fields(s['secret'])['name'])
    add('PersistentVolumeClaim', fields(s['persistentVolumeClaim'])['claimName'])
    for (const projected of list(fields(s['projected'])['sources'])) source(fields(projected))
  }
  for (const volume of list(spec['volumes'])) source(fields(volume))
  for (const c of [...list(spec['initContainers']), ...list(spec['containers'])].map(fields)) {
    add('Image', c['image'], c['name'])
    for (const e of [...list(c['envFrom']), ...list(c['env']).map(v => fields(v)['valueFrom'])].map(fields)) {
      add('ConfigMap', fields(e['configMapRef'] ?? e['configMapKeyRef'])['name'], c['name'])
      add('Secret', fields(e['secretRef'] ?? e['secretKeyRef'])['name'], c['name'])
    }
  }
  return [...found.values()]
}
