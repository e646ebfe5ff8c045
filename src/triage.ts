import type {Times} from './deadline.ts'
import {commonCauses} from './diagnose/correlate.ts'
import {diagnose} from './diagnose/diagnose.ts'
import {explainsGraph} from './diagnose/explains.ts'
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

/** From what was collected to the report: read and match, diagnose, correlate, compute fix status. */
export async function triage(world: World): Promise<Triaged> {
  const {collection, config, earlier, base, merge = null} = world
  const {run} = collection
  const knowledge = {
    patterns: new Map(world.patterns.map(p => [p.id, p])),
    explains: explainsGraph(world.patterns),
    config,
  }
  const red = collection.suites.filter(suite => failed.includes(suite.status))
  const known = new Map<Suite, {findings: Findings; diagnosis: Diagnosis | null}>()
  let begun = 0
  await readSuites(red, {
    patterns: world.patterns,
    catalog: world.tool.catalog,
    times: world.times ?? null,
    threads: world.threads ?? null,
    before: suite => world.progress(`reading ${suite.name} (${++begun}/${red.length})`),
    found: (suite, findings) =>
      known.set(suite, {
        findings: withoutEvidence(findings),
        diagnosis: diagnose(suite, findings, knowledge),
      }),
  })
  const diagnosed = collection.suites.map(suite => {
    const {findings = null, diagnosis = null} = known.get(suite) ?? {}
    return {suite, findings, service: suite.service, diagnosis}
  })
  const common = commonCauses(diagnosed, knowledge)

  const causes = diagnosed.flatMap(({diagnosis}) => {
    const pattern = diagnosis?.root_cause && knowledge.patterns.get(diagnosis.root_cause.pattern)
    return pattern ? [{pattern: pattern.id, fixes: pattern.fixes}] : []
  })
  const laterRuns = later(earlier, run)
  if (causes.length) world.progress('looking up fixes')
  const facts = await world.facts(
    wantedFacts({run, base, merge, causes, heads: tellingHeads(earlier, run, base)}),
  )
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
