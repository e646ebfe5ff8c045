/** Runs and jobs as the API shows them. */
import {graph} from './dag.ts'
import {idOf, minimalRepository, nodeId, user} from './people.ts'
import {pullMinimal, stateOf} from './pull-objects.ts'
import type {Call} from './route.ts'
import {type Job, NOON, type Run, type Step} from './state.ts'

/** The attempt by its number, else the latest. */
export const attemptOf = (run: Run, number?: number) => run.attempts[(number ?? run.attempts.length) - 1]

const branchOf = (run: Run) => (run.head_branch === undefined ? 'main' : run.head_branch)
export const workflowId = (run: Run) => run.workflow_id ?? idOf(run.name ?? 'CI')
export const workflowPath = (run: Run) => run.path ?? '.github/workflows/ci.yml'
const failed = ['failure', 'timed_out', 'startup_failure']
const jobConclusion = (job: Job) =>
  job.conclusion !== undefined
    ? job.conclusion
    : (job.status ?? 'completed') === 'completed'
      ? 'success'
      : null

export function runConclusion(run: Run, number?: number): string | null {
  const attempt = attemptOf(run, number)!
  if (attempt.conclusion !== undefined) return attempt.conclusion
  if ((attempt.status ?? 'completed') !== 'completed') return null
  return attempt.jobs.some(job => failed.includes(jobConclusion(job) ?? '')) ? 'failure' : 'success'
}

function pullsOf(call: Call, run: Run) {
  const all = call.repo.pulls ?? []
  if (run.pull_requests) return all.filter(pull => run.pull_requests!.includes(pull.number))
  if ((run.head_repository ?? call.name) !== call.name) return []
  return all.filter(
    p => stateOf(p) === 'open' && p.head.ref === branchOf(run) && (p.head.repo ?? call.name) === call.name,
  )
}

export function runObject(call: Call, run: Run, number = run.attempts.length) {
  const attempt = attemptOf(run, number)!
  const head = run.head_repository ?? call.name
  const url = `${call.api}/repos/${call.name}/actions/runs/${run.id}`
  const html = `https://github.com/${call.name}/actions/runs/${run.id}`
  const commit = graph(call.state, call.name).get(run.head_sha)
  const actor = user(call.api, commit?.author ?? 'octocat')
  const person = {name: actor.login, email: `${actor.login}@example.com`}
  const suite = idOf(`suite ${run.id}`)
  return {
    id: run.id,
    name: run.name ?? 'CI',
    node_id: nodeId('WFR', run.id),
    head_branch: branchOf(run),
    head_sha: run.head_sha,
    path: workflowPath(run),
    display_title: commit?.message?.split('\n')[0] ?? 'Change something',
    run_number: run.run_number ?? 1,
    run_attempt: number,
    event: run.event ?? 'pull_request',
    status: attempt.status ?? 'completed',
    conclusion: runConclusion(run, number),
    workflow_id: workflowId(run),
    check_suite_id: suite,
    check_suite_node_id: nodeId('CS', suite),
    url: number === run.attempts.length ? url : `${url}/attempts/${number}`,
    html_url: number === run.attempts.length ? html : `${html}/attempts/${number}`,
    pull_requests: pullsOf(call, run).map(pull => pullMinimal(call, pull)),
    created_at: run.created_at ?? NOON,
    updated_at: attempt.updated_at ?? NOON,
    run_started_at: attempt.started_at ?? run.created_at ?? NOON,
    actor,
    triggering_actor: actor,
    jobs_url: `${url}/jobs`,
    logs_url: `${url}/logs`,
    check_suite_url: `${call.api}/repos/${call.name}/check-suites/${suite}`,
    artifacts_url: `${url}/artifacts`,
    cancel_url: `${url}/cancel`,
    rerun_url: `${url}/rerun`,
    previous_attempt_url: number > 1 ? `${url}/attempts/${number - 1}` : null,
    workflow_url: `${call.api}/repos/${call.name}/actions/workflows/${workflowId(run)}`,
    referenced_workflows: [],
    head_commit: {
      id: run.head_sha,
      tree_id: run.head_sha,
      message: commit?.message ?? 'Change something',
      timestamp: commit?.date ?? NOON,
      author: person,
      committer: person,
    },
    repository: minimalRepository(call.api, call.name, call.repo),
    head_repository: minimalRepository(call.api, head, call.state.repositories[head]),
  }
}

export function jobObject(call: Call, run: Run, number: number, job: Job) {
  const url = `${call.api}/repos/${call.name}/actions`
  const status = job.status ?? 'completed'
  const started = job.started_at ?? job.created_at ?? NOON
  return {
    id: job.id,
    run_id: run.id,
    workflow_name: run.name ?? 'CI',
    head_branch: branchOf(run),
    run_url: `${url}/runs/${run.id}`,
    run_attempt: job.run_attempt ?? number,
    node_id: nodeId('CR', job.id),
    head_sha: run.head_sha,
    url: `${url}/jobs/${job.id}`,
    html_url: `https://github.com/${call.name}/actions/runs/${run.id}/job/${job.id}`,
    status,
    conclusion: jobConclusion(job),
    created_at: job.created_at ?? started,
    started_at: started,
    completed_at: job.completed_at !== undefined ? job.completed_at : status === 'completed' ? NOON : null,
    name: job.name,
    steps: (job.steps ?? []).map(stepObject),
    check_run_url: `${call.api}/repos/${call.name}/check-runs/${job.id}`,
    labels: ['ubuntu-latest'],
    runner_id: status === 'queued' ? null : 1,
    runner_name: status === 'queued' ? null : 'GitHub Actions 1',
    runner_group_id: status === 'queued' ? null : 0,
    runner_group_name: status === 'queued' ? null : 'GitHub Actions',
  }
}

function stepObject(step: Step, index: number) {
  const status = step.status ?? 'completed'
  const done = status === 'completed'
  return {
    name: step.name,
    status,
    conclusion: step.conclusion !== undefined ? step.conclusion : done ? 'success' : null,
    number: step.number ?? index + 1,
    started_at: step.started_at !== undefined ? step.started_at : NOON,
    completed_at: step.completed_at !== undefined ? step.completed_at : done ? NOON : null,
  }
}
