/** One bug, told by the comments that a reviewer sees from run to run. `UPDATE_GOLDEN=1` writes them anew. */
import {afterAll, beforeAll, describe, expect, test} from '@jest/globals'
import type {Report} from '../../src/model.ts'
import {expectGolden} from '../render/golden.ts'
import type {Issue, Pull, Repository} from '../support/github.ts'
import {hasGit, type RealGit, realGit} from './real-git.ts'
import {diskFull, missingPath, type Pages, type TestedRun, triaged} from './whole.ts'

const NAMES = [
  '1-known-and-not-fixed',
  '2-fix-in-review',
  '3-fix-landed-rebase',
  '4-fix-contained-ineffective',
  '5-second-fix-verified',
  '6-another-cause-visible',
  '7-fix-through-the-merge',
] as const

const red = {datastorage: missingPath, gateway: null}
const issue: Issue = {
  number: 27,
  title: 'E2E: coverdata is missing',
  body: 'Seen on main.\n\n<!-- e2e-triage: host-path-missing/datastorage -->',
}

let real: RealGit
const pages = new Map<string, Pages>()
const dateOf = (sha: string, hours: number) =>
  new Date(Date.parse(real.git('log', '-1', '--format=%cI', sha)) + hours * 3600_000).toISOString()
const runOf = (id: number, sha: string, more: Partial<TestedRun> = {}): TestedRun => ({
  id,
  sha,
  at: dateOf(sha, 1),
  suites: red,
  ...more,
})
const onMain = {event: 'push', branch: 'main', pull: null}

/** The whole story, in order: each run is triaged with what GitHub knew then, and with the reports before it. */
async function tell(): Promise<void> {
  const past: Report[] = []
  const github = (pulls: Pull[]): Repository => ({
    ...real.asGitHub(),
    pulls: [
      {number: 7, title: 'Work', head: {ref: 'feature', sha: real.git('rev-parse', 'feature')}},
      ...pulls,
    ],
    issues: [issue],
  })
  const next = async (name: string | null, run: TestedRun, pulls: Pull[], merge: string | null = null) => {
    const result = await triaged({run, repository: github(pulls), earlier: past, merge})
    if (name !== null) pages.set(name, result)
    return result.report
  }

  real.commit('Start')
  const broken = real.commit('Mount coverdata into the cluster')
  real.on('feature', 'main')
  past.push(await next(null, runOf(100, broken, onMain), []))
  const first = real.commit('Work', 'work.txt')
  past.push(await next(NAMES[0], runOf(101, first), []))

  real.on('fix', 'main')
  const fix = real.commit('Create coverdata\n\nE2E-Fix: host-path-missing/datastorage', 'fix.txt')
  const review: Pull = {number: 24, title: 'Create coverdata', head: {ref: 'fix', sha: fix}}
  real.on('feature')
  const second = real.commit('More work', 'work.txt')
  past.push(await next(NAMES[1], runOf(102, second), [review]))

  const third = real.commit('Still more work', 'work.txt')
  real.on('main')
  const merged = real.step('merge', '--no-ff', '--quiet', '-m', 'Merge pull request #24 from o/fix', 'fix')
  const landed: Pull = {...review, state: 'closed', merged_at: dateOf(merged, 0), merge_commit_sha: merged}
  past.push(await next(NAMES[2], runOf(103, third), [landed]))

  // The same branch, built by Actions together with main as it is now.
  real.git('checkout', '--quiet', '--detach', 'main')
  const built = real.step('merge', '--no-ff', '--quiet', '-m', 'Merge feature into main', 'feature')
  await next(NAMES[6], runOf(103, third, {attempt: 2, at: dateOf(built, 1)}), [landed], built)

  real.on('feature')
  const updated = real.step('merge', '--quiet', '-m', 'Merge main', 'main')
  past.push(await next(NAMES[3], runOf(104, updated), [landed]))

  real.on('main')
  const again = real.commit(
    'Create coverdata as the runner\n\nE2E-Fix: host-path-missing/datastorage',
    'fix.txt',
  )
  const green = {datastorage: null, gateway: diskFull}
  past.push(await next(null, runOf(105, again, {...onMain, suites: green}), [landed]))
  await next(NAMES[4], runOf(104, updated), [landed])

  real.on('feature')
  const rebased = real.step('merge', '--quiet', '-m', 'Merge main again', 'main')
  await next(NAMES[5], runOf(106, rebased, {suites: {datastorage: diskFull, gateway: null}}), [landed])
}

;(hasGit ? describe : describe.skip)(hasGit ? 'one bug' : 'one bug (skipped: no git on the PATH)', () => {
  beforeAll(async () => {
    real = realGit()
    await tell()
  }, 60_000)
  afterAll(() => real.remove())

  test.each(NAMES)('%s', name => {
    expectGolden(`../story/${name}.md`, pages.get(name)!.comment)
  })

  test.each<[(typeof NAMES)[number], string, string]>([
    [NAMES[0], 'needs-fix', 'tracked in #27'],
    [NAMES[1], 'in-review', 'fix fffffffff is in review in #24; tracked in #27'],
    [NAMES[2], 'should-be-fixed', 'fixed on main by fffffffff: rebase'],
    [NAMES[3], 'ineffective', 'fix fffffffff is in this commit and did not help; tracked in #27'],
    [
      NAMES[4],
      'fixed',
      'fixed on main by fffffffff: rebase, and a later run no longer shows it; ' +
        'earlier fix fffffffff did not help',
    ],
    [
      NAMES[6],
      'ineffective',
      'fix fffffffff was tested through the merge with main and did not help; tracked in #27',
    ],
  ])('%s: %s', (name, status, why) => {
    const fix = pages.get(name)!.report.suites[0]!.fix!
    expect({status: fix.status, why: fix.why.replace(/\b[0-9a-f]{9}\b/g, 'fffffffff')}).toEqual({status, why})
  })

  test.each<[(typeof NAMES)[number], RegExp]>([
    [NAMES[0], /also red on main since Jan 3: not yours/],
    [NAMES[2], /fixed on main by \w{9}: rebase/],
    [NAMES[3], /fix \w{9} is in this commit and did not help/],
    [NAMES[6], /through the merge with main and did not help/],
  ])('%s: headline, comment, summary and terminal say so', (name, words) => {
    const {comment, summary, text} = pages.get(name)!
    expect(comment.split('\n', 1)[0]).toMatch(words)
    expect(summary.split('\n', 1)[0]).toMatch(words)
    expect(text.replace(/\s+/g, ' ')).toMatch(words)
    expect(
      comment
        .split('\n')
        .slice(1)
        .join('\n')
        .replace(/\]\([^)]*\)|[[`]/g, ''),
    ).toMatch(words)
  })

  test('the summary lists each fix with its own state, the next run in numbers, and what is left', () => {
    const end = (name: string) => {
      const {summary} = pages.get(name)!
      const start = summary.search(/^### (Fixes|Next run)$/m)
      return summary
        .slice(start, summary.indexOf('<details>', start))
        .replace(/\]\([^)]*\)|[[`*]/g, '')
        .replace(/\b[0-9a-f]{9}\b/g, 'fffffffff')
    }
    expectGolden('../story/lists.txt', NAMES.map(name => `${name}\n\n${end(name)}`).join('\n'))
  })

  test('the run after it says that the cause is gone', () => {
    expect(pages.get(NAMES[5])!.comment).toContain(
      'the cause of the last run is gone (host-path-missing), another one is now visible',
    )
  })

  test('no run asks more than its share', () => {
    for (const {calls} of pages.values()) expect(calls).toBeLessThanOrEqual(3)
  })
})
