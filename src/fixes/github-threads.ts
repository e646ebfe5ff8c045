import type {Octokit} from '@octokit/rest'
import type {PullFact} from '../model.ts'
import type {Calls} from './calls.ts'
import {asCommit, type RestCommit} from './github-commits.ts'
import type {Commit, Graph} from './graph.ts'
import {landedPull} from './messages.ts'
import type {Repository, Thread} from './repository.ts'

type At = {owner: string; repo: string}
const MAX_OPEN_PULLS = 5

interface RestThread {
  number: number
  title: string
  html_url: string
  body?: string | null | undefined
  state: string
  pull_request?: {merged_at?: string | null}
}

/** An entry of the issue listing, which holds pull requests too. */
export const asThread = (rest: RestThread): Thread => ({
  type: rest.pull_request ? 'pull' : 'issue',
  number: rest.number,
  title: rest.title.slice(0, 200),
  url: rest.html_url,
  body: rest.body ?? '',
  state: rest.pull_request?.merged_at ? 'merged' : rest.state === 'open' ? 'open' : 'closed',
})

interface RestPull {
  number: number
  title: string
  html_url: string
  state: string
  merged_at: string | null
  merge_commit_sha: string | null
  head: {sha: string}
}

/** While a pull request is open its `merge_commit_sha` is only a trial. */
const asPull = (rest: RestPull): PullFact => ({
  number: rest.number,
  title: rest.title.slice(0, 200),
  url: rest.html_url,
  state: rest.merged_at ? 'merged' : rest.state === 'open' ? 'open' : 'closed',
  merge_commit: rest.merged_at ? rest.merge_commit_sha : null,
  head: rest.head.sha,
  why: null,
})

/** The part of the repository that asks about issues and pull requests. */
export function askThreads(
  calls: Calls,
  client: Octokit,
  at: At,
  graph: Graph,
  threads: readonly Thread[],
): Pick<Repository, 'threads' | 'pullsOf' | 'pull' | 'issue' | 'openCommits'> {
  const listed = (type: Thread['type'], number: number) =>
    threads.find(thread => thread.type === type && thread.number === number)
  const fromThread = (thread: Thread): PullFact => {
    const {number, title, url} = thread
    const landed = [...graph.commits.values()].find(commit => landedPull(commit.message) === number)
    const merge_commit = thread.state === 'merged' ? (landed?.sha ?? null) : null
    return {number, title, url, state: thread.state, merge_commit, head: null, why: null}
  }

  return {
    threads,
    async pullsOf(commit) {
      const found = await calls.get('pull-requests: read', signal =>
        client.request('GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls', {
          ...at,
          commit_sha: commit.sha,
          per_page: 10,
          request: {signal},
        }),
      )
      return 'data' in found ? found.data.map(pull => asPull(pull as RestPull)) : []
    },
    async pull(number) {
      const thread = listed('pull', number)
      const known = thread ? fromThread(thread) : null
      if (known?.state === 'closed' || known?.merge_commit) return known
      const found = await calls.get('pull-requests: read', signal =>
        client.request('GET /repos/{owner}/{repo}/pulls/{pull_number}', {
          ...at,
          pull_number: number,
          request: {signal},
        }),
      )
      if ('data' in found) return asPull(found.data as RestPull)
      if (known) return {...known, why: found.why}
      const why = found.missing ? `no pull request #${number} in ${at.owner}/${at.repo}` : found.why
      return {number, title: null, url: null, state: null, merge_commit: null, head: null, why}
    },
    async issue(number) {
      const thread = listed('issue', number)
      if (thread)
        return {
          number,
          title: thread.title,
          url: thread.url,
          state: thread.state as 'open' | 'closed',
          why: null,
        }
      const found = await calls.get('issues: read', signal =>
        client.request('GET /repos/{owner}/{repo}/issues/{issue_number}', {
          ...at,
          issue_number: number,
          request: {signal},
        }),
      )
      if ('data' in found) {
        const {title, html_url, state} = found.data
        return {
          number,
          title: title.slice(0, 200),
          url: html_url,
          state: state === 'open' ? 'open' : 'closed',
          why: null,
        }
      }
      const why = found.missing ? `no issue #${number} in ${at.owner}/${at.repo}` : found.why
      return {number, title: null, url: null, state: null, why}
    },
    async openCommits() {
      const all: {pull: PullFact; commit: Commit}[] = []
      const open = threads.filter(thread => thread.type === 'pull' && thread.state === 'open')
      for (const thread of open.slice(0, MAX_OPEN_PULLS)) {
        if (calls.left() === 0) break
        const found = await calls.get('pull-requests: read', signal =>
          client.request('GET /repos/{owner}/{repo}/pulls/{pull_number}/commits', {
            ...at,
            pull_number: thread.number,
            per_page: 100,
            request: {signal},
          }),
        )
        if (!('data' in found)) continue
        const commits = found.data.map(rest => asCommit(rest as RestCommit))
        const pull = {...fromThread(thread), head: commits.at(-1)?.sha ?? null}
        for (const commit of commits) all.push({pull, commit})
      }
      return all
    },
  }
}
