import {afterEach, describe, expect, test} from '@jest/globals'
import {collectFromGitHub} from '../../src/collect/github.ts'
import {type GitHub, sha, startGitHub} from '../support/github.ts'
import {oneRun, options} from './world.ts'

let github: GitHub | null = null
afterEach(async () => {
  const violations = github?.violations ?? []
  await github?.close()
  github = null
  expect(violations).toEqual([])
})

const start = async (...told: Parameters<typeof oneRun>) => (github = await startGitHub(oneRun(...told)))
const calls = (path: RegExp) => github!.requests.filter(r => path.test(r.path))

describe('the pull request', () => {
  const fork = {'f/r': {fork_of: 'o/r', branches: {topic: sha('f')}, commits: [{sha: sha('f')}]}}
  const pull = (number: number, repo: string, name: string) => ({
    number,
    head: {ref: 'topic', sha: sha(name), repo},
  })

  test.each<[string, ReturnType<typeof pull>[], number | null]>([
    ['of a fork', [pull(3, 'f/r', 'f')], 3],
    ['not one whose head has moved', [pull(3, 'f/r', 'other')], null],
    ['not another repository’s with the same branch and commit', [pull(3, 'o/r', 'f')], null],
  ])('%s', async (_, pulls, expected) => {
    github = await startGitHub({
      repositories: {
        ...fork,
        'o/r': {
          commits: [{sha: sha('a')}, {sha: sha('f')}, {sha: sha('other')}],
          branches: {main: sha('a')},
          pulls,
          runs: [
            {id: 7, head_sha: sha('f'), head_branch: 'topic', head_repository: 'f/r', attempts: [{jobs: []}]},
          ],
        },
      },
    })
    const {run} = await collectFromGitHub(await options(github))
    expect(run.pull_request).toBe(expected)
  })

  test('that the run itself names', async () => {
    await start([], {pulls: [{number: 4, head: {ref: 'topic', sha: sha('a')}}]})
    expect((await collectFromGitHub(await options(github!))).run.pull_request).toBe(4)
    expect(calls(/\/pulls$/)).toEqual([])
  })
})
