import type {Config, Findings, Job, KubeObject, Match, ObjectRef, Pattern} from '../model.ts'
import {apart, apartness, isWritten} from './apart.ts'
import type {Explains} from './explains.ts'
import {hasRun} from './health.ts'
import {type Involved, involvement} from './involved.ts'
import {isBlurred, isCrowded, type Moment, momentOf, momentOfMatch} from './moment.ts'
import {keyOf} from './objects.ts'
import {isGathered, isShown, type Placed, weights} from './placed.ts'
import {isAccess, isDebug, isInfo, isMeant, isMere, isMild, isOfCluster, isPassed} from './text.ts'
import {isAnswer, isLasting, isOddAnywhere, isRefusal, isSaid, vague} from './troubles.ts'
import {failingSpan, type Placement, testsIn} from './window.ts'

/** A match, and how sure it is that it has to do with the failure, 0 to 1. */
export interface Weighed extends Placed {
  object: ObjectRef | null
  weight: number
  moment: Moment | null
  /** Only when it was said can speak for it. */
  isLoose: boolean
}

/** A warning, or a try that will be followed by another, counts less, and what is said for debugging, or names a test that passed, is never enough. */
const mildness = 0.65
const debugging = 0.45
/** What was said while only tests ran that passed. */
export const untimely = 0.35
/** What was only collected, and leads to what the failure shows. */
export const collected = 0.6
/** That something was killed or crashed says more than that it complained. */
const grave = 0.65

/**
 * Weighs each match by where it stands, when it was said and what it is about. `isWide` is for where that gives no cause: then what is
 * broken counts though the failure names something else, and what was well and is named by nothing, if it spoke while tests failed.
 */
