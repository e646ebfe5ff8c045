import {describe, expect, test} from '@jest/globals'
import {fault} from '../support/github.ts'
import {outputsOf, reportOf} from './outputs.ts'
import {act, closeAfterAll, comments, gitHub, red, runId, world} from './world.ts'

closeAfterAll()

describe('a GitHub that is not well', () => {
  test.concurrent('server errors and 429 with Retry-After are tried again', async () => {
    const faults = [
      fault.serverError(new RegExp(`GET .*/runs/${runId}$`)),
      fault.tooMany(/GET .*\/attempts\/1\/jobs$/),
      fault.serverError(/GET \/blob\/job-logs-1/, 503),
    ]
    const github = await gitHub(world([red(1, 'gateway')]), faults)
    const result = await act(github, {inputs: {comment: 'never', 'upload-report': 'false'}})
    expect(outputsOf(result)).toMatchObject({conclusion: 'classified', incomplete: false})
    expect(faults.map(f => f.times)).toEqual([0, 0, 0])
  })

  test.concurrent('a rate limit that ends too late leaves a report that says so', async () => {
    const reset = Math.floor(Date.now() / 1000) + 3600
    const github = await gitHub(world([red(1, 'gateway')]), [
      {...fault.primaryLimit(/GET .*\/jobs\/1\/logs$/, reset), times: Infinity},
    ])
    const result = await act(github)
    expect(outputsOf(result)).toMatchObject({conclusion: 'incomplete', incomplete: true, failed: ['gateway']})
    const report = await reportOf(result)
    expect(report.incomplete.map(n => n.why).join()).toMatch(/rate limit/)
    expect(result.summary).toMatch(/rate limit/)
  })

  test.concurrent('what has not come by the deadline is left out, and said', async () => {
    const slow = {...fault.slow(/GET .*\/jobs\/1\/logs$/, 20_000), times: Infinity}
    const github = await gitHub(world([red(1, 'gateway'), red(2, 'auth')]), [slow])
    const result = await act(github, {
      inputs: {'timeout-minutes': '0.15', comment: 'never', 'upload-report': 'false'},
    })
    expect(outputsOf(result)).toMatchObject({conclusion: 'partly-classified', incomplete: true})
    expect(result.ms).toBeLessThan(40_000)
  })

  test.concurrent('a limit from the first request on: nothing is read, nothing is resolved, the step is green', async () => {
    const github = await gitHub(world([red(1, 'gateway')]))
    github.state.rate_limit = {limit: 1000, remaining: 0, reset: Math.floor(Date.now() / 1000) + 3600}
    const result = await act(github)
    expect(outputsOf(result)).toMatchObject({
      conclusion: 'incomplete',
      incomplete: true,
      counts: [0, 0, 0, 0],
    })
    expect(result.summary).toMatch(/rate limit/)
    expect(comments(github)).toEqual([])
  })
})
