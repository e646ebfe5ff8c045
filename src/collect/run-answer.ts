/** GitHub's run object as far as it is used; what has another shape becomes null. */

import * as z from 'zod'
import {id, text} from './fields.ts'
import type {RunAnswer} from './known-run.ts'

const pull = z.object({number: id, head: z.object({sha: z.string()})})

const run = z.object({
  id: id.nullish().catch(null),
  run_attempt: id.nullish().catch(null),
  workflow_id: id.nullish().catch(null),
  name: text,
  event: text,
  status: text,
  conclusion: text,
  html_url: text,
  head_sha: text,
  head_branch: text,
  created_at: text,
  run_started_at: text,
  repository: z.object({full_name: z.string()}).nullish().catch(null),
  head_repository: z.object({full_name: z.string()}).nullish().catch(null),
  pull_requests: z.array(z.unknown()).nullish().catch([]),
})

/** A run object, null where it is none. `pull_request` only where the listed head is the tested commit. */
export function toRun(answer: unknown): RunAnswer | null {
  const parsed = run.safeParse(answer)
  if (!parsed.success) return null
  const r = parsed.data
  const pulls = (r.pull_requests ?? []).flatMap(p => pull.safeParse(p).data ?? [])
  return {
    run: {
      repository: r.repository?.full_name ?? null,
      id: r.id ?? null,
      attempt: r.run_attempt ?? null,
      url: r.html_url,
      workflow: r.name,
      event: r.event,
      head_sha: r.head_sha,
      head_branch: r.head_branch,
      pull_request: pulls.find(p => p.head.sha === r.head_sha)?.number ?? null,
      created_at: r.created_at,
    },
    workflow_id: r.workflow_id ?? null,
    status: r.status,
    conclusion: r.conclusion,
    started_at: r.run_started_at,
    head_repository: r.head_repository?.full_name ?? null,
  }
}

const jobsRun = z.object({
  run_id: id,
  run_attempt: id.nullish().catch(null),
  run_url: z.string().catch(''),
  workflow_name: text,
  head_sha: text,
  head_branch: text,
  html_url: text,
})

/** What a job says of its run, for a list of jobs without the run. */
export function runOfJob(answer: unknown): RunAnswer | null {
  const {data} = jobsRun.safeParse(answer)
  if (!data) return null
  const {run_id, workflow_name: name, html_url, run_url, ...rest} = data
  const full_name = /\/repos\/([^/]+\/[^/]+)\/actions\//.exec(run_url)?.[1]
  const page = html_url?.replace(/\/job\/\d+$/, '')
  return toRun({...rest, id: run_id, name, html_url: page, ...(full_name ? {repository: {full_name}} : {})})
}
