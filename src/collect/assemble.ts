/** Run, jobs and artifacts put together; where they come from is the caller's. */

import type {Collection, Job, Note, Source, Suite} from '../model.ts'
import type {Artifact} from './answers.ts'
import {chooseEvidence} from './evidence.ts'
import type {RunAnswer} from './known-run.ts'
import {fold} from './names.ts'
import type {Selection} from './selection.ts'
import {type ChosenSuite, chooseSuites, statusOf} from './suites.ts'
import {none} from './unavailable.ts'

/** More of one suite are a mistake in the pattern, or worse. */
const ARTIFACTS = 20

export interface Pieces {
  found: RunAnswer
  jobs: Job[]
  artifacts: Artifact[]
  select: Selection
  /** Whether one unfinished job may be our own. */
  ownUnknown: boolean
  notes: Note[]
  annotationsOf: (job: Job) => Promise<string[]>
  logOf: (suite: Suite & {job: Job}) => Promise<Source['content']>
  artifactOf: (artifact: Artifact, suite: Suite) => Source['content'] | Promise<Source['content']>
}

/** The collection. `notes` becomes its `incomplete`, and grows while sources are opened. */
export async function assemble(pieces: Pieces): Promise<Collection> {
  const {found, jobs, notes} = pieces
  const chosen = chooseSuites(jobs, pieces.select)
  const evidence = evidenceOf(pieces, chosen.suites, chosen.others)
  const suites = await Promise.all(
    chosen.suites.map(async ({aliases: _, ...suite}): Promise<Suite> => {
      const job = suite.job && {...suite.job}
      if (job && suite.status !== 'passed' && job.status === 'completed' && suite.status !== 'skipped')
        job.annotations = await pieces.annotationsOf(job)
      return {...suite, job, status: job ? statusOf(job) : suite.status, sources: []}
    }),
  )
  await Promise.all(
    suites.map(async suite => {
      const {job} = suite
      if (!job || suite.status === 'skipped') return
      const fitting = evidence.bySuite.get(suite.service) ?? []
      if (fitting.length > ARTIFACTS)
        notes.push({
          what: `artifacts of ${suite.name}`,
          why: `${fitting.length} fit, ${ARTIFACTS} are read; narrow artifact-pattern`,
        })
      const artifacts = fitting.slice(0, ARTIFACTS)
      // All are known before the first log comes, so that it can be said how much there is.
      const [log, ...contents] = await Promise.all([
        pieces.logOf({...suite, job}),
        ...artifacts.map(artifact => evidence.known(artifact) ?? pieces.artifactOf(artifact, suite)),
      ])
      suite.sources.push({kind: 'job-log', name: job.name, url: job.url, content: log})
      for (const [i, artifact] of artifacts.entries())
        suite.sources.push(artifactSource(artifact, found, contents[i]!))
      suite.sources.push(...evidence.instead(suite.service))
    }),
  )
  notes.push(...remarks(pieces, chosen.unfinished, suites))
  // Downloads end in any order; the report is to be the same each time.
  notes.sort((a, b) => (a.what + a.why < b.what + b.why ? -1 : 1))
  const {run, workflow_id} = found
  return {run, workflow_id, suites, green_jobs: chosen.green_jobs, incomplete: notes}
}

function evidenceOf(pieces: Pieces, suites: ChosenSuite[], others: string[]) {
  const {run} = pieces.found
  const question = {
    suites: suites.map(s => ({...s, started_at: s.job?.started_at ?? null})),
    others,
    runId: run.id,
    rerun: (run.attempt ?? 1) > 1,
  }
  return chooseEvidence(pieces.artifacts, question, pieces.select)
}

/** An artifact as a source. */
function artifactSource(artifact: Artifact, found: RunAnswer, content: Source['content']): Source {
  const base = found.run.url?.replace(/\/attempts\/\d+$/, '')
  const report = /junit|test-?(report|result)s?/.test(fold(artifact.name))
  const bundle = /must-gather|diagnostics|bundle|logs/.test(fold(artifact.name))
  return {
    kind: report && !bundle ? 'test-report' : 'bundle',
    name: artifact.name,
    url: base && artifact.id > 0 ? `${base}/artifacts/${artifact.id}` : null,
    content,
  }
}

/** What the list of suites does not show by itself. */
function remarks(pieces: Pieces, unfinished: string[], suites: Suite[]): Note[] {
  const {found, jobs} = pieces
  const notes: Note[] = []
  const page = found.run.url ?? 'its page'
  const why = new Map([
    [
      'startup_failure',
      `GitHub could not start it (startup_failure), so there are no jobs: see the workflow file's errors at ${page}`,
    ],
    ['action_required', `it waits for a maintainer's approval, so no job has run: see ${page}`],
    [
      'failure',
      jobs.some(j => statusOf(j) === 'failed')
        ? 'it failed, but no job that is a suite did; see job-name-pattern and exclude-jobs'
        : `it failed without a failed job: see ${page}`,
    ],
  ]).get(found.conclusion ?? '')
  if (why && !suites.some(s => !['passed', 'skipped'].includes(s.status))) notes.push({what: 'the run', why})
  if (unfinished.length > (pieces.ownUnknown ? 1 : 0))
    notes.push({
      what: `${unfinished.length} unfinished ${unfinished.length === 1 ? 'job' : 'jobs'}`,
      why: `${unfinished.slice(0, 5).join(', ')}${unfinished.length > 5 ? ' ...' : ''}: not finished when this was made; add them to the \`needs\` of the triage job`,
    })
  return notes
}

/** A log that was not recorded. */
export const notRecorded = (file: string): Source['content'] => none('missing', `${file} is not there`)
