/** The evidence of a workflow run, from GitHub's REST API. */

import type {Collection, Job, Source} from '../model.ts'
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

/** Messages of a job's check run. Without the permission the first refusal speaks for all. */
function annotationsOf(api: Api): (job: Job) => Promise<string[]> {
  const {owner, repo} = api
  let forbidden = false
  const ask = async (job: Job) => {
    if (forbidden) return []
    try {
      const query = {owner, repo, check_run_id: job.id, per_page: 100}
      return toAnnotations((await api.client.rest.checks.listAnnotations(query)).data)
    } catch (error) {
      const forAll = [401, 403].includes(refusal(error, '').status ?? 0)
      const what = forAll ? 'annotations of the jobs' : `annotations of ${job.name}`
      if (!forbidden) api.notes.push(refused(what, error, 'checks: read'))
      forbidden ||= forAll
      return []
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
