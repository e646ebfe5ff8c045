/** Where the log of a passing run of the same job comes from, and how little is asked for it. */
import {readdir} from 'node:fs/promises'
import {setTimeout} from 'node:timers/promises'
import {afterEach, expect, test} from '@jest/globals'
import {baselineFromGitHub} from '../../src/baseline.ts'
import {type PassingOptions, passingLogs} from '../../src/collect/baseline.ts'
import type {Report, Suite, SuiteStatus} from '../../src/model.ts'
import {type Fault, fault, type GitHub, type Job, type Run, sha, startGitHub} from '../support/github.ts'
import {options as given, read} from './world.ts'

let github: GitHub | null = null
afterEach(async () => {
  const {violations} = github!
  await github!.close()
  expect(violations).toEqual([])
})

const name = 'E2E (gateway)'
const done = '2026-01-01T00:00:00Z'
const passed = (id: number, more: Partial<Job> = {}): Job => ({
  id,
  name,
  completed_at: done,
  log: `log of ${id}\n`,
  ...more,
})
const red = (id: number): Job => ({...passed(id), conclusion: 'failure'})
const base = (id: number, jobs: Job[], more: Partial<Run> = {}): Run => ({
  id,
  head_sha: sha('base'),
  head_branch: 'main',
  event: 'push',
  workflow_id: 9,
  created_at: `2026-01-01T00:00:${id}Z`,
  attempts: [{jobs}],
  ...more,
})
const suite = (id: number, of = name): Suite => ({
  service: 'gateway',
  name: 'gateway',
  status: 'failed',
  sources: [],
  job: {
    id,
    name: of,
    url: null,
    status: 'completed',
    conclusion: 'failure',
    started_at: null,
    completed_at: null,
    steps: [],
    annotations: [],
  },
})

/** A run 7 whose last attempt is red, and what else there is. */
async function start(earlier: Job[][], others: Run[], faults: Fault[] = []) {
  const attempts = [...earlier, [red(1)]].map(jobs => ({jobs}))
  const ours = {...base(7, []), head_sha: sha('head'), head_branch: 'topic', attempts}
  github = await startGitHub({
    repositories: {'o/r': {runs: [ours, ...others]}, 'fork/r': {fork_of: 'o/r'}},
  })
  github.faults.push(...faults)
  const {client, owner, repo, limits, tempDir, deadline} = await given(github)
  const run = {
    repository: 'o/r',
    id: 7,
    attempt: attempts.length,
    url: null,
    workflow: 'CI',
    event: 'pull_request',
    head_sha: sha('head'),
    head_branch: 'topic',
    pull_request: null,
    created_at: done,
  }
  return {
    client,
    owner,
    repo,
    limits,
    tempDir,
    deadline,
    base: 'main',
    earlier: [],
    collection: {run, workflow_id: 9},
  } satisfies PassingOptions
}

const calls = () =>
  github!.requests.filter(r => r.origin === 'api').map(r => r.path.replace(/^.*actions/, ''))
const ofBase = '/workflows/9/runs'

async function texts(options: PassingOptions, of: Suite = suite(1)): Promise<string[]> {
  const all: string[] = []
  for await (const bytes of passingLogs(options)(of)) {
    all.push(await read(bytes))
    bytes.drop?.()
  }
  return all
}

async function first(options: PassingOptions): Promise<string | null> {
  for await (const bytes of passingLogs(options)(suite(1))) return read(bytes)
  return null
}

test('the newest earlier attempt in which the job passed comes first, and is enough', async () => {
  const options = await start([[passed(11)], [red(12)]], [base(20, [passed(21)])])
  expect(await first(options)).toBe('log of 11\n')
  expect(calls()).toEqual(['/runs/7/attempts/2/jobs', '/runs/7/attempts/1/jobs', '/jobs/11/logs'])
  expect(await texts(options)).toEqual(['log of 11\n', 'log of 21\n'])
})

test('an attempt that is known to have failed is not asked about', async () => {
  const options = await start([[red(11)], [red(12)]], [base(20, [passed(21)])])
  const report = (attempt: number, status: SuiteStatus) =>
    ({run: {...options.collection.run, attempt}, suites: [{service: 'gateway', status}]}) as Report
  const earlier = [report(1, 'failed'), report(2, 'timed_out')]
  expect(await texts({...options, earlier})).toEqual(['log of 21\n'])
  expect(calls()).toEqual([ofBase, '/runs/20/attempts/1/jobs', '/jobs/21/logs'])
})

