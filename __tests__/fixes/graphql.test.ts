/** What is done where GraphQL, or a part of its answer, is refused. */
import {afterEach, expect, test} from '@jest/globals'
import {factsFromGitHub} from '../../src/fixes/github.ts'
import {createClient} from '../../src/github.ts'
import type {Facts, FactsWanted, FixRef} from '../../src/model.ts'
import {
  type Fault,
  fault,
  type GitHub,
  type GitHubState,
  type Repository,
  sha,
  startGitHub,
  TOKEN,
} from '../support/github.ts'
import {linear} from './linear.ts'
import {aFix} from './samples.ts'

let github: GitHub
afterEach(async () => {
  expect(github.violations).toEqual([])
  await github.close()
})

const {commits, at} = linear(400)
const work = {sha: sha('work'), parents: [at(390)], message: 'Work', date: '2025-06-17T12:00:00Z'}
const repository: Repository = {
  commits: [...commits, work],
  branches: {main: at(399), feature: work.sha},
  pulls: [{number: 24, head: {ref: 'fix', sha: at(398)}, body: 'Fixes #27'}],
  issues: [{number: 27, body: 'e2e-triage: host-path'}],
}
const recent = at(395)
const old = at(20)

interface Given {
  state?: Partial<GitHubState>
  faults?: Fault[]
  token?: string | null
  prefix?: string
  fixes?: Partial<FixRef>[]
  wanted?: Partial<FactsWanted>
  /** Called before each answer. */
  onRequest?: (github: GitHub) => void
}

async function ask(given: Given = {}): Promise<Facts> {
  const {state, faults = [], token = TOKEN, prefix = '', fixes = [{commit: recent}], onRequest} = given
  github = await startGitHub({repositories: {'o/r': {...repository}}, ...state})
  github.faults.push(...faults)
  github.onRequest = onRequest ? () => onRequest(github) : null
  const deadline = Date.now() + 20_000
  const client = createClient({
    token,
    apiUrl: github.url + prefix,
    userAgent: 'test',
    deadline: () => deadline,
    log: () => {},
    firstWait: 1,
  })
  const wanted: FactsWanted = {
    repository: 'o/r',
    tested: work.sha,
    base: 'main',
    causes: [{pattern: 'host-path', fixes: fixes.map(aFix)}],
    heads: [],
    ...given.wanted,
  }
  return factsFromGitHub({client, owner: 'o', repo: 'r', wanted, now: '2026-03-01T00:00:00Z', deadline})
}
const paths = () => github.requests.map(({path}) => path)
const landed = {landed: true, contained_in: {[work.sha]: false}}
const graphql = /graphql/

test('one query, and nothing else', async () => {
  const facts = await ask()
  expect(facts.commits[recent]).toMatchObject(landed)
  expect(facts.mentions.map(({type, number}) => `${type} ${number}`)).toEqual(['issue 27', 'pull 24'])
  expect(facts.incomplete).toEqual([])
  expect(paths()).toEqual(['/graphql'])
})

test('below the prefix of a server of one’s own', async () => {
  expect((await ask({prefix: '/api/v3'})).commits[recent]).toMatchObject(landed)
  expect(paths()).toEqual(['/api/graphql'])
})

test('a guest is answered by REST alone', async () => {
  const facts = await ask({token: null})
  expect(facts.commits[recent]).toMatchObject(landed)
  expect(facts.incomplete).toEqual([])
  expect(paths()).not.toContain('/graphql')
})

