import {apartNow, isWritten} from './diagnose/apart.ts'
import {isEstablished, type Knowledge} from './diagnose/diagnose.ts'
import {type CollectedPlace, createCollector} from './match/collector.ts'
import type {Matcher} from './match/matcher.ts'
import type {EvidenceKind, Findings, LocatedTests, ObjectRef, Suite} from './model.ts'
import {finishMatches, finishObjects, withReport} from './pieces.ts'
import type {LogPiece} from './read/bundle/bundle.ts'

/** What is known of a suite so far. */
export interface SoFar {
  findings: Findings
  reports: readonly LocatedTests[]
  places(): CollectedPlace[]
  collected: string | null
  isComplete: boolean
}

/**
 * Leaves the logs of a bundle unread that cannot change the diagnosis any more: a cause is established, what wrote them was well,
 * and nothing leads to it. What comes to count after all, by what is read later, is `due`.
 */
export interface Sparing {
  /** Whether a log is left for now; then its bytes need not be asked for. */
  spares(piece: LogPiece): boolean
  /** Tells of bytes of logs that were read. */
  count(bytes: number): void
  /** Paths of logs that were left and have to be read after all; they count as read from now on. */
  due(): ReadonlySet<string>
  /** How many logs are left. */
  readonly left: number
}

/** After so many bytes of logs it is asked again whether a cause is established, and each time that twice as many were read. */
const again = 2 << 20
/** Once one is, it is asked less: what came to count since is `due`. */
const seldom = 16 << 20
/** So often what was left is looked through; then all of it is read. */
const mostRounds = 3

export function sparing(matcher: Matcher, soFar: () => SoFar, about: About): Sparing {
  const left = new Map<string, ObjectRef>()
  let isApart: ((object: ObjectRef) => boolean) | null = null
  let read = 0
  let next = 0
  let rounds = 0
  return {
    spares({kind, object, restart, line, path}) {
      // Of a container's runs and of a file that holds several logs, none can be read on its own later.
      if (!isWritten(kind) || !object || restart !== null || line !== 1) return false
      if (read >= next) {
        isApart = whatIsApart(matcher, soFar(), about)
        next = isApart ? Math.max(seldom, read * 8) : Math.max(again, read * 2)
      }
      if (!isApart?.(object)) return false
      left.set(path, object)
      return true
    },
    count: bytes => void (read += bytes),
    due() {
      if (!left.size) return new Set()
      const isApart = ++rounds > mostRounds ? null : whatIsApart(matcher, soFar(), about)
      const due = [...left].filter(([, object]) => !isApart?.(object)).map(([path]) => path)
      for (const path of due) left.delete(path)
      return new Set(due)
    },
    get left() {
      return left.size
    },
  }
}

/** The suite, and what a diagnosis needs to know. */
export interface About {
  suite: Suite
  knowledge: Knowledge
}

/** What no log can matter of any more; null while no cause is established. */
function whatIsApart(
  matcher: Matcher,
  {findings, reports, places, collected, isComplete}: SoFar,
  {suite, knowledge}: About,
): ((object: ObjectRef) => boolean) | null {
  // Without a cluster's state nothing is known to be well.
  if (!findings.objects.some(o => o.kind === 'Pod' || o.kind === 'Node')) return null
  const found = places()
  if (isHalfFound(matcher, found)) return null
  const now = {...findings, tests: withReport(findings.tests, reports)}
  const collector = createCollector(matcher)
  if (now.tests?.times) collector.tests(now.tests.times)
  collector.restore(found, now.objects)
  finishObjects(now, collector, {collected, isComplete})
  now.matches = finishMatches(now, collector)
  if (!isEstablished(suite, now, knowledge)) return null
  return apartNow(now, suite.job, knowledge.patterns, knowledge.config)
}

/**
 * Whether a pattern that needs several conditions may come to match by what stands in a log that was not read. It matches where its
 * first condition stands: where that was not found, the match would lie in a log that cannot matter.
 */
function isHalfFound({patterns}: Matcher, places: readonly CollectedPlace[]): boolean {
  const found = new Set(places.map(({pattern, condition}) => `${pattern}:${condition}`))
  return patterns.some(({mode, conditions}, number) => {
    if (mode !== 'all') return false
    const needed = [...conditions.entries()].filter(([, c]) => c.type !== 'absent')
    const [first, ...rest] = needed.map(([i, c]) => ({c, isFound: found.has(`${number}:${i}`)}))
    return first?.isFound && rest.some(({c, isFound}) => !isFound && c.type === 'line' && mayBeIn(c.in))
  })
}

const mayBeIn = (kinds: readonly EvidenceKind[]) => !kinds.length || kinds.some(isWritten)
