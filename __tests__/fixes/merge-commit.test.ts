import {expect, test} from '@jest/globals'
import {mergeCommit} from '../../src/fixes/merge-commit.ts'
import type {Run} from '../../src/model.ts'
import {aRun} from './samples.ts'

const sha = 'b'.repeat(40)
const env = {GITHUB_RUN_ID: '21565516978', GITHUB_EVENT_NAME: 'pull_request', GITHUB_SHA: sha}

test('inside a pull_request run it is GITHUB_SHA', () => {
  expect(mergeCommit(aRun(), env)).toBe(sha)
})

test.each<[string, Partial<Run>, Record<string, string | undefined>]>([
  ['another run', {id: 1}, env],
  ['a run of which nothing could be read', {event: null}, env],
  ['workflow_run', {}, {...env, GITHUB_EVENT_NAME: 'workflow_run'}],
  [
    'pull_request_target, where it is the base',
    {event: 'pull_request_target'},
    {...env, GITHUB_EVENT_NAME: 'pull_request_target'},
  ],
  [
    'merge_group, where it is the head',
    {event: 'merge_group', head_sha: sha},
    {...env, GITHUB_EVENT_NAME: 'merge_group'},
  ],
  ['no merge: the head itself', {head_sha: sha}, env],
  ['outside Actions', {}, {}],
  ['no hash', {}, {...env, GITHUB_SHA: 'main'}],
])('%s: none', (_, run, given) => {
  expect(mergeCommit(aRun(run), given)).toBeNull()
})
