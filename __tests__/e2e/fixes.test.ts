/** What the action says of fixes that only the merge of pull request and base contains. */
import {readFile} from 'node:fs/promises'
import {expect, test} from '@jest/globals'
import type {Report} from '../../src/model.ts'
import {sha} from '../support/github.ts'
import {act, closeAfterAll, comments, gitHub, green, red, world} from './world.ts'

closeAfterAll()

const fix = sha('fix')
const state = () =>
  world([red(1, 'datastorage'), green(2, 'gateway')], {
    repository: {
      branches: {main: fix, topic: sha('head')},
      commits: [
        {sha: sha('base'), date: '2025-01-01T00:00:00Z'},
        {sha: sha('head'), parents: [sha('base')], date: '2025-01-02T00:00:00Z'},
        {
          sha: fix,
          parents: [sha('base')],
          date: '2025-01-03T00:00:00Z',
          message: 'Create coverdata\n\nE2E-Fix: host-path-missing',
        },
        {
          sha: sha('merge'),
          parents: [fix, sha('head')],
          date: '2025-01-04T00:00:00Z',
          message: 'Merge topic into main',
        },
      ],
    },
  })

test('in the run itself the merge commit is known: the fix was tested and did not help', async () => {
  const acted = await act(await gitHub(state()), {sha: sha('merge')})
  const report = JSON.parse(await readFile(acted.outputs['report-path']!, 'utf8')) as Report
  expect(report.run.head_sha).toBe(sha('head'))
  expect(report.suites[0]!.fix).toMatchObject({
    status: 'ineffective',
    why: `fix ${fix.slice(0, 9)} was tested through the merge with main and did not help`,
  })
  expect(acted.outputs['needs-fix-count']).toBe('1')
  expect(comments(acted.github)[0]?.body).toContain('through the merge with main and did not help')
})

test('without it the fix on main says rebase', async () => {
  const acted = await act(await gitHub(state()))
  const report = JSON.parse(await readFile(acted.outputs['report-path']!, 'utf8')) as Report
  expect(report.suites[0]!.fix).toMatchObject({
    status: 'should-be-fixed',
    why: `fixed on main by ${fix.slice(0, 9)}: rebase`,
  })
  expect(acted.summary.split('\n', 1)[0]).toContain(`fixed on main by ${fix.slice(0, 9)}: rebase`)
})
