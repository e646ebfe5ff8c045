import type {ContainerState, ObjectRef, Termination} from '../../model.ts'
import type {Section, Sections} from './describe.ts'
import {instant} from './values.ts'

/** `Containers:` of a described pod. Waiting messages are not printed there. */
export function describedContainers(section: Section | undefined, init: boolean): ContainerState[] {
  const found: ContainerState[] = []
  let state: 'waiting' | 'terminated' | 'last_terminated' | null = null
  let message: Termination | null = null
  for (const line of section?.lines ?? []) {
    const name = /^ {2}([a-z0-9][\w.-]*):$/.exec(line)?.[1]
    if (name) {
      found.push({
        name,
        init,
        image: null,
        ready: null,
        restarts: 0,
        waiting: null,
        terminated: null,
        last_terminated: null,
      })
      state = message = null
      continue
    }
    const c = found.at(-1)
    const m = /^( +)([A-Z][\w ]*):(?: +(.*))?$/.exec(line)
    const depth = m?.[1]?.length ?? 99
    if (!c) continue
    if (!m || depth > 6) {
      // A terminated message may have many lines; whatever is no key goes on with it.
      if (message) message.message = `${message.message}\n${line.trim()}`.slice(0, 16_384)
      continue
    }
    const value = m[3] ?? ''
    if (depth <= 4) {
      message = null
      state = null
      if (m[2] === 'Image') c.image = value
      else if (m[2] === 'Ready') c.ready = value === 'True'
      else if (m[2] === 'Restart Count') c.restarts = Number(value) || 0
      else if (m[2] === 'State' && value === 'Waiting') {
        state = 'waiting'
        c.waiting = {reason: null, message: null}
      } else if ((m[2] === 'State' || m[2] === 'Last State') && value === 'Terminated') {
        state = m[2] === 'State' ? 'terminated' : 'last_terminated'
        c[state] = {reason: null, message: null, exit_code: null, signal: null, finished_at: null}
      }
    } else if (state === 'waiting' && m[2] === 'Reason') c.waiting = {reason: value, message: null}
    else if (state && state !== 'waiting') message = ended(c[state]!, m[2]!, value, message)
  }
  return found
}

/** Fills in one line of a termination; gives it back while its message may go on. */
function ended(t: Termination, key: string, value: string, open: Termination | null): Termination | null {
  if (key === 'Reason') t.reason = value
  else if (key === 'Exit Code') t.exit_code = Number(value)
  else if (key === 'Signal') t.signal = Number(value)
  else if (key === 'Finished') t.finished_at = instant(value)
  else if (key === 'Message') {
    t.message = value
    return t
  } else if (key !== 'Started' && open) {
    open.message = `${open.message}\n${key}: ${value}`
    return open
  }
  return null
}

/** What a described pod names: its ServiceAccount, images, Secrets, ConfigMaps, claims. */
export function describedRefs(s: Sections, namespace: string | null): ObjectRef[] {
  const found = new Map<string, ObjectRef>()
  const add = (kind: string, name: string | undefined): void => {
    const ref = {kind, namespace: kind === 'Image' ? null : namespace, name: name ?? ''}
    if (name && name !== '<none>' && found.size < 200) found.set(`${kind}/${name}`, ref)
  }
  add('ServiceAccount', s.get('Service Account')?.value)
  const lines = ['Init Containers', 'Containers', 'Volumes'].flatMap(key => s.get(key)?.lines ?? [])
  let type = ''
  for (const line of lines) {
    const m = /^ +(Type|Name|Image|SecretName|ConfigMapName|ClaimName): +(\S+)/.exec(line)
    if (m?.[1] === 'Type') type = m[2]!
    else if (m?.[1] === 'Image') add('Image', m[2])
    else if (m?.[1] === 'SecretName') add('Secret', m[2])
    else if (m?.[1] === 'ConfigMapName' || (m?.[1] === 'Name' && type === 'ConfigMap')) add('ConfigMap', m[2])
    else if (m?.[1] === 'ClaimName') add('PersistentVolumeClaim', m[2])
    const env = /<set to the key '[^']*' (?:in|of) (secret|config map) '([^']+)'>/.exec(line)
    if (env) add(env[1] === 'secret' ? 'Secret' : 'ConfigMap', env[2])
  }
  return [...found.values()]
}
