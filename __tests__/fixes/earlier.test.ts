import {afterEach, expect, test} from '@jest/globals'
import {type EarlierOptions, earlierReports} from '../../src/fixes/earlier.ts'
import {createClient} from '../../src/github.ts'
import {
  type Artifact,
  type Run as FakeRun,
  fault,
  type GitHub,
  type Repository,
  startGitHub,
  TOKEN,
} from '../support/github.ts'
import {aRun} from './samples.ts'

let github: GitHub
afterEach(async () => {
  expect(github.violations).toEqual([])
  await github.close()
})

const text = (more: object = {}) =>
  JSON.stringify({
    run: {repository: 'o/r', workflow: 'CI', head_branch: 'main', head_sha: 'c'.repeat(40), ...more},
  })
/** The "zip" is the text itself: unpacking is the caller's. */
const artifact = (id: number, run_id: number, content: string, more: Partial<Artifact> = {}): Artifact => ({
  id,
  name: 'e2e-triage-report',
  run_id,
  zip: Buffer.from(content),
  ...more,
})
const runs: FakeRun[] = [
  {id: 1, head_sha: 'c'.repeat(40), head_branch: 'main', attempts: []},
  {id: 2, head_sha: 'a'.repeat(40), head_branch: 'feature', attempts: []},
  {id: 3, head_sha: 'e'.repeat(40), head_branch: 'other', attempts: []},
  {id: 4, head_sha: 'f'.repeat(40), head_branch: 'main', head_repository: 'stranger/r', attempts: []},
  {id: 5, head_sha: 'a'.repeat(40), head_branch: 'feature', head_repository: 'stranger/r', attempts: []},
]

async function ask(artifacts: Artifact[], more: Partial<EarlierOptions> = {}, faults = false) {
  const repository: Repository = {runs, artifacts}
  github = await startGitHub({repositories: {'o/r': repository, 'stranger/r': {fork_of: 'o/r'}}})
  if (faults) github.faults.push(fault.notAccessible(/artifacts/))
  return earlierReports({
    client: createClient({token: TOKEN, apiUrl: github.url, userAgent: 'test', log: () => {}}),
    owner: 'o',
    repo: 'r',
    run: aRun(),
    base: 'main',
    deadline: Date.now() + 20_000,
    unzip: async bytes => new TextDecoder().decode(bytes),
    ...more,
  })
}

test('of the base branch and of the tested branch, oldest first by time', async () => {
  const main = text()
  const own = text({head_branch: 'feature'})
  const {reports, notes} = await ask([
    artifact(11, 1, main, {created_at: '2026-01-09T00:00:00Z'}),
    artifact(12, 2, own, {created_at: '2026-01-05T00:00:00Z'}),
    artifact(13, 3, text({head_branch: 'other'})),
    artifact(14, 1, main, {expired: true}),
    artifact(15, 1, main, {name: 'something-else'}),
  ])
  expect(reports).toEqual([own, main])
  expect(notes).toEqual([])
})

test('a fork cannot speak for main, and of its own run GitHub tells', async () => {
  const {reports} = await ask([
    artifact(11, 4, text()),
    artifact(12, 5, text({head_branch: 'main', event: 'push', pull_request: null, id: 3})),
  ])
  expect(reports.map(report => JSON.parse(report).run)).toEqual([
    expect.objectContaining({
      head_branch: 'fork:feature',
      head_sha: 'a'.repeat(40),
      event: 'pull_request',
      pull_request: 7,
    }),
  ])
})

test('another workflow, another repository, another branch and garbage are left out', async () => {
  const others = [
    text({workflow: 'Nightly'}),
    text({repository: 'x/y'}),
    text({head_branch: 'other'}),
    '{',
    'null',
    '{"run": 1}',
  ]
  const {reports, notes} = await ask(others.map((content, i) => artifact(i + 1, 1, content)))
  expect({reports, notes}).toEqual({reports: [], notes: []})
})

test('no more than asked for, the newest', async () => {
  const all = Array.from({length: 6}, (_, i) =>
    artifact(i + 1, 1, text({id: i}), {created_at: `2026-01-0${i + 1}T00:00:00Z`}),
  )
  const {reports} = await ask(all, {limit: 2})
  expect(reports.map(report => JSON.parse(report).run.id)).toEqual([4, 5])
})

test('a token without rights is a note', async () => {
  const {reports, notes} = await ask([artifact(1, 1, text())], {}, true)
  expect(reports).toEqual([])
  expect(notes).toEqual([{what: 'earlier reports', why: expect.stringMatching(/actions: read/)}])
})

test('a zip that cannot be read is a note, the others count', async () => {
  let first = true
  const unzip = async (bytes: Uint8Array) => {
    if (first) {
      first = false
      throw new Error('no zip')
    }
    return new TextDecoder().decode(bytes)
  }
  const {reports, notes} = await ask([artifact(1, 1, text()), artifact(2, 1, text())], {unzip})
  expect(reports).toHaveLength(1)
  expect(notes).toEqual([{what: 'earlier reports', why: '1 of 2 could not be read: no zip'}])
})
