/** Commits as a graph: names to hashes, ancestors, ranges. */
import type {Commit, GitHubState, Repository} from './state.ts'
import {NOON} from './state.ts'

export type Graph = Map<string, Commit>

const root = (state: GitHubState, name: string): string => {
  const parent = state.repositories[name]?.fork_of
  return parent === undefined ? name : root(state, parent)
}

/** All commits of the repository and of its forks: GitHub keeps them in one store. */
export function graph(state: GitHubState, name: string): Graph {
  const all = Object.entries(state.repositories).filter(([other]) => root(state, other) === root(state, name))
  return new Map(all.flatMap(([, repo]) => repo.commits ?? []).map(commit => [commit.sha, commit]))
}

/** Hash of a branch, tag, `pull/N/head`, `owner:branch`, full or abbreviated hash. Null where unknown or ambiguous. */
export function resolve(state: GitHubState, name: string, ref: string): string | null {
  const repo = state.repositories[name] ?? {}
  const fork = /^([^:]+):(.+)$/.exec(ref)
  if (fork) {
    const other = Object.keys(state.repositories).find(
      full => full.split('/')[0] === fork[1] && root(state, full) === root(state, name),
    )
    return other === undefined ? null : resolve(state, other, fork[2]!)
  }
  const short = ref.replace(/^(refs\/)?(heads|tags)\//, '')
  const pull = /^(?:refs\/)?pull\/(\d+)\/head$/.exec(ref)
  if (pull) return repo.pulls?.find(p => p.number === Number(pull[1]))?.head.sha ?? null
  const named = branch(repo, short) ?? repo.tags?.[short]
  if (named !== undefined) return named
  if (ref === 'HEAD') return branch(repo, repo.default_branch ?? 'main') ?? null
  if (!/^[0-9a-f]{4,40}$/i.test(ref)) return null
  const found = [...graph(state, name).keys()].filter(sha => sha.startsWith(ref.toLowerCase()))
  return found.length === 1 ? found[0]! : null
}

const branch = (repo: Repository, name: string): string | undefined => repo.branches?.[name]

/** A commit and all that it descends from. */
export function ancestors(commits: Graph, from: string): Set<string> {
  const seen = new Set<string>()
  const open = [from]
  for (let sha = open.pop(); sha !== undefined; sha = open.pop()) {
    if (seen.has(sha) || !commits.has(sha)) continue
    seen.add(sha)
    open.push(...(commits.get(sha)!.parents ?? []))
  }
  return seen
}

export const when = (commit: Commit): string => commit.date ?? NOON

/** As `git log` lists: children before parents, else the newest first. */
export function ordered(commits: Graph, hashes: Set<string>): Commit[] {
  const children = new Map<string, number>()
  for (const sha of hashes)
    for (const parent of commits.get(sha)!.parents ?? [])
      children.set(parent, (children.get(parent) ?? 0) + 1)
  const out: Commit[] = []
  const ready = [...hashes].filter(sha => !children.get(sha)).map(sha => commits.get(sha)!)
  while (ready.length > 0) {
    ready.sort((a, b) => when(b).localeCompare(when(a)))
    const commit = ready.shift()!
    out.push(commit)
    for (const parent of commit.parents ?? []) {
      children.set(parent, children.get(parent)! - 1)
      if (hashes.has(parent) && children.get(parent) === 0) ready.push(commits.get(parent)!)
    }
  }
  return out
}

/** As `git log --since --until` lists: behind a commit that is too old nothing is looked at, however young it says it is. */
export function inTime(commits: Graph, from: string, since: string, until: string): Commit[] {
  const all = ancestors(commits, from)
  const behind = new Set<string>()
  for (const sha of all)
    if (!behind.has(sha) && when(commits.get(sha)!) < since)
      for (const other of ancestors(commits, sha)) behind.add(other)
  const hashes = new Set([...all].filter(sha => !behind.has(sha)))
  return ordered(commits, hashes).filter(commit => when(commit) <= until)
}

/** `base..head`, oldest first, as pull requests and comparisons list them. */
export function between(commits: Graph, base: string | null, head: string): Commit[] {
  const known = base === null ? new Set<string>() : ancestors(commits, base)
  const hashes = new Set([...ancestors(commits, head)].filter(sha => !known.has(sha)))
  return ordered(commits, hashes).reverse()
}

/** The best common ancestor, null where the two share none. */
export function mergeBase(commits: Graph, a: string, b: string): string | null {
  const ofA = ancestors(commits, a)
  const common = new Set([...ancestors(commits, b)].filter(sha => ofA.has(sha)))
  return ordered(commits, common)[0]?.sha ?? null
}
