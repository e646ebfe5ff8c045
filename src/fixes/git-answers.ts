import type {PullFact} from '../model.ts'
import type {Git} from './git-run.ts'
import type {Commit, Graph} from './graph.ts'
import {landedPull, subject} from './messages.ts'
import type {Repository} from './repository.ts'

const MAX_SAME = 5
const RECORD = '%H%x1f%P%x1f%cI%x1f%an <%ae> %at%x1f%B'

/** The questions that `git` itself answers. `short`: why commits may be missing from the clone, or null. */
export function askClone(
  git: Git,
  graph: Graph,
  short: string | null,
): Pick<Repository, 'find' | 'has' | 'copies' | 'pullsOf' | 'pull' | 'issue' | 'openCommits'> {
  return {
    async find(ref) {
      const {code, stdout, stderr} = await git(['rev-parse', '--verify', `${ref}^{commit}`])
      const sha = stdout.trim()
      if (/ambiguous/.test(stderr) && code !== 0)
        return {why: `${ref} is ambiguous: several commits begin so`}
      // A branch may be named like a hash.
      if (code !== 0 || !sha.startsWith(ref))
        return {why: short === null ? `the clone has no commit ${ref}` : `no commit ${ref} here: ${short}`}
      const found = graph.commits.get(sha) ?? (await show(git, sha))
      if (found === null) return {why: `commit ${ref} cannot be read`}
      graph.commits.set(sha, found)
      return found
    },
    async has(commit, head) {
      const {code} = await git(['merge-base', '--is-ancestor', commit, head])
      if (code === 0) return true
      // The missing part of a shallow clone may hold the connection.
      return code === 1 && short === null ? false : null
    },
    async copies(commit) {
      const title = (text: string) => subject(text).replace(/ \(#\d+\)$/, '')
      const alike = [...graph.commits.values()]
        .filter(other => other.sha !== commit.sha && title(other.message) === title(commit.message))
        .filter(other => other.parents.length < 2)
        .slice(0, MAX_SAME)
      if (alike.length === 0) return []
      const patch = await patchId(git, commit.sha)
      const same: string[] = []
      if (patch) for (const {sha} of alike) if ((await patchId(git, sha)) === patch) same.push(sha)
      return same
    },
    pullsOf: async () => [],
    pull: number => pull(git, graph, number),
    issue: async number => ({
      number,
      title: null,
      url: null,
      state: null,
      why: 'a clone does not know issues',
    }),
    openCommits: async () => [],
  }
}

async function show(git: Git, sha: string): Promise<Commit | null> {
  const {code, stdout} = await git(['log', '--no-walk', `--format=${RECORD}`, sha, '--'])
  const [, parents, at, author, message] = stdout.split('\x1f')
  if (code !== 0 || message === undefined) return null
  return {
    sha,
    parents: parents!.split(' ').filter(Boolean),
    committed_at: at!,
    author: author!,
    message,
    url: null,
  }
}

/** The stable id of what a commit changes: the same for a copy under another hash. */
async function patchId(git: Git, sha: string): Promise<string | null> {
  const patch = await git(['diff-tree', '--patch', '--no-ext-diff', '--no-textconv', '--root', sha])
  if (patch.code !== 0) return null
  const {stdout} = await git(['patch-id', '--stable'], patch.stdout)
  return stdout.split(' ', 1)[0] || null
}

/** A pull request, as merge and squash commits name it. */
async function pull(git: Git, graph: Graph, number: number): Promise<PullFact> {
  const landed = [...graph.commits.values()].find(commit => landedPull(commit.message) === number)
  const known = {number, url: null, title: landed ? subject(landed.message) : null}
  if (landed)
    return {...known, state: 'merged', merge_commit: landed.sha, head: landed.parents[1] ?? null, why: null}
  const why = 'a clone does not know whether this pull request is open'
  for (const ref of [
    `refs/pull/${number}/head`,
    `refs/remotes/origin/pr/${number}`,
    `refs/remotes/pull/${number}/head`,
  ]) {
    const {code, stdout} = await git(['rev-parse', '--verify', '--quiet', `${ref}^{commit}`])
    if (code === 0) return {...known, state: null, merge_commit: null, head: stdout.trim(), why}
  }
  return {...known, state: null, merge_commit: null, head: null, why}
}
