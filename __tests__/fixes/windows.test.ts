/** Ancestry that GraphQL has no field for, over tangled histories with wrong clocks: what is decided is true. */
import {expect, test} from '@jest/globals'
import {factsFromGitHub} from '../../src/fixes/github.ts'
import {createClient} from '../../src/github.ts'
import {type Commit, startGitHub, TOKEN} from '../support/github.ts'
import {aFix} from './samples.ts'

const hash = (index: number) => (index + 0x1000).toString(16).padStart(40, 'a')

/** Numbers that are the same in every run. */
function random(seed: number): (below: number) => number {
  let state = seed
  return below => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return state % below
  }
}

/** Merges all over; clocks are wrong by up to ten hours. */
function tangle(seed: number, size: number): Commit[] {
  const pick = random(seed)
  return Array.from({length: size}, (_, index) => {
    const parents = index === 0 ? [] : [index - 1 - pick(Math.min(index, 6))]
    if (index > 20 && pick(4) === 0) parents.push(index - 1 - pick(20))
    const at = Date.UTC(2026, 0, 1) + index * 3600_000 * 4 + pick(20 * 3600_000) - 10 * 3600_000
    return {
      sha: hash(index),
      parents: [...new Set(parents)].map(hash),
      message: `Change ${index}`,
      author: `dev-${index}`,
      date: `${new Date(at).toISOString().slice(0, 19)}Z`,
    }
  })
}

function ancestorsOf(commits: readonly Commit[], tip: string): Set<string> {
  const bySha = new Map(commits.map(commit => [commit.sha, commit]))
  const seen = new Set<string>()
  const queue = [tip]
  for (let sha = queue.pop(); sha !== undefined; sha = queue.pop())
    if (!seen.has(sha)) {
      seen.add(sha)
      queue.push(...(bySha.get(sha)?.parents ?? []))
    }
  return seen
}

test.each([1, 2, 3])('tangle %i', async seed => {
  const commits = tangle(seed, 400)
  const [main, tested] = [hash(399), hash(390)]
  const refs = Array.from({length: 40}, (_, i) => hash(5 + i * 9))
  const github = await startGitHub({repositories: {'o/r': {commits, branches: {main}}}})
  try {
    const facts = await factsFromGitHub({
      client: createClient({token: TOKEN, apiUrl: github.url, userAgent: 'test', log: () => {}}),
      owner: 'o',
      repo: 'r',
      wanted: {
        repository: 'o/r',
        tested,
        base: 'main',
        causes: refs.map((commit, i) => ({pattern: `cause-${i}`, fixes: [aFix({commit})]})),
        heads: [],
      },
      now: '2026-06-01T00:00:00Z',
      deadline: Date.now() + 20_000,
    })
    const inTested = ancestorsOf(commits, tested)
    const inMain = ancestorsOf(commits, main)
    expect(github.requests.length).toBeLessThanOrEqual(40)
    expect(refs.map(ref => facts.commits[ref]?.contained_in[tested])).toEqual(
      refs.map(ref => inTested.has(ref)),
    )
    for (const ref of refs) if (!inTested.has(ref)) expect(facts.commits[ref]?.landed).toBe(inMain.has(ref))
    expect(facts.incomplete).toEqual([])
  } finally {
    await github.close()
  }
})
