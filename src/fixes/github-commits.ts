import type {Octokit} from '@octokit/rest'
import type {Answer, Calls} from './calls.ts'
import type {Commit, Graph} from './graph.ts'
import {subject} from './messages.ts'
import type {Repository} from './repository.ts'

type At = {owner: string; repo: string}

export interface RestCommit {
  sha: string
  html_url: string
  parents: {sha: string}[]
  commit: {
    message: string
    author: {name?: string; email?: string; date?: string} | null
    committer: {date?: string} | null
  }
}

/** A commit as the API gives it. */
export const asCommit = (rest: RestCommit): Commit => ({
  sha: rest.sha,
  parents: rest.parents.map(parent => parent.sha),
  message: rest.commit.message,
  committed_at: rest.commit.committer?.date ?? null,
  author: rest.commit.author
    ? `${rest.commit.author.name} <${rest.commit.author.email}> ${rest.commit.author.date}`
    : null,
  url: rest.html_url,
})

/** The part of the repository that asks about commits. */
export function askCommits(
  calls: Calls,
  client: Octokit,
  at: At,
  graph: Graph,
  tested: string | null,
  /** A commit that GitHub does not know: nothing is asked about it. */
  lost: string | null = null,
): Pick<Repository, 'find' | 'has' | 'copies'> {
  const compared = new Map<string, boolean>()
  /** One answer for both directions. */
  async function compare(from: string, to: string): Promise<Answer<{base_commit: unknown}>> {
    const found = await calls.get('contents: read', signal =>
      client.request('GET /repos/{owner}/{repo}/compare/{basehead}', {
        ...at,
        basehead: `${from}...${to}`,
        per_page: 1,
        request: {signal},
      }),
    )
    if (!('data' in found)) return found
    const {status, base_commit} = found.data
    compared.set(`${base_commit.sha}..${to}`, status === 'ahead' || status === 'identical')
    compared.set(`${to}..${base_commit.sha}`, status === 'behind' || status === 'identical')
    return found
  }
  const keep = (rest: unknown, ref: string): Commit | null => {
    const commit = asCommit(rest as RestCommit)
    // A branch may be named like a hash.
    if (!commit.sha.startsWith(ref)) return null
    graph.commits.set(commit.sha, graph.commits.get(commit.sha) ?? commit)
    return commit
  }

  return {
    async find(ref) {
      let found: Answer<unknown> = {why: '', missing: true}
      // One call for both: what the reference is, and whether the tested commit has it.
      if (tested !== null) {
        const both = await compare(ref, tested)
        if ('data' in both) {
          const commit = keep(both.data.base_commit, ref)
          if (commit) return commit
        } else found = both
      }
      if ('missing' in found && found.missing)
        found = await calls.get('contents: read', signal =>
          client.request('GET /repos/{owner}/{repo}/commits/{ref}', {...at, ref, request: {signal}}),
        )
      if ('data' in found) {
        const commit = keep(found.data, ref)
        if (commit) return commit
        return {why: `${ref} is not a commit of ${at.owner}/${at.repo}`}
      }
      const also = ref.length < 40 ? ', or several begin so' : ''
      return {why: found.missing ? `no commit ${ref} in ${at.owner}/${at.repo}${also}` : found.why}
    },
    async has(commit, head) {
      const known = compared.get(`${commit}..${head}`)
      if (known !== undefined) return known
      if (head !== lost) await compare(commit, head)
      return compared.get(`${commit}..${head}`) ?? null
    },
    copies: async commit => copiesOf(graph, commit),
  }
}

/** The API shows no patches cheaply; the same author, second and title is the same change. */
export function copiesOf(graph: Graph, commit: Commit): string[] {
  const same = (other: Commit) =>
    commit.author !== null &&
    other.author === commit.author &&
    subject(other.message) === subject(commit.message)
  return [...graph.commits.values()].filter(same).map(other => other.sha)
}
