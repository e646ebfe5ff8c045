import {afterEach, describe, expect, test} from '@jest/globals'
import {Octokit} from '@octokit/rest'
import {type CommentRequest, publishComment} from '../../src/publish/comment.ts'
import {
  type CommentState,
  hasMarker,
  isNewer,
  markerLine,
  readState,
  withMarker,
} from '../../src/publish/marker.ts'
import {type Comment, fault, type GitHub, sha, startGitHub, TOKEN} from '../support/github.ts'

const running: GitHub[] = []
afterEach(async () => {
  for (const github of running.splice(0)) {
    await github.close()
    expect(github.violations).toEqual([])
  }
})

const KEY = 'E2E'
const BOT = {login: 'github-actions[bot]'}
const state: CommentState = {
  workflow_id: 5,
  run_id: 100,
  run_number: 12,
  run_attempt: 1,
  head_sha: sha('head'),
}
const older = {...state, run_number: 11}
const newer = {...state, run_number: 13}
const mine = (id: number, of: CommentState, body = 'old'): Comment => ({
  id,
  user: BOT,
  body: withMarker(KEY, of, body),
})

async function world(
  comments: Comment[] = [],
  token: {login?: string; may?: 'read' | 'write'; integration?: boolean} = {},
) {
  const github = await startGitHub({
    repositories: {
      'o/r': {
        branches: {main: sha('main'), topic: sha('head')},
        commits: [{sha: sha('main')}, {sha: sha('head'), parents: [sha('main')]}],
        pulls: [{number: 4, head: {ref: 'topic', sha: sha('head')}, comments}],
      },
    },
    tokens: {
      [TOKEN]: {
        login: token.login ?? BOT.login,
        permissions: {pull_requests: token.may ?? 'write', issues: token.may ?? 'write', contents: 'read'},
        integration: token.integration ?? true,
      },
    },
  })
  running.push(github)
  const log = {debug() {}, info() {}, warn() {}, error() {}}
  const client = new Octokit({auth: TOKEN, baseUrl: github.url, log})
  const publish = (more: Partial<CommentRequest> = {}) =>
    publishComment({
      client,
      owner: 'o',
      repo: 'r',
      pr: 4,
      body: 'new',
      state,
      mode: 'update',
      key: KEY,
      failed: true,
      always: false,
      fork: false,
      ...more,
    })
  const pull = github.state.repositories['o/r']!.pulls![0]!
  return {
    github,
    publish,
    pull,
    bodies: () => (pull.comments ?? []).map(c => c.body),
    writes: () => github.requests.filter(r => r.method !== 'GET' && r.path !== '/graphql').map(r => r.method),
  }
}

describe('the one comment', () => {
  test('is created with marker and state in front', async () => {
    const {publish, pull, writes} = await world()
    const made = await publish()
    expect(made).toMatchObject({done: 'created', id: pull.comments![0]!.id, warning: null})
    expect(made.url).toContain(`#issuecomment-${made.id}`)
    const [first, second, third] = pull.comments![0]!.body.split('\n')
    expect([first, third]).toEqual([markerLine(KEY), 'new'])
    expect(second).toMatch(/^<!-- e2e-triage-state:[\w-]+ -->$/)
    expect(readState(pull.comments![0]!.body)).toEqual(state)
    expect(writes()).toEqual(['POST'])
  })

  test("is found on the third page, past somebody else's marker", async () => {
    const noise = Array.from(
      {length: 230},
      (_, i): Comment => ({
        id: 10 + i,
        user: {login: 'someone'},
        body: i === 3 ? withMarker(KEY, newer, 'forged') : 'hi',
      }),
    )
    const {publish, pull, writes} = await world([...noise, mine(900, older)])
    expect(await publish()).toMatchObject({done: 'updated', id: 900})
    expect(pull.comments!.find(c => c.id === 900)!.body).toBe(withMarker(KEY, state, 'new'))
    expect(pull.comments!.find(c => c.id === 13)!.body).toContain('forged')
    expect(writes()).toEqual(['PATCH'])
  })

  test('of another workflow is left alone', async () => {
    const other = {id: 20, user: BOT, body: withMarker('Nightly', state, 'other')}
    const {publish, bodies} = await world([other])
    expect((await publish()).done).toBe('created')
    expect(bodies()).toEqual([other.body, withMarker(KEY, state, 'new')])
  })

  test('of a personal token is found by its own login', async () => {
    const theirs = {...mine(21, older), user: {login: 'robot'}}
    const {publish} = await world([mine(20, older), theirs], {login: 'robot', integration: false})
    expect(await publish()).toMatchObject({done: 'updated', id: 21})
  })

  test('is one: of several the oldest stays, the others are folded away for good', async () => {
    const {publish, pull} = await world([mine(30, older), mine(31, older), mine(32, older)])
    expect(await publish()).toMatchObject({done: 'updated', id: 30})
    expect(pull.comments!.map(c => [c.minimized ?? false, hasMarker(KEY, c.body)])).toEqual([
      [false, true],
      [true, false],
      [true, false],
    ])
  })
})

