import type {Findings, KubeObject, Match} from '../model.ts'
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
  if (!placed.some(p => p.match.pattern === id)) return [...placed]
  const services = objects.filter(o => o.kind === 'Service')
  const pods = objects.filter(o => o.kind === 'Pod')
  const calls = placed
    .filter(p => /refused/i.test(p.match.at.text))
    .flatMap(by => addressesIn(by.match).map(address => ({...address, by})))
    .filter(({host, port}) => port !== null && !isLocal(host))
  return placed.flatMap((listening): Placed[] => {
    const {match, pattern} = listening
    if (match.pattern !== id) return [listening]
    const port = Number(match.captures['address']?.split(':').at(-1))
    return calls
      .filter(c => c.port === port && mayBe(c.host!, match, services, pods))
      .map(({by}) => ({
        match: {...by.match, pattern: id, captures: match.captures, also: [match.at]},
        pattern,
        placement: by.placement,
      }))
  })
}

/** Whether who says that it listens can be who was called; what is not known can be anybody. */
function mayBe(
  host: string,
  {object}: Match,
  services: readonly KubeObject[],
  pods: readonly KubeObject[],
): boolean {
  if (!object) return true
  const service = calledAs(host, services)
  const behind = service ? podsOf(service, pods) : pods.filter(p => p.host === host)
  if (behind.length) return behind.some(p => p.name === object.name)
  const isName = /[a-z]/i.test(host) && !host.includes(':')
  return !isName || loose(stem(object.name)).endsWith(loose(host.split('.')[0]!))
}
