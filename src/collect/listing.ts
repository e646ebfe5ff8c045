/** A run with the lists of its jobs and artifacts, from GitHub's REST API. */

import type {Octokit} from '@octokit/rest'
import {UserError} from '../errors.ts'
import type {Job} from '../model.ts'
import {type Artifact, toArtifacts, toJobs} from './answers.ts'
import type {Api} from './api.ts'
import type {RunAnswer} from './known-run.ts'
import {limiter} from './limit.ts'
import {allPages} from './pages.ts'
import {tally} from './progress.ts'
import {findPullRequest} from './pull-request.ts'
import {refusal} from './refusal.ts'
import {toRun} from './run-answer.ts'
import type {Limits, Selection} from './selection.ts'

export interface CollectOptions {
  client: Octokit
  owner: string
  repo: string
  runId: number
  /** Null: the latest. */
  attempt: number | null
  serverUrl: string
  /** Check run of our own job, which is left out. */
  ownCheckRunId: number | null
  select: Selection
  limits: Limits
  /** Downloads go here; the caller makes and removes it. */
  tempDir: string
  /** Milliseconds since the epoch. */
  deadline: number
  /** A line now and then: how much of the logs and artifacts has come. */
  progress: (line: string) => void
  /** Milliseconds between two lines at least. */
  progressEvery?: number
  /** For downloads from the storage. */
  fetch?: typeof fetch
  /** Milliseconds before the first retry of a log that is not there yet. */
  firstWait?: number
}

/** The answers as they came, and what they say. */
export interface Listing {
  api: Api
  found: RunAnswer
  jobs: Job[]
  artifacts: Artifact[]
  raw: {run: Record<string, unknown>; jobs: unknown[]; artifacts: unknown[]}
}

/** The run and its lists, without logs and artifacts. */
export async function listRun(options: CollectOptions): Promise<Listing> {
  const api: Api = {
    ...options,
    fetch: options.fetch ?? fetch,
    limit: limiter(4),
    tally: tally(options.progress, options.progressEvery ?? 5000),
    notes: [],
    firstWait: options.firstWait ?? 2000,
  }
  const {client, owner, repo, notes} = api
  const {answer, until} = await readRun(options)
  const found = toRun(answer)
  if (!found)
    throw new UserError(`run ${options.runId}: the answer of ${options.serverUrl} is not a workflow run`)
  const {run} = found
  run.repository ??= `${owner}/${repo}`
  run.id ??= options.runId
  run.url ??= `${options.serverUrl.replace(/\/$/, '')}/${owner}/${repo}/actions/runs/${options.runId}`

  const base = {owner, repo, run_id: options.runId, per_page: 100}
  const [pullRequest, jobs, artifacts] = await Promise.all([
    api.limit(() => findPullRequest(client, owner, repo, found, notes)),
    allPages('list of jobs', 'actions: read', notes, async page => {
      const {data} = await api.limit(() =>
        client.rest.actions.listJobsForWorkflowRunAttempt({...base, attempt_number: run.attempt ?? 1, page}),
      )
      return {total: data.total_count, items: data.jobs}
    }),
    allPages('list of artifacts', 'actions: read', notes, async page => {
      const {data} = await api.limit(() => client.rest.actions.listWorkflowRunArtifacts({...base, page}))
      return {total: data.total_count, items: data.artifacts}
    }),
  ])
  run.pull_request = pullRequest
  const others = jobs.filter(job => (job as {id?: unknown}).id !== options.ownCheckRunId)
  const current = artifacts.filter(
    a => until === null || !later((a as {created_at?: unknown}).created_at, until),
  )
  return {
    api,
    found,
    jobs: toJobs(others),
    artifacts: toArtifacts(current),
    raw: {run: answer, jobs: others, artifacts: current},
  }
}

/** The run object of the wanted attempt, and when the next attempt began, where there is one. */
async function readRun(
  options: CollectOptions,
): Promise<{answer: Record<string, unknown>; until: string | null}> {
  const {client, owner, repo, runId: run_id, attempt} = options
  try {
    const {data: latest} = await client.rest.actions.getWorkflowRun({owner, repo, run_id})
    if (attempt === null || latest.run_attempt === undefined || attempt === latest.run_attempt)
      return {answer: {...latest}, until: null}
    const of = (attempt_number: number) =>
      client.rest.actions.getWorkflowRunAttempt({owner, repo, run_id, attempt_number})
    const [{data}, next] = await Promise.all([of(attempt), of(attempt + 1).catch(() => null)])
    return {answer: {...data}, until: next?.data.run_started_at ?? null}
  } catch (cause) {
    const {message, advice} = refusal(cause, 'actions: read')
    const url = `${options.serverUrl.replace(/\/$/, '')}/${owner}/${repo}/actions/runs/${run_id}`
    throw new UserError(`${url}${attempt === null ? '' : `/attempts/${attempt}`}: ${message}; ${advice}`, {
      cause,
    })
  }
}

const later = (a: unknown, b: string) => typeof a === 'string' && Date.parse(a) >= Date.parse(b)