describe('an older run leaves it alone', () => {
  test('by run number and attempt', async () => {
    for (const there of [newer, {...state, run_attempt: 2}]) {
      const {publish, bodies, writes} = await world([mine(40, there)])
      expect((await publish()).done).toBe('outdated')
      expect([bodies(), writes()]).toEqual([[withMarker(KEY, there, 'old')], []])
    }
  })

  test('when the pull request has new commits', async () => {
    const {publish, writes} = await world([mine(40, older)])
    expect((await publish({state: {...state, head_sha: sha('main')}})).done).toBe('outdated')
    expect(writes()).toEqual([])
  })

  test('states of other workflows and nonsense do not count', () => {
    expect(isNewer({...newer, workflow_id: 6}, state)).toBe(false)
    expect(isNewer(readState(`${markerLine(KEY)}\n<!-- e2e-triage-state:bm9uc2Vuc2U -->`), state)).toBe(false)
    expect(readState(`${markerLine(KEY)}\n<!-- e2e-triage-state:${'A'.repeat(5000)} -->`)).toBeNull()
    expect(readState(withMarker(KEY, {...state, run_number: -1}, ''))?.run_number).toBeNull()
  })
})

describe('green', () => {
  test('resolves an old comment in place, in every mode', async () => {
    for (const mode of ['update', 'recreate', 'hide-and-recreate'] as const) {
      const {publish, bodies} = await world([mine(50, older)])
      expect(await publish({failed: false, mode})).toMatchObject({done: 'updated', id: 50})
      expect(bodies()).toEqual([withMarker(KEY, state, 'new')])
    }
  })

  test('is silent where there is none, unless asked', async () => {
    const {publish, writes} = await world([{id: 3, user: {login: 'x'}, body: 'hello'}])
    expect(await publish({failed: false})).toEqual({done: 'silent', id: null, url: null, warning: null})
    expect(writes()).toEqual([])
    expect((await publish({failed: false, always: true})).done).toBe('created')
  })
})

describe('again', () => {
  test('recreate deletes the old one', async () => {
    const {publish, bodies, writes} = await world([mine(60, older)])
    expect((await publish({mode: 'recreate'})).done).toBe('recreated')
    expect([bodies(), writes()]).toEqual([[withMarker(KEY, state, 'new')], ['POST', 'DELETE']])
  })

  test('hide-and-recreate folds it away, and does not find it again', async () => {
    const {publish, pull} = await world([mine(60, older)])
    await publish({mode: 'hide-and-recreate'})
    expect(pull.comments!.map(c => [c.minimized ?? false, hasMarker(KEY, c.body)])).toEqual([
      [true, false],
      [false, true],
    ])
    expect((await publish({state: newer})).id).toBe(pull.comments![1]!.id)
  })
})

describe('races and refusals', () => {
  test('of two made at once, the later goes again', async () => {
    const {github, publish, pull} = await world()
    github.onRequest = seen => {
      if (seen.method !== 'POST' || seen.path === '/graphql') return
      pull.comments = [mine(70, newer, 'theirs')]
    }
    expect(await publish()).toMatchObject({done: 'created', id: 70})
    expect(pull.comments!.map(c => c.id)).toEqual([70])
    expect(pull.comments![0]!.body).toContain('theirs')
  })

  test('overwritten by an older run in the meantime: written again', async () => {
    const {github, publish, pull} = await world([mine(71, older)])
    let times = 0
    github.onRequest = seen => {
      if (seen.method === 'GET' && seen.path.endsWith('/comments') && ++times === 2)
        pull.comments = [mine(71, older, 'late')]
    }
    await publish()
    expect(pull.comments![0]!.body).toBe(withMarker(KEY, state, 'new'))
  })

  test('a lost answer to a POST is not a second comment', async () => {
    const {github, publish, pull} = await world()
    github.faults.push(fault.serverError(/^POST .*\/comments$/))
    github.onRequest = seen => {
      if (seen.method === 'POST' && seen.path !== '/graphql') pull.comments = [mine(72, state, 'new')]
    }
    expect(await publish()).toMatchObject({done: 'created', id: 72})
    expect(pull.comments).toHaveLength(1)
  })

  test('deleted in the meantime: made anew', async () => {
    const {github, publish, pull} = await world([mine(73, older)])
    github.onRequest = seen => {
      if (seen.method === 'PATCH') pull.comments = []
    }
    expect((await publish()).done).toBe('created')
    expect(pull.comments).toHaveLength(1)
  })

  test('403 names the permission', async () => {
    const {publish} = await world([], {may: 'read'})
    const refused = await publish()
    expect(refused.done).toBe('refused')
    expect(refused.warning).toBe(
      'No comment was written: the token may not comment on pull requests. Add to the job:\npermissions:\n  pull-requests: write',
    )
    expect((await publish({fork: true})).warning).toContain('docs/workflow-recipes.md')
  })

  test('locked, too long, gone', async () => {
    const {github, publish, pull} = await world()
    pull.locked = true
    expect((await publish()).warning).toContain('locked')
    pull.locked = false
    expect((await publish({body: 'x'.repeat(70_000)})).warning).toContain('refuses the text')
    expect((await publish({pr: 99})).warning).toContain('pull-requests: write')
    await github.close()
    expect((await publish()).done).toBe('refused')
  })
})
