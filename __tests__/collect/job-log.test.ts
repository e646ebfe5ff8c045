import {readdir} from 'node:fs/promises'
import {afterEach, describe, expect, test} from '@jest/globals'
import {collectFromGitHub} from '../../src/collect/github.ts'
import {fault, type GitHub, type Job, startGitHub} from '../support/github.ts'
import {failed, oneRun, opened, options} from './world.ts'

let github: GitHub | null = null
afterEach(async () => {
  const violations = github?.violations ?? []
  await github?.close()
  github = null
  expect(violations).toEqual([])
})

const start = async (...told: Parameters<typeof oneRun>) => (github = await startGitHub(oneRun(...told)))
const calls = (path: RegExp) => github!.requests.filter(r => path.test(r.path))

describe('logs', () => {
  test.each<[string, Job['log'], Partial<Job>, object]>([
    ['too old', {status: 410}, {}, {state: 'expired'}],
    ['never written', {status: 404}, {}, {state: 'missing'}],
    ['gone with the years', {status: 404}, {completed_at: '2024-01-01T00:00:00Z'}, {state: 'expired'}],
    ['empty', '', {}, {state: 'empty'}],
  ])('%s', async (_, log, more, expected) => {
    await start([failed(71, 'E2E (a)', log, more)])
    const {suites} = await collectFromGitHub(await options(github!))
    expect(await opened(suites[0]!.sources[0]!)).toMatchObject(expected)
  })

  test('one that comes a moment later is waited for', async () => {
    await start([failed(71, 'E2E (a)', 'here')])
    github!.faults.push({match: /GET \/blob\//, status: 404, body: '<Code>BlobNotFound</Code>', times: 2})
    const {suites} = await collectFromGitHub(await options(github!))
    expect(await opened(suites[0]!.sources[0]!)).toMatchObject({text: 'here'})
  })

  test('a cut connection is resumed where it broke', async () => {
    const log = 'line of the log\n'.repeat(20_000)
    await start([failed(71, 'E2E (a)', log)])
    github!.faults.push(fault.dropped(/GET \/blob\//, 100_000))
    const {suites} = await collectFromGitHub(await options(github!))
    expect(await opened(suites[0]!.sources[0]!)).toMatchObject({text: log})
    expect(calls(/\/blob\//).map(r => r.headers['range']?.replace(/\d+/, 'N'))).toEqual([
      undefined,
      'bytes=N-',
    ])
  })

  test('a connection that keeps breaking is given up', async () => {
    await start([failed(71, 'E2E (a)', 'x'.repeat(5000))])
    github!.faults.push({match: /GET \/blob\//, dropAfterBytes: 0, times: Number.POSITIVE_INFINITY})
    const {suites} = await collectFromGitHub(await options(github!, {deadline: Date.now() + 2500}))
    expect(await opened(suites[0]!.sources[0]!)).toMatchObject({state: 'unreadable'})
  })

  test('what came before it broke for good is kept, and said', async () => {
    await start([failed(71, 'E2E (a)', 'x'.repeat(5000))])
    github!.faults.push({match: /GET \/blob\//, dropAfterBytes: 3000, times: 1})
    github!.faults.push({match: /GET \/blob\//, dropAfterBytes: 0, times: Number.POSITIVE_INFINITY})
    const {suites, incomplete} = await collectFromGitHub(
      await options(github!, {deadline: Date.now() + 2500}),
    )
    expect(await opened(suites[0]!.sources[0]!)).toMatchObject({text: 'x'.repeat(3000)})
    expect(incomplete).toEqual([
      {
        what: 'log of E2E (a)',
        why: expect.stringMatching(/^the connection broke .*; 3 of 5 KB had come; run again/),
      },
    ])
  })

  test('the deadline ends a download that hangs', async () => {
    await start([failed(71, 'E2E (a)', 'x')])
    github!.faults.push(fault.slow(/GET \/repos.*\/logs/, 8000))
    const begun = Date.now()
    const {suites} = await collectFromGitHub(await options(github!, {deadline: Date.now() + 300}))
    expect(await opened(suites[0]!.sources[0]!)).toMatchObject({
      state: 'unreadable',
      detail: expect.stringMatching(/in time/),
    })
    expect(Date.now() - begun).toBeLessThan(6000)
  })

  test('one over the limit is cut, and a note says so', async () => {
    await start([failed(71, 'E2E (a)', 'x'.repeat(5000))])
    const limits = {maxLogBytes: 1000, maxArtifactBytes: 1000}
    const {suites, incomplete} = await collectFromGitHub(await options(github!, {limits}))
    expect(await opened(suites[0]!.sources[0]!)).toMatchObject({text: 'x'.repeat(1000)})
    expect(incomplete).toMatchObject([{what: 'log of E2E (a)', why: expect.stringMatching(/max-log-mb/)}])
  })

  test('files are named by the job’s id alone', async () => {
    await start([failed(71, '../../evil', 'x')])
    const given = await options(github!)
    await collectFromGitHub(given)
    expect(await readdir(given.tempDir)).toEqual(['job-71.log'])
  })
})
