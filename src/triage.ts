import type {Baseline} from './baseline.ts'
import {clockAt, type Times} from './deadline.ts'
import {commonCauses} from './diagnose/correlate.ts'
import {diagnose, knowledgeOf} from './diagnose/diagnose.ts'
import {excerpt} from './diagnose/excerpt.ts'
import {normalise} from './diagnose/text.ts'
import {fixStatus} from './fixes/status.ts'
import {wantedFacts} from './fixes/wanted.ts'
import {compare, history, later, tellingHeads} from './history/history.ts'
import {sayHistory} from './history/say.ts'
import type {
  Collection,
  Config,
  Diagnosis,
  Facts,
  FactsWanted,
  Findings,
  Pattern,
  Report,
  Suite,
  SuiteStatus,
} from './model.ts'
import {readSuites} from './reading.ts'
import {buildReport} from './report/build.ts'
import {redactReport} from './report/redact.ts'
import type {Threads} from './threads.ts'

/** All that a triage needs from outside; the action and the command line differ in what they put in, in nothing else. */
export interface World {
  tool: {version: string; catalog: string}
  collection: Collection
  patterns: readonly Pattern[]
  config: Config
  /** Base branch, null where unknown. */
  base: string | null
  /** The merge commit that Actions built and tested in this run, null or absent where unknown. */
  merge?: string | null
  facts(wanted: FactsWanted): Promise<Facts>
  /** Reports of other runs, oldest first. */
  earlier: readonly Report[]
  redact(text: string): string
  progress(message: string): void
  /** Asked for a few suites whose cause is not known. Null or absent: there is nothing to compare with. */
  baseline?: Baseline | null
  /** Until when sources are read. Absent: to their end. */
  times?: Times
  /** For a run that takes long. Absent: all is read in this thread. */
  threads?: () => Promise<Threads>
}

export interface Triaged {
  report: Report
  /** A sentence for the reviewer about a suite's history, by service. */
  reviewerNotes: Record<string, string>
}

const failed: readonly SuiteStatus[] = ['failed', 'cancelled', 'timed_out']

/** What a diagnosis is made of is much, and not needed after it. */
const withoutEvidence = (findings: Findings): Findings => ({
  ...findings,
  matches: [],
  events: [],
  objects: [],
  telling: [],
})

/** So many suites are compared with a passing run: each costs the download of a log. */
const mostCompared = 5

/** A job that only repeats what others failed of, or was cancelled for them, needs no fix of its own. */
const repeatsOthers = 'cascade-only'

const isUnknown = ({state}: Diagnosis): boolean => state === 'unclassified' || state === 'symptom-only'

/** Puts lines that a passing run prints too out of the excerpts; all else, the signature included, stays as it is. */
async function compareWithPassing(
  {baseline, times, progress}: World,
  suites: readonly Suite[],
  knownOf: (suite: Suite) => {findings: Findings; diagnosis: Diagnosis},
): Promise<void> {
  if (!baseline || !suites.length || (times && clockAt(times.fetch)())) return
  progress('looking for a passing run to compare with')
  await Promise.all(
    suites.map(async suite => {
      const {findings, diagnosis} = knownOf(suite)
      const usual = await baseline(suite, new Set(findings.telling.map(({text}) => normalise(text))))
      diagnosis.excerpt = excerpt(findings, suite.job, usual)
    }),
  )
}

/** From what was collected to the report: read and match, diagnose, correlate, compute fix status. */
export async function triage(world: World): Promise<Triaged> {
  const {collection, config, earlier, base, merge = null} = world
  const {run} = collection
  const knowledge = knowledgeOf(world.patterns, config)
  const red = collection.suites.filter(suite => failed.includes(suite.status))
  const known = new Map<Suite, {findings: Findings; diagnosis: Diagnosis}>()
  const telling = new Map<Suite, Findings['telling']>()
  let begun = 0
  await readSuites(red, {
    knowledge,
    catalog: world.tool.catalog,
    times: world.times ?? null,
    threads: world.threads ?? null,
    before: suite => world.progress(`reading ${suite.name} (${++begun}/${red.length})`),
    found(suite, findings) {
      const diagnosis = diagnose(suite, findings, knowledge)
      known.set(suite, {findings: withoutEvidence(findings), diagnosis})
      if (world.baseline && isUnknown(diagnosis)) telling.set(suite, findings.telling)
    },
  })
  const diagnosed = collection.suites.map(suite => {
    const {findings = null, diagnosis = null} = known.get(suite) ?? {}
    return {suite, findings, service: suite.service, diagnosis}
  })
  const common = commonCauses(diagnosed, knowledge)

  const causes = diagnosed.flatMap(({diagnosis}) => {
    const pattern = diagnosis?.root_cause && knowledge.patterns.get(diagnosis.root_cause.pattern)
    return pattern && pattern.family !== repeatsOthers ? [{pattern: pattern.id, fixes: pattern.fixes}] : []
  })
  const laterRuns = later(earlier, run)
  if (causes.length) world.progress('looking up fixes')
  const unknown = collection.suites.filter(suite => telling.get(suite)?.length).slice(0, mostCompared)
  const [facts] = await Promise.all([
    world.facts(wantedFacts({run, base, merge, causes, heads: tellingHeads(earlier, run, base)})),
    compareWithPassing(world, unknown, suite => {
      const {findings, diagnosis} = known.get(suite)!
      return {findings: {...findings, telling: telling.get(suite)!}, diagnosis}
    }),
  ])
  telling.clear()
  const branch = base ?? facts.base

  const suites = diagnosed.map(({suite, findings, diagnosis}) => {
    const {service} = suite
    const cause = causes.find(c => c.pattern === diagnosis?.root_cause?.pattern)
    const fix = cause ? fixStatus({cause, service, facts, later: laterRuns, run}) : null
    if (!diagnosis || !earlier.length) return {suite, findings, diagnosis, fix, history: null, note: ''}
    const {signature} = diagnosis
    const current = {run, service, pattern: cause?.pattern ?? null, signature}
    const past = history({earlier, current, base: branch})
    const shown = [...diagnosis.chain.map(link => link.pattern), ...(cause ? [cause.pattern] : [])]
    const told = compare({earlier, current, base: branch, shown})
    const note = sayHistory(past, {run, base: branch, ...told})
    return {suite, findings, diagnosis, fix, history: past, note}
  })
  const incomplete = [...collection.incomplete, ...facts.incomplete]
  const report = buildReport({tool: world.tool, run, incomplete, suites, common_causes: common})
  const notes = suites.filter(({note}) => note !== '').map(({suite, note}) => [suite.service, note] as const)
  const reviewerNotes = Object.fromEntries(notes)
  return {report: redactReport(report, world.redact), reviewerNotes}
}
