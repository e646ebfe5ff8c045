/** Workflow runs, jobs, logs, annotations. */
import {nodeId} from './people.ts'
import {type Answer, type Call, type Need, notFound, page, type Route, refuse, route} from './route.ts'
import {attemptOf, jobObject, runConclusion, runObject, workflowId, workflowPath} from './run-objects.ts'
import {type Annotation, type Job, NOON, type Run} from './state.ts'

const actions: Need = [['actions', 'read']]
/** Public repositories show them to everybody; in private ones `actions` is not enough. */
const checks = (call: Call): Need => [['checks', 'read'], ...(call.repo.private ? [] : actions)]
const noAdmin = refuse(403, 'Must have admin rights to Repository.')

function withRun(answer: (call: Call, run: Run) => Answer): Route['run'] {
  return call => {
    const run = call.repo.runs?.find(r => r.id === Number(call.params['run_id']))
    const attempt = call.params['attempt_number']
    if (!run || (attempt !== undefined && !attemptOf(run, Number(attempt)))) return notFound()
    return answer(call, run)
  }
}

function listRuns(call: Call, runs: Run[], path: string): Answer {
  const query = (name: string) => call.query.get(name)
  const found = runs
    .filter(run => !query('branch') || (run.head_branch ?? 'main') === query('branch'))
    .filter(run => !query('event') || (run.event ?? 'pull_request') === query('event'))
    .filter(run => !query('head_sha') || run.head_sha === query('head_sha'))
    .filter(run => {
      const status = query('status')
      return !status || [attemptOf(run)?.status ?? 'completed', runConclusion(run)].includes(status)
    })
    .sort((a, b) => (b.created_at ?? NOON).localeCompare(a.created_at ?? NOON) || b.id - a.id)
  return page(call, path, found, run => runObject(call, run), 'workflow_runs')
}

/** Id or file name. */
function runsOfWorkflow(call: Call): Run[] {
  const wanted = call.params['workflow_id']!
  return (call.repo.runs ?? []).filter(
    run => String(workflowId(run)) === wanted || workflowPath(run).endsWith(`/${wanted}`),
  )
}

function getWorkflow(call: Call): Answer {
  const run = runsOfWorkflow(call)[0]
  if (!run) return notFound()
  const url = `${call.api}/repos/${call.name}/actions/workflows/${workflowId(run)}`
  const html = `https://github.com/${call.name}`
  return {
    json: {
      id: workflowId(run),
      node_id: nodeId('W', workflowId(run)),
      name: run.name ?? 'CI',
      path: workflowPath(run),
      state: 'active',
      created_at: NOON,
      updated_at: NOON,
      url,
      html_url: `${html}/blob/main/${workflowPath(run)}`,
      badge_url: `${html}/workflows/${encodeURIComponent(run.name ?? 'CI')}/badge.svg`,
    },
  }
}

function jobsOfAttempt(call: Call, run: Run): Answer {
  const number = Number(call.params['attempt_number'])
  const path = `/repos/${call.name}/actions/runs/${run.id}/attempts/${number}/jobs`
  return page(call, path, attemptOf(run, number)!.jobs, job => jobObject(call, run, number, job), 'jobs')
}

/** `filter=latest` (default): the last attempt's; `all`: every execution of every job once. */
function jobsOfRun(call: Call, run: Run): Answer {
  const last = run.attempts.length
  const all = run.attempts.flatMap((attempt, index) => attempt.jobs.map(job => ({job, number: index + 1})))
  const chosen = call.query.get('filter') === 'all' ? all : all.filter(({number}) => number === last)
  const unique = [...new Map(chosen.map(entry => [entry.job.id, entry])).values()]
  const path = `/repos/${call.name}/actions/runs/${run.id}/jobs`
  return page(call, path, unique, ({job, number}) => jobObject(call, run, number, job), 'jobs')
}

