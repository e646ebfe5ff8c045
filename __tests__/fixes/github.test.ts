import {afterEach, describe, expect, test} from '@jest/globals'
import {factsFromGitHub} from '../../src/fixes/github.ts'
import {fixStatus} from '../../src/fixes/status.ts'
import {createClient} from '../../src/github.ts'
import type {Facts, FactsWanted, FixRef} from '../../src/model.ts'
import {
  type Fault,
  type GitHub,
  type GitHubState,
  type Pull,
  type Repository,
  sha,
  startGitHub,
  TOKEN,
} from '../support/github.ts'
import {linear} from './linear.ts'
import {aFix, aRun} from './samples.ts'

let github: GitHub
afterEach(async () => {
  expect(github.violations).toEqual([])
  await github.close()
})

interface Given {
  repository: Repository
  wanted: Partial<FactsWanted>
  state?: Partial<GitHubState>
  faults?: Fault[]
  deadline?: number
}

async function ask({repository, wanted, state, faults, deadline}: Given): Promise<Facts> {
  github = await startGitHub({repositories: {'o/r': repository}, ...state})
  github.faults.push(...(faults ?? []))
  const end = deadline ?? Date.now() + 20_000
  const client = createClient({
    token: TOKEN,
    apiUrl: github.url,
    userAgent: 'test',
    deadline: () => end,
    log: () => {},
    firstWait: 1,
  })
  const whole = {repository: 'o/r', tested: null, base: 'main', causes: [], heads: [], ...wanted}
  return factsFromGitHub({
    client,
    owner: 'o',
    repo: 'r',
    wanted: whole,
    now: '2026-03-01T00:00:00Z',
    deadline: end,
  })
}

const cause = (pattern: string, ...fixes: Partial<FixRef>[]) => ({pattern, fixes: fixes.map(aFix)})
const statusOf = (facts: Facts, fixes: FixRef[] = [], more: Parameters<typeof aRun>[0] = {}) =>
  fixStatus({
    cause: {pattern: 'host-path', fixes},
    service: 'gateway',
    facts,
    later: [],
    run: aRun({head_sha: facts.tested, ...more}),
  })

/** main with three commits, the tested commit beside the last. */
const small = (more: Partial<Repository> = {}): {repository: Repository; tested: string} => {
  const {commits, at} = linear(3)
  const tested = sha('tested')
  const work = {sha: tested, parents: [at(1)], message: 'Work', date: '2025-06-05T00:00:00Z'}
  const {commits: extra = [], ...rest} = more
  return {
    tested,
    repository: {commits: [...commits, work, ...extra], branches: {main: at(2), feature: tested}, ...rest},
  }
}

describe('number of calls', () => {
  test('nothing is asked where there is no cause', async () => {
    await ask({repository: {}, wanted: {}})
    expect(github.requests).toEqual([])
  })

  test('one cause of the base branch, its fix among the newest commits: one', async () => {
    const {commits, at} = linear(90)
    const facts = await ask({
      repository: {commits, branches: {main: at(89)}},
      wanted: {tested: at(60), causes: [cause('host-path', {commit: at(70).slice(0, 9)})]},
    })
    expect(facts.commits[at(70).slice(0, 9)]).toMatchObject({landed: true, contained_in: {[at(60)]: false}})
    expect(github.requests).toHaveLength(1)
  })

  test('one cause, its fix older than what is listed: two', async () => {
    const {commits, at} = linear(400)
    const facts = await ask({
      repository: {commits, branches: {main: at(399)}},
      wanted: {tested: at(390), causes: [cause('host-path', {commit: at(20).slice(0, 9)})]},
    })
    expect(facts.commits[at(20).slice(0, 9)]).toMatchObject({sha: at(20), contained_in: {[at(390)]: true}})
    expect(github.requests).toHaveLength(2)
  })

  test('40 failed suites with 25 fixes of all ages: 40 at most, and every fix is decided', async () => {
    const {commits, at} = linear(1200)
    const fixes = Array.from({length: 25}, (_, i) => at(1190 - i * 45).slice(0, 9))
    const facts = await ask({
      repository: {commits, branches: {main: at(1199)}},
      wanted: {
        tested: at(900),
        causes: Array.from({length: 40}, (_, i) =>
          cause(`cause-${i}`, ...fixes.slice(i, i + 1).map(commit => ({commit}))),
        ),
      },
    })
    expect(github.requests.length).toBeLessThanOrEqual(40)
    const landed = fixes.map(fix => facts.commits[fix]?.contained_in[at(900)])
    expect(landed).toEqual(fixes.map((_, i) => 1190 - i * 45 <= 900))
    expect(facts.incomplete).toEqual([])
  })

  test.each([
    ['GraphQL', [], 1],
    ['REST', [{match: /graphql/, times: Infinity, status: 404}], 40],
  ] as const)('25 unknown hashes through %s', async (_, faults, calls) => {
    const {commits, at} = linear(1200)
    const refs = Array.from({length: 25}, (_, i) => sha(`nobody ${i}`).slice(0, 9))
    const facts = await ask({
      repository: {commits, branches: {main: at(1199)}},
      wanted: {tested: at(900), causes: refs.map((commit, i) => cause(`cause-${i}`, {commit}))},
      faults: [...faults],
    })
    expect(github.requests).toHaveLength(calls)
    expect(refs.map(ref => facts.commits[ref]?.sha)).toEqual(refs.map(() => null))
    expect(refs.every(ref => facts.commits[ref]?.why)).toBe(true)
    expect(facts.incomplete.map(note => note.why)).toEqual(
      calls === 40 ? ['not more than 40 calls are made for one run'] : [],
    )
  })
})

