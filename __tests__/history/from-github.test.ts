/** The command line, given the address of a run, takes the past from the artifacts that the action left. */
import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, test} from '@jest/globals'
import {type Terminal, triageCommand} from '../../src/commands/triage.ts'
import type {Report} from '../../src/model.ts'
import {type Artifact, type Fault, fault, type GitHub, sha, startGitHub, TOKEN} from '../support/github.ts'
import {zip} from '../support/zip.ts'

let folder: string
let github: GitHub
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'from-github-'))
})
afterEach(async () => {
  await rm(folder, {recursive: true, force: true})
  expect(github.violations).toEqual([])
  await github.close()
})

const stamp = '2026-01-05T01:00:00.0000000Z'
const log = [
  'Current runner version: 2.331.0',
  '##[group]Run make test-e2e',
  'shell: /usr/bin/bash -e {0}',
  '##[endgroup]',
  'Error: statfs /x/coverdata: no such file or directory',
  '##[error]Process completed with exit code 2.',
]
  .map(line => `${stamp} ${line}\n`)
  .join('')
const began = '2026-01-05T00:00:00Z'
const steps = [{name: 'Run make test-e2e', number: 2, conclusion: 'failure', started_at: began}]
const red = {id: 1, name: 'E2E (gateway)', conclusion: 'failure', completed_at: began, steps, log}
const green = {id: 2, name: 'E2E (auth)', completed_at: began, log: `${stamp} ok\n`}

const report = (created_at: string, run: object = {}): string =>
  JSON.stringify({
    schema_version: 1,
    tool: {name: 'e2e-triage', version: '0.1.0', catalog: ''},
    run: {
      repository: 'o/r',
      id: 90,
      attempt: 1,
      url: null,
      workflow: 'CI',
      event: 'push',
      head_sha: sha('base'),
      head_branch: 'trunk',
      pull_request: null,
      created_at,
      ...run,
    },
    totals: {suites: 1, passed: 0, failed: 1, classified: 1, unclassified: 0, needs_fix: 1},
    suites: [
      {
        service: 'gateway',
        name: 'gateway',
        status: 'failed',
        severity: 'P0',
        diagnosis: {
          state: 'confirmed',
          root_cause: {
            pattern: 'host-path-missing',
            family: 'missing-host-path',
            title: 'x',
            confidence: 0.9,
          },
          chain: [],
          signature: '',
        },
      },
    ],
  })
const artifact = (id: number, created_at: string, run?: object): Artifact => ({
  id,
  name: 'e2e-triage-report',
  run_id: 90,
  created_at,
  zip: zip([{name: 'report.json', data: report(created_at, run)}]),
})
const earlier = [
  artifact(11, '2026-01-03T00:00:00Z'),
  // Of a run that came later: nothing was seen before there.
  artifact(12, '2026-01-09T00:00:00Z', {
    id: 110,
    head_branch: 'topic',
    pull_request: 5,
    event: 'pull_request',
  }),
]

interface Given {
  faults?: Fault[]
  history?: string
  token?: string | null
  pull?: boolean
}

async function triage({faults = [], history, token = TOKEN, pull = true}: Given = {}) {
  const head = sha('head')
  const run = {id: 100, head_sha: head, head_branch: 'topic', created_at: began}
  github = await startGitHub({
    repositories: {
      'o/r': {
        default_branch: pull ? 'main' : 'trunk',
        branches: {main: sha('base'), trunk: sha('base'), topic: head},
        commits: [{sha: sha('base')}, {sha: head, parents: [sha('base')]}],
        pulls: pull ? [{number: 5, head: {ref: 'topic', sha: head}, base: {ref: 'trunk'}}] : [],
        artifacts: earlier,
        runs: [
          {...run, event: pull ? 'pull_request' : 'push', attempts: [{jobs: [red, green]}]},
          {id: 90, head_sha: sha('base'), head_branch: 'trunk', attempts: []},
        ],
      },
    },
  })
  github.faults.push(...faults)
  const said: string[] = []
  let text = ''
  const terminal: Terminal = {
    stdout: part => (text += part),
    progress: message => said.push(message),
    warn: message => said.push(message),
    columns: null,
    token,
    api: {server: github.url, url: github.url},
  }
  const code = await triageCommand(
    `${github.url}/o/r/actions/runs/100`,
    {format: 'json', catalog: [], history, failOn: 'none', timeoutMinutes: 1},
    terminal,
  )
  expect(code).toBe(0)
  const result = JSON.parse(text) as Report
  const suite = result.suites.find(one => one.service === 'gateway')!
  return {report: result, suite, said, asked: github.requests.map(({path}) => path)}
}

test('from the artifacts of earlier runs, against what the pull request is merged into', async () => {
  const {report, suite, said, asked} = await triage()
  expect(suite.diagnosis?.root_cause?.pattern).toBe('host-path-missing')
  expect(suite.history).toEqual({
    seen_on_base: true,
    first_seen: '2026-01-03T00:00:00Z',
    times_seen: 1,
    flaky: false,
  })
  expect(report.incomplete).toEqual([])
  expect(said).toContain('reading earlier reports')
  expect(asked).toContain('/repos/o/r/pulls/5')
})

test('without a pull request the default branch is the base', async () => {
  const {suite} = await triage({pull: false})
  expect(suite.history).toMatchObject({seen_on_base: true, times_seen: 1})
})

test('`--history` wins: nothing is asked for', async () => {
  const dir = join(folder, 'history')
  await mkdir(dir)
  await writeFile(
    join(dir, 'one.json'),
    report('2025-12-01T00:00:00Z', {head_branch: 'topic', pull_request: 5}),
  )
  const {suite, asked} = await triage({history: dir})
  expect(suite.history).toMatchObject({
    seen_on_base: false,
    first_seen: '2025-12-01T00:00:00Z',
    times_seen: 1,
  })
  expect(asked.filter(path => /artifacts\/\d+\/zip|\/pulls\/5$/.test(path))).toEqual([])
})

test('without a token nothing of the past is asked for', async () => {
  const {report, asked} = await triage({token: null})
  expect(asked).not.toContain('/repos/o/r/actions/artifacts')
  expect(report.suites.map(suite => suite.history)).toEqual([null, null])
})

test.each<[string, Fault, string[]]>([
  ['artifacts', fault.notAccessible(/artifacts\/\d+\/zip/), ['earlier reports']],
  ['the pull request', fault.notAccessible(/pulls\/5$/), ['base branch']],
])('%s may not be read: said, and never made up', async (_, wrong, what) => {
  const {report, suite} = await triage({faults: [{...wrong, times: Infinity}]})
  expect(suite.history?.seen_on_base ?? false).toBe(false)
  expect(report.incomplete.map(note => note.what)).toEqual(what)
  expect(report.incomplete[0]?.why).toMatch(/the token needs `(actions|pull-requests): read`/)
})
