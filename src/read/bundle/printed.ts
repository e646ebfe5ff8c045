import type {KubeObject} from '../../model.ts'
import type {PrintedState} from '../printed.ts'
import {type AgedEvent, anchor} from './collected.ts'
import {readDescribe} from './describe.ts'
import {once} from './once.ts'
import {readTables} from './tables.ts'

/** The objects and events that a job printed, what was printed last first. `place` is the job's log. */
export function readPrinted(
  states: readonly PrintedState[],
  place: {source: string; path: null; url: string | null},
): {objects: KubeObject[]; events: AgedEvent[]} {
  const seen = once()
  const objects: KubeObject[] = []
  const events: AgedEvent[] = []
  for (const {type, line, time, text} of states.toReversed()) {
    const parsed = type === 'table' ? readTables(text, place, null) : readDescribe(text, place)
    for (const {at} of [...parsed.objects, ...parsed.events]) at.line = (at.line ?? 1) + line - 1
    const fresh = parsed.events.filter(e => seen.event(e))
    anchor(fresh, time)
    objects.push(...parsed.objects)
    events.push(...fresh)
  }
  return {objects, events}
}
