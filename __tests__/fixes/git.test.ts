import {execFileSync} from 'node:child_process'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, describe, expect, test} from '@jest/globals'
import {checkClone, factsFromClone} from '../../src/fixes/git.ts'
import type {FactsWanted} from '../../src/model.ts'
import {hasGit, type RealGit, realGit} from './real-git.ts'
import {aFix} from './samples.ts'

const remove: (() => void)[] = []
afterEach(() => {
  for (const one of remove.splice(0)) one()
})
const repository = (): RealGit => {
  const real = realGit()
  remove.push(real.remove)
  return real
}
const folder = (): string => {
  const dir = mkdtempSync(join(tmpdir(), 'triage-clone-'))
  remove.push(() => rmSync(dir, {recursive: true, force: true}))
  return dir
}
const wanted = (more: Partial<FactsWanted>): FactsWanted => ({
  repository: 'o/r',
  tested: null,
  base: null,
  causes: [],
  heads: [],
  ...more,
})
const cause = (...commits: string[]) => [{pattern: 'host-path', fixes: commits.map(commit => aFix({commit}))}]
const facts = (dir: string, more: Partial<FactsWanted>) =>
  factsFromClone({dir, wanted: wanted(more), now: '2026-03-01T00:00:00Z'})

;(hasGit ? describe : describe.skip)(hasGit ? 'a clone' : 'a clone (skipped: no git on the PATH)', () => {
  test('a shallow clone says what is missing, and what it knows for certain', async () => {
    const real = repository()
    const old = real.commit('Old fix')
    for (let n = 0; n < 10; n++) real.commit(`Change ${n}`)
    const tested = real.commit('Tested')
    const fresh = real.commit('New fix')
    const dir = folder()
    execFileSync('git', ['clone', '--quiet', '--depth', '4', `file://${real.dir}`, dir])
    const found = await facts(dir, {tested, causes: cause(old, fresh)})
    expect(found.base).toBe('main')
    expect(found.commits[fresh]).toMatchObject({landed: true, contained_in: {[tested]: false}})
    expect(found.commits[old]).toMatchObject({
      sha: null,
      landed: null,
      why: expect.stringMatching(/4 commits deep.*fetch-depth: 0/),
    })
    expect(found.incomplete).toEqual([{what: 'history of the clone', why: expect.stringMatching(/shallow/)}])
  })

  test('in a shallow clone a missing connection is not an answer', async () => {
    const real = repository()
    real.commit('First')
    real.on('side', 'main')
    const fix = real.commit('Fix it', 'fix.txt')
    real.on('main')
    real.step('merge', '--no-ff', '--quiet', '-m', 'Merge side', 'side')
    real.commit('Change')
    const tested = real.commit('Tested')
    const dir = folder()
    execFileSync('git', ['clone', '--quiet', '--depth', '1', '--no-single-branch', `file://${real.dir}`, dir])
    const found = await facts(dir, {tested, causes: cause(fix)})
    expect(found.commits[fix]).toMatchObject({sha: fix, landed: null, contained_in: {[tested]: null}})
    expect(found.commits[fix]?.why).toMatch(/shallow/)
  })

  test('a clone without the tested commit', async () => {
    const real = repository()
    const fix = real.commit('Fix it')
    const found = await facts(real.dir, {tested: 'e'.repeat(40), causes: cause(fix)})
    expect(found.commits[fix]).toMatchObject({landed: true, why: 'the clone does not have the tested commit'})
    expect(found.incomplete[0]).toMatchObject({what: `commit ${'e'.repeat(40)}`})
  })

  test('an abbreviated tested commit', async () => {
    const real = repository()
    const fix = real.commit('Fix it')
    const found = await facts(real.dir, {tested: fix.slice(0, 9), causes: cause(fix)})
    expect(found).toMatchObject({tested: fix, commits: {[fix]: {contained_in: {[fix]: true}}}})
  })

  test('the base branch is origin/HEAD, then main or master', async () => {
    const real = repository()
    const first = real.commit('First')
    real.git('branch', '-m', 'main', 'master')
    expect((await facts(real.dir, {tested: first, causes: cause(first)})).base).toBe('master')
    const dir = folder()
    execFileSync('git', ['clone', '--quiet', real.dir, dir])
    real.git('branch', '-m', 'master', 'trunk')
    expect((await facts(dir, {tested: first, causes: cause(first)})).base).toBe('master')
  })

  test.each(['--output=/tmp/x', 'main@{1}', 'main..HEAD', ':/First', '-n1', 'a b', 'x^{/First}'])(
    'a hostile name: %s',
    async name => {
      const real = repository()
      const first = real.commit('First')
      const found = await facts(real.dir, {
        tested: name,
        base: name,
        heads: [name],
        causes: cause(name, first),
      })
      expect(found.tested).toBeNull()
      expect(found.commits[name]?.why).toMatch(/is not a commit hash/)
      expect(found.commits[first]).toMatchObject({sha: first, landed: null, contained_in: {}})
      expect(found.incomplete.map(note => note.what)).toContain('base branch')
    },
  )

  test('pull requests and issues are said to be unknown', async () => {
    const real = repository()
    const tested = real.commit('First')
    const causes = [{pattern: 'host-path', fixes: [aFix({pull: 24}), aFix({issue: 27})]}]
    const found = await facts(real.dir, {tested, causes})
    expect(found.pulls[24]).toMatchObject({state: null, why: expect.stringMatching(/clone/)})
    expect(found.issues[27]).toMatchObject({state: null, why: expect.stringMatching(/clone/)})
    expect(found.incomplete.map(note => note.what)).toEqual(['issues and pull requests'])
  })

  test('the configuration of the clone runs nothing', async () => {
    const real = repository()
    const tested = real.commit('First')
    const witness = join(real.dir, 'witness')
    for (const key of ['core.fsmonitor', 'diff.external', 'core.pager', 'core.sshCommand'])
      real.git('config', key, `touch ${witness}`)
    real.on('other', 'main')
    real.commit('Fix it', 'fix.txt')
    rmSync(witness, {force: true})
    await facts(real.dir, {tested, causes: cause(tested)})
    expect(() => execFileSync('test', ['-e', witness])).toThrow()
  })

  test('a folder that is no clone', async () => {
    await expect(checkClone(folder())).rejects.toThrow(/is not a git repository/)
    await expect(checkClone('/nowhere')).rejects.toThrow(/--repo \/nowhere/)
    await expect(checkClone(repository().dir)).resolves.toBeUndefined()
  })
})

test('no git on the PATH is the user’s to know', async () => {
  const path = process.env['PATH']
  process.env['PATH'] = '/nowhere'
  try {
    await expect(checkClone(tmpdir())).rejects.toThrow(/needs `git` on the PATH/)
  } finally {
    process.env['PATH'] = path
  }
})
