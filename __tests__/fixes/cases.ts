/** What can happen to a fix, as git histories with the answer that both providers must give. */
import type {FixRef, FixState} from '../../src/model.ts'
import type {Issue, Pull} from '../support/github.ts'
import {collide, type RealGit} from './real-git.ts'

export interface Made {
  tested: string
  /** What Actions built of it and main. */
  merge?: string
  fixes: Partial<FixRef>[]
  /** The commit whose fact is checked. Default: the first declared one. */
  ref?: string
  pulls?: Pull[]
  issues?: Issue[]
  heads?: string[]
}

export interface GitCase {
  name: string
  make(real: RealGit): Made
  status: FixState
  why: RegExp
  landed?: boolean | null
  tested?: boolean | null
  reverted?: boolean
  /** Where a clone cannot know what GitHub does. */
  clone?: {status: FixState; why: RegExp}
}

/** main with two commits, and a branch `feature` with one: the usual beginning. */
function start(real: RealGit): string {
  real.commit('First')
  real.commit('Second')
  real.on('feature', 'main')
  return real.commit('Work', 'work.txt')
}
/** The merge of a branch with main, as Actions builds it: on no branch. */
function built(real: RealGit, branch: string): string {
  real.git('checkout', '--quiet', '--detach', 'main')
  const merge = real.step('merge', '--no-ff', '--quiet', '-m', `Merge ${branch} into main`, branch)
  real.on('main')
  return merge
}
const pull = (number: number, sha: string, more: Partial<Pull> = {}): Pull => ({
  number,
  head: {ref: `branch-${number}`, sha},
  ...more,
})

