import {afterAll, describe, expect, test} from '@jest/globals'
import type {Report} from '../../src/model.ts'
import type {Fault} from '../support/github.ts'
import {type Storage, type Stored, startStorage} from '../support/storage.ts'
import {zip} from '../support/zip.ts'
import {reportOf} from './outputs.ts'
import {
  act,
  closeAfterAll,
  comments,
  failedLog,
  gitHub,
  hostPath,
  red,
  runId,
  stamped,
  world,
} from './world.ts'

closeAfterAll()
const storages: Storage[] = []
afterAll(async () => {
  await Promise.all(storages.map(s => s.close()))
})

/** Downloads of these paths are redirected to a storage that is as said. */
async function redirected(files: Record<string, {path: RegExp} & Stored>): Promise<Fault[]> {
  const storage = await startStorage(files)
  storages.push(storage)
  return Object.entries(files).map(([name, {path}]) => ({
    match: path,
    status: 302,
    body: '',
    headers: {location: storage.url(name)},
    times: Number.POSITIVE_INFINITY,
  }))
}

const suite = (report: Report, service: string) => report.suites.find(s => s.service === service)!
const log = (lines: string[]) => Buffer.from(failedLog(...lines))
const chatter = (n: number) => Array.from({length: n}, (_, i) => `waiting for pod ${i} to be ready`)
const container = (name: string) => `must-gather/namespaces/e2e/pods/${name}/app/app/logs/current.log`
const bundle = (id: number, service: string, text: string) => ({
  id,
  name: `must-gather-${service}`,
  run_id: runId,
  zip: zip([
    {name: container('api-1'), data: text, method: 'stored', descriptor: false},
    {name: container('api-2'), data: 'all is well here\n'.repeat(20_000), method: 'stored'},
  ]),
})

describe('when the time is up', () => {
  test.concurrent('in the middle of a log and of a bundle, what had come is read, and the rest is named', async () => {
    const artifacts = [bundle(12, 'auth', `${hostPath('/y/other')}\n`)]
    const slow = await redirected({
      log: {
        path: /GET .*\/jobs\/1\/logs$/,
        bytes: log([hostPath('/x/coverdata'), ...chatter(20_000)]),
        trickle: {bytes: 4000, ms: 150},
      },
      bundle: {
        path: /GET .*\/artifacts\/12\/zip$/,
        bytes: artifacts[0]!.zip,
        trickle: {bytes: 2000, ms: 150},
      },
    })
    const jobs = [red(1, 'gateway'), red(2, 'auth', failedLog('nothing that is known')), red(3, 'store')]
    const github = await gitHub(world(jobs, {repository: {artifacts}}), slow)
    const result = await act(github, {inputs: {'timeout-minutes': '0.2'}})
    expect(result.ms).toBeLessThan(40_000)
    const report = await reportOf(result)
    expect(report.incomplete).toEqual([
      {
        what: 'log of E2E (gateway)',
        why: expect.stringMatching(/^the time was up when 0\.\d of 1\.\d MB had come; raise/),
      },
      {
        what: 'must-gather-auth',
        why: expect.stringMatching(/^the time was up when \d+ of \d+ KB had come; raise/),
      },
    ])
    expect(suite(report, 'gateway')).toMatchObject({
      sources: [{kind: 'job-log', state: 'truncated'}],
      diagnosis: {root_cause: {pattern: 'host-path-missing', captures: {path: '/x/coverdata'}}},
    })
    expect(suite(report, 'auth')).toMatchObject({
      sources: [{state: 'read'}, {kind: 'bundle', state: 'truncated'}],
    })
    expect(JSON.stringify(suite(report, 'auth').diagnosis)).toContain('/y/other')
    expect(suite(report, 'store').sources).toMatchObject([{state: 'read'}])
    expect(comments(github)[0]!.body).toMatch(/must-gather-auth/)
    expect(result.warnings).toEqual([])
  })
})

test.concurrent('connections that are cut five times each give the same report', async () => {
  const artifacts = [bundle(12, 'auth', `${hostPath('/y/other')}\n`)]
  const text = log([...chatter(3000), hostPath('/x/coverdata')])
  const jobs = [red(1, 'gateway', text.toString()), red(2, 'auth', failedLog('nothing that is known'))]
  const inputs = {comment: 'never', 'upload-report': 'false'}
  const state = () => world(jobs, {repository: {artifacts}})
  const well = await reportOf(await act(await gitHub(state()), {inputs}))
  const cut = await redirected({
    log: {path: /GET .*\/jobs\/1\/logs$/, bytes: text, cuts: [1, 500, 30_000, 90_000, 150_000]},
    bundle: {
      path: /GET .*\/artifacts\/12\/zip$/,
      bytes: artifacts[0]!.zip,
      cuts: [10, 1000, 100_000, 200_000, 300_000],
      whole: true,
    },
  })
  const ill = await reportOf(await act(await gitHub(state(), cut), {inputs}))
  expect(ill).toEqual(well)
  expect(well.incomplete).toEqual([])
})

test.concurrent('a log longer than max-log-mb is read at both ends, with the right numbers', async () => {
  const lines = [
    'Current runner version: 2.331.0',
    '##[group]Run make test-e2e',
    '##[endgroup]',
    ...chatter(3000),
    hostPath('/x/coverdata'),
    'make: *** [Makefile:10: test-e2e] Error 1',
    '##[error]Process completed with exit code 2.',
  ]
  const github = await gitHub(world([red(1, 'gateway', stamped(lines))]))
  const result = await act(github, {inputs: {'max-log-mb': '0.03', comment: 'never'}})
  const report = await reportOf(result)
  expect(report.incomplete).toEqual([
    {
      what: 'log of E2E (gateway)',
      why: expect.stringMatching(/^longer than 0\.03 MB: lines \d+ to \d+ were left out; raise max-log-mb/),
    },
  ])
  const cause = suite(report, 'gateway').diagnosis!.root_cause!
  expect(cause).toMatchObject({pattern: 'host-path-missing'})
  expect(cause.evidence[0]!.line).toBe(lines.indexOf(hostPath('/x/coverdata')) + 1)
})

test.concurrent('progress is said now and then, not for every piece', async () => {
  const slow = await redirected({
    log: {
      path: /GET .*\/jobs\/1\/logs$/,
      bytes: log(chatter(2000)),
      trickle: {bytes: 2000, ms: 100},
    },
  })
  const github = await gitHub(world([red(1, 'gateway'), red(2, 'auth')]), slow)
  const result = await act(github, {inputs: {comment: 'never', 'upload-report': 'false'}})
  const said = result.stdout.split('\n').filter(line => /^\d+\/\d+ logs/.test(line))
  expect(said.length).toBeGreaterThanOrEqual(2)
  expect(said.length).toBeLessThanOrEqual(4)
  expect(said[0]).toMatch(/^1\/2 logs, \d+ of \d+ KB$/)
  expect(said.at(-1)).toMatch(/^2\/2 logs, (\d+) of \1 KB$/)
})
