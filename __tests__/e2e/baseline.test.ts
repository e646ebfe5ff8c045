/** The excerpt of an unknown failure leaves out what a passing run of the same job prints, and asks little for that. */
import {join} from 'node:path'
import {describe, expect, test} from '@jest/globals'
import type {Report} from '../../src/model.ts'
import {fault, type GitHub, type Job, type Run, sha, TOKEN} from '../support/github.ts'
import {cli, folder, removeAfterAll} from './command.ts'
import {outputsOf, reportOf} from './outputs.ts'
import {act, closeAfterAll, failedLog, gitHub, green, red, repo, runId, stamped, world} from './world.ts'

closeAfterAll()
removeAfterAll()

const loud = (n: number) => `error: colour table ${n} is not sorted`
const told = 'the frobnicator failed'
const unknown = (id: number, service: string) => red(id, service, failedLog(loud(id), told))
const passing = (id: number, service: string): Job => ({
  ...green(id, service),
  log: stamped([loud(id), 'ok']),
})

/** Where a passing run is looked for. */
const asked = ({requests}: GitHub) =>
  requests
    .filter(r => r.origin === 'api')
    .map(r => r.path)
    .filter(path => /\/workflows\/\d+\/runs$|\/runs\/90\/|\/jobs\/9\d+\/logs$/.test(path))
const onBase = (jobs: Job[]): Run => ({
  id: 90,
  head_sha: sha('base'),
  head_branch: 'main',
  event: 'push',
  created_at: '2026-01-01T00:00:00Z',
  attempts: [{jobs}],
})

/** A world with a green run on the base branch. */
function withBase(jobs: Job[], base: Job[], before: Job[][] = []) {
  const state = world(jobs)
  const runs = state.repositories![repo]!.runs!
  if (before.length) {
    const attempts = [...before.map(of => ({jobs: of})), ...runs[0]!.attempts]
    Object.assign(runs[0]!, {attempts})
  }
  runs.push(onBase(base))
  return state
}

const excerptOf = ({suites}: Report, service: string) =>
  suites.find(s => s.service === service)!.diagnosis!.excerpt.map(({text}) => text)
const quiet = {comment: 'never', 'upload-report': 'false'}

describe('an unknown failure', () => {
  test.concurrent('its first line is one that the green run on the base branch lacks', async () => {
    const jobs = [unknown(1, 'gateway'), red(2, 'auth')]
    const github = await gitHub(withBase(jobs, [passing(91, 'gateway'), passing(92, 'auth')]))
    const result = await act(github, {inputs: quiet})
    const report = await reportOf(result)
    expect(excerptOf(report, 'gateway')).toEqual([told])
    expect(outputsOf(result)).toMatchObject({conclusion: 'partly-classified', incomplete: false})
    expect(asked(github)).toEqual([
      expect.stringMatching(/workflows\/\d+\/runs$/),
      expect.stringMatching(/runs\/90\/attempts\/1\/jobs$/),
      expect.stringMatching(/jobs\/91\/logs$/),
    ])
    // All else is as without a run to compare with.
    const alone = await reportOf(await act(await gitHub(world(jobs)), {inputs: quiet}))
    expect(excerptOf(alone, 'gateway')).toEqual([loud(1), told])
    const others = ({suites}: Report) => suites.map(s => ({...s, diagnosis: {...s.diagnosis, excerpt: []}}))
    expect(others(report)).toEqual(others(alone))
  })

  test.concurrent('an earlier attempt in which the job passed goes first', async () => {
    const state = withBase(
      [unknown(1, 'gateway')],
      [passing(91, 'gateway')],
      [[passing(98, 'gateway')], [{...unknown(97, 'gateway')}]],
    )
    const github = await gitHub(state)
    const report = await reportOf(await act(github, {inputs: quiet, attempt: 3}))
    expect(excerptOf(report, 'gateway')).toEqual([told])
    expect(asked(github)).toEqual([expect.stringMatching(/jobs\/98\/logs$/)])
  })

  test.concurrent('of many five are compared', async () => {
    const names = [...'abcdefg'].map(c => `svc-${c}`)
    const github = await gitHub(
      withBase(
        names.map((name, i) => unknown(i + 1, name)),
        names.map((name, i) => passing(i + 901, name)),
      ),
    )
    const report = await reportOf(await act(github, {inputs: quiet}))
    const first = report.suites.map(({service}) => excerptOf(report, service)[0])
    expect(first).toEqual([...Array(5).fill(told), loud(6), loud(7)])
    expect(asked(github)).toHaveLength(7)
  })

  test.concurrent('what is refused, missing or slow is no failure, and nothing is said of it', async () => {
    const state = () => withBase([unknown(1, 'gateway')], [passing(91, 'gateway')])
    const faults = [
      {...fault.notAccessible(/workflows\/\d+\/runs/), times: Infinity},
      {...fault.serverError(/GET .*runs\/90\//), times: Infinity},
      {...fault.notAccessible(/jobs\/91\/logs/), times: Infinity},
      {...fault.dropped(/GET \/blob\/job-logs-91/), times: Infinity},
    ]
    for (const wrong of faults) {
      const result = await act(await gitHub(state(), [wrong]), {
        inputs: {...quiet, 'timeout-minutes': '0.3'},
      })
      const report = await reportOf(result)
      expect(excerptOf(report, 'gateway')).toEqual([loud(1), told])
      expect(report.incomplete).toEqual([])
      expect(result.warnings).toEqual([])
      expect(outputsOf(result)).toMatchObject({conclusion: 'unclassified', incomplete: false})
    }
  })
})

test.concurrent('nothing is asked where all causes are known, or there is nothing to read', async () => {
  const jobs = [red(1, 'gateway'), red(2, 'lost', {status: 404}), green(3, 'fine')]
  const github = await gitHub(withBase(jobs, [passing(91, 'gateway'), passing(92, 'lost')]))
  await act(github, {inputs: quiet})
  expect(asked(github)).toEqual([])
})

test.concurrent('a report of findings asks for none', async () => {
  const github = await gitHub(withBase([unknown(1, 'gateway')], [passing(91, 'gateway')]))
  const report = await reportOf(await act(github, {inputs: {...quiet, mode: 'report'}}))
  expect(excerptOf(report, 'gateway')).toEqual([loud(1), told])
  expect(asked(github)).toEqual([])
})

test.concurrent('the command line compares a run by its address, and never its record', async () => {
  const github = await gitHub(withBase([unknown(1, 'gateway')], [passing(91, 'gateway')]))
  const env = {GITHUB_SERVER_URL: github.url, GITHUB_API_URL: github.url, GITHUB_TOKEN: TOKEN}
  const address = `${github.url}/${repo}/actions/runs/${runId}`
  const direct = await cli(['triage', address, '--format', 'json'], {env})
  expect(direct).toMatchObject({code: 0, stderr: ''})
  expect(excerptOf(JSON.parse(direct.stdout), 'gateway')).toEqual([told])
  expect(asked(github)).toHaveLength(3)
  github.requests.length = 0
  const dir = join(await folder(), 'record')
  expect(await cli(['download', address, dir], {env})).toMatchObject({code: 0})
  const again = await cli(['triage', dir, '--format', 'json'])
  expect(excerptOf(JSON.parse(again.stdout), 'gateway')).toEqual([loud(1), told])
  expect(asked(github)).toEqual([])
  expect(github.violations).toEqual([])
})
