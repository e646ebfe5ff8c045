/** A real git repository in a temporary folder, and the same history as the fake GitHub's state. */
import {execFileSync, spawnSync} from 'node:child_process'
import {createHash} from 'node:crypto'
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {Commit, Repository} from '../support/github.ts'

export const hasGit = spawnSync('git', ['--version']).status === 0

export interface RealGit {
  dir: string
  git(...args: string[]): string
  /** Commits a change of one file on the current branch, a day later than the last; gives the hash. */
  commit(message: string, file?: string, text?: string): string
  /** Any command that makes commits, a day later; gives the hash of the new HEAD. */
  step(...args: string[]): string
  /** Checks out a branch, from a commit where it is new. */
  on(branch: string, from?: string): void
  /** Commits and branches, also what no branch reaches any more. */
  asGitHub(): Repository
  remove(): void
}

export function realGit(): RealGit {
  const dir = mkdtempSync(join(tmpdir(), 'triage-git-'))
  const made = new Set<string>()
  let day = Date.parse('2026-01-01T12:00:00Z')
  const git = (...args: string[]): string => {
    const date = new Date(day).toISOString()
    const who = {name: 'Dev', email: 'dev@example.com'}
    const env = {
      PATH: process.env['PATH'],
      HOME: dir,
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_AUTHOR_NAME: who.name,
      GIT_AUTHOR_EMAIL: who.email,
      GIT_COMMITTER_NAME: who.name,
      GIT_COMMITTER_EMAIL: who.email,
      GIT_AUTHOR_DATE: date,
      GIT_COMMITTER_DATE: date,
      GIT_MERGE_AUTOEDIT: 'no',
      GIT_EDITOR: 'true',
    }
    return execFileSync('git', ['-C', dir, ...args], {
      env,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    }).trim()
  }
  const step = (...args: string[]): string => {
    day += 24 * 3600 * 1000
    git(...args)
    const sha = git('rev-parse', 'HEAD')
    made.add(sha)
    return sha
  }
  git('init', '--quiet', '--initial-branch=main')
  return {
    dir,
    git,
    step,
    commit(message, file = 'file.txt', text = `${message}\n`) {
      writeFileSync(join(dir, file), text)
      git('add', '--all')
      return step('commit', '--quiet', '--message', message)
    },
    on(branch, from) {
      if (from === undefined) git('checkout', '--quiet', branch)
      else git('checkout', '--quiet', '-B', branch, from)
    },
    asGitHub() {
      const records = git('log', '-z', '--format=%H%x1f%P%x1f%cI%x1f%an%x1f%B', '--all', ...made)
        .split('\0')
        .filter(Boolean)
      const commits = records.map((record): Commit => {
        const [sha, parents, date, author, message] = record.split('\x1f') as [
          string,
          string,
          string,
          string,
          string,
        ]
        const at = new Date(date).toISOString().replace('.000Z', 'Z')
        return {
          sha,
          parents: parents.split(' ').filter(Boolean),
          date: at,
          author,
          message: message.trimEnd(),
        }
      })
      const branches = git('for-each-ref', '--format=%(refname:short) %(objectname)', 'refs/heads').split(
        '\n',
      )
      return {
        commits,
        branches: Object.fromEntries(branches.map(line => line.split(' ') as [string, string])),
      }
    },
    remove: () => rmSync(dir, {recursive: true, force: true}),
  }
}

/** Writes a commit whose hash begins like another's: an abbreviated hash that is ambiguous. */
export function collide(real: RealGit, prefix: string): string {
  const tree = real.git('rev-parse', 'HEAD^{tree}')
  for (let n = 0; ; n++) {
    const body = `tree ${tree}\nauthor D <d@e.f> 1767225600 +0000\ncommitter D <d@e.f> 1767225600 +0000\n\ntwin ${n}\n`
    const sha = createHash('sha1').update(`commit ${body.length}\0${body}`).digest('hex')
    if (!sha.startsWith(prefix)) continue
    execFileSync('git', ['-C', real.dir, 'hash-object', '-t', 'commit', '-w', '--stdin'], {input: body})
    real.git('branch', 'twin', sha)
    return sha
  }
}
