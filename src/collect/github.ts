/** The evidence of a workflow run, from GitHub's REST API. */

import type {Collection, Job, Note} from '../model.ts'
import {zipsAhead} from './ahead.ts'
import {toAnnotations} from './answers.ts'
import type {Api} from './api.ts'
import {assemble} from './assemble.ts'
import {jobLog} from './job-log.ts'
import {type CollectOptions, type Listing, listRun} from './listing.ts'
import {refusal, refused} from './refusal.ts'

export type {CollectOptions} from './listing.ts'

/**
 * All that may say why the run's suites failed. Logs of jobs that did not pass are fetched now, the rest at `open()`,
 * which rejects with an `Unavailable`. Refusals become notes; only a run that cannot be read is a `UserError`.
 */
export async function collectFromGitHub(options: CollectOptions): Promise<Collection> {
  return fromListing(await listRun(options), options)
}

/** Logs and artifacts of a listed run. */
export async function fromListing(listing: Listing, options: CollectOptions): Promise<Collection> {
  const {api, found, jobs, artifacts} = listing
  const contentOf = zipsAhead(api)
  return assemble({
    found,
    jobs,
    artifacts,
    select: options.select,
    ownUnknown: options.ownCheckRunId === null,
    notes: api.notes,
    annotationsOf: annotationsOf(api),
    logOf: suite => jobLog(api, suite.job, suite.status !== 'passed'),
    artifactOf: (artifact, {status}) =>
      contentOf(artifact, status === 'failed' || status === 'cancelled' || status === 'timed_out'),
  })
}

/**
 * Messages of a job's check run. Without the permission, which few workflows grant, the first refusal speaks for all; it
 * matters only for jobs that ended without a failed step: what a step did is in the log.
 */
function annotationsOf(api: Api): (job: Job) => Promise<string[]> {
  const {owner, repo} = api
  let forbidden: Note | null = null
  const missing = (job: Job, note: Note, matters = !job.steps.some(s => s.conclusion === 'failure')) => {
    if (matters && !api.notes.includes(note)) api.notes.push(note)
    return []
  }
  const ask = async (job: Job): Promise<string[]> => {
    if (forbidden) return missing(job, forbidden)
    try {
      const query = {owner, repo, check_run_id: job.id, per_page: 100}
      return toAnnotations((await api.client.rest.checks.listAnnotations(query)).data)
    } catch (error) {
      const {status, message} = refusal(error, '')
      const all = status === 401 || (status === 403 && !message.includes('rate limit'))
      if (!all) return missing(job, refused(`annotations of ${job.name}`, error, 'checks: read'), true)
      forbidden ??= refused('annotations of the jobs', error, 'checks: read')
      return missing(job, forbidden)
    }
  }
  return job => api.limit(() => ask(job))
}
