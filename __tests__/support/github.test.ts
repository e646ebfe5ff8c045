import {describe, expect, test} from '@jest/globals'
import {operations} from './github/openapi.ts'
import {routes} from './github/routes.ts'
import {closeAfterEach, repo, start, status, world} from './github/world.ts'
import {fault, sha, TOKEN} from './github.ts'

closeAfterEach()

describe('description', () => {
  test('lists every REST route, and every listed operation is answered', () => {
    const ours = routes.map(r => `${r.method} ${r.path}`).filter(r => !/graphql|twirp/.test(r))
    expect(ours.sort()).toEqual(operations().sort())
  })

  test('an answer of another shape is a violation', async () => {
    const state = world()
    const run = state.repositories!['o/r']!.runs![0]!
    Object.assign(run.attempts[1]!.jobs[0]!, {conclusion: 'broken', started_at: 'yesterday'})
    const {github, octokit} = await start(state)
    await octokit.actions.getJobForWorkflowRun({...repo, job_id: 71})
    await octokit.request('POST /repos/o/r/issues/4/comments', {text: 'x'}).catch(() => {})
    const [answer, request] = github.violations.splice(0)
    expect(answer).toMatch(
      /job_id} 200: .*\/conclusion must be equal .*\/started_at must match format "date-time"/,
    )
    expect(request).toContain("must have required property 'body'")
  })
})

describe('access', () => {
  test('a missing permission, a wrong token, no token', async () => {
    const tokens = {weak: {login: 'github-actions[bot]', permissions: {actions: 'read' as const}}}
    const {github, octokit} = await start({...world(), tokens}, 'weak')
    const write = octokit.issues.createComment({...repo, issue_number: 4, body: 'x'})
    await expect(write).rejects.toMatchObject({
      status: 403,
      message: expect.stringContaining('Resource not accessible by integration'),
      response: {headers: {'x-accepted-github-permissions': 'issues=write; pull_requests=write'}},
    })
    expect(await status(octokit.users.getAuthenticated())).toBe(403)
    const get = async (path: string, headers = {}) => (await fetch(github.url + path, {headers})).status
    expect(await get('/repos/o/r', {authorization: 'token nonsense'})).toBe(401)
    expect(await get('/repos/o/r/commits')).toBe(200)
    expect(await get('/repos/o/r/actions/jobs/71/logs')).toBe(403)
    github.state.repositories['o/r']!.private = true
    expect(await get('/repos/o/r/commits')).toBe(404)
  })

  test('a private repository shows annotations to `checks: read` alone', async () => {
    const token = {login: 'github-actions[bot]', permissions: {actions: 'read' as const}}
    const {github, octokit} = await start({...world(), tokens: {weak: token}}, 'weak')
    const ask = () => status(octokit.checks.listAnnotations({...repo, check_run_id: 71}))
    expect(await ask()).toBe(200)
    github.state.repositories['o/r']!.private = true
    expect(await ask()).toBe(403)
    Object.assign(token.permissions, {checks: 'read'})
    expect(await ask()).toBe(200)
  })

  test('the limit counts down', async () => {
    const {github, octokit} = await start({
      ...world(),
      rate_limit: {limit: 60, remaining: 1, reset: 2_000_000_000},
    })
    expect(await status(octokit.repos.get(repo))).toBe(200)
    const refused = await octokit.repos.get(repo).catch(error => error)
    expect([refused.status, refused.response.headers['x-ratelimit-remaining']]).toEqual([403, '0'])
    expect((await octokit.rateLimit.get()).data.rate.remaining).toBe(0)
    expect(github.requests).toHaveLength(3)
  })
})

describe('faults', () => {
  test('a secondary limit is waited for, creation included', async () => {
    const {github, octokit} = await start(world(), TOKEN, 2)
    github.faults.push(fault.secondaryLimit(/^POST .*comments$/))
    expect(await status(octokit.issues.createComment({...repo, issue_number: 4, body: 'x'}))).toBe(201)
    const [first, second] = github.requests
    expect([first!.status, second!.status]).toEqual([403, 201])
    expect(second!.at - first!.at).toBeGreaterThan(900)
  })

  test('as often as said, with delay', async () => {
    const {github, octokit} = await start()
    github.faults.push({...fault.serverError(/^GET \/repos\/o\/r$/), times: 2, delayMs: 50})
    const began = Date.now()
    const seen = [await status(octokit.repos.get(repo)), await status(octokit.repos.get(repo))]
    expect([...seen, await status(octokit.repos.get(repo))]).toEqual([502, 502, 200])
    expect(Date.now() - began).toBeGreaterThan(95)
  })

  test('a dropped download can be resumed', async () => {
    const {github} = await start()
    const log = github.state.repositories['o/r']!.runs![0]!.attempts[1]!.jobs[0]!.log as string
    const whole = Buffer.from(log)
    const headers = {authorization: `Bearer ${TOKEN}`}
    const answer = await fetch(`${github.url}/repos/o/r/actions/jobs/71/logs`, {headers, redirect: 'manual'})
    const url = answer.headers.get('location')!
    github.faults.push(fault.dropped(/^GET \/blob\//, 1000), fault.dropped(/^GET \/blob\//))
    const got: Buffer[] = []
    await expect(
      (async () => {
        for await (const chunk of (await fetch(url)).body!) got.push(Buffer.from(chunk))
      })(),
    ).rejects.toThrow()
    expect(Buffer.concat(got)).toEqual(whole.subarray(0, 1000))
    await expect(fetch(url)).rejects.toThrow()
    const rest = await fetch(url, {headers: {range: 'bytes=1000-'}})
    expect([rest.status, rest.headers.get('content-range')]).toEqual([
      206,
      `bytes 1000-${whole.length - 1}/${whole.length}`,
    ])
    expect(Buffer.concat([...got, Buffer.from(await rest.arrayBuffer())])).toEqual(whole)
  })

  test('what the fake does not know, and what GitHub would not understand, is a violation', async () => {
    const {github, octokit} = await start()
    expect(await status(octokit.request('GET /repos/o/r/topics'))).toBe(404)
    await octokit.request('GET /repos/o/r/pulls', {perpage: 100})
    expect(github.violations).toEqual([
      'GET /repos/o/r/topics: the fake has no such route',
      'GET /repos/{owner}/{repo}/pulls: unknown query parameter perpage',
    ])
    github.violations.length = 0
  })
})

describe('server', () => {
  test('lets the world change at a request, counts open requests, answers below an Enterprise prefix', async () => {
    const {github} = await start()
    github.faults.push({...fault.slow(/./, 100), times: 3})
    github.onRequest = seen => {
      if (seen.path.endsWith('/pulls/4')) github.state.repositories['o/r']!.pulls![1]!.head.sha = sha('c')
    }
    const get = async (path: string) => await fetch(github.url + path)
    const [pull, , jobs] = await Promise.all([
      get('/repos/o/r/pulls/4'),
      get('/repos/o/r'),
      get('/api/v3/repos/o/r/actions/runs/7/jobs?per_page=1'),
    ])
    expect(((await pull!.json()) as {head: {sha: string}}).head.sha).toBe(sha('c'))
    expect(github.peak).toBe(3)
    expect(jobs!.headers.get('link')).toContain(`<${github.url}/api/v3/repos/o/r/actions/runs/7/jobs?`)
  })
})