test.each<[string, Fault, RegExp]>([
  ['a server without it', {match: graphql, times: Infinity, status: 404}, /GraphQL \(404/],
  ['a token without the scope', {...fault.notAccessible(graphql), times: Infinity}, /GraphQL \(403/],
  ['a query that takes too long', {...fault.serverError(graphql), times: Infinity}, /GraphQL \(502/],
  ['a lost connection', {match: graphql, times: Infinity, dropAfterBytes: 0}, /GraphQL \(/],
  [
    'a field that the server does not know',
    {
      match: graphql,
      times: 1,
      status: 200,
      body: {errors: [{message: "Field 'x' doesn't exist on type 'Commit'", path: ['query']}]},
    },
    /GraphQL \(Field 'x' doesn't exist/,
  ],
  [
    'its own rate limit',
    {
      match: graphql,
      times: 1,
      status: 200,
      headers: {'x-ratelimit-reset': '1900000000'},
      body: {errors: [{type: 'RATE_LIMITED', message: 'limit'}]},
    },
    /GraphQL \(.*[Ll]imit/,
  ],
])('%s: REST answers, and the report says so', async (_, wrong, why) => {
  const facts = await ask({faults: [wrong]})
  expect(facts.commits[recent]).toMatchObject(landed)
  expect(facts.mentions).toHaveLength(2)
  expect(facts.incomplete).toEqual([{what: 'facts about fixes', why: expect.stringMatching(why)}])
  expect(paths().length).toBeLessThanOrEqual(6)
})

test('a wrong token is asked with no further', async () => {
  const facts = await ask({token: 'wrong'})
  expect(facts.commits[recent]?.sha).toBeNull()
  expect(facts.incomplete).toEqual([{what: 'facts about fixes', why: 'GitHub refused the token (401)'}])
})

test.each([
  ['issues', {contents: 'read', pull_requests: 'read'}, {pull: 24}],
  ['pull-requests', {contents: 'read', issues: 'read'}, {issue: 27}],
] as const)('a private repository, and a token without `%s: read`', async (name, permissions, other) => {
  const state = {
    repositories: {'o/r': {...repository, private: true}},
    tokens: {[TOKEN]: {login: 'github-actions[bot]', permissions}},
  }
  const facts = await ask({state, fixes: [{commit: recent}, {pull: 24}, {issue: 27}]})
  expect(facts.commits[recent]).toMatchObject(landed)
  const pull = {state: 'pull' in other ? 'open' : null, why: 'pull' in other ? null : expect.anything()}
  const issue = {state: 'issue' in other ? 'open' : null, why: 'issue' in other ? null : expect.anything()}
  expect(facts.pulls[24]).toMatchObject(pull)
  expect(facts.issues[27]).toMatchObject(issue)
  expect(facts.incomplete).toEqual([
    {what: 'facts about fixes', why: `GitHub refused it (403): the token needs \`${name}: read\``},
  ])
})

test.each(['merge', 'tested'] as const)('what GraphQL does not find, REST may have: the %s', async which => {
  const built = {
    sha: sha('built'),
    parents: [at(397), work.sha],
    message: 'Merge',
    date: '2025-06-18T00:00:00Z',
  }
  const all: Repository = {...repository, commits: [...repository.commits!, built]}
  const lost = which === 'merge' ? built.sha : work.sha
  const facts = await ask({
    state: {repositories: {'o/r': {...all, commits: all.commits!.filter(c => c.sha !== lost)}}},
    wanted: {merge_sha: which === 'merge' ? built.sha : null},
    onRequest: ({requests, state}) => {
      if (requests.length === 2) state.repositories['o/r'] = all
    },
  })
  const ran = which === 'merge' ? {[work.sha]: false, [built.sha]: true} : {[work.sha]: false}
  expect(facts.commits[recent]).toMatchObject({landed: true, contained_in: ran, why: null})
  expect(paths()).toEqual(['/graphql', '/repos/o/r/commits'])
})

test('issues that nobody declared may stay unseen: the documented permissions are enough', async () => {
  const permissions = {actions: 'read', contents: 'read', pull_requests: 'write'} as const
  const state = {
    repositories: {'o/r': {...repository, private: true}},
    tokens: {[TOKEN]: {login: 'github-actions[bot]', permissions}},
  }
  const facts = await ask({state, fixes: [{commit: recent}, {pull: 24}]})
  expect(facts.commits[recent]).toMatchObject(landed)
  expect(facts.pulls[24]?.state).toBe('open')
  expect(facts.incomplete).toEqual([])
})

test('a search that fails is left out, and said', async () => {
  const broken = {data: null, errors: [{message: 'Something broke', path: ['s0']}]}
  const facts = await ask({faults: [{match: graphql, times: 1, status: 200, body: broken}]})
  expect(facts.commits[recent]).toMatchObject(landed)
  expect(facts.mentions).toHaveLength(2)
  expect(paths()).toEqual(['/graphql', '/graphql'])
  expect(facts.incomplete.map(note => note.why)).toEqual(['GitHub could not search issues and pull requests'])
})

test('where the second query is refused, REST compares as far as calls are left', async () => {
  const facts = await ask({
    fixes: [{commit: old}],
    onRequest: ({requests, faults}) => {
      if (requests.length === 2) faults.push(fault.serverError(graphql))
    },
  })
  expect(facts.commits[old]?.contained_in).toEqual({[work.sha]: true})
  expect(paths()).toEqual(['/graphql', '/graphql', expect.stringMatching(/compare/)])
  expect(facts.incomplete[0]?.why).toMatch(/refused GraphQL \(502/)
})

test('a history that does not show even the commit’s own is not believed', async () => {
  // As if the server left out what was committed at the very second of `until`.
  const strange: Repository = {
    ...repository,
    commits: repository.commits!.map(c => (c.sha === old ? {...c, date: '2025-06-01T20:00:00.500Z'} : c)),
  }
  const facts = await ask({
    state: {repositories: {'o/r': strange}},
    fixes: [{commit: old}],
    onRequest: ({requests, state}) => {
      if (requests.length === 2)
        state.repositories['o/r'] = {
          ...strange,
          commits: strange.commits!.map(c => (c.sha === old ? {...c, date: '2025-06-01T20:00:00.900Z'} : c)),
        }
    },
  })
  expect(facts.commits[old]?.contained_in).toEqual({[work.sha]: true})
  expect(paths()).toEqual(['/graphql', '/graphql', expect.stringMatching(/compare/)])
})
