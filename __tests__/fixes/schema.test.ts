/** Every query that is sent holds to GitHub's published schema: the GitHub of the tests knows a part of it only. */
import {expect, test} from '@jest/globals'
import {validate} from '@octokit/graphql-schema'
import {factsFromGitHub} from '../../src/fixes/github.ts'
import {createClient} from '../../src/github.ts'
import {HIDE, VIEWER} from '../../src/publish/comments.ts'
import {startGitHub, TOKEN} from '../support/github.ts'
import {manyCauses, oneCause, type Situation} from './situations.ts'

const faults = (query: string) => validate(query).map(fault => fault.message)

async function queries({repository, wanted}: Situation): Promise<string[]> {
  const github = await startGitHub({repositories: {'o/r': repository}})
  try {
    await factsFromGitHub({
      client: createClient({token: TOKEN, apiUrl: github.url, userAgent: 'test', log: () => {}}),
      owner: 'o',
      repo: 'r',
      wanted: {repository: 'o/r', tested: null, base: 'main', causes: [], heads: [], ...wanted},
      now: '2026-03-01T00:00:00Z',
      deadline: Date.now() + 20_000,
    })
    return github.requests
      .filter(({path}) => path.endsWith('/graphql'))
      .map(({body}) => (body as {query: string}).query)
  } finally {
    await github.close()
  }
}

test('a query that GitHub would refuse is found', () => {
  expect(faults('{repository(owner: "o", name: "r") {nonsense}}')).toHaveLength(1)
})

test('of comments', () => {
  expect([HIDE, VIEWER].flatMap(faults)).toEqual([])
})

test('of fix status, in every situation', async () => {
  const sent = (await Promise.all([...oneCause, ...manyCauses].map(queries))).flat()
  expect(sent.length).toBeGreaterThan(oneCause.length)
  expect([...new Set(sent)].flatMap(faults)).toEqual([])
})