export function weigher(
  findings: Findings,
  job: Job | null,
  config: Config,
  explains: Explains,
  placed: readonly Placed[],
): {involved: Involved; weigh(isWide: boolean): Weighed[]; leadsToVisible(pattern: Pattern): boolean} {
  const {tests, objects, events} = findings
  const shown = placed.filter(isShown)
  const visible = shown.filter(p => p.pattern.role === 'symptom')
  const alone = !visible.length && isBundleAlone(findings)
  const involve = involvement(findings, config)
  const from = visible.map(v => v.match)
  const involved = involve({from, alone})
  const ofBroken = objects.length ? involve({from, alone: true, far: 2}) : null
  const pods = new Map(objects.filter(o => o.kind === 'Pod').map(o => [keyOf(o), o]))
  const isApart = apartness(findings, involve, shown)
  // Ginkgo prints what a spec has written between two lines of its own: what stands there is that spec's.
  const isFramed = tests?.framework === 'ginkgo'
  const isStateless = !alone && !objects.length && !events.length
  // Where nothing that is known shows, what was collected is all there is.
  const isOfOtherStep = !shown.length && !testsIn(findings, failingSpan(findings, job))
  const isMute = !visible.length && (!tests || tests.phase === 'setup' || tests.failed > 0 || isOfOtherStep)
  // Where set-up failed, no test has asked for anything.
  const haveRun = tests?.phase !== 'setup'
  const isSelective = !tests?.times || !isCrowded(tests.times)
  const isUnclear = tests?.times !== undefined && isBlurred(tests.times)
  // An assertion that failed, or a wait that ran out, may come of anything that is broken.
  const inFailures = new Set(placed.filter(p => p.placement === 'failure').map(p => p.pattern.family))
  const isVague = visible.every(v => vague.has(v.pattern.family))
  const leadsToVisible = (pattern: Pattern) =>
    visible.some(v => explains.distance(pattern, v.pattern) !== null)

  function weigh({match, pattern, placement}: Placed, isWide: boolean): Weighed {
    const object = objectOf(match)
    const pod = (object && pods.get(keyOf(object))) ?? null
    const near =
      placement === 'bundle' || placement === 'later'
        ? bundleWeight(match, object, involved, {
            alone,
            pod,
            hasPods: pods.size > 0,
            isBroken:
              (isWide || !involved.named) &&
              isOfBroken(match, object, pod) &&
              (isVague || leadsToVisible(pattern)),
          })
        : null
    const told =
      placement === 'failure' ? null : (momentOfMatch(match, tests?.times) ?? momentOfEnd(match, pod))
    const moment = told === 'failing' && isUnclear ? null : told
    const isAsking = isRefusal(pattern, match)
    const isRefused = isAsking && isSaid(match) && !(moment === 'failing' && isSelective) && haveRun
    const isUnplaced =
      (isStateless || isWide) && isPlainLog(match) && !pattern.fallback && moment !== 'passing'
    const isCollected =
      !isRefused &&
      ((placement === 'bundle' && near === null && isUnplaced) ||
        (isDumped(placement, match, findings) && (!pattern.fallback || isLasting(pattern, match))))
    const isOdd = isWide && isOddAnywhere(pattern) && isGathered(placement) && moment !== 'passing'
    const isBeside = (placement === 'passing' && moment === 'failing' && !isFramed) || placement === 'aside'
    const isTimely =
      moment === 'failing' && isGathered(placement) && !isRefused && (!pattern.fallback || !isAsking)
    const counts =
      isCollected || isTimely || isOdd
        ? isMute || leadsToVisible(pattern)
        : isBeside && leadsToVisible(pattern)
    const isFar = near === null && isWritten(match.at.kind) && isApart(match.object)
    // What is refused beside the tests of its step was mostly asked for, to be refused.
    const isAsked =
      placement === 'step' && isAsking && (tests?.blocks.length ?? 0) > 0 && !inFailures.has(pattern.family)
    const most = isAsked ? (leadsToVisible(pattern) ? collected : debugging) : 1
    const isGrave = isGathered(placement) && isEnd(pattern, match) && leadsToVisible(pattern)
    const heard = isGrave ? grave : counts ? collected : 0
    // What is apart is not heard before all else is, for it may not have been read.
    const place = isFar && !(isWide && heard) ? apart : Math.max(heard, Math.min(most, weights[placement]))
    const {kind, text} = match.at
    const isCourse = placement === 'failure' ? isInfo(text) : kind !== 'job-log' && isAccess(text)
    const isFaint = pattern.fallback && isCourse
    const isTimeless = isRefused && told === null && isGathered(placement) && isAnswer(pattern, match)
    const isIdle = isTimeless || isFaint || (isMeant(text) && placement !== 'failure')
    const mild = isIdle ? debugging : kind === 'job-log' ? mildnessOf(text) : 1
    const timely = mild * (near === null ? place : Math.max(near, place))
    const weight = moment === 'passing' && !isLasting(pattern, match) ? Math.min(timely, untimely) : timely
    // Of what was well, or has nothing to do with it, only when it spoke may speak for it.
    const isLoose =
      near === null ? isTimely : isSaid(match) && ['good', 'recovered'].includes(involved.state(object) ?? '')
    return {match, pattern, placement, object, weight, moment, isLoose}
  }

  /** What is broken to the end, or was when it wrote its last words, and what that rests on. */
  function isOfBroken(match: Match, object: ObjectRef | null, pod: KubeObject | null): boolean {
    const state = involved.state(object)
    if (alone || state === 'good') return false
    // What was restarted before the tests has recovered from that.
    if (state === 'recovered')
      return match.at.kind === 'previous-log' && (!tests?.times || momentOfEnd(match, pod) === 'failing')
    return (ofBroken?.distance(object) ?? null) !== null
  }

  /** The last words of a container were said when it ended. */
  function momentOfEnd({at}: Match, pod: KubeObject | null): Moment | null {
    const ends =
      pod?.containers.flatMap(c => [c.terminated?.finished_at, c.last_terminated?.finished_at]) ?? []
    if (at.kind !== 'previous-log' || !tests?.times) return null
    const isThen = ends.some(end => end && momentOf(Date.parse(end), tests.times!, false) === 'failing')
    return isThen ? 'failing' : null
  }

  return {involved, weigh: isWide => placed.map(p => weigh(p, isWide)), leadsToVisible}
}

