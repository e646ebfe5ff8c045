/** From recorded run to comment where something is missing: it is said, the rest is complete, nothing is guessed. */
import {beforeAll, describe, expect, test} from '@jest/globals'
import type {Report} from '../../src/model.ts'
import {type Artifact, type Fault, fault, type Repository, sha} from '../support/github.ts'
import {zip} from '../support/zip.ts'
import {diskFull, missingPath, type Pages, type TestedRun, triaged} from './whole.ts'

const head = sha('head')
const fix = {
  sha: sha('fix'),
  parents: [sha('start')],
  message: 'Create coverdata\n\nE2E-Fix: host-path-missing',
  date: '2026-01-10T00:00:00Z',
}
const repository: Repository = {
  branches: {main: fix.sha, feature: head},
  commits: [
    {sha: sha('start'), message: 'Start', date: '2026-01-01T00:00:00Z'},
    {sha: head, parents: [sha('start')], message: 'Work', date: '2026-01-05T00:00:00Z'},
    fix,
  ],
}
const run: TestedRun = {
  id: 200,
  sha: head,
  at: '2026-01-05T01:00:00Z',
  suites: {datastorage: missingPath, gateway: diskFull, notification: null},
}
const onMain: TestedRun = {
  ...run,
  id: 190,
  sha: sha('start'),
  at: '2026-01-02T00:00:00Z',
  event: 'push',
  branch: 'main',
  pull: null,
}

const suiteOf = ({report}: Pages, service: string) => report.suites.find(s => s.service === service)!
/** What must be there whatever is missing. */
function complete(pages: Pages): void {
  expect(pages.report.totals).toMatchObject({failed: 2, classified: 2, passed: 1})
  expect(suiteOf(pages, 'gateway').diagnosis?.root_cause?.pattern).toBe('disk-no-space')
  expect(pages.comment).toContain('`/home/runner/work/r/coverdata` does not exist')
}

test('nothing is missing: the fix is known', async () => {
  const pages = await triaged({run, repository})
  complete(pages)
  expect(suiteOf(pages, 'datastorage').fix).toMatchObject({
    status: 'should-be-fixed',
    why: `fixed on main by ${fix.sha.slice(0, 9)}: rebase`,
  })
  expect(pages.report.incomplete).toEqual([])
  expect(pages.calls).toBe(1)
})

describe('fixes', () => {
  const withDeclared = {...repository, issues: [{number: 27, body: 'e2e-triage: host-path-missing'}]}
  test.each<[string, Fault, RegExp]>([
    ['no network', {match: /./, times: Infinity, dropAfterBytes: 0}, /could not be reached/],
    [
      'no permission',
      {...fault.notAccessible(/graphql|commits|compare|issues/), times: Infinity},
      /the token needs `(contents|issues): read`/,
    ],
  ])('%s: no status but the one that nothing is known, with the reason', async (_, wrong, why) => {
    const pages = await triaged({run, repository: withDeclared, faults: [wrong]})
    complete(pages)
    expect(suiteOf(pages, 'datastorage').fix).toMatchObject({status: 'unknown', next_run: 'unknown'})
    expect(suiteOf(pages, 'datastorage').fix?.why).toMatch(why)
    expect(pages.report.incomplete).toEqual([{what: 'facts about fixes', why: expect.stringMatching(why)}])
    expect(pages.comment).toMatch(/Not everything could be read/)
    expect(pages.comment).not.toMatch(/rebase|NEEDS FIX|not yours/)
  })
})

describe('history', () => {
  let main: Report
  beforeAll(async () => {
    main = (await triaged({run: onMain, repository})).report
  })
  const runs = [
    {id: 190, head_sha: sha('start'), head_branch: 'main', attempts: []},
    {
      id: 200,
      head_sha: head,
      head_branch: 'feature',
      attempts: [
        {
          jobs: [
            {id: 1, name: 'E2E (datastorage)'},
            {id: 2, name: 'E2E (gateway)', conclusion: 'failure'},
          ],
        },
        {jobs: []},
      ],
    },
  ]
  const artifact = (id: number, day: number): Artifact => ({
    id,
    name: 'e2e-triage-report',
    run_id: 190,
    created_at: `2026-01-${String(day).padStart(2, '0')}T00:00:00Z`,
    zip: zip([{name: 'report.json', data: JSON.stringify({...main, run: {...main.run, id: 100 + id}})}]),
  })
  const ask = (artifacts: Artifact[], faults: Fault[] = [], more: Partial<TestedRun> = {}) =>
    triaged({run: {...run, ...more}, repository: {...repository, runs, artifacts}, faults, fetchPast: true})

  test('from the artifacts of earlier runs', async () => {
    const pages = await ask([artifact(1, 2), artifact(2, 3)])
    complete(pages)
    expect(suiteOf(pages, 'gateway').history).toEqual({
      seen_on_base: true,
      first_seen: '2026-01-02T00:00:00Z',
      times_seen: 2,
      flaky: false,
    })
    expect(pages.comment).toContain('also red on main since Jan 2: not yours')
    expect(pages.report.incomplete).toEqual([])
  })

  test('from earlier attempts of the same run: another result at the same commit is flaky', async () => {
    const pages = await ask([], [], {attempt: 2})
    complete(pages)
    expect(suiteOf(pages, 'datastorage').history).toMatchObject({flaky: true, times_seen: 0})
    expect(suiteOf(pages, 'gateway').history).toMatchObject({flaky: false})
    expect(pages.comment).toContain('the same commit passed in another run: flaky')
    expect(pages.comment).not.toContain('new in this pull request')
  })

  test('no more than the newest 30', async () => {
    const pages = await ask(Array.from({length: 35}, (_, i) => artifact(i + 1, (i % 28) + 1)))
    expect(pages.downloads).toBe(30)
    expect(suiteOf(pages, 'gateway').history?.times_seen).toBe(30)
  })

  test('a deleted artifact is said, the others count', async () => {
    const gone: Fault = {match: /artifacts\/2\/zip/, times: Infinity, status: 410}
    const pages = await ask([artifact(1, 2), artifact(2, 3)], [gone])
    complete(pages)
    expect(suiteOf(pages, 'gateway').history).toMatchObject({seen_on_base: true, times_seen: 1})
    expect(pages.report.incomplete).toEqual([
      {what: 'earlier reports', why: '1 of 2 could not be read: GitHub does not have it (410)'},
    ])
  })

  test.each<[string, Fault, RegExp]>([
    ['no permission', {...fault.notAccessible(/artifacts/), times: Infinity}, /`actions: read`/],
    ['no network', {match: /artifacts/, times: Infinity, dropAfterBytes: 0}, /could not be reached/],
  ])('%s: no history, with the reason', async (_, wrong, why) => {
    const pages = await ask([artifact(1, 2)], [wrong])
    complete(pages)
    expect(suiteOf(pages, 'gateway').history).toBeNull()
    expect(suiteOf(pages, 'datastorage').fix?.status).toBe('should-be-fixed')
    expect(pages.report.incomplete).toEqual([{what: 'earlier reports', why: expect.stringMatching(why)}])
    expect(pages.comment).not.toMatch(/not yours|new in this|flaky/)
  })

  test('attempts that may not be listed', async () => {
    const wrong = {...fault.notAccessible(/attempts/), times: Infinity}
    const pages = await ask([], [wrong], {attempt: 2})
    complete(pages)
    expect(suiteOf(pages, 'gateway').history?.flaky ?? false).toBe(false)
    expect(pages.report.incomplete).toEqual([
      {what: 'jobs of attempt 1', why: expect.stringMatching(/actions: read/)},
    ])
  })
})
