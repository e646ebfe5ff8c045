import {expect, test} from '@jest/globals'
import {sha, TOKEN} from '../github.ts'
import {closeAfterEach, repo, start, world} from './world.ts'

closeAfterEach()

const QUERY = 'query($owner: String!, $name: String!) {repository(owner: $owner, name: $name) {'
type Reply = {
  data?: {repository: unknown} | null
  errors?: {message: string; type?: string; path: unknown[]}[]
}

async function ask(fields: string, state = world(), token = TOKEN) {
  const {github, octokit} = await start(state, token)
  const variables = {owner: repo.owner, name: repo.repo}
  const {data} = await octokit.request('POST /graphql', {query: `${QUERY}${fields}}}`, variables})
  return {github, reply: data as Reply}
}

test('shows what REST shows', async () => {
  const {reply} = await ask(`
    ref(qualifiedName: "refs/heads/main") {
      target {... on Commit {history(first: 2) {nodes {oid parents(first: 5) {nodes {oid}}} pageInfo {hasNextPage}}}}
      behind: compare(headRef: "${sha('b').slice(0, 9)}") {status aheadBy behindBy}
      unknown: compare(headRef: "patch") {status}
    }
    pullRequest(number: 3) {state mergeCommit {oid} headRefOid commits(first: 5) {nodes {commit {oid}}}}
    open: pullRequests(first: 5, states: [OPEN]) {nodes {number}}
    issueOrPullRequest(number: 2) {... on Issue {state} ... on PullRequest {merged}}
    object(expression: "0000000") {oid}
  `)
  expect(reply).toEqual({
    data: {
      repository: {
        ref: {
          target: {
            history: {
              nodes: [
                {oid: sha('m'), parents: {nodes: [{oid: sha('c')}, {oid: sha('d')}]}},
                {oid: sha('d'), parents: {nodes: [{oid: sha('b')}]}},
              ],
              pageInfo: {hasNextPage: true},
            },
          },
          behind: {status: 'BEHIND', aheadBy: 0, behindBy: 3},
          unknown: null,
        },
        pullRequest: {
          state: 'MERGED',
          mergeCommit: {oid: sha('m')},
          headRefOid: sha('d'),
          commits: {nodes: [{commit: {oid: sha('d')}}]},
        },
        open: {nodes: [{number: 4}]},
        issueOrPullRequest: {state: 'CLOSED'},
        object: null,
      },
    },
  })
})

test.each([
  ['ref(qualifiedName: "main") {tip}', /Field 'tip' doesn't exist on type 'Ref'/],
  ['ref(name: "main") {name}', /doesn't accept argument 'name'/],
  ['ref {name}', /missing required arguments: qualifiedName/],
  ['issues {nodes {number}}', /`first` or `last`/],
  ['issues(first: 101) {nodes {number}}', /1 to 100/],
  ['issues(first: 1, orderBy: {field: TIME, direction: ASC}) {nodes {number}}', /invalid value/],
  ['pullRequest(number: "4") {number}', /invalid value/],
  ['pullRequest(number: 4)', /must have selections/],
  ['object(expression: "main") {message}', /'message' doesn't exist on type 'GitObject'/],
  ['object(expression: "main") {... on Issue {number}}', /can't be spread/],
  ['issueOrPullRequest(number: 4) {... on Issue {state} ... on PullRequest {state}}', /conflict/],
  ['issue(number: $number) {number}', /not declared/],
  ['issue(number: 1) {number', /Parse error/],
])('%s is refused, and a violation', async (fields, message) => {
  const {github, reply} = await ask(fields)
  expect(reply.data).toBeUndefined()
  expect(reply.errors?.[0]?.message).toMatch(message)
  expect(github.violations.splice(0).join()).toMatch(message)
})

test('what is not there, and what the token may not see, is null with a reason', async () => {
  const {reply} = await ask('pullRequest(number: 99) {number}')
  expect(reply).toEqual({
    data: {repository: {pullRequest: null}},
    errors: [expect.objectContaining({type: 'NOT_FOUND', path: ['repository', 'pullRequest']})],
  })
  const state = world()
  state.repositories!['o/r']!.private = true
  const tokens = {weak: {login: 'github-actions[bot]', permissions: {contents: 'read' as const}}}
  const weak = await ask(
    'ref(qualifiedName: "main") {name} issues(first: 1) {nodes {number}}',
    {...state, tokens},
    'weak',
  )
  // What may not be null takes the repository with it.
  expect(weak.reply).toEqual({
    data: {repository: null},
    errors: [expect.objectContaining({type: 'FORBIDDEN', path: ['repository', 'issues']})],
  })
})
