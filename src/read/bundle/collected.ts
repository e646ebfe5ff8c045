import type {KubeEvent} from '../../model.ts'
import {fields, instant, later} from './values.ts'

/** An event out of a table or description, which tell only how long ago it was, in seconds. */
export interface AgedEvent extends KubeEvent {
  age?: {first: number | null; last: number | null}
}

const named = /(?:^|\/)(?:(?:collection-)?metadata\.json|timestamp)$/

/** Whether a file may tell when its bundle was collected. */
export const mayTellTime = (path: string) => named.test(path)

/** When a bundle was collected, as one of its files says it; null where it does not. RFC 3339, UTC. */
export function collectedAt(path: string, text: string): string | null {
  if (path.endsWith('.json')) {
    try {
      const raw = fields(JSON.parse(text))
      return instant(raw['collection_time'] ?? raw['time'])
    } catch {
      return null
    }
  }
  // `oc adm must-gather` writes when it began, and when it ended.
  let last: string | null = null
  for (const [, date, time] of text
    .slice(0, 4096)
    .matchAll(/^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)(?:\.\d+)? ?(?:\+0000|Z)/gm))
    last = later(last, `${date}T${time}Z`)
  return last
}

const units: Record<string, number> = {s: 1, m: 60, h: 3600, d: 86_400, y: 31_536_000}

/** Seconds of an age as kubectl prints it: `5m32s`, `2d4h`. */
export function seconds(age: string): number | null {
  const parts = [...age.trim().matchAll(/(\d{1,9})([smhdy])/g)]
  if (!parts.length || parts.map(p => p[0]).join('') !== age.trim()) return null
  return parts.reduce((sum, [, n, unit]) => sum + Number(n) * units[unit!]!, 0)
}

/** `2m (x3 over 5m)` as ages of the last and the first time. */
export function ages(written: string): AgedEvent['age'] {
  const [, last = '', first] = /^(\S+)(?: \(x\d+ over (\S+)\))?$/.exec(written.trim()) ?? []
  return {last: seconds(last), first: first === undefined ? seconds(last) : seconds(first)}
}

/** Gives events that tell only their age their times, by the time at which they were collected. */
export function anchor(events: readonly AgedEvent[], collected: string | null): void {
  const now = collected === null ? Number.NaN : Date.parse(collected)
  if (Number.isNaN(now)) return
  const time = (age: number) => new Date(now - age * 1000).toISOString()
  for (const event of events) {
    const {age} = event
    if (!age || age.last === null || event.last !== null) continue
    event.last = time(age.last)
    event.first = time(age.first ?? age.last)
    event.at.time = event.last
  }
}
