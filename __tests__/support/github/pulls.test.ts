import {describe, expect, test} from '@jest/globals'
import {sha} from '../github.ts'
import {closeAfterEach, repo, start, status} from './world.ts'

closeAfterEach()

describe('pulls and issues', () => {
  test('finds a pull request by its head', async () => {
    const {octokit} = await start()
    const list = async (more: object) =>
      (await octokit.pulls.list({...repo, ...more})).data.map(p => p.number)
    expect(await list({})).toEqual([4])
    expect(await list({state: 'all'})).toEqual([5, 4, 3])
    expect(await list({head: 'stranger:patch'})).toEqual([4])
    expect(await list({head: 'o:patch'})).toEqual([])
    const merged = await octokit.pulls.get({...repo, pull_number: 3})
    expect(merged.data).toMatchObject({state: 'closed', merged: true, merge_commit_sha: sha('m'), commits: 1})
    const gone = await octokit.pulls.get({...repo, pull_number: 5})
    expect(gone.data.head.repo).toBeNull()
    const commits = await octokit.pulls.listCommits({...repo, pull_number: 4})
    expect(commits.data.map(commit => commit.sha)).toEqual([sha('f')])
  })

  test('issues and search', async () => {
    const {octokit} = await start()
    const list = async (more: object) =>
      (await octokit.issues.listForRepo({...repo, ...more})).data.map(issue => issue.number)
    expect(await list({})).toEqual([4, 1])
    expect(await list({labels: 'e2e', state: 'all'})).toEqual([1])
    expect((await octokit.issues.get({...repo, issue_number: 4})).data.pull_request).toBeTruthy()
    const search = async (kind: string) => {
      const q = `in:body "e2e-triage: some-pattern" repo:o/r is:${kind}`
      return (await octokit.search.issuesAndPullRequests({q})).data.items.map(item => item.number)
    }
    expect([await search('pr'), await search('issue')]).toEqual([[4], [1]])
  })

  test('comments', async () => {
    const {github, octokit} = await start()
    const here = {...repo, issue_number: 4}
    const made = await octokit.issues.createComment({...here, body: '<!-- marker -->'})
    expect(made.data.user).toMatchObject({login: 'github-actions[bot]', type: 'Bot'})
    const comment_id = made.data.id
    await octokit.issues.updateComment({...repo, comment_id, body: 'x'.repeat(65_536)})
    expect(await status(octokit.issues.createComment({...here, body: 'x'.repeat(65_537)}))).toBe(422)
    expect(await status(octokit.issues.createComment({...repo, issue_number: 5, body: 'x'}))).toBe(403)
    expect(await status(octokit.issues.updateComment({...repo, comment_id: 11, body: 'mine'}))).toBe(403)
    const hide =
      'mutation($id: ID!) {minimizeComment(input: {subjectId: $id, classifier: OUTDATED}) {minimizedComment {isMinimized}}}'
    expect(await octokit.graphql(hide, {id: made.data.node_id})).toMatchObject({
      minimizeComment: {minimizedComment: {isMinimized: true}},
    })
    expect(await octokit.graphql('{viewer {login}}')).toEqual({viewer: {login: 'github-actions[bot]'}})
    expect((await octokit.issues.listComments(here)).data).toHaveLength(1)
    await octokit.issues.deleteComment({...repo, comment_id})
    expect(github.state.repositories['o/r']!.pulls![1]!.comments).toEqual([])
  })
})