describe('what people write', () => {
  test('a trailer in a commit of an open pull request', async () => {
    const fix = {
      sha: sha('fix'),
      parents: [linear(3).at(2)],
      message: 'Fix\n\nE2E-Fix: host-path',
      date: '2025-06-06T00:00:00Z',
    }
    const pull: Pull = {number: 30, head: {ref: 'fix', sha: fix.sha}}
    const {repository, tested} = small({commits: [fix], pulls: [pull]})
    const facts = await ask({repository, wanted: {tested, causes: [cause('host-path')]}})
    expect(facts.trailers).toEqual([{commit: fix.sha, pattern: 'host-path', service: null, pull: 30}])
    expect(statusOf(facts)).toMatchObject({status: 'in-review', next_run: 'still-failing'})
  })

  test('an issue that carries the pattern, closed by a merged pull request', async () => {
    const merge = {
      sha: sha('merge'),
      parents: [linear(3).at(2)],
      message: 'Repair',
      date: '2025-06-06T00:00:00Z',
    }
    const pull: Pull = {
      number: 31,
      head: {ref: 'fix', sha: merge.sha},
      body: 'Fixes #27',
      merged_at: '2025-06-06T00:00:00Z',
      merge_commit_sha: merge.sha,
    }
    const {repository, tested} = small({
      commits: [merge],
      pulls: [pull],
      issues: [{number: 27, state: 'closed', body: 'Seen again.\r\ne2e-triage: host-path/gateway\r\n'}],
    })
    repository.branches!['main'] = merge.sha
    const facts = await ask({repository, wanted: {tested, causes: [cause('host-path')]}})
    expect(facts.mentions).toEqual([
      {type: 'issue', number: 27, pattern: 'host-path', service: 'gateway'},
      {type: 'pull', number: 31, pattern: 'host-path', service: 'gateway'},
    ])
    const fix = statusOf(facts)
    expect(fix).toMatchObject({
      status: 'should-be-fixed',
      why: 'fixed on main by #31: rebase',
    })
  })

  test('an open issue alone needs a fix', async () => {
    const {repository, tested} = small({
      issues: [{number: 27, title: 'Broken', body: 'e2e-triage: host-path'}],
    })
    const facts = await ask({repository, wanted: {tested, causes: [cause('host-path', {issue: 27})]}})
    const fix = statusOf(facts, [aFix({issue: 27})])
    expect(fix).toMatchObject({status: 'needs-fix', why: 'tracked in #27'})
    expect(fix.refs).toEqual([
      {type: 'issue', id: '27', url: 'https://github.com/o/r/issues/27', title: 'Broken', state: 'open'},
    ])
  })

  test('an issue of another project closes nothing', async () => {
    const pull: Pull = {number: 31, head: {ref: 'fix', sha: sha('x')}, body: 'Fixes other/project#27'}
    const {repository, tested} = small({pulls: [pull], issues: [{number: 27}]})
    const facts = await ask({repository, wanted: {tested, causes: [cause('host-path', {issue: 27})]}})
    expect(facts.mentions).toEqual([])
  })

  test('a closed pull request is no fix', async () => {
    const pull: Pull = {
      number: 31,
      head: {ref: 'fix', sha: linear(3).at(0)},
      body: 'e2e-triage: host-path',
      state: 'closed',
    }
    const {repository, tested} = small({pulls: [pull]})
    const facts = await ask({repository, wanted: {tested, causes: [cause('host-path')]}})
    expect(statusOf(facts)).toMatchObject({status: 'needs-fix', why: '#31 was closed without being merged'})
  })
})