/** The job with this id, in the last attempt that has it. */
function findJob(call: Call, id: number): {run: Run; number: number; job: Job} | null {
  for (const run of call.repo.runs ?? [])
    for (let number = run.attempts.length; number > 0; number--) {
      const job = attemptOf(run, number)!.jobs.find(j => j.id === id)
      if (job) return {run, number, job}
    }
  return null
}

function getJob(call: Call): Answer {
  const found = findJob(call, Number(call.params['job_id']))
  return found ? {json: jobObject(call, found.run, found.number, found.job)} : notFound()
}

const redirect = (location: string): Answer => ({status: 302, raw: '', headers: {location}})

function getLog(call: Call): Answer {
  const found = findJob(call, Number(call.params['job_id']))
  if (!found) return notFound()
  const {log} = found.job
  if (typeof log === 'object' && 'status' in log && log.status === 410) return refuse(410, 'Server Error')
  const content = typeof log === 'string' || Buffer.isBuffer(log) ? Buffer.from(log) : null
  return redirect(call.blobs.sign(`job-logs-${found.job.id}.txt`, content, 'text/plain; charset=utf-8'))
}

/** The zip of a whole run is only offered once it has ended; the fake gives an empty one. */
function getRunLogs(call: Call, run: Run): Answer {
  if ((attemptOf(run)!.status ?? 'completed') !== 'completed')
    return refuse(500, 'Failed to generate URL to download logs')
  const empty = Buffer.concat([Buffer.from('PK\x05\x06'), Buffer.alloc(18)])
  return redirect(call.blobs.sign(`logs_${run.id}.zip`, empty, 'application/zip'))
}

function annotations(call: Call): Answer {
  const found = findJob(call, Number(call.params['check_run_id']))
  if (!found) return notFound()
  const path = `/repos/${call.name}/check-runs/${found.job.id}/annotations`
  const show = (annotation: Annotation) => ({
    path: annotation.path ?? '.github',
    blob_href: `https://github.com/${call.name}/blob/${found.run.head_sha}/${annotation.path ?? '.github'}`,
    start_line: annotation.line ?? 1,
    end_line: annotation.line ?? 1,
    start_column: null,
    end_column: null,
    annotation_level: annotation.level ?? 'failure',
    title: annotation.title ?? '',
    message: annotation.message,
    raw_details: '',
  })
  return page(call, path, found.job.annotations ?? [], show)
}

const run = 'actions/runs/{run_id}'
export const runRoutes: Route[] = [
  route('GET', 'actions/runs', actions, call =>
    listRuns(call, call.repo.runs ?? [], `/repos/${call.name}/actions/runs`),
  ),
  route('GET', 'actions/workflows/{workflow_id}', actions, getWorkflow),
  route('GET', 'actions/workflows/{workflow_id}/runs', actions, call => {
    const path = `/repos/${call.name}/actions/workflows/${call.params['workflow_id']}/runs`
    return listRuns(call, runsOfWorkflow(call), path)
  }),
  route(
    'GET',
    run,
    actions,
    withRun((call, it) => ({json: runObject(call, it)})),
  ),
  route(
    'GET',
    `${run}/attempts/{attempt_number}`,
    actions,
    withRun((call, it) => ({
      json: runObject(call, it, Number(call.params['attempt_number'])),
    })),
  ),
  route('GET', `${run}/attempts/{attempt_number}/jobs`, actions, withRun(jobsOfAttempt)),
  route('GET', `${run}/attempts/{attempt_number}/logs`, actions, withRun(getRunLogs), noAdmin),
  route('GET', `${run}/jobs`, actions, withRun(jobsOfRun)),
  route('GET', `${run}/logs`, actions, withRun(getRunLogs), noAdmin),
  route('GET', 'actions/jobs/{job_id}', actions, getJob),
  route('GET', 'actions/jobs/{job_id}/logs', actions, getLog, noAdmin),
  route('GET', 'check-runs/{check_run_id}/annotations', checks, annotations),
]
