import {describe, expect, test} from '@jest/globals'
import {sha} from '../github.ts'
import {at, closeAfterEach, repo, start, status} from './world.ts'

closeAfterEach()

describe('git', () => {
  test('compares', async () => {
    const {octokit} = await start()
    const compare = async (basehead: string) => {
      const {data} = await octokit.repos.compareCommitsWithBasehead({...repo, basehead})
      return [
        data.status,
        data.ahead_by,
        data.behind_by,
        data.merge_base_commit.sha,
        data.commits.map(c => c.sha),
      ]
    }
    expect(await compare(`${sha('c')}...main`)).toEqual(['ahead', 2, 0, sha('c'), [sha('d'), sha('m')]])
    expect(await compare(`main...${sha('c')}`)).toEqual(['behind', 0, 2, sha('c'), []])
    expect(await compare('main...main')).toEqual(['identical', 0, 0, sha('m'), []])
    expect(await compare(`${sha('c')}...topic`)).toEqual(['diverged', 1, 1, sha('b'), [sha('d')]])
    expect(await compare('main...stranger:patch')).toEqual(['diverged', 1, 2, sha('c'), [sha('f')]])
    expect(
      await status(octokit.repos.compareCommitsWithBasehead({...repo, basehead: 'main...nowhere'})),
    ).toBe(404)
  })

  test('commits', async () => {
    const {octokit} = await start()
    const short = await octokit.repos.getCommit({...repo, ref: sha('d').slice(0, 9)})
    expect([short.data.sha, short.data.files?.[0]?.filename]).toEqual([sha('d'), 'src/y.go'])
    expect(await status(octokit.repos.getCommit({...repo, ref: 'abcdef1'}))).toBe(422)
    const list = async (more: object) =>
      (await octokit.repos.listCommits({...repo, ...more})).data.map(commit => commit.sha)
    expect(await list({})).toEqual(['m', 'd', 'c', 'b', 'a'].map(sha))
    expect(await list({sha: 'topic', path: 'src'})).toEqual([sha('d'), sha('b')])
    expect(await list({sha: 'topic', since: at(2)})).toEqual([sha('d'), sha('b')])
    const pulls = async (name: string) =>
      (await octokit.repos.listPullRequestsAssociatedWithCommit({...repo, commit_sha: sha(name)})).data.map(
        p => p.number,
      )
    expect([await pulls('d'), await pulls('m'), await pulls('c'), await pulls('f')]).toEqual([
      [3],
      [3],
      [],
      [],
    ])
    const heads = await octokit.repos.listBranchesForHeadCommit({...repo, commit_sha: sha('d')})
    expect(heads.data.map(branch => branch.name)).toEqual(['topic'])
    expect((await octokit.repos.getBranch({...repo, branch: 'main'})).data.commit.sha).toBe(sha('m'))
  })

  test('contents', async () => {
    const {octokit} = await start()
    const file = {...repo, path: '.github/e2e-triage.yml'}
    const {data} = await octokit.repos.getContent(file)
    expect(Buffer.from((data as {content: string}).content, 'base64').toString()).toBe('version: 1\n')
    const raw = await octokit.repos.getContent({...file, ref: sha('m'), mediaType: {format: 'raw'}})
    expect(raw.data).toBe('version: 1\n')
    const folder = await octokit.repos.getContent({...repo, path: ''})
    expect((folder.data as {name: string}[]).map(entry => entry.name)).toEqual(['.github', 'src'])
    expect(await status(octokit.repos.getContent({...file, ref: 'topic'}))).toBe(404)
    expect((await octokit.repos.get(repo)).data.default_branch).toBe('main')
  })
})
