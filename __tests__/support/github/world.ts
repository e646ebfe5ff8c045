/** A small world that the fake's own tests share, and a client for it. */
import {afterEach, expect} from '@jest/globals'
import {retry} from '@octokit/plugin-retry'
import {throttling} from '@octokit/plugin-throttling'
import {Octokit} from '@octokit/rest'
import {type GitHub, type GitHubState, sha, startGitHub, TOKEN} from '../github.ts'

const running: GitHub[] = []

/** Closes what a test started; the fake must not have answered what GitHub's description forbids. */
export const closeAfterEach = () =>
  afterEach(async () => {
    const started = running.splice(0)
    await Promise.all(started.map(github => github.close()))
    expect(started.flatMap(github => github.violations)).toEqual([])
  })

export const repo = {owner: 'o', repo: 'r'}
export const at = (minute: number) => `2026-01-01T00:${String(minute).padStart(2, '0')}:00Z`

/** main: a-b-c-m (m merges topic); topic: b-d; a fork's branch: c-f. */
export const world = (): Partial<GitHubState> => ({
  repositories: {
    'o/r': {
      branches: {main: sha('m'), topic: sha('d')},
      commits: [
        {sha: sha('a'), date: at(1), message: 'Begin', files: ['README.md']},
        {sha: sha('b'), parents: [sha('a')], date: at(2), files: ['src/x.go']},
        {sha: sha('c'), parents: [sha('b')], date: at(3)},
        {sha: sha('d'), parents: [sha('b')], date: at(4), files: ['src/y.go']},
        {sha: sha('m'), parents: [sha('c'), sha('d')], date: at(5)},
      ],
      contents: {main: {'.github/e2e-triage.yml': 'version: 1\n', 'src/x.go': 'package x\n'}},
      runs: [
        {
          id: 7,
          head_sha: sha('d'),
          head_branch: 'topic',
          attempts: [
            {jobs: [{id: 70, name: 'E2E (a)', conclusion: 'failure'}]},
            {
              jobs: [
                {
                  id: 71,
                  name: 'E2E (a)',
                  conclusion: 'failure',
                  log: '\u{feff}2026-01-01T00:00:00.0000000Z hello\n'.repeat(100),
                  annotations: [
                    {message: 'The job running on runner X has exceeded the maximum execution time'},
                  ],
                  steps: [{name: 'Set up job'}, {name: 'Test', conclusion: 'failure'}],
                },
                {id: 72, name: 'E2E (b)', status: 'in_progress'},
                {id: 73, name: 'E2E (c)', log: {status: 410}},
              ],
            },
          ],
        },
        {
          id: 8,
          head_sha: sha('f'),
          head_branch: 'patch',
          head_repository: 'stranger/r',
          attempts: [{jobs: []}],
        },
      ],
      artifacts: [
        {id: 1, name: 'must-gather', run_id: 7, zip: Buffer.from('PK zip')},
        {id: 2, name: 'old', run_id: 7, zip: Buffer.alloc(0), expired: true},
      ],
      pulls: [
        {number: 3, head: {ref: 'topic', sha: sha('d')}, merged_at: at(5), merge_commit_sha: sha('m')},
        {
          number: 4,
          head: {ref: 'patch', sha: sha('f'), repo: 'stranger/r'},
          body: 'e2e-triage: some-pattern',
          labels: ['ci'],
        },
        {number: 5, head: {ref: 'gone', sha: sha('f'), repo: null}, state: 'closed', locked: true},
      ],
      issues: [
        {number: 1, title: 'Broken', body: 'e2e-triage: some-pattern', labels: ['e2e']},
        {number: 2, state: 'closed', comments: [{id: 11, user: {login: 'someone'}, body: 'hi'}]},
      ],
    },
    'stranger/r': {
      fork_of: 'o/r',
      branches: {patch: sha('f')},
      commits: [{sha: sha('f'), parents: [sha('c')], date: at(6), message: 'From outside'}],
    },
  },
})

/** `retries` brings the throttling plugin too, which spaces writes a second apart. */
const Patient = Octokit.plugin(retry, throttling)
export async function start(state = world(), token = TOKEN, retries = 0) {
  const github = await startGitHub(state)
  running.push(github)
  const octokit = new (retries > 0 ? Patient : Octokit)({
    baseUrl: github.url,
    auth: token,
    log: {debug() {}, info() {}, warn() {}, error() {}},
    retry: {retries},
    throttle: {
      onRateLimit: () => false,
      onSecondaryRateLimit: (_after: number, _options: object, _octokit: unknown, count: number) =>
        count < retries,
      fallbackSecondaryRateRetryAfter: 0,
    },
  })
  return {github, octokit}
}
export const status = (promise: Promise<{status: number}>) =>
  promise.then(
    answer => answer.status,
    (error: {status: number}) => error.status,
  )
