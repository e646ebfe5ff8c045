import type {Config, EvidenceKind, Findings, Job, Match, ObjectRef, Pattern} from '../model.ts'
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
  {objects, matches}: Findings,
  involve: ReturnType<typeof involvement>,
  shown: readonly Placed[],
): (object: ObjectRef | null) => boolean {
  let seen: {described: Set<string>; wide: Involved} | null = null
  return object => {
    if (!object || !writers.includes(object.kind)) return false
    seen ??= {
      described: new Set(objects.filter(o => writers.includes(o.kind)).map(keyOf)),
      wide: reachOf(
        shown.map(s => s.match),
        matches,
        involve,
      ),
    }
    const {described, wide} = seen
    if (!wide.isAll || !described.has(keyOf(object))) return false
    return wide.state(object) === 'good' && wide.distance(object) === null
  }
}

/**
 * What is led to from these matches. What a node that is led to says of others is followed from nowhere else, for everything in a
 * cluster has to do with its node.
 */
function reachOf(
  from: readonly Match[],
  matches: readonly Match[],
  involve: ReturnType<typeof involvement>,
): Involved {
  const ofNodes = matches.filter(m => m.object?.kind === 'Node')
  const followed = new Set<Match>()
  for (;;) {
    const reach = involve({from: [...from, ...followed], alone: true, far: farther})
    const more = ofNodes.filter(m => !followed.has(m) && reach.distance(m.object) !== null)
    if (!more.length) return reach
    for (const match of more) followed.add(match)
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
