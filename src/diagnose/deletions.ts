import type {KubeEvent, KubeObject} from '../model.ts'

/** A pod has 30 seconds to end, others take what their controllers need: longer than this, in milliseconds, is stuck. */
const patience = 5 * 60_000
const deleting = /^being deleted since (\S+)(?:; (finalizers .+))?$/

/**
 * Objects whose deletion was asked for long ago and that are still there, as objects of phase `StuckTerminating`. `collected` is
 * when the bundle was made; where it is not known, the newest time in it counts, and where there is none, what holds finalizers.
 */
export function stuckDeletions(
  objects: readonly KubeObject[],
  events: readonly KubeEvent[],
  collected: string | null,
): KubeObject[] {
  let now = collected ? Date.parse(collected) : Number.NaN
  if (Number.isNaN(now))
    now = [...objects.map(o => o.at.time), ...events.map(e => e.last)].reduce(
      (newest, time) => (time ? Math.max(newest, Date.parse(time) || 0) : newest),
      0,
    )
  return objects.flatMap(o => {
    const [, since, held] = deleting.exec(o.message ?? '') ?? []
    if (!since) return []
    const late = now - Date.parse(since)
    // Jobs hold their pods by a finalizer until they have counted them.
    const isHeld = held !== undefined && !/^finalizers batch\.kubernetes\.io\/job-tracking$/.test(held)
    if (!(late > patience || (isHeld && !collected && late >= 0))) return []
    return [{...o, phase: 'StuckTerminating'}]
  })
}
