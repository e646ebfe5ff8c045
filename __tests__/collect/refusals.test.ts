import {afterEach, describe, expect, test} from '@jest/globals'
import {collectFromGitHub} from '../../src/collect/github.ts'
import {UserError} from '../../src/errors.ts'
import {fault, type GitHub, startGitHub, TOKEN} from '../support/github.ts'
import {zip} from '../support/zip.ts'
import {failed, oneRun, opened, options} from './world.ts'

let github: GitHub | null = null
afterEach(async () => {
  const violations = github?.violations ?? []
  await github?.close()
  github = null
  expect(violations).toEqual([])
})

const start = async (...told: Parameters<typeof oneRun>) => (github = await startGitHub(oneRun(...told)))

describe('refusals', () => {
  test('a run that is not there is the user’s mistake', async () => {
    await start([])
    await expect(collectFromGitHub(await options(github!, {runId: 8}))).rejects.toThrow(UserError)
    await expect(collectFromGitHub(await options(github!, {runId: 8}))).rejects.toThrow(
      /o\/r\/actions\/runs\/8.*actions: read/,
    )
  })

  test('a token without rights is told which', async () => {
    await start([failed(71, 'E2E (a)', 'x')])
    github!.state.tokens[TOKEN]!.permissions = {contents: 'read'}
    await expect(collectFromGitHub(await options(github!))).rejects.toThrow(/403.*actions: read/)
  })

  test('annotations and pull requests that may not be read are one note each', async () => {
    await start([failed(71, 'E2E (a)', 'x'), failed(72, 'E2E (b)', 'y')], {private: true})
    github!.state.tokens[TOKEN]!.permissions = {actions: 'read'}
    const {suites, incomplete} = await collectFromGitHub(await options(github!))
    expect(incomplete.map(n => n.what).sort()).toEqual(['annotations of the jobs', 'pull request of the run'])
    expect(incomplete.map(n => n.why).join()).toMatch(/checks: read/)
    expect(await opened(suites[1]!.sources[0]!)).toMatchObject({text: 'y'})
  })

  test('a rate limit that ends too late is not waited for', async () => {
    await start([failed(71, 'E2E (a)', 'x')], {artifacts: [{id: 5, name: 'logs-a', run_id: 7, zip: zip([])}]})
    github!.faults.push(fault.primaryLimit(/\/runs\/7\/artifacts/))
    const begun = Date.now()
    const {suites, incomplete} = await collectFromGitHub(await options(github!))
    expect(incomplete).toMatchObject([
      {what: 'list of artifacts', why: expect.stringMatching(/rate limit is used up until 20/)},
    ])
    expect(await opened(suites[0]!.sources[0]!)).toMatchObject({text: 'x'})
    expect(Date.now() - begun).toBeLessThan(30_000)
  })

  test('a server error is tried again', async () => {
    await start([failed(71, 'E2E (a)', 'x')])
    github!.faults.push(fault.serverError(/\/attempts\/1\/jobs/))
    expect((await collectFromGitHub(await options(github!))).suites).toHaveLength(1)
  })
})