test('then the newest successful run of the workflow on the base branch', async () => {
  const runs = [
    base(20, [passed(21)]),
    base(30, [passed(31)]),
    base(40, [red(41)]),
    base(50, [passed(51)], {workflow_id: 8, path: '.github/workflows/other.yml'}),
    base(51, [passed(52)], {head_branch: 'release'}),
    // A fork's branch of the same name.
    base(52, [passed(53)], {head_repository: 'fork/r', event: 'pull_request'}),
  ]
  expect(await texts(await start([], runs))).toEqual(['log of 31\n'])
  expect(calls()).toEqual([ofBase, '/runs/30/attempts/1/jobs', '/jobs/31/logs'])
  expect(github!.requests[0]!.query).toMatchObject({branch: 'main', status: 'success', per_page: '5'})
})

test('lists are asked for once for all suites', async () => {
  const options = await start([[red(11)]], [base(20, [passed(21), passed(22, {name: 'E2E (auth)'})])])
  const logs = passingLogs(options)
  const got = await Promise.all(
    [suite(1), suite(2, 'E2E (auth)'), suite(3, 'E2E (new)')].map(async one => {
      for await (const bytes of logs(one)) return read(bytes)
      return null
    }),
  )
  expect(got).toEqual(['log of 21\n', 'log of 22\n', null])
  expect(calls().sort()).toEqual(
    ['/jobs/21/logs', '/jobs/22/logs', '/runs/20/attempts/1/jobs', '/runs/7/attempts/1/jobs', ofBase].sort(),
  )
})

test.each<[string, Job[], Fault[]]>([
  ['two jobs of one name', [passed(21), passed(22)], []],
  ['a job that did not run', [passed(21, {conclusion: 'skipped'})], []],
  ['a log that expired', [passed(21, {log: {status: 410}})], []],
  [
    'a log that was never written',
    [passed(21, {log: {status: 404}, completed_at: new Date().toISOString()})],
    [],
  ],
  ['an empty log', [passed(21, {log: ''})], []],
  ['a list that is refused', [passed(21)], [{...fault.notAccessible(/workflows/), times: Infinity}]],
  ['jobs that are refused', [passed(21)], [{...fault.serverError(/attempts/), times: Infinity}]],
  ['a log that is refused', [passed(21)], [{...fault.notAccessible(/logs$/), times: Infinity}]],
])('%s: none, and no error', async (_, jobs, faults) => {
  const options = await start([], [base(20, jobs)], faults)
  const baseline = baselineFromGitHub(options)
  expect(await baseline(suite(1), new Set(['log of <n>']))).toBeNull()
  expect(calls().length).toBeLessThan(4)
})

test('without a base branch, a workflow, a job or time nothing is asked', async () => {
  const options = await start([[passed(11)]], [base(20, [passed(21)])])
  const fresh = {...options, collection: {run: {...options.collection.run, attempt: 1}, workflow_id: 9}}
  expect(await texts({...fresh, base: null})).toEqual([])
  expect(await texts({...fresh, collection: {run: fresh.collection.run}})).toEqual([])
  expect(await texts(options, {...suite(1), job: null})).toEqual([])
  expect(await texts({...options, deadline: Date.now()})).toEqual([])
  expect(calls()).toEqual([])
})

test('of the wanted lines those that the log has anywhere, and nothing of it stays on the disk', async () => {
  const noise = [...Array(30_000).keys()].map(i => `2026-01-01T00:00:00.0000000Z Error: number ${i} is odd\n`)
  const log = [...noise.slice(0, 9000), '\u001b[31mError: 7 gadgets are loose\u001b[0m\n', ...noise].join('')
  const options = await start([], [base(20, [passed(21, {log})])])
  const baseline = baselineFromGitHub({...options, limits: {...options.limits, maxLogBytes: 10_000_000}})
  const wanted = new Set(['Error: <n> gadgets are loose', 'Error: the widget is blue'])
  expect(await baseline(suite(1), wanted)).toEqual(new Set(['Error: <n> gadgets are loose']))
  for (let tries = 0; tries < 50 && (await readdir(options.tempDir)).length; tries++) await setTimeout(20)
  expect(await readdir(options.tempDir)).toEqual([])
})

test('a storage that does not answer is given up in time', async () => {
  const slow = {...fault.slow(/GET \/blob\//, 20_000), times: Infinity}
  const options = await start([], [base(20, [passed(21)])], [slow])
  const began = Date.now()
  expect(await baselineFromGitHub({...options, deadline: began + 600})(suite(1), new Set(['x']))).toBeNull()
  expect(Date.now() - began).toBeLessThan(15_000)
})
