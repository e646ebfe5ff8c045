/** No situation costs more calls than it may, and each is found out all the same. */
import {describe, expect, test} from '@jest/globals'
import {factsFromGitHub} from '../../src/fixes/github.ts'
import {createClient} from '../../src/github.ts'
import {startGitHub, TOKEN} from '../support/github.ts'
import {manyCauses, oneCause, type Situation, withoutGraphQL} from './situations.ts'

async function within({repository, wanted, limit, rest, finds = {}}: Situation): Promise<void> {
  const github = await startGitHub({repositories: {'o/r': repository}})
  if (rest) github.faults.push({match: /graphql/, times: Infinity, status: 404})
  try {
    const facts = await factsFromGitHub({
      client: createClient({token: TOKEN, apiUrl: github.url, userAgent: 'test', log: () => {}}),
      owner: 'o',
      repo: 'r',
      wanted: {repository: 'o/r', tested: null, base: 'main', causes: [], heads: [], ...wanted},
      now: '2026-03-01T00:00:00Z',
      deadline: Date.now() + 20_000,
    })
    expect(github.violations).toEqual([])
    expect(github.requests.length).toBeLessThanOrEqual(limit)
    expect(facts.commits).toMatchObject(finds)
    expect(facts.incomplete.map(note => note.why).join()).toMatch(rest ? /GraphQL/ : /^$/)
  } finally {
    await github.close()
  }
}

describe('one cause', () => {
  for (const situation of oneCause) test.concurrent(situation.name, () => within(situation))
})
describe('many causes', () => {
  for (const situation of manyCauses) test.concurrent(situation.name, () => within(situation))
})
describe('GraphQL refused', () => {
  for (const situation of withoutGraphQL) test.concurrent(situation.name, () => within(situation))
})
