import {describe, expect, test} from '@jest/globals'
import {fault, type GitHub, type Job, TOKEN} from '../support/github.ts'
import {outputsOf} from './outputs.ts'
import {
  act,
  closeAfterAll,
  comments,
  failedLog,
  gitHub,
  green,
  hostPath,
  pull,
  red,
  repo,
  runId,
  world,
} from './world.ts'

closeAfterAll()

const marker = /^<!-- e2e-triage:v1 key=\S+ -->$/m
const bot = {login: 'github-actions[bot]'}
const jobsOf = (github: GitHub) => github.state.repositories[repo]!.runs![0]!.attempts[0]!
/** The jobs of the run from now on; the action's own stays. */
const setJobs = (github: GitHub, jobs: Job[]) => {
  jobsOf(github).jobs = [...jobs, ...jobsOf(github).jobs.slice(-1)]
}
const quiet = {'upload-report': 'false'}
const writes = (github: GitHub) =>
  github.requests.filter(r => r.path.includes('/comments') && r.method !== 'GET').map(r => r.method)

describe('the pull-request comment', () => {
  test.concurrent('ours is found on the third page and updated; one with our marker by somebody else is left alone', async () => {
    const first = await act(await gitHub(world([red(1, 'gateway')])), {inputs: quiet})
    const written = comments(first.github)[0]!
    expect(written.user).toEqual(bot)
    expect(written.body).toMatch(marker)
    expect(first.outputs).toMatchObject({'comment-id': String(written.id), 'pr-number': String(pull)})
    expect(first.outputs['comment-url']).toMatch(`#issuecomment-${written.id}`)

    const github = await gitHub(world([red(1, 'gateway', failedLog(hostPath('/another')))]))
    const others = Array.from({length: 240}, (_, i) => ({
      id: i + 1,
      user: {login: 'someone'},
      body: `text ${i}`,
    }))
    others[3]!.body = written.body
    github.state.repositories[repo]!.pulls![0]!.comments = [
      ...others,
      {id: 500, user: bot, body: written.body},
    ]
    const before = structuredClone(others)
    const result = await act(github, {inputs: quiet})
    expect(result.outputs['comment-id']).toBe('500')
    expect(comments(github)).toHaveLength(241)
    expect(comments(github).slice(0, 240)).toEqual(before)
    expect(comments(github).at(-1)!.body).toContain('/another')
    const pages = github.requests.filter(
      r => r.path.endsWith(`/issues/${pull}/comments`) && r.method === 'GET',
    )
    expect(pages.map(r => r.query['page'] ?? '1').slice(0, 3)).toEqual(['1', '2', '3'])
  })

  test.concurrent('a second run updates it; an older one leaves it alone', async () => {
    const github = await gitHub(world([red(1, 'gateway')]))
    const first = await act(github, {inputs: quiet})
    setJobs(github, [red(1, 'gateway', failedLog(hostPath('/second')))])
    const second = await act(github, {inputs: quiet, env: {GITHUB_RUN_NUMBER: '8'}})
    expect(comments(github)).toHaveLength(1)
    expect(second.outputs['comment-id']).toBe(first.outputs['comment-id'])
    expect(comments(github)[0]!.body).toContain('/second')
    setJobs(github, [red(1, 'gateway', failedLog(hostPath('/older')))])
    const older = await act(github, {inputs: quiet, env: {GITHUB_RUN_NUMBER: '3'}})
    expect(comments(github)[0]!.body).not.toContain('/older')
    expect(older.warnings).toEqual([])
    expect(writes(github)).toEqual(['POST', 'PATCH'])
  })

  test.concurrent('silent while all is green, resolved in place when it becomes green', async () => {
    const github = await gitHub(world([green(1, 'gateway'), green(2, 'auth')]))
    const nothing = await act(github, {inputs: quiet})
    expect(outputsOf(nothing)).toEqual({
      conclusion: 'passed',
      incomplete: false,
      failed: [],
      counts: [0, 0, 0, 0],
    })
    expect(comments(github)).toEqual([])
    setJobs(github, [red(1, 'gateway'), green(2, 'auth')])
    await act(github, {inputs: quiet, env: {GITHUB_RUN_NUMBER: '8'}})
    setJobs(github, [green(1, 'gateway'), green(2, 'auth')])
    const solved = await act(github, {inputs: quiet, env: {GITHUB_RUN_NUMBER: '9'}})
    expect(comments(github)).toHaveLength(1)
    expect(comments(github)[0]!.body).not.toContain('/x/coverdata')
    expect(comments(github)[0]!.body).toMatch(/No E2E suite failed/)
    expect(solved.outputs['comment-id']).toBe(String(comments(github)[0]!.id))
    expect(outputsOf(solved).conclusion).toBe('passed')
  })

  test.concurrent('`comment: always` makes one of a green run, `never` makes none of a red one', async () => {
    const always = await act(await gitHub(world([green(1, 'gateway')])), {
      inputs: {...quiet, comment: 'always'},
    })
    expect(comments(always.github)).toHaveLength(1)
    const never = await act(await gitHub(world([red(1, 'gateway')])), {inputs: {...quiet, comment: 'never'}})
    expect(comments(never.github)).toEqual([])
    const none = await act(await gitHub(world([red(1, 'gateway')])), {
      inputs: {...quiet, 'pr-number': 'none'},
    })
    expect(comments(none.github)).toEqual([])
    expect(none.outputs['pr-number']).toBe('')
  })

  test.concurrent('a token that may not comment: one warning with what to add, the step is green', async () => {
    const github = await gitHub(world([red(1, 'gateway')]))
    github.state.tokens[TOKEN]!.permissions = {
      actions: 'read',
      contents: 'read',
      checks: 'read',
      pull_requests: 'read',
    }
    const result = await act(github)
    expect(result.warnings).toHaveLength(1)
    expect(result.warnings[0]).toContain('permissions:\n  pull-requests: write')
    expect(outputsOf(result)).toMatchObject({conclusion: 'classified'})
    expect(result.outputs).toMatchObject({'comment-id': '', 'comment-url': '', 'pr-number': String(pull)})
    expect(result.summary).toContain('/x/coverdata')
    expect(result.outputs['artifact-id']).not.toBe('')
  })

  test.concurrent('the documented permissions of a private repository are enough', async () => {
    const github = await gitHub(world([red(1, 'gateway'), green(2, 'auth')], {repository: {private: true}}))
    github.state.tokens[TOKEN]!.permissions = {actions: 'read', contents: 'read', pull_requests: 'write'}
    const result = await act(github)
    expect(result.warnings).toEqual([])
    expect(outputsOf(result)).toMatchObject({conclusion: 'classified', incomplete: false})
    expect(comments(github)).toHaveLength(1)
  })

  test.concurrent('a locked conversation is one warning; a gateway error does not make two comments', async () => {
    const locked = await gitHub(world([red(1, 'gateway')]), [fault.locked(/POST .*\/comments$/)])
    expect((await act(locked, {inputs: quiet})).warnings.join()).toMatch(/locked/)
    const shaky = await gitHub(world([red(1, 'gateway')]), [fault.serverError(/POST .*\/comments$/)])
    await act(shaky, {inputs: quiet})
    expect(comments(shaky).length).toBeLessThanOrEqual(1)
    expect(writes(shaky)).toEqual(['POST'])
  })

  test.concurrent('a pull request that has moved on is left alone', async () => {
    const github = await gitHub(world([red(1, 'gateway')]))
    github.state.repositories[repo]!.pulls![0]!.head.sha = 'f'.repeat(40)
    const result = await act(github, {inputs: quiet})
    expect(comments(github)).toEqual([])
    expect(result.warnings).toEqual([])
  })

  test.concurrent('a run that nothing but the own job is in: nothing failed, nothing to say', async () => {
    const result = await act(await gitHub(world([])), {inputs: quiet})
    expect(outputsOf(result)).toMatchObject({conclusion: 'passed', failed: []})
    expect(result.github.requests.some(r => r.path.endsWith(`/runs/${runId}`))).toBe(true)
  })
})
