import {apart} from './apart.ts'
import {type Candidate, enough} from './candidates.ts'
import type {Explains} from './explains.ts'
import {isAlsoElse, isGrave, isOnlyThen, isThin, isTimely, position, timesSeen} from './heard.ts'
import {stem} from './owners.ts'
import {isGathered} from './placed.ts'
import {isRefusal, isSaid, isUnasked, vague} from './troubles.ts'

/** The choice among what was found. */
export interface Choice {
  cause: Candidate | null
  /** Causes that nothing else explains and that were not chosen. */
  rivals: Candidate[]
  /** What the chosen cause led to, nearest first. */
  effects: Candidate[]
  /** Symptoms that stand in the failure itself. */
  visible: Candidate[]
  /** Causes that have nothing to do with the chosen one and that were said in what was printed or collected afterwards. */
  beside: Candidate[]
}

const clearly = 0.25
/** So many times as often as another one a cause is seen that nothing but its frequency speaks for. */
export const muchMore = 3
/** Clocks of nodes, containers and the runner differ by so much, in milliseconds. */
const clockSkew = 5000

/** Chooses the cause: causes before symptoms, specific before fallback, what explains others before what is explained. */
export function choose(all: readonly Candidate[], explains: Explains): Choice {
  const near = all.filter(c => c.weight >= enough)
  const visible = visibleOf(near)
  const causes = near.filter(c => c.pattern.role === 'cause')
  const specific = causes.filter(c => !c.pattern.fallback)
  const best = Math.max(...specific.map(c => c.weight))
  const collected = specific.every(c => c.matches.every(m => m.weight < enough || isGathered(m.placement)))
  // What the failure itself says goes before what is special, but was only collected.
  const isPlain = (c: Candidate) =>
    collected &&
    c.weight > best + clearly &&
    c.share * muchMore >= 1 &&
    c.pattern.family !== 'assertion-failed'
  const pool = specific.length ? causes.filter(c => !c.pattern.fallback || isPlain(c)) : causes
  const leadsTo = (a: Candidate, b: Candidate) =>
    explains.distance(a.pattern, b.pattern) !== null && inOrder(a, b)
  // Two patterns may explain each other, through families: then the shorter way counts, and of equal ones neither.
  const isNearer = (a: Candidate, b: Candidate) =>
    leadsTo(a, b) && explains.distance(a.pattern, b.pattern)! <= explains.distance(b.pattern, a.pattern)!
  // What a visible symptom leads to is not the root, if its pattern does not claim to be a special one.
  const isLed = (c: Candidate) =>
    c.pattern.fallback && visible.some(v => leadsTo(v, c) && explains.distance(c.pattern, v.pattern) === null)
  // What leads to something need not have led to what came and went before.
  const isRootOf = (o: Candidate, c: Candidate) =>
    o !== c &&
    leadsTo(o, {...c, first: c.began}) &&
    !isNearer(c, o) &&
    !(isGrave(c) && isThin(o) && !isLastWord(o, c))
  const roots = pool.filter(c => !isLed(c) && !pool.some(o => isRootOf(o, c)))
  const explainable = [...visible, ...causes]
  // Other causes that it leads to count more than symptoms, which nearly every cause leads to.
  const reachOf = (c: Candidate) => {
    const explained = explainable.filter(o => o !== c && leadsTo(c, o))
    const others = explained.filter(o => o.pattern.role === 'cause' && !isThin(o))
    return Math.min(2, others.length) * 2 + Math.sign(explained.length)
  }
  const reach = new Map(roots.map(c => [c, reachOf(c)]))
  // Every cause may end in an assertion that fails, or in a time-out; a status or a refusal says more.
  // What the failures show themselves goes before what was printed around them.
  const inFailures = visible.filter(v => v.matches.some(m => m.placement === 'failure'))
  const special = (inFailures.length ? inFailures : visible).filter(v => !vague.has(v.pattern.family))
  const accounts = new Map(roots.map(c => [c, special.filter(v => leadsTo(c, v)).length]))
  const ranked = [...roots].sort(
    (a, b) =>
      tier(a) - tier(b) ||
      reach.get(b)! - reach.get(a)! ||
      b.weight - a.weight ||
      accounts.get(b)! - accounts.get(a)! ||
      (isThin(a)
        ? Number(isTimely(b)) - Number(isTimely(a)) ||
          Number(isGrave(b)) - Number(isGrave(a)) ||
          Number(isUnasked(b.pattern)) - Number(isUnasked(a.pattern)) ||
          Number(isOnlyThen(b)) - Number(isOnlyThen(a)) ||
          timesSeen(b) - timesSeen(a)
        : 0) ||
      position(a) - position(b) ||
      a.pattern.id.localeCompare(b.pattern.id, 'en'),
  )
  const cause = ranked[0] ?? null
  return {
    cause,
    rivals: ranked
      .slice(1)
      .filter(
        r =>
          cause &&
          r.weight >= cause.weight - 0.15 &&
          muchMore * r.share >= cause.share &&
          !(isThin(r) && isTimely(cause) && !isTimely(r)) &&
          !(isThin(r) && isOnlyThen(cause) && isAlsoElse(r)) &&
          !(isGrave(cause) && isThin(r) && !isGrave(r)) &&
          !(isThin(r) && isProvoked(r, cause)) &&
          !(isUnasked(cause.pattern) && isThin(r) && !isUnasked(r.pattern) && !isTimely(r)) &&
          !(isThin(cause) && accounts.get(r)! < accounts.get(cause)!),
      ),
    effects: cause
      ? all
          .filter(
            c =>
              c !== cause &&
              c.weight > apart &&
              leadsTo(cause, c) &&
              (visible.includes(c) || sameObject(cause, c)),
          )
          .sort(
            (a, b) =>
              explains.distance(cause.pattern, a.pattern)! - explains.distance(cause.pattern, b.pattern)! ||
              position(a) - position(b),
          )
      : [],
    beside: cause
      ? all.filter(
          o =>
            o !== cause &&
            o.pattern.role === 'cause' &&
            o.matches.some(m => m.weight > apart && isGathered(m.placement) && isSaid(m.match)) &&
            explains.distance(cause.pattern, o.pattern) === null &&
            explains.distance(o.pattern, cause.pattern) === null,
        )
      : [],
    // What leads to the other symptoms first, what they end in last.
    visible: visible
      .map(c => ({c, leads: visible.filter(o => leadsTo(c, o)).length}))
      .sort((a, b) => b.leads - a.leads)
      .map(({c}) => c),
  }
}

