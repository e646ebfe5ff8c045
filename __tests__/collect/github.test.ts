import {afterEach, expect, test} from '@jest/globals'
import {collectFromGitHub} from '../../src/collect/github.ts'
import {type GitHub, type Run, sha, startGitHub} from '../support/github.ts'
import {zip} from '../support/zip.ts'
import {failed, oneRun, opened, options, select, whole} from './world.ts'

let github: GitHub | null = null
afterEach(async () => {
  const violations = github?.violations ?? []
  await github?.close()
  github = null
  expect(violations).toEqual([])
})

const start = async (...told: Parameters<typeof oneRun>) => (github = await startGitHub(oneRun(...told)))
const calls = (path: RegExp) => github!.requests.filter(r => path.test(r.path))

test('a run with a failed job: suites, steps, annotations, log and artifact', async () => {
  const steps = [{name: 'Set up job'}, {name: 'Test', conclusion: 'failure'}]
  const annotations = [{message: 'lost the runner'}, {level: 'warning' as const, message: 'old node'}]
  await start(
    [
      failed(71, 'E2E (a)', 'the log\n', {steps, annotations}),
      {id: 72, name: 'E2E (b)'},
      {id: 73, name: 'lint'},
    ],
    {
      artifacts: [{id: 5, name: 'logs-a', run_id: 7, zip: zip([{name: 'x', data: 'y'}])}],
    },
  )
  const collection = await collectFromGitHub(await options(github!))
  expect(collection.run).toMatchObject({
    repository: 'o/r',
    id: 7,
    attempt: 1,
    head_sha: sha('a'),
    workflow: 'CI',
  })
  expect(collection.suites).toMatchObject([
    {
      service: 'a',
      status: 'failed',
      job: {id: 71, annotations: ['lost the runner'], steps: [{}, {conclusion: 'failure'}]},
    },
    {service: 'b', status: 'passed', job: {id: 72, annotations: []}},
  ])
  expect(collection.green_jobs).toBe(1)
  expect(collection.incomplete).toEqual([])
  const [log, artifact] = collection.suites[0]!.sources
  expect(await opened(log!)).toMatchObject({kind: 'job-log', name: 'E2E (a)', text: 'the log\n'})
  expect(await opened(artifact!)).toMatchObject({
    kind: 'bundle',
    name: 'logs-a',
    text: expect.stringMatching(/^PK/),
  })
  expect(artifact!.url).toMatch(/\/o\/r\/actions\/runs\/7\/artifacts\/5$/)
  await opened(artifact!)
  expect(calls(/artifacts\/5/)).toHaveLength(1)
  expect(calls(/jobs\/72\/logs/)).toEqual([])
})

test('75 jobs and more than one page', async () => {
  await start(
    Array.from({length: 175}, (_, i) => ({
      id: 100 + i,
      name: `E2E (s${i})`,
      ...(i === 170 ? {conclusion: 'failure', log: 'x'} : {}),
    })),
  )
  const {suites, incomplete} = await collectFromGitHub(await options(github!))
  expect(suites).toHaveLength(175)
  expect(incomplete).toEqual([])
  expect(calls(/\/jobs$/).map(r => r.query)).toEqual([
    {per_page: '100', page: '1'},
    {per_page: '100', page: '2'},
  ])
})

test('our own job is left out, others that run are pending', async () => {
  await start([
    failed(71, 'E2E (a)', 'x'),
    {id: 72, name: 'E2E (b)', status: 'in_progress'},
    {id: 73, name: 'triage', status: 'in_progress'},
  ])
  const {suites, incomplete} = await collectFromGitHub(await options(github!, {ownCheckRunId: 73}))
  expect(suites.map(s => s.status)).toEqual(['failed', 'pending'])
  expect(await opened(suites[1]!.sources[0]!)).toMatchObject({
    state: 'missing',
    detail: expect.stringMatching(/not finished/),
  })
  expect(incomplete).toEqual([])
})

test('artifacts: expired, empty, too large and gone', async () => {
  const artifact = (id: number, name: string, more = {}) => ({id, name, run_id: 7, zip: zip([]), ...more})
  await start([failed(71, 'E2E (a)', 'x')], {
    artifacts: [
      artifact(1, 'logs-a-1', {expired: true}),
      artifact(2, 'logs-a-2', {size_in_bytes: 0}),
      artifact(3, 'logs-a-3', {size_in_bytes: 5_000_000}),
      artifact(4, 'logs-a-4'),
      artifact(5, 'logs-a-5', {zip: Buffer.alloc(2000), size_in_bytes: 10}),
      artifact(6, 'e2e-triage-report'),
    ],
  })
  github!.faults.push({match: /artifacts\/4\/zip/, status: 410})
  const limits = {maxLogBytes: 1000, maxArtifactBytes: 1000}
  const {suites} = await collectFromGitHub(await options(github!, {limits}))
  const states = await Promise.all(suites[0]!.sources.slice(1).map(opened))
  expect(states.map(s => [s.name, s.state])).toEqual([
    ['logs-a-1', 'expired'],
    ['logs-a-2', 'empty'],
    ['logs-a-3', 'unreadable'],
    ['logs-a-4', 'expired'],
    ['logs-a-5', 'unreadable'],
  ])
})

test('an artifact of two suites is downloaded once', async () => {
  await start([failed(71, 'E2E (a)', 'x'), failed(72, 'E2E (b)', 'x')], {
    artifacts: [{id: 1, name: 'cluster', run_id: 7, zip: zip([])}],
  })
  const {suites} = await collectFromGitHub(
    await options(github!, {select: {...select, artifacts: ['cluster']}}),
  )
  const [a, b] = await Promise.all(suites.map(s => opened(s.sources[1]!)))
  expect(a).toEqual(b)
  expect(calls(/artifacts\/1/)).toHaveLength(1)
})

test('the wanted attempt, with the artifacts that it had', async () => {
  const artifact = (id: number, name: string, created_at: string) => ({
    id,
    name,
    run_id: 7,
    zip: zip([]),
    created_at,
  })
  await start(
    [],
    {
      artifacts: [
        artifact(9, 'logs-a', '2026-01-01T00:05:00Z'),
        artifact(8, 'logs-a-late', '2026-01-01T02:00:00Z'),
      ],
    },
    {
      attempts: [
        {started_at: '2026-01-01T00:00:00Z', jobs: [failed(70, 'E2E (a)', 'first')]},
        {started_at: '2026-01-01T01:00:00Z', jobs: [failed(71, 'E2E (a)', 'second')]},
      ],
    },
  )
  const {run, suites} = await collectFromGitHub(await options(github!, {attempt: 1}))
  expect(run.attempt).toBe(1)
  expect(suites[0]!.job!.id).toBe(70)
  expect(suites[0]!.sources.map(s => s.name)).toEqual(['E2E (a)', 'logs-a'])
})

test.each<[string, Partial<Run['attempts'][0]>, RegExp]>([
  ['could not be started', {conclusion: 'startup_failure'}, /startup_failure/],
  ['waits for approval', {conclusion: 'action_required'}, /approval/],
  ['failed without a failed job', {conclusion: 'failure'}, /without a failed job/],
])('a run that %s says so', async (_, attempt, why) => {
  await start([], {}, {attempts: [{jobs: [], ...attempt}]})
  const {incomplete} = await whole(await collectFromGitHub(await options(github!)))
  expect(incomplete).toMatchObject([{what: 'the run', why: expect.stringMatching(why)}])
})
