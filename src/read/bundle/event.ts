import type {KubeEvent} from '../../model.ts'
import {
  evidence,
  type Fields,
  fields,
  instant,
  number,
  type Origin,
  oneLine,
  type Place,
  text,
} from './values.ts'

const combined = /^\(combined from similar events\): /

/** Whether something is an event, of either API, or one without its kind. */
export function isEvent(raw: Fields, listKind: string | null): boolean {
  if ((raw['kind'] ?? listKind) === 'Event' || raw['involvedObject'] || raw['regarding']) return true
  return (
    !raw['kind'] &&
    typeof raw['reason'] === 'string' &&
    typeof raw['message'] === 'string' &&
    'lastTimestamp' in raw
  )
}

/** An event of core/v1 or events.k8s.io/v1. */
export function toEvent(raw: Fields, place: Place, line: number): KubeEvent {
  const object = fields(raw['involvedObject'] ?? raw['regarding'])
  const series = fields(raw['series'])
  const container = /\{(.+)\}/.exec(text(object['fieldPath'], 500) ?? '')?.[1]
  const first = raw['firstTimestamp'] ?? raw['deprecatedFirstTimestamp'] ?? raw['eventTime']
  const last =
    series['lastObservedTime'] ??
    raw['lastTimestamp'] ??
    raw['deprecatedLastTimestamp'] ??
    raw['eventTime'] ??
    first
  return placedEvent(
    {
      type: text(raw['type'], 50) ?? 'Normal',
      reason: text(raw['reason'], 200) ?? '',
      message: text(raw['message']) ?? text(raw['note']) ?? '',
      object: {
        kind: text(object['kind'], 200) ?? '',
        namespace:
          text(object['namespace'], 500) ??
          text(fields(raw['metadata'])['namespace'] ?? raw['namespace'], 500),
        name: text(object['name'], 500) ?? '',
        ...(container ? {container} : {}),
      },
      count: number(series['count']) ?? number(raw['count']) ?? number(raw['deprecatedCount']) ?? 1,
      first: instant(first),
      last: instant(last),
    },
    place,
    line,
  )
}

/** An event with its evidence: `Warning FailedCreate ReplicaSet/x: Error creating: … (x12)`. */
export function placedEvent(event: Omit<KubeEvent, 'at'>, place: Origin, line: number): KubeEvent {
  const message = event.message.replace(combined, '').trim()
  const about = `${event.object.kind}/${event.object.name}`
  const times = event.count > 1 ? ` (x${event.count})` : ''
  const line1 = `${event.type} ${event.reason} ${about}: ${oneLine(message, 400)}${times}`
  return {...event, message, at: evidence(place, 'event', line, event.last ?? event.first, line1)}
}
