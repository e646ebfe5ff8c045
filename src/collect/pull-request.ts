/** Which pull request a run tests. */

import type {Octokit} from '@octokit/rest'
import type {Note} from '../model.ts'
import type {RunAnswer} from './known-run.ts'
import {refused} from './refusal.ts'

/** Runs of these events test no pull request, whatever branch they are on. */
const WITHOUT = ['schedule', 'merge_group', 'release']

/**
 * Its number, found by branch and accepted only where head commit and head repository are the run's own: what
 * the run lists is empty for forks, and a number in an artifact was written by whoever opened the pull request.
 */
export async function findPullRequest(
  client: Octokit,
  owner: string,
  repo: string,
  found: RunAnswer,
  notes: Note[],
): Promise<number | null> {
  const {run, head_repository: from} = found
  if (run.pull_request !== null) return run.pull_request
  if (from === null || run.head_branch === null || run.head_sha === null || WITHOUT.includes(run.event ?? ''))
    return null
  try {
    const {data} = await client.rest.pulls.list({
      owner,
      repo,
      state: 'all',
      head: `${from.split('/')[0]}:${run.head_branch}`,
      per_page: 100,
    })
    const fitting = data.filter(
      p =>
        p.head.sha === run.head_sha &&
        p.head.repo?.full_name.toLowerCase() === from.toLowerCase() &&
        p.base.repo.full_name.toLowerCase() === `${owner}/${repo}`.toLowerCase(),
    )
    fitting.sort((a, b) => Number(b.state === 'open') - Number(a.state === 'open') || b.number - a.number)
    return fitting[0]?.number ?? null
  } catch (error) {
    notes.push(refused('pull request of the run', error, 'pull-requests: read'))
    return null
  }
}
