/** The evidence of a workflow run, from GitHub's REST API. */

import type {Collection, Job, Note, Source} from '../model.ts'
import {type Artifact, toAnnotations} from './answers.ts'
import type {Api} from './api.ts'
import {artifactZip} from './artifact-zip.ts'
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
  let done = 0
  return assemble({
    found,
    jobs,
    artifacts,
    select: options.select,
    ownUnknown: options.ownCheckRunId === null,
    notes: api.notes,
    annotationsOf: annotationsOf(api),
    logOf: async (suite, total) => {
      const content = await jobLog(api, suite.job, suite.status !== 'passed')
      api.progress({what: `log of ${suite.job.name}`, done: ++done, total})
      return content
    },
    artifactOf: zips(api),
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

/** Contents of artifacts; two suites that share one share its download. */
function zips(api: Api): (artifact: Artifact) => Source['content'] {
  const known = new Map<number, Source['content']>()
  return artifact => {
    const content = known.get(artifact.id) ?? artifactZip(api, artifact)
    known.set(artifact.id, content)
    return content
  }
}
