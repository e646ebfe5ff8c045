/** The log of a passing run of the same job, to see by it what is usual. Nothing depends on it: each refusal is just none. */

import {rm} from 'node:fs/promises'
import type {Octokit} from '@octokit/rest'
import * as z from 'zod'
import type {Collection, Job, Note, Report, Suite} from '../model.ts'
import {toJobs} from './answers.ts'
import {attemptsBefore} from './attempts.ts'
import type {FileBytes} from './bytes.ts'
import {id, text} from './fields.ts'
import {jobLog} from './job-log.ts'
import {limiter} from './limit.ts'
import {allPages} from './pages.ts'
import {tally} from './progress.ts'
import type {Limits} from './selection.ts'
import {statusOf} from './suites.ts'

export interface PassingOptions {
  client: Octokit
  owner: string
  repo: string
  collection: Pick<Collection, 'run' | 'workflow_id'>
  /** Base branch, null where unknown. */
  base: string | null
  /** Reports of other runs: an attempt that the suite is known to have failed in is not asked about. */
  earlier: readonly Report[]
  limits: Limits
  tempDir: string
  /** Milliseconds since the epoch. */
  deadline: number
  fetch?: typeof fetch
}

/** A log that is not there yet is not waited for. */
const never = Number.POSITIVE_INFINITY
/** Newest runs that are looked at: some of a branch of this name may be of forks. */
const NEWEST = 5

/**
 * Finds logs of passing jobs of a suite's name, the best first: of the newest earlier attempt of the run, then of the newest
 * successful run of the workflow on the base branch. Lists are asked for once, and only when a suite needs them; `drop` a log
 * that was read.
 */
export function passingLogs(options: PassingOptions): (suite: Suite) => AsyncGenerator<FileBytes> {
  const {client, owner, repo, base, earlier, deadline} = options
  const {run, workflow_id = null} = options.collection
  /** What is missing here is no missing evidence. */
  const notes: Note[] = []
  const quiet = tally(() => {}, never)
  const api = {fetch, ...options, limit: limiter(4), tally: quiet, notes, firstWait: never}
  const lists = new Map<string, Promise<Job[]>>()

  function listed(key: string, ask: () => Promise<Job[]>): Promise<Job[]> {
    const known = lists.get(key) ?? ask().catch(() => [])
    lists.set(key, known)
    return known
  }
  /** Not repeated, and not waited for longer than there is time. */
  const request = () => ({retries: 0, signal: AbortSignal.timeout(Math.max(1, deadline - Date.now()))})

  async function jobsOf(run_id: number, attempt_number: number): Promise<Job[]> {
    const query = {owner, repo, run_id, attempt_number, per_page: 100, request: request()}
    const answers = await allPages('jobs', 'actions: read', notes, async page => {
      const {data} = await client.rest.actions.listJobsForWorkflowRunAttempt({...query, page})
      return {total: data.total_count, items: data.jobs}
    })
    return toJobs(answers)
  }

  async function jobsOnBase(workflow_id: number, branch: string): Promise<Job[]> {
    const {data} = await client.rest.actions.listWorkflowRuns({
      owner,
      repo,
      workflow_id,
      branch,
      status: 'success',
      exclude_pull_requests: true,
      per_page: NEWEST,
      request: request(),
    })
    const runs = data.workflow_runs.flatMap(answer => listedRun.safeParse(answer).data ?? [])
    // A fork's branch may be called as ours is.
    const own = runs.find(
      r =>
        r.id !== run.id &&
        r.conclusion === 'success' &&
        r.head_repository?.full_name?.toLowerCase() === `${owner}/${repo}`.toLowerCase(),
    )
    return own ? await jobsOf(own.id, own.run_attempt) : []
  }

  async function logOf(job: Job): Promise<FileBytes | null> {
    const content = await jobLog(api, job, true).catch(() => null)
    if (content?.type !== 'bytes') return null
    const bytes = (await content.open()) as FileBytes
    return {...bytes, drop: () => void rm(bytes.part.path, {force: true}).catch(() => {})}
  }

  return async function* (suite) {
    const {service, job} = suite
    if (!job) return
    const places: (() => Promise<Job[]>)[] = []
    for (const attempt of attemptsBefore(run).toReversed()) {
      const report = earlier.find(r => r.run.id === run.id && r.run.attempt === attempt)
      const known = report?.suites.find(s => s.service === service)?.status ?? 'passed'
      if (known === 'passed') places.push(() => listed(`${attempt}`, () => jobsOf(run.id!, attempt)))
    }
    if (base !== null && workflow_id !== null)
      places.push(() => listed('base', () => jobsOnBase(workflow_id, base)))
    for (const jobs of places) {
      if (Date.now() >= deadline) return
      const same = (await jobs()).filter(one => one.name === job.name)
      // Two jobs of one name cannot be told apart.
      const passed = same.length === 1 && statusOf(same[0]!) === 'passed' ? same[0]! : null
      const log = passed && (await logOf(passed))
      if (log) yield log
    }
  }
}

const listedRun = z.object({
  id,
  run_attempt: id.catch(1),
  conclusion: text,
  head_repository: z.object({full_name: text}).nullish().catch(null),
})
