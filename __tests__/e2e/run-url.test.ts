import {readdir, readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {expect, test} from '@jest/globals'
import {fault, type GitHub, sha, TOKEN} from '../support/github.ts'
import {zip} from '../support/zip.ts'
import {cli, folder, removeAfterAll} from './command.ts'
import {closeAfterAll, failedLog, gitHub, green, hostPath, red, repo, runId, world} from './world.ts'

closeAfterAll()
removeAfterAll()

/** The fake is server and API at once: `GITHUB_API_URL` says where its API is. */
const environment = (github: GitHub) => ({
  GITHUB_SERVER_URL: github.url,
  GITHUB_API_URL: github.url,
  GITHUB_TOKEN: TOKEN,
})
const address = (github: GitHub) => `${github.url}/${repo}/actions/runs/${runId}`

const jobs = () => [
  red(1, 'gateway'),
  red(2, 'auth', failedLog('error: nobody has seen this before')),
  red(3, 'lost', {status: 404}),
  green(4, 'fine'),
]

test.concurrent('a run by its address gives the bytes that its record gives', async () => {
  const state = world(jobs(), {
    repository: {
      artifacts: [
        {
          id: 11,
          name: 'must-gather-gateway',
          run_id: runId,
          zip: zip([{name: 'a/events.txt', data: 'LAST SEEN\n'}]),
        },
        {id: 12, name: 'must-gather-auth', run_id: runId, zip: zip([]), expired: true},
      ],
    },
  })
  const github = await gitHub(state)
  const dir = join(await folder(), 'record')
  const env = environment(github)
  const direct = await cli(['triage', address(github), '--format', 'json'], {env})
  expect(direct).toMatchObject({code: 0, stderr: ''})
  const recorded = await cli(['download', address(github), dir], {env})
  expect(recorded).toMatchObject({code: 0, stdout: expect.stringContaining('recorded 4 suites')})
  expect(github.requests.some(r => r.path.startsWith('/api/'))).toBe(false)
  github.requests.length = 0
  const again = await cli(['triage', dir, '--format', 'json'])
  expect(again).toMatchObject({code: 0, stderr: ''})
  expect(again.stdout).toBe(direct.stdout)
  expect(github.requests).toEqual([])
  const names = ['artifacts', 'artifacts.json', 'facts.json', 'jobs.json', 'logs', 'run.json']
  expect(await readdir(dir)).toEqual(expect.arrayContaining(names))
  expect(JSON.parse(await readFile(join(dir, 'run.json'), 'utf8'))).toMatchObject({
    id: runId,
    head_sha: sha('head'),
  })
  expect(github.violations).toEqual([])
})

test.concurrent('an attempt in the address, and `/api/v3` of a server that says nothing else', async () => {
  const attempts = [{jobs: [red(1, 'gateway', failedLog(hostPath('/first')))]}, {jobs: [green(2, 'gateway')]}]
  const github = await gitHub(world([], {run: {attempts}}))
  const env = {GITHUB_TOKEN: TOKEN}
  const {code, stdout} = await cli(['triage', `${address(github)}/attempts/1`], {env})
  expect(code).toBe(0)
  expect(stdout).toContain('/first')
  // GraphQL stands beside `v3`.
  const paths = github.requests.filter(r => r.origin === 'api').map(r => r.path)
  expect(paths.filter(path => !/^\/api\/(v3\/|graphql$)/.test(path))).toEqual([])
})

test.concurrent('a run that is not there, and a token that is refused, are one line and exit status 2', async () => {
  const github = await gitHub(world(jobs()))
  const env = environment(github)
  const gone = await cli(['triage', `${github.url}/${repo}/actions/runs/4711`], {env})
  expect(gone).toMatchObject({code: 2, stdout: ''})
  expect(gone.stderr).toMatch(/^e2e-triage: .*runs\/4711: GitHub does not find it \(404[^\n]*\n$/)
  const refused = await cli(['triage', address(github)], {env: {...env, GITHUB_TOKEN: 'ghp_wrong'}})
  expect(refused).toMatchObject({code: 2, stdout: ''})
  expect(refused.stderr).toMatch(/^e2e-triage: .*does not accept the token[^\n]*\n$/)
  expect(refused.stderr).not.toContain('ghp_wrong')
})

test.concurrent('what has not come after `--timeout-minutes` is left out, and said', async () => {
  const slow = {...fault.slow(/GET .*\/jobs\/1\/logs$/, 20_000), times: Infinity}
  const github = await gitHub(world(jobs()), [slow])
  const args = ['triage', address(github), '--format', 'json', '--timeout-minutes', '0.1']
  const began = Date.now()
  const {code, stdout} = await cli(args, {env: environment(github)})
  expect(code).toBe(0)
  expect(Date.now() - began).toBeLessThan(40_000)
  expect(
    JSON.parse(stdout)
      .incomplete.map((n: {what: string}) => n.what)
      .join(),
  ).toMatch(/E2E \(gateway\)/)
})