describe('what goes wrong', () => {
  const declared = {causes: [cause('host-path', {commit: 'abcdef012'}, {pull: 24}, {issue: 27})]}
  const nothing = {
    commits: {abcdef012: {sha: null, landed: null}},
    pulls: {24: {state: null}},
    issues: {27: {state: null}},
  }

  test('a token without rights', async () => {
    const {repository, tested} = small({private: true})
    const state = {tokens: {[TOKEN]: {login: 'github-actions[bot]', permissions: {actions: 'read' as const}}}}
    const facts = await ask({repository, wanted: {tested, ...declared}, state})
    expect(facts).toMatchObject(nothing)
    expect(facts.incomplete).toHaveLength(1)
    expect(facts.incomplete[0]?.why).toMatch(/contents: read/)
    expect(statusOf(facts, [aFix({commit: 'abcdef012'})]).status).toBe('unknown')
  })

  test('the rate limit is used up: nothing more is asked', async () => {
    const {repository, tested} = small()
    const rate_limit = {limit: 5000, remaining: 0, reset: Math.floor(Date.now() / 1000) + 3600}
    const facts = await ask({repository, wanted: {tested, ...declared}, state: {rate_limit}})
    expect(facts).toMatchObject(nothing)
    expect(facts.incomplete).toEqual([{what: 'facts about fixes', why: expect.stringMatching(/rate limit/)}])
    expect(github.requests.length).toBeLessThanOrEqual(3)
  })

  test('the deadline has passed: nothing is asked', async () => {
    const {repository, tested} = small()
    const facts = await ask({repository, wanted: {tested, ...declared}, deadline: Date.now() - 1})
    expect(facts).toMatchObject(nothing)
    expect(facts.incomplete).toEqual([{what: 'facts about fixes', why: 'the time was up'}])
    expect(github.requests).toEqual([])
  })

  test('the network is gone', async () => {
    const {repository, tested} = small()
    const faults: Fault[] = [{match: /./, times: Infinity, dropAfterBytes: 0}]
    const facts = await ask({repository, wanted: {tested, ...declared}, faults})
    expect(facts).toMatchObject(nothing)
    expect(facts.incomplete).toHaveLength(1)
  })

  test('an unknown tested commit leaves containment open', async () => {
    const {commits, at} = linear(3)
    const facts = await ask({
      repository: {commits, branches: {main: at(2)}},
      wanted: {tested: sha('gone'), causes: [cause('host-path', {commit: at(1)})]},
    })
    expect(facts.commits[at(1)]).toMatchObject({landed: true, contained_in: {[sha('gone')]: null}})
  })

  test.each(['--upload-pack=x', '../../x', 'main', 'abc', 'g'.repeat(40), '__proto__'])(
    '%s is no hash',
    async commit => {
      const {repository, tested} = small()
      const facts = await ask({repository, wanted: {tested, causes: [cause('host-path', {commit})]}})
      expect(facts.commits[commit]?.why).toMatch(/is not a commit hash/)
      expect(github.requests).toHaveLength(1)
    },
  )
})

test('heads of later runs are answered from one listing', async () => {
  const {commits, at} = linear(300)
  const facts = await ask({
    repository: {commits, branches: {main: at(299)}},
    wanted: {tested: at(50), heads: [at(250), at(299)], causes: [cause('host-path', {commit: at(240)})]},
  })
  expect(facts.commits[at(240)]?.contained_in).toEqual({[at(50)]: false, [at(250)]: true, [at(299)]: true})
  expect(github.requests).toHaveLength(1)
})

test('the default branch is asked for where the base is unknown', async () => {
  const {repository, tested} = small()
  const facts = await ask({repository, wanted: {tested, base: null, causes: [cause('host-path')]}})
  expect(facts.base).toBe('main')
})
