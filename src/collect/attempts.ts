/** What earlier attempts of a run came to: only the list of jobs is asked for, no logs. */

import type {Octokit} from '@octokit/rest'
import type {Note, Run, Suite, SuiteStatus} from '../model.ts'
import {toJobs} from './answers.ts'
import {allPages} from './pages.ts'
import {statusOf} from './suites.ts'

const MOST = 3

/** Numbers of the newest attempts before a run's own, oldest first. */
export function attemptsBefore({id, attempt}: Run): number[] {
  if (id === null || attempt === null) return []
  const first = Math.max(1, attempt - MOST)
  return Array.from({length: attempt - first}, (_, i) => first + i)
}

/** The newest earlier attempts, oldest first, with how each of `suites` ended there; a suite without a job is absent. */
export async function earlierAttempts(options: {
  client: Octokit
  owner: string
  repo: string
  run: Run
  suites: readonly Suite[]
}): Promise<{attempts: {attempt: number; statuses: Record<string, SuiteStatus>}[]; notes: Note[]}> {
  const {client, owner, repo, run, suites} = options
  const notes: Note[] = []
  const attempts: {attempt: number; statuses: Record<string, SuiteStatus>}[] = []
  for (const attempt of suites.length ? attemptsBefore(run) : []) {
    const what = `jobs of attempt ${attempt}`
    const answers = await allPages(what, 'actions: read', notes, async page => {
      const query = {owner, repo, run_id: run.id!, attempt_number: attempt, per_page: 100, page}
      const {data} = await client.rest.actions.listJobsForWorkflowRunAttempt(query)
      return {total: data.total_count, items: data.jobs}
    })
    const jobs = toJobs(answers)
    const ended = suites.flatMap(({service, job}) => {
      const same = jobs.filter(one => one.name === job?.name)
      // Two jobs of one name cannot be told apart.
      return same.length === 1 ? [[service, statusOf(same[0]!)] as const] : []
    })
    attempts.push({attempt, statuses: Object.fromEntries(ended)})
  }
  return {attempts, notes}
}