export const cases: GitCase[] = [
  {
    name: 'the tested commit has the fix',
    make(real) {
      real.commit('First')
      const fix = real.commit('Fix it')
      real.on('feature', 'main')
      return {tested: real.commit('Work', 'work.txt'), fixes: [{commit: fix.slice(0, 9)}]}
    },
    status: 'ineffective',
    why: /^fix \w{9} is in this commit and did not help$/,
    landed: true,
    tested: true,
  },
  {
    name: 'merged into main after the tested commit',
    make(real) {
      const tested = start(real)
      real.on('fix', 'main')
      const fix = real.commit('Fix it', 'fix.txt')
      real.on('main')
      real.step('merge', '--no-ff', '--quiet', '-m', 'Merge pull request #24 from o/fix', 'fix')
      return {tested, fixes: [{commit: fix}]}
    },
    status: 'should-be-fixed',
    why: /^fixed on main by \w{9}: rebase$/,
    landed: true,
    tested: false,
  },
  {
    name: 'the branch merged main, which had the fix',
    make(real) {
      start(real)
      real.on('main')
      const fix = real.commit('Fix it', 'fix.txt')
      real.on('feature')
      return {tested: real.step('merge', '--quiet', '-m', 'Update', 'main'), fixes: [{commit: fix}]}
    },
    status: 'ineffective',
    why: /in this commit and did not help/,
    landed: true,
    tested: true,
  },
  {
    name: 'only the merge that Actions built has the fix',
    make(real) {
      const tested = start(real)
      real.on('main')
      const fix = real.commit('Fix it', 'fix.txt')
      return {tested, merge: built(real, 'feature'), fixes: [{commit: fix}]}
    },
    status: 'ineffective',
    why: /^fix \w{9} was tested through the merge with main and did not help$/,
    landed: true,
    tested: false,
  },
  {
    name: 'merged into main after Actions built the merge',
    make(real) {
      const tested = start(real)
      const merge = built(real, 'feature')
      return {tested, merge, fixes: [{commit: real.commit('Fix it', 'fix.txt')}]}
    },
    status: 'should-be-fixed',
    why: /^fixed on main by \w{9}: rebase$/,
    landed: true,
    tested: false,
  },
  {
    name: 'the head has the fix, and main has reverted it before Actions built the merge',
    make(real) {
      real.commit('First')
      const fix = real.commit('Fix it', 'fix.txt')
      real.on('feature', 'main')
      const tested = real.commit('Work', 'work.txt')
      real.on('main')
      real.step('revert', '--no-edit', fix)
      return {tested, merge: built(real, 'feature'), fixes: [{commit: fix}]}
    },
    status: 'needs-fix',
    why: /was reverted by/,
    landed: false,
    tested: true,
    reverted: true,
  },
  {
    name: 'the merge that Actions built is gone',
    make(real) {
      const tested = start(real)
      real.on('main')
      return {tested, merge: 'e'.repeat(40), fixes: [{commit: real.commit('Fix it', 'fix.txt')}]}
    },
    status: 'unknown',
    why: /^whether the merge with main has fix \w{9} is unknown: .*merge commit/,
    landed: true,
    tested: false,
  },
  {
    name: 'squashed: the branch commit is declared',
    make(real) {
      const tested = start(real)
      real.on('fix', 'main')
      const fix = real.commit('Fix it', 'fix.txt')
      real.on('main')
      real.git('merge', '--squash', '--quiet', 'fix')
      const merge_commit_sha = real.step('commit', '--quiet', '-m', 'Fix it (#24)')
      const merged = {merged_at: '2026-01-09T00:00:00Z', merge_commit_sha}
      return {tested, fixes: [{commit: fix}], pulls: [pull(24, fix, merged)]}
    },
    status: 'should-be-fixed',
    why: /^fixed on main by \w{9}: rebase$/,
    landed: true,
    tested: false,
  },
  {
    name: 'squashed: the pull request is declared, and its description is empty',
    make(real) {
      const tested = start(real)
      real.on('fix', 'main')
      real.commit('One', 'one.txt')
      const head = real.commit('Two', 'two.txt')
      real.on('main')
      real.git('merge', '--squash', '--quiet', 'fix')
      const merge_commit_sha = real.step('commit', '--quiet', '-m', 'Fix it (#24)')
      const merged = {merged_at: '2026-01-09T00:00:00Z', merge_commit_sha}
      return {tested, fixes: [{pull: 24}], ref: merge_commit_sha, pulls: [pull(24, head, merged)]}
    },
    status: 'should-be-fixed',
    why: /^fixed on main by #24: rebase$/,
    landed: true,
    tested: false,
  },
  {
    name: 'rebased into main: the branch commit is declared',
    make(real) {
      const tested = start(real)
      real.on('fix', 'main')
      const fix = real.commit('Fix it', 'fix.txt')
      real.on('main')
      real.commit('Meanwhile', 'other.txt')
      const merge_commit_sha = real.step('cherry-pick', fix)
      const merged = {merged_at: '2026-01-09T00:00:00Z', merge_commit_sha}
      return {tested, fixes: [{commit: fix}], pulls: [pull(24, fix, merged)]}
    },
    status: 'should-be-fixed',
    why: /on main by \w{9}: rebase$/,
    landed: true,
    tested: false,
  },
  {
    name: 'picked with -x into the tested branch',
    make(real) {
      start(real)
      real.on('main')
      const fix = real.commit('Fix it', 'fix.txt')
      real.on('feature')
      return {tested: real.step('cherry-pick', '-x', fix), fixes: [{commit: fix}]}
    },
    status: 'ineffective',
    why: /did not help/,
    landed: true,
    tested: true,
  },
  {
    name: 'the picked copy is declared, the tested branch has the original',
    make(real) {
      start(real)
      const original = real.commit('Fix it', 'fix.txt')
      real.on('release', 'main')
      const copy = real.step('cherry-pick', '-x', original)
      return {tested: original, fixes: [{commit: copy}]}
    },
    status: 'ineffective',
    why: /did not help/,
    landed: false,
    tested: true,
  },
  {
    name: 'reverted on main',
    make(real) {
      const tested = start(real)
      real.on('main')
      const fix = real.commit('Fix it', 'fix.txt')
      real.step('revert', '--no-edit', fix)
      return {tested, fixes: [{commit: fix}]}
    },
    status: 'needs-fix',
    why: /^fix \w{9} was reverted by \w{9}$/,
    landed: false,
    tested: false,
    reverted: true,
  },
  {
    name: 'the tested commit has the fix and its revert',
    make(real) {
      start(real)
      const fix = real.commit('Fix it', 'fix.txt')
      return {tested: real.step('revert', '--no-edit', fix), fixes: [{commit: fix}]}
    },
    status: 'needs-fix',
    why: /was reverted by/,
    landed: false,
    tested: false,
    reverted: true,
  },
  {
    name: 'reverted after the tested commit, which has the fix',
    make(real) {
      real.commit('First')
      const fix = real.commit('Fix it', 'fix.txt')
      real.on('feature', 'main')
      const tested = real.commit('Work', 'work.txt')
      real.on('main')
      real.step('revert', '--no-edit', fix)
      return {tested, fixes: [{commit: fix}]}
    },
    status: 'ineffective',
    why: /did not help/,
    landed: false,
    tested: true,
  },
  {
    name: 'the revert was reverted',
    make(real) {
      const tested = start(real)
      real.on('main')
      const fix = real.commit('Fix it', 'fix.txt')
      const revert = real.step('revert', '--no-edit', fix)
      real.step('revert', '--no-edit', revert)
      return {tested, fixes: [{commit: fix}]}
    },
    status: 'should-be-fixed',
    why: /rebase$/,
    landed: true,
    tested: false,
    reverted: false,
  },
  {
    name: 'the merge that brought it was reverted',
    make(real) {
      const tested = start(real)
      real.on('fix', 'main')
      const fix = real.commit('Fix it', 'fix.txt')
      real.on('main')
      const merge = real.step('merge', '--no-ff', '--quiet', '-m', 'Merge branch fix', 'fix')
      real.step('revert', '--no-edit', '-m', '1', merge)
      return {tested, fixes: [{commit: fix}]}
    },
    status: 'needs-fix',
    why: /was reverted by/,
    landed: false,
    tested: false,
    reverted: true,
  },
  {
    name: 'pushed to the tested branch afterwards',
    make(real) {
      const tested = start(real)
      return {tested, fixes: [{commit: real.commit('Fix it', 'fix.txt')}]}
    },
    status: 'should-be-fixed',
    why: /^fixed in #7 by \w{9}, after this commit$/,
    landed: false,
    tested: false,
  },
  {
    name: 'force-pushed: the tested commit is gone, the branch now has the fix',
    make(real) {
      const tested = start(real)
      real.on('feature', 'main')
      const fix = real.commit('Fix it', 'fix.txt')
      return {tested, fixes: [{commit: fix}], pulls: [pull(7, fix)]}
    },
    status: 'should-be-fixed',
    why: /^fixed in #7 by/,
    landed: false,
    tested: false,
    clone: {status: 'needs-fix', why: /only on another branch/},
  },
  {
    name: 'in an open pull request',
    make(real) {
      const tested = start(real)
      real.on('fix', 'main')
      const fix = real.commit('Fix it', 'fix.txt')
      return {tested, fixes: [{commit: fix}], pulls: [pull(30, fix)]}
    },
    status: 'in-review',
    why: /is in review in #30$/,
    landed: false,
    tested: false,
    clone: {status: 'needs-fix', why: /only on another branch/},
  },
  {
    name: 'on another branch only',
    make(real) {
      const tested = start(real)
      real.on('fix', 'main')
      return {tested, fixes: [{commit: real.commit('Fix it', 'fix.txt')}]}
    },
    status: 'needs-fix',
    why: /only on another branch: not on main, in no pull request/,
    landed: false,
    tested: false,
  },
  {
    name: 'an unknown hash',
    make: real => ({tested: start(real), fixes: [{commit: 'abcdef012'}]}),
    status: 'unknown',
    why: /no commit abcdef012/,
    landed: null,
  },
  {
    name: 'an ambiguous hash',
    make(real) {
      const tested = start(real)
      const prefix = tested.slice(0, 4)
      collide(real, prefix)
      return {tested, fixes: [{commit: prefix}]}
    },
    status: 'unknown',
    why: /ambiguous|several begin so/,
    landed: null,
  },
  {
    name: 'a branch that is called like a hash',
    make(real) {
      const tested = start(real)
      real.git('branch', 'abcdef012', 'main')
      return {tested, fixes: [{commit: 'abcdef012'}]}
    },
    status: 'unknown',
    why: /abcdef012/,
    landed: null,
  },
  {
    name: 'a trailer on main, for this service',
    make(real) {
      const tested = start(real)
      real.on('main')
      const fix = real.commit('Fix it\n\nE2E-Fix: host-path/other\nE2E-Fix: host-path/gateway', 'fix.txt')
      return {tested, fixes: [], ref: fix}
    },
    status: 'should-be-fixed',
    why: /^fixed on main by/,
    landed: true,
    tested: false,
  },
  {
    name: 'a trailer on main, for another service and another pattern',
    make(real) {
      const tested = start(real)
      real.on('main')
      real.commit('Fix it\n\nE2E-Fix: host-path/other\nE2E-Fix: another', 'fix.txt')
      return {tested, fixes: []}
    },
    status: 'needs-fix',
    why: /^no fix is known$/,
  },
  {
    name: 'an issue, closed by a commit on main',
    make(real) {
      const tested = start(real)
      real.on('main')
      const fix = real.commit('Repair\n\nFixes #27', 'fix.txt')
      return {tested, fixes: [{issue: 27}], ref: fix, issues: [{number: 27, state: 'closed'}]}
    },
    status: 'should-be-fixed',
    why: /^fixed on main by/,
    landed: true,
    tested: false,
  },
]
