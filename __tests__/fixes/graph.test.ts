import {expect, test} from '@jest/globals'
import {addListing, type Commit, emptyGraph, listedHas} from '../../src/fixes/graph.ts'

/** Numbers that are the same in every run. */
function random(seed: number): (below: number) => number {
  let state = seed
  return below => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return state % below
  }
}

const hash = (index: number) => index.toString(16).padStart(40, '0')

/** A tangle of merges; clocks are wrong by up to ten hours. */
function tangle(seed: number, size: number): Commit[] {
  const pick = random(seed)
  return Array.from({length: size}, (_, index) => {
    const parents = index === 0 ? [] : [index - 1 - pick(Math.min(index, 8))]
    if (index > 20 && pick(4) === 0) parents.push(index - 1 - pick(20))
    const at = Date.UTC(2026, 0, 1) + index * 3600_000 * 12 + pick(20 * 3600_000) - 10 * 3600_000
    return {
      sha: hash(index),
      parents: [...new Set(parents)].map(hash),
      message: '',
      committed_at: new Date(at).toISOString(),
      author: null,
      url: null,
    }
  })
}

function ancestorsOf(commits: Commit[], tip: string): Set<string> {
  const bySha = new Map(commits.map(commit => [commit.sha, commit]))
  const seen = new Set<string>()
  const queue = [tip]
  for (let sha = queue.pop(); sha !== undefined; sha = queue.pop())
    if (!seen.has(sha)) {
      seen.add(sha)
      queue.push(...bySha.get(sha)!.parents)
    }
  return seen
}

test.each([1, 2, 3, 4, 5])('what the listing decides is true (tangle %i)', seed => {
  const commits = tangle(seed, 200)
  const graph = emptyGraph()
  const tips = [hash(199), hash(180), hash(150)]
  const list = (tip: string) => {
    const all = commits.filter(commit => ancestorsOf(commits, tip).has(commit.sha))
    all.sort((a, b) => b.committed_at!.localeCompare(a.committed_at!))
    addListing(graph, all.slice(0, 40), all.length <= 40)
  }
  for (const tip of tips) list(tip)
  let decided = 0
  let asked = 0
  for (const head of [...tips, hash(170), hash(140)]) {
    const truth = ancestorsOf(commits, head)
    for (const {sha} of commits) {
      const told = listedHas(graph, sha, head)
      asked++
      if (told === undefined) continue
      decided++
      expect(told).toBe(truth.has(sha))
    }
  }
  expect(decided / asked).toBeGreaterThan(0.15)
})

test('a complete listing decides everything', () => {
  const commits = tangle(9, 60)
  const graph = emptyGraph()
  const truth = ancestorsOf(commits, hash(59))
  addListing(
    graph,
    commits.filter(commit => truth.has(commit.sha)),
    true,
  )
  for (const {sha} of commits) expect(listedHas(graph, sha, hash(59))).toBe(truth.has(sha))
})
