import {afterEach, describe, expect, test} from '@jest/globals'
import {factsFromClone} from '../../src/fixes/git.ts'
import {factsFromGitHub} from '../../src/fixes/github.ts'
import {fixStatus} from '../../src/fixes/status.ts'
import {createClient} from '../../src/github.ts'
import type {Facts, FactsWanted, FixRef} from '../../src/model.ts'
import {type GitHub, startGitHub, TOKEN} from '../support/github.ts'
import {cases, type Made} from './cases.ts'
import {hasGit, type RealGit, realGit} from './real-git.ts'
import {aRun} from './samples.ts'

const open: {real: RealGit; github: GitHub | null}[] = []
afterEach(async () => {
  for (const {real, github} of open.splice(0)) {
    real.remove()
    await github?.close()
  }
})

const now = '2026-03-01T00:00:00Z'

function wantedOf({
  tested,
  merge,
  fixes,
  heads,
}: Made): FactsWanted & {causes: {pattern: string; fixes: FixRef[]}[]} {
  const full = fixes.map(fix => ({services: [], summary: null, verified: false, ...fix}))
  const causes = [{pattern: 'host-path', fixes: full}]
  return {repository: 'o/r', tested, merge_sha: merge ?? null, base: 'main', causes, heads: heads ?? []}
}

async function throughClone(real: RealGit, wanted: FactsWanted): Promise<Facts> {
  open.push({real, github: null})
  return factsFromClone({dir: real.dir, wanted, now})
}

/** `most`: calls; where GraphQL is refused, REST asks for each thing on its own. */
async function throughGitHub(
  real: RealGit,
  wanted: FactsWanted,
  {pulls, issues}: Made,
  {graphql, most}: {graphql: boolean; most: number},
): Promise<Facts> {
  const repository = {...real.asGitHub(), pulls: pulls ?? [], issues: issues ?? []}
  const github = await startGitHub({repositories: {'o/r': repository}})
  open.push({real, github})
  if (!graphql) github.faults.push({match: /graphql/, times: Infinity, status: 404})
  const client = createClient({token: TOKEN, apiUrl: github.url, userAgent: 'test', log: () => {}})
  const facts = await factsFromGitHub({
    client,
    owner: 'o',
    repo: 'r',
    wanted,
    now,
    deadline: Date.now() + 20_000,
  })
  expect(github.violations).toEqual([])
  expect(github.requests.length).toBeLessThanOrEqual(most)
  return facts
}

describe.each(['clone', 'GraphQL', 'REST'] as const)('%s', provider => {
  for (const one of cases) {
    const title = hasGit ? one.name : `${one.name} (skipped: no git on the PATH)`
    ;(hasGit ? test : test.skip)(title, async () => {
      const real = realGit()
      const made = one.make(real)
      const wanted = wantedOf(made)
      const facts = await (provider === 'clone'
        ? throughClone(real, wanted)
        : provider === 'GraphQL'
          ? throughGitHub(real, wanted, made, {graphql: true, most: 3})
          : throughGitHub(real, wanted, made, {graphql: false, most: 6}))
      const cause = wanted.causes[0]!
      const run = aRun({head_sha: made.tested, head_branch: 'feature', pull_request: 7})
      const fix = fixStatus({cause, service: 'gateway', facts, later: [], run})
      const expected = (provider === 'clone' && one.clone) || one
      expect({status: fix.status, why: fix.why}).toEqual({
        status: expected.status,
        why: expect.stringMatching(expected.why),
      })

      const fact = facts.commits[made.ref ?? made.fixes[0]?.commit ?? '']
      if (one.landed !== undefined) expect(fact?.landed).toBe(one.landed)
      if (one.tested !== undefined) expect(fact?.contained_in[made.tested]).toBe(one.tested)
      if (one.reverted !== undefined) expect(fact?.reverted_by !== null).toBe(one.reverted)
    })
  }
})
