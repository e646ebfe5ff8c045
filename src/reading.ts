import {clocksAt, type Times} from './deadline.ts'
import type {Knowledge} from './diagnose/diagnose.ts'
import {examine} from './examine.ts'
import {buildMatcher} from './match/matcher.ts'
import type {Findings, Suite} from './model.ts'
import type {Threads} from './threads.ts'

/** Milliseconds after which other threads are worth their start. */
const soon = 1000

/**
 * Reads suites and hands on what was found in each, in any order, so that nothing large stays in memory. With `threads`, a run
 * that takes long is read in other threads, too.
 */
export async function readSuites(
  suites: readonly Suite[],
  {
    knowledge,
    catalog,
    times = null,
    threads = null,
    before,
    found,
  }: {
    knowledge: Knowledge
    /** Digest of the patterns. */
    catalog: string
    times?: Times | null
    threads?: (() => Promise<Threads>) | null
    before(suite: Suite): void
    found(suite: Suite, findings: Findings): void
  },
): Promise<void> {
  const matcher = buildMatcher([...knowledge.patterns.values()])
  const clocks = clocksAt(times)
  const waiting = [...suites]
  const here = (suite: Suite) => examine(suite, matcher, {catalog, clocks, knowledge})
  const lane = async (read: typeof here) => {
    for (let suite = waiting.shift(); suite; suite = waiting.shift()) {
      before(suite)
      found(suite, await read(suite))
    }
  }
  let pool: Threads | null = null
  const others = async () => {
    // Where threads are not allowed, it takes longer.
    const started = waiting.length && threads ? await threads().catch(() => null) : null
    pool = started
    // What ends a thread may be a bound of it alone.
    const there = (suite: Suite) => started!.examine(suite, catalog, times).catch(() => here(suite))
    await Promise.all(Array.from({length: started?.count ?? 0}, () => lane(there)))
  }
  let rest: Promise<void> = Promise.resolve()
  const timer = setTimeout(() => {
    rest = others()
    rest.catch(() => {})
  }, soon)
  try {
    await lane(here)
    clearTimeout(timer)
    await rest
  } finally {
    clearTimeout(timer)
    await (pool as Threads | null)?.close()
  }
}
