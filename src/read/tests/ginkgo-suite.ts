import {namedNode, nodeKind} from './ginkgo-lines.ts'
import type {SpecFailure} from './ginkgo-spec.ts'
import {type Found, MAX_FAILURES} from './located.ts'

/** One `Running Suite`, or the part of one that an excerpt shows. */
export interface Suite {
  name: string
  line: number
  /** Whether a line that only Ginkgo prints was seen; an excerpt may have none. */
  certain: boolean
  succinct: boolean
  willRun: number | null
  total: number | null
  ran: number | null
  /** From the result line, null where there is none. */
  counts: {passed: number; failed: number; skipped: number} | null
  /** Specs that passed, as far as they were printed. */
  passedSeen: number
  /** `S` and `P` of specs that did not run, as far as they were printed. */
  skippedSeen: number
  pendingSeen: number
  failedSeen: number
  failures: SpecFailure[]
  loose: SpecFailure[]
  entries: {name: string; location: string; from: number; to: number; taken: boolean}[]
  summarized: boolean
  crash: Found | null
}

/** A suite of which nothing is known yet. */
export function newSuite(line: number, name: string): Suite {
  const unknown = {willRun: null, total: null, ran: null, counts: null, crash: null}
  const lists = {failures: [], loose: [], entries: []}
  return {
    name,
    line,
    certain: false,
    succinct: false,
    passedSeen: 0,
    skippedSeen: 0,
    pendingSeen: 0,
    failedSeen: 0,
    summarized: false,
    ...unknown,
    ...lists,
  }
}

/** A suite when its last line has been seen. */
export interface ClosedSuite {
  total: number | null
  ran: number | null
  passed: number
  failed: number
  skipped: number
  found: SpecFailure[]
  failing: boolean
  /** Whether all that failed is the set-up, and no spec ran. */
  setup: boolean
  teardown: boolean
}

/**
 * Sums up a suite. `complete` tells that Ginkgo went on after it: then a succinct suite without a result line has
 * passed (`SUCCESS!` may be hidden behind a test's own text), while otherwise it was cut short.
 */
export function closeSuite(suite: Suite, complete: boolean): ClosedSuite {
  const all = named(suite)
  const real = all.filter(f => !f.cascade)
  const found = distinct(real.length > 0 ? real : all.slice(0, 1))
  const crash = suite.counts === null && suite.ran === null ? suite.crash : null
  if (crash) found.push({...crash, kind: null, cascade: false, headed: true})
  const specFailures = found.filter(f => f.kind === null).length
  const quiet = complete && suite.succinct && suite.ran === null && found.length === 0
  const {willRun, total, passedSeen, skippedSeen} = suite
  // A test's own text may hide some of the dots: then what was to run must do.
  const everySeen = passedSeen + skippedSeen + suite.pendingSeen === total
  const passed = quiet && !everySeen ? (willRun ?? passedSeen) : passedSeen
  const unrun = quiet && everySeen ? skippedSeen : Math.max(0, (total ?? 0) - (quiet ? passed : 0))
  const counts = suite.counts ?? {
    passed: suite.ran === 0 ? 0 : passed,
    failed: Math.max(specFailures, crash ? 1 : 0, suite.failedSeen),
    skipped: quiet || suite.ran === 0 ? unrun : 0,
  }
  const ran = suite.ran ?? (quiet ? passed : null)
  const started = ran === null ? suite.passedSeen + suite.failedSeen > 0 : ran > 0
  return {
    total,
    ran,
    ...counts,
    found,
    failing: found.length > 0,
    setup: !started && found.length > 0 && found.some(f => f.kind === 'setup'),
    teardown: found.length > 0 && found.every(f => f.kind === 'teardown'),
  }
}

/** The failures with the names and places of the summary, which has what a cut or `-vv` block lacks. */
function named(suite: Suite): SpecFailure[] {
  const failures = suite.failures.length > 0 ? suite.failures : suite.loose
  const exact = (f: SpecFailure) =>
    suite.entries.find(e => !e.taken && e.name === f.name && e.location === f.location)
  const similar = (f: SpecFailure) =>
    suite.entries.find(e => !e.taken && e.name === f.name) ??
    suite.entries.find(e => !e.taken && f.location !== '' && e.location === f.location)
  const pairs = failures.map(f => ({f, entry: take(exact(f))}))
  const out = pairs.map(({f, entry}) => {
    const e = entry ?? take(similar(f))
    if (!e) return f
    return {...f, name: e.name, location: f.location || e.location}
  })
  for (const e of suite.entries) {
    if (e.taken) continue
    const kind = nodeKind(namedNode(e.name))
    const {name, location, from, to} = e
    out.push({name, location, from, to, message: '', kind, cascade: false, headed: true})
  }
  return out
}

function take<T extends {taken: boolean}>(entry: T | undefined): T | undefined {
  if (entry) entry.taken = true
  return entry
}

/** Every parallel process reports the failure of its own suite node: the same failure is told once. */
export function distinct<T extends Found & Pick<SpecFailure, 'kind'>>(failures: readonly T[]): T[] {
  const seen = new Set<string>()
  const out = failures.filter(f => {
    if (f.kind === null) return true
    const key = `${f.name}\n${f.location}\n${f.message.replace(/0x[\da-f]+/g, '')}`
    return !seen.has(key) && seen.add(key)
  })
  return out.slice(0, MAX_FAILURES)
}
