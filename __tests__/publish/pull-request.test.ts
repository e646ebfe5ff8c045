import {afterEach, describe, expect, test} from '@jest/globals'
import {Octokit} from '@octokit/rest'
import {findPullRequest, type PullRequestQuery, type WorkflowRun} from '../../src/publish/pull-request.ts'
import {type GitHub, type Pull, sha, startGitHub, TOKEN} from '../support/github.ts'

const running: GitHub[] = []
afterEach(async () => {
  for (const github of running.splice(0)) {
    await github.close()
    expect(github.violations).toEqual([])
  }
})

async function world(pulls: Pull[]) {
  const github = await startGitHub({
    repositories: {
      'o/r': {
        branches: {main: sha('m'), topic: sha('d')},
        commits: [{sha: sha('m')}, {sha: sha('d'), parents: [sha('m')]}],
        pulls,
      },
      'stranger/r': {
        fork_of: 'o/r',
        branches: {topic: sha('f')},
        commits: [{sha: sha('f'), parents: [sha('m')]}],
      },
    },
  })
  running.push(github)
  const log = {debug() {}, info() {}, warn() {}, error() {}}
  const client = new Octokit({auth: TOKEN, baseUrl: github.url, log})
  const find = (more: Partial<PullRequestQuery>) =>
    findPullRequest({
      client,
      owner: 'o',
      repo: 'r',
      wanted: 'auto',
      eventName: 'push',
      event: {},
      sha: sha('d'),
      ...more,
    })
  return {github, find}
}

const own: Pull = {number: 4, head: {ref: 'topic', sha: sha('d')}}
const forked: Pull = {number: 6, head: {ref: 'topic', sha: sha('f'), repo: 'stranger/r'}}
const ofRun = (run: WorkflowRun) => ({eventName: 'workflow_run', event: {workflow_run: run}})
const run = (name: string, head: string, event = 'pull_request', branch: string | null = 'topic') =>
  ofRun({
    event,
    head_sha: sha(name),
    head_branch: branch,
    head_repository: {full_name: head, owner: {login: head.split('/')[0]!}},
  })

describe('which pull request', () => {
  test('what the user says', async () => {
    const {find, github} = await world([own])
    expect(await find({wanted: '17'})).toEqual({number: 17, fork: false, why: null})
    expect(await find({wanted: 'none'})).toEqual({number: null, fork: false, why: null})
    expect(github.requests).toEqual([])
  })

  test('the event itself', async () => {
    const {find, github} = await world([own])
    const event = (full_name: string) => ({pull_request: {number: 9, head: {repo: {full_name}}}})
    expect(await find({eventName: 'pull_request', event: event('o/r')})).toEqual({
      number: 9,
      fork: false,
      why: null,
    })
    expect(await find({eventName: 'pull_request', event: event('x/r')})).toEqual({
      number: 9,
      fork: true,
      why: null,
    })
    expect(await find({eventName: 'pull_request_target', event: event('x/r')})).toMatchObject({fork: false})
    expect(github.requests).toEqual([])
  })

  test('workflow_run of a branch and of a fork with a branch of the same name', async () => {
    const {find} = await world([own, forked])
    expect(await find(run('d', 'o/r'))).toEqual({number: 4, fork: false, why: null})
    expect(await find(run('f', 'stranger/r'))).toEqual({number: 6, fork: true, why: null})
  })

  test('workflow_run without a branch name: by the latest pull requests', async () => {
    const {find} = await world([own, forked])
    expect(await find(run('f', 'stranger/r', 'pull_request', null))).toEqual({
      number: 6,
      fork: true,
      why: null,
    })
  })

  test('neither another commit nor another repository is believed', async () => {
    const {find} = await world([own, forked])
    const moved = await find(run('e', 'stranger/r'))
    expect(moved).toMatchObject({number: null, fork: true})
    expect(moved.why).toMatch(/^No open pull request has [0-9a-f]{9} of stranger\/r/)
    expect((await find(run('d', 'stranger/r'))).number).toBeNull()
  })

  test('push: an open pull request with this very head', async () => {
    const {find} = await world([own, {...own, number: 5, state: 'closed'}])
    expect(await find({})).toEqual({number: 4, fork: false, why: null})
    expect(await find({sha: sha('m')})).toMatchObject({number: null, why: null})
  })

  test('schedules and merge queues have none, quietly', async () => {
    const {find, github} = await world([own])
    for (const eventName of ['schedule', 'merge_group', 'workflow_dispatch']) {
      expect(await find({eventName})).toEqual({number: null, fork: false, why: null})
    }
    expect(await find(run('d', 'o/r', 'merge_group'))).toEqual({number: null, fork: false, why: null})
    expect(github.requests).toEqual([])
  })

  test('a failing search is a reason, not an error', async () => {
    const {find, github} = await world([own])
    await github.close()
    expect((await find(run('d', 'o/r'))).why).toMatch(/^The pull request could not be found: /)
  })
})