/** A process that came to its end by force, which no test asks for. */
const isEnd = (pattern: Pattern, match: Match) =>
  isLasting(pattern, match) &&
  (!isSaid(match) || match.at.kind === 'node-log' || match.at.kind === 'previous-log')

/** Logs that a job has collected of services that no cluster tells of. */
const isPlainLog = ({at, object}: Match): boolean =>
  object === null && (at.kind === 'file' || at.kind === 'container-log' || at.kind === 'previous-log')

/** As kubelets write it. */
const isRetried = (text: string) => /No retries permitted until|\bwill retry\b|\bretrying\b/.test(text)

const mildnessOf = (text: string) =>
  isDebug(text) || isPassed(text) ? debugging : isMild(text) ? mildness : 1

/** Whether a job that has failed prints there what its cluster shows; what its own clean-up complains of is another thing. */
function isDumped(placement: Placement, {at}: Match, {logs = []}: Findings): boolean {
  if (at.kind !== 'job-log' || (placement !== 'later' && placement !== 'after')) return false
  const isOfLog = logs.some(({from, to}) => at.line !== null && at.line >= from && at.line <= to)
  return isOfCluster(at.text) || (isOfLog && !isMere(at.text))
}

/** Whether nothing but bundles was read: then what is wrong in them is what failed. */
function isBundleAlone({sources}: Findings): boolean {
  const read = sources.filter(s => s.state === 'read' || s.state === 'truncated')
  return read.length > 0 && read.every(s => s.kind === 'bundle' || s.format !== null)
}

/**
 * How sure it is that a place in a bundle has to do with the failure; null where nothing says so. Nearer objects count more, and
 * what was well in the end counts less: a cause persists.
 */
function bundleWeight(
  match: Match,
  object: ObjectRef | null,
  involved: Involved,
  {
    alone,
    pod,
    isBroken,
    hasPods,
  }: {alone: boolean; pod: KubeObject | null; isBroken: boolean; hasPods: boolean},
): number | null {
  if (match.at.kind === 'test-report') return 0.9
  const distance = involved.distance(object)
  const state = involved.state(object)
  // A pod that is not among those that the bundle holds was removed: by a test, for all that is known.
  if (alone && state === null && object?.kind === 'Pod' && hasPods) return 0.45
  // A warning about an object whose state the bundle does not hold: nothing says that it was well in the end.
  if (alone && state === null && match.at.kind === 'event') return 0.7
  if (distance === null) {
    if (!isBroken || isOvercome(match, pod)) return null
    // What runs and is not ready may say anything of what it is asked for; what does not come up, or dies, says why.
    const isRunning = isWritten(match.at.kind) && pod?.containers.every(c => !c.waiting && !c.restarts)
    return isRunning ? 0.5 : collected
  }
  if (isOvercome(match, pod)) return 0.4
  if (state === 'good' || state === 'recovered') {
    if (alone) return null
    if (state === 'recovered') return 0.6
    return !isSaid(match) || isMild(match.at.text) ? 0.4 : 0.6
  }
  // A running container logs errors that it handles: alone, and nothing known of its state, that is no cause. Nor is what is tried again.
  if (alone && state === null && match.at.kind === 'container-log') return 0.45
  if (alone && isSaid(match) && isRetried(match.at.text)) return 0.45
  return Math.max(0.7, 0.9 - 0.02 * Math.max(0, distance - 1))
}

/** Troubles before a container starts; once it has run, they are over. */
const early =
  /\b(?:FailedMount|FailedAttachVolume|FailedMapVolume|FailedScheduling|FailedCreatePodSandBox|NetworkNotReady)\b/

const isOvercome = ({at}: Match, pod: KubeObject | null) =>
  at.kind === 'event' && pod !== null && hasRun(pod) && early.test(at.text)

/** The object that a match speaks of; a log that prints a cluster's state names it in the line. */
function objectOf({object, captures}: Match): ObjectRef | null {
  const name = captures['pod'] ?? captures['deployment'] ?? captures['workload'] ?? captures['name']
  return (
    object ??
    (name ? {kind: 'Pod', namespace: captures['namespace'] ?? null, name: name.split('/').at(-1)!} : null)
  )
}
