import type {Findings, KubeObject, Match} from '../model.ts'
import {memo} from './kin.ts'
import {addressesIn, isLocal} from './names.ts'
import {loose, stem} from './owners.ts'
import type {Placed} from './placed.ts'
import {calledAs, podsOf} from './services.ts'

/** The pattern of a server that says that it listens on its loopback address. */
const id = 'listens-on-loopback-only'

/**
 * A server that listens on its loopback address is as it should be, unless others were refused at that port: then that is a cause,
 * and it stands where they were refused.
 */
export function withListeners(placed: readonly Placed[], {objects}: Findings): Placed[] {
  const byPort = new Map<number, Placed[]>()
  for (const listener of placed.filter(p => p.match.pattern === id)) {
    const port = Number(listener.match.captures['address']?.split(':').at(-1))
    const others = byPort.get(port)
    if (others) others.push(listener)
    else byPort.set(port, [listener])
  }
  if (!byPort.size) return [...placed]
  const mayBe = whoIs(objects)
  const rest = placed.filter(p => p.match.pattern !== id)
  const refused = rest.filter(p => /refused/i.test(p.match.at.text))
  const found = refused.flatMap(({match, placement}) =>
    addressesIn(match).flatMap(({host, port}): Placed[] => {
      if (port === null || isLocal(host)) return []
      const listener = byPort.get(port)?.find(l => mayBe(l.match, host!))
      if (!listener) return []
      const {captures, at} = listener.match
      return [{match: {...match, pattern: id, captures, also: [at]}, pattern: listener.pattern, placement}]
    }),
  )
  return [...rest, ...found]
}

/** Whether who says that it listens can be who is called so; what is not known can be anybody. */
function whoIs(objects: readonly KubeObject[]) {
  const services = objects.filter(o => o.kind === 'Service')
  const pods = objects.filter(o => o.kind === 'Pod')
  const behind = memo(
    (host: string) => host,
    host => {
      const service = calledAs(host, services)
      return new Set((service ? podsOf(service, pods) : pods.filter(p => p.host === host)).map(p => p.name))
    },
  )
  return ({object}: Match, host: string): boolean => {
    if (!object) return true
    const known = behind(host)
    if (known.size) return known.has(object.name)
    const isName = /[a-z]/i.test(host) && !host.includes(':')
    return !isName || loose(stem(object.name)).endsWith(loose(host.split('.')[0]!))
  }
}
