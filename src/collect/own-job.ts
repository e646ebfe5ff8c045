/** The service whose tests the job runs that asks. */

import type {Octokit} from '@octokit/rest'
import {toJobs} from './answers.ts'
import {byGroup, byPattern} from './job-names.ts'
import {slug} from './names.ts'
import {refusal} from './refusal.ts'

/** What a service is called in names of artifacts and as a key. */
export const serviceKey = (name: string): string => slug(name)

/** As a report on the whole run would call the suite of this job; null with a reason where its name cannot be had. */
export async function ownService({
  client,
  owner,
  repo,
  jobId,
  jobName,
}: {
  client: Octokit
  owner: string
  repo: string
  jobId: number | null
  /** Regular expression with a group `service`; null: the text in the last parentheses. */
  jobName: string | null
}): Promise<{service: string | null; why: string}> {
  if (jobId === null) return {service: null, why: 'the server does not tell a job its id'}
  try {
    const {data} = await client.rest.actions.getJobForWorkflowRun({owner, repo, job_id: jobId})
    const [job] = toJobs([data])
    const [named] = job ? (jobName === null ? [byGroup(job)] : byPattern(jobName)(job)) : []
    if (named) return {service: slug(named.label), why: ''}
    return {service: null, why: 'the name of the job does not fit job-name-pattern'}
  } catch (error) {
    const {message, advice} = refusal(error, 'actions: read')
    return {service: null, why: `the name of the job could not be read: ${message}; ${advice}`}
  }
}
