import {describe, expect, test} from '@jest/globals'
import {sha, TOKEN} from '../github.ts'
import {closeAfterEach, repo, start, status, world} from './world.ts'

closeAfterEach()

describe('runs', () => {
  test('run, attempts, jobs and annotations', async () => {
    const {octokit} = await start()
    const run = await octokit.actions.getWorkflowRun({...repo, run_id: 7})
    expect(run.data).toMatchObject({run_attempt: 2, conclusion: 'failure', head_sha: sha('d')})
    const first = await octokit.actions.getWorkflowRunAttempt({...repo, run_id: 7, attempt_number: 1})
    expect(first.data.run_attempt).toBe(1)
    const jobs = (filter?: 'all' | 'latest') =>
      octokit.paginate(octokit.actions.listJobsForWorkflowRun, {
        ...repo,
        run_id: 7,
        ...(filter ? {filter} : {}),
      })
    expect((await jobs()).map(j => j.id)).toEqual([71, 72, 73])
    expect((await jobs('all')).map(j => j.id)).toEqual([70, 71, 72, 73])
    const attempt = {...repo, run_id: 7, attempt_number: 1}
    expect((await octokit.actions.listJobsForWorkflowRunAttempt(attempt)).data.jobs.map(j => j.id)).toEqual([
      70,
    ])
    const job = await octokit.actions.getJobForWorkflowRun({...repo, job_id: 72})
    expect(job.data).toMatchObject({status: 'in_progress', conclusion: null, completed_at: null})
    const notes = await octokit.checks.listAnnotations({...repo, check_run_id: 71})
    expect(notes.data[0]).toMatchObject({annotation_level: 'failure'})
    const byFile = await octokit.actions.listWorkflowRuns({...repo, workflow_id: 'ci.yml', branch: 'topic'})
    expect(byFile.data.workflow_runs.map(r => r.id)).toEqual([7])
    expect(await status(octokit.actions.getWorkflowRun({...repo, run_id: 9}))).toBe(404)
    await octokit.actions.getWorkflow({...repo, workflow_id: 'ci.yml'})
  })

  test('pages', async () => {
    const state = world()
    const run = state.repositories!['o/r']!.runs![0]!
    run.attempts.push({jobs: Array.from({length: 75}, (_, i) => ({id: 100 + i, name: `E2E (${i})`}))})
    const {github, octokit} = await start(state)
    const one = await octokit.actions.listJobsForWorkflowRun({...repo, run_id: 7})
    expect([one.data.jobs.length, one.data.total_count]).toEqual([30, 75])
    expect(one.headers.link).toContain('rel="last"')
    github.requests.length = 0
    expect(await octokit.paginate(octokit.actions.listJobsForWorkflowRun, {...repo, run_id: 7})).toHaveLength(
      75,
    )
    expect(github.requests.map(r => r.query['page'])).toEqual([undefined, '2', '3'])
  })

  test('logs are redirected to another origin, which the token must not reach', async () => {
    const {github, octokit} = await start()
    const log = await octokit.actions.downloadJobLogsForWorkflowRun({...repo, job_id: 71})
    expect(String(log.data)).toContain('hello')
    expect(github.requests.map(r => [r.origin, r.status])).toEqual([
      ['api', 302],
      ['blob', 200],
    ])
    expect(github.requests[1]!.headers['authorization']).toBeUndefined()

    const unfinished = await octokit.actions
      .downloadJobLogsForWorkflowRun({...repo, job_id: 72})
      .catch(e => e)
    expect([unfinished.status, unfinished.response.url.startsWith(github.blobUrl)]).toEqual([404, true])
    // Octokit takes XML for binary.
    expect(Buffer.from(unfinished.response.data).toString()).toContain('BlobNotFound')
    expect(await status(octokit.actions.downloadJobLogsForWorkflowRun({...repo, job_id: 73}))).toBe(410)

    await fetch(`${github.blobUrl}/blob/x`, {headers: {authorization: `Bearer ${TOKEN}`}})
    expect(github.violations).toHaveLength(1)
    github.violations.length = 0
  })

  test('signed addresses stop working', async () => {
    const {github, octokit} = await start({...world(), blob_seconds: 0})
    expect(await status(octokit.actions.downloadJobLogsForWorkflowRun({...repo, job_id: 71}))).toBe(403)
    github.state.blob_seconds = 60
    expect(await status(octokit.actions.downloadJobLogsForWorkflowRun({...repo, job_id: 71}))).toBe(200)
  })

  test('artifacts', async () => {
    const {octokit} = await start()
    const all = await octokit.actions.listWorkflowRunArtifacts({...repo, run_id: 7})
    expect(all.data.artifacts.map(a => [a.name, a.expired])).toEqual([
      ['old', true],
      ['must-gather', false],
    ])
    const named = await octokit.actions.listArtifactsForRepo({...repo, name: 'must-gather'})
    expect(named.data.total_count).toBe(1)
    const get = (artifact_id: number) =>
      octokit.actions.downloadArtifact({...repo, artifact_id, archive_format: 'zip'})
    expect(Buffer.from((await get(1)).data as ArrayBuffer).toString()).toBe('PK zip')
    expect(await status(get(2))).toBe(410)
  })
})
