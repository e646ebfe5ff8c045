import {createServer, type Server} from 'node:http'
import type {AddressInfo} from 'node:net'
import {afterEach, describe, expect, test} from '@jest/globals'
import {createClient} from '../src/github.ts'
import {fault, type GitHub, startGitHub, TOKEN} from './support/github.ts'

let github: GitHub | null = null
let other: Server | null = null
afterEach(async () => {
  await github?.close()
  other?.close()
  github = other = null
})

const logged: string[] = []
async function client(more: {deadline?: number; apiUrl?: string; token?: string | null} = {}) {
  github = await startGitHub({repositories: {'o/r': {issues: [{number: 1}]}}})
  logged.length = 0
  return createClient({
    token: more.token === undefined ? TOKEN : more.token,
    apiUrl: more.apiUrl ?? `${github.url}/`,
    userAgent: 'e2e-triage/test',
    deadline: () => more.deadline ?? Date.now() + 10_000,
    log: message => void logged.push(message),
    firstWait: 5,
  })
}
const repo = {owner: 'o', repo: 'r'}
const comment = {...repo, issue_number: 1, body: 'hello'}

test('sends the token and the name of the tool to the API', async () => {
  const {rest} = await client()
  await rest.repos.get(repo)
  expect(github!.requests[0]!.headers).toMatchObject({
    authorization: `token ${TOKEN}`,
    'user-agent': expect.stringContaining('e2e-triage/test'),
  })
})

test('without a token it is a guest', async () => {
  const {rest} = await client({token: null})
  await rest.repos.get(repo)
  expect(github!.requests[0]!.headers['authorization']).toBeUndefined()
})

describe('the token stays at home', () => {
  const elsewhere = async () => {
    const seen: (string | undefined)[] = []
    other = createServer((request, response) => {
      seen.push(request.headers.authorization)
      response.end('{}')
    })
    await new Promise<void>(resolve => other!.listen(0, '127.0.0.1', resolve))
    return {seen, url: `http://127.0.0.1:${(other.address() as AddressInfo).port}/x`}
  }

  test('another host is not asked at all', async () => {
    const {seen, url} = await elsewhere()
    const octokit = await client()
    await expect(octokit.request(`GET ${url}`)).rejects.toThrow(/refused to send the token/)
    expect(seen).toEqual([])
  })

  test('a redirect to another host loses it', async () => {
    const {seen, url} = await elsewhere()
    const octokit = await client()
    github!.faults.push({match: /GET \/repos\/o\/r$/, status: 302, headers: {location: url}, body: ''})
    await octokit.rest.repos.get(repo)
    expect(seen).toEqual([undefined])
  })
})

test('a GHES address keeps its path', async () => {
  const octokit = await client({apiUrl: 'https://ghes.example/api/v3'})
  expect(octokit.request.endpoint('GET /user').url).toBe('https://ghes.example/api/v3/user')
})

describe('what failed is tried again', () => {
  test('three times on an error of the server', async () => {
    const {rest} = await client()
    github!.faults.push({...fault.serverError(/GET/), times: 3})
    await rest.repos.get(repo)
    expect(github!.requests).toHaveLength(4)
  })

  test('never a POST: it could post twice', async () => {
    const {rest} = await client()
    github!.faults.push(fault.serverError(/POST/))
    await expect(rest.issues.createComment(comment)).rejects.toMatchObject({status: 502})
    expect(github!.requests).toHaveLength(1)
    github!.faults.push(fault.serverError(/GET/))
    await rest.repos.get(repo)
    expect(github!.requests).toHaveLength(3)
  })

  test('not a refusal', async () => {
    const {rest} = await client()
    github!.faults.push(fault.notAccessible(/GET/))
    await expect(rest.repos.get(repo)).rejects.toMatchObject({status: 403})
    expect(github!.requests).toHaveLength(1)
  })

  test('after a secondary limit, twice at most, said once', async () => {
    const {rest} = await client()
    github!.faults.push({...fault.secondaryLimit(/GET/, 1), times: 5})
    await expect(rest.repos.get(repo)).rejects.toMatchObject({status: 403})
    expect(github!.requests).toHaveLength(3)
    expect(logged).toEqual(["GitHub's secondary rate limit is reached; waiting 1 s."])
  })

  test('after the primary limit only where it ends in time', async () => {
    const {rest} = await client({deadline: Date.now() + 5000})
    github!.faults.push(fault.primaryLimit(/GET/))
    await expect(rest.repos.get(repo)).rejects.toMatchObject({status: 403})
    expect(github!.requests).toHaveLength(1)
    expect(logged[0]).toMatch(/not waiting/)
    github!.faults.push(fault.primaryLimit(/GET/, Math.floor(Date.now() / 1000)))
    await rest.repos.get(repo)
    expect(github!.requests).toHaveLength(3)
  })
})

test('a request ends at the deadline', async () => {
  const {rest} = await client({deadline: Date.now() + 200})
  github!.faults.push({match: /GET/, delayMs: 8000, times: 5})
  const begun = Date.now()
  await expect(rest.repos.get(repo)).rejects.toThrow()
  expect(Date.now() - begun).toBeLessThan(6000)
})
