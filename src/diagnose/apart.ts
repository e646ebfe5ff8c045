import type {Config, EvidenceKind, Findings, Job, ObjectRef, Pattern} from '../model.ts'
import {type Involved, involvement} from './involved.ts'
import {keyOf} from './objects.ts'
import {isShown, type Placed, placedMatches} from './placed.ts'

/** What a log says of a thing that is well, and that nothing leads to, weighs less than anything else. */
export const apart = 0.1

/** More steps than are followed for any other question. */
const farther = 12

/** What writes the logs of a bundle. */
const writers = ['Pod', 'Node']

/**
 * Says of which pods and nodes the logs have nothing to do with the failure: they are described, were well and never restarted, and
 * neither what failed nor anything that is broken leads to them. What such logs hold changes no cause that is known without them.
 */
export function apartness(
  {objects}: Findings,
  involve: ReturnType<typeof involvement>,
  shown: readonly Placed[],
): (object: ObjectRef | null) => boolean {
  let seen: {described: Set<string>; wide: Involved} | null = null
  return object => {
    if (!object || !writers.includes(object.kind)) return false
    seen ??= {
      described: new Set(objects.filter(o => writers.includes(o.kind)).map(keyOf)),
      wide: involve({from: shown.map(s => s.match), alone: true, far: farther}),
    }
    const {described, wide} = seen
    if (!wide.isAll || !described.has(keyOf(object))) return false
    return wide.state(object) === 'good' && wide.distance(object) === null
  }
}

/** The kinds of evidence that this is asked of. */
export const isWritten = (kind: EvidenceKind): boolean => kind === 'container-log' || kind === 'node-log'

/** The same before all is read: what is apart now may be led to by what is read later. */
export function apartNow(
  findings: Findings,
  job: Job | null,
  patterns: ReadonlyMap<string, Pattern>,
  config: Config,
): (object: ObjectRef | null) => boolean {
  const shown = placedMatches(findings, job, patterns).filter(isShown)
  return apartness(findings, involvement(findings, config), shown)
}
