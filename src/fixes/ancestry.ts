import {type Commit, type Graph, listedHas} from './graph.ts'
import {landedPull, pickedFrom, reverts} from './messages.ts'
import type {Repository} from './repository.ts'

/** Whether a commit still counts at a head: there, and not taken back. `revert` is what took it back. */
export interface Effect {
  has: boolean | null
  revert: string | null
}

/** Questions of ancestry, each asked once. */
export interface Ancestry {
  has(commit: string, head: string | null, ask?: boolean): Promise<boolean | null>
  /** The effect of any of the copies of one change. Without `ask`: as far as the listing tells. */
  effect(copies: readonly string[], head: string | null, ask?: boolean): Promise<Effect>
}

interface Revert {
  sha: string
  commits: string[]
  pulls: number[]
}

// A revert of a revert of a revert ...: nobody reads further.
const MAX_DEPTH = 8

/** Ancestry over what was listed, with the provider asked only for the rest. */
export function ancestry(repository: Repository): Ancestry {
  const {graph} = repository
  const asked = new Map<string, Promise<boolean | null>>()
  const takenBack: Revert[] = []
  for (const commit of graph.commits.values()) {
    const found = reverts(commit.message, repository.name)
    if (found.commits.length + found.pulls.length > 0) takenBack.push({sha: commit.sha, ...found})
  }

  async function has(commit: string, head: string | null, ask = true): Promise<boolean | null> {
    if (head === null) return null
    const listed = listedHas(graph, commit, head)
    if (listed !== undefined) return listed
    const key = `${commit}..${head}`
    const known = asked.get(key) ?? (ask ? repository.has(commit, head) : null)
    if (known !== null) asked.set(key, known)
    return known
  }

  /** A reverted merge takes back all that it brought. */
  async function merged(commit: string, target: Commit): Promise<boolean> {
    if (target.parents.length < 2) return false
    return (await has(commit, target.sha)) === true && (await has(commit, target.parents[0]!)) === false
  }

  async function hits(revert: Revert, commit: string): Promise<boolean> {
    const message = graph.commits.get(commit)?.message
    const pull = message === undefined ? null : landedPull(message)
    if (pull !== null && revert.pulls.includes(pull)) return true
    for (const prefix of revert.commits) {
      if (commit.startsWith(prefix)) return true
      const target = graph.commits.get(prefix)
      if (target && (await merged(commit, target))) return true
    }
    return false
  }

  async function one(commit: string, head: string | null, ask: boolean, depth = 0): Promise<Effect> {
    const there = await has(commit, head, ask)
    if (there !== true || depth > MAX_DEPTH) return {has: there, revert: null}
    for (const revert of takenBack)
      if (revert.sha !== commit && (await hits(revert, commit)))
        if ((await one(revert.sha, head, ask, depth + 1)).has === true)
          return {has: false, revert: revert.sha}
    return {has: true, revert: null}
  }

  return {
    has,
    async effect(copies, head, ask = true) {
      let all: Effect = {has: false, revert: null}
      for (const copy of copies) {
        const effect = await one(copy, head, ask)
        if (effect.has === true) return effect
        all = {has: effect.has === null ? null : all.has, revert: effect.revert ?? all.revert}
      }
      return all
    },
  }
}

/** A commit with all that was picked from it, and what it was picked from. */
export function picked(graph: Graph, commit: Commit): string[] {
  const group = [commit.sha, ...originals(graph, commit)]
  for (const other of graph.commits.values())
    if (pickedFrom(other.message).some(from => group.some(sha => sha.startsWith(from)))) group.push(other.sha)
  return [...new Set(group)]
}

const originals = (graph: Graph, commit: Commit): string[] =>
  pickedFrom(commit.message).flatMap(from =>
    from.length === 40 ? [from] : [...graph.commits.keys()].filter(sha => sha.startsWith(from)),
  )