/**
 * Whether tests may have asked for one, and cannot have asked for the other: it shows in how an object is, or
 * comes of no request and came while a test failed.
 */
const isProvoked = (c: Candidate, other: Candidate) =>
  c.matches.every(m => m.weight < enough || (isSaid(m.match) && isRefusal(c.pattern, m.match))) &&
  ((isUnasked(other.pattern) && isTimely(other)) ||
    other.matches.some(
      m => m.weight >= enough && m.match.at.kind === 'object' && !isRefusal(other.pattern, m.match),
    ))

/** What the failure itself shows; where a bundle is all there is, what its objects show. */
function visibleOf(near: readonly Candidate[]): Candidate[] {
  const symptoms = near.filter(c => c.pattern.role === 'symptom')
  const shown = symptoms.filter(c => c.matches.some(m => m.placement !== 'bundle' && m.weight >= enough))
  return shown.length ? shown : symptoms
}

/** Whether both were seen on one object, or on what it owns: only then one thing in a bundle led to the other. */
function sameObject(a: Candidate, b: Candidate): boolean {
  const names = (c: Candidate) => c.matches.flatMap(m => (m.match.object ? [stem(m.match.object.name)] : []))
  const own = names(a)
  return own.length === 0 || names(b).some(name => own.includes(name))
}

/** Whether the effect did not begin before its cause, as far as their times are known. */
export function inOrder(cause: Candidate, effect: Candidate): boolean {
  return !cause.first || !effect.first || !isEffectTooEarly(cause.first, effect.first)
}

/** Whether a time is so much before that of a cause that the clocks' difference cannot be why. */
export function isEffectTooEarly(cause: string, effect: string): boolean {
  return Date.parse(cause) > Date.parse(effect) + clockSkew
}

/** What the failure shows, or what it names, goes before what crashed somewhere, and that before what was only said. */
const tier = (c: Candidate) => (c.weight >= sure ? 0 : isThin(c) ? 2 : 1)
/** Of what the failure shows itself, or of what it names. */
const sure = 0.9

/** Whether it was said just before the other came to its end, as far as that is known. */
function isLastWord(said: Candidate, end: Candidate): boolean {
  const times = (c: Candidate) =>
    c.matches.filter(m => m.weight >= enough).map(m => Date.parse(m.match.at.time ?? ''))
  return times(said).some(a => times(end).some(b => !(a < b - clockSkew || a > b + clockSkew)))
}
