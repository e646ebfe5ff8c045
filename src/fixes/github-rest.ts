import type {Octokit} from '@octokit/rest'
import type {Facts, FactsWanted} from '../model.ts'
import type {Calls} from './calls.ts'
import type {GitHubOptions} from './github.ts'
import {asCommit, askCommits} from './github-commits.ts'
import {askThreads, asThread} from './github-threads.ts'
import {addListing, type Commit, emptyGraph, type Graph, withPrefix} from './graph.ts'
import {lookup} from './lookup.ts'
import type {Repository} from './repository.ts'

const PAGE = 100
/** With more references than this unresolved, one more page of the base branch is cheaper than asking for each. */
const MANY = 4
const MAX_PAGES = 8
const MAX_HEAD_LISTINGS = 2

const isHash = (text: string | null): text is string => text !== null && /^[0-9a-f]{4,40}$/.test(text)

/**
 * Facts from GitHub's REST API. Listings of the tested commit, the base branch and the newest issues and pull requests
 * answer most; single questions are for the rest.
 */
export async function factsFromRest(options: GitHubOptions, calls: Calls): Promise<Facts> {
  const {wanted, client, owner, repo} = options
  const at = {owner, repo}
  const graph = emptyGraph()
  const list = lister(calls, client, at, graph)

  let base = wanted.base
  if (base === null) {
    const found = await calls.get('contents: read', signal =>
      client.request('GET /repos/{owner}/{repo}', {...at, request: {signal}}),
    )
    if ('data' in found) base = found.data.default_branch
  }
  const [tip, threads] = await Promise.all([
    base === null ? null : list(base, 1),
    calls.get('issues: read', signal =>
      client.request('GET /repos/{owner}/{repo}/issues', {
        ...at,
        state: 'all',
        sort: 'updated',
        direction: 'desc',
        per_page: PAGE,
        request: {signal},
      }),
    ),
  ])
  const {merge_sha: merge = null} = wanted
  // The merge has the tested commit among its parents, and the base branch may have both: one listing is enough.
  if (isHash(merge) && !graph.floors.has(merge)) await list(merge, 1)
  const tested = !isHash(wanted.tested)
    ? null
    : graph.floors.has(wanted.tested)
      ? wanted.tested
      : await list(wanted.tested, 1)
  let listed = 0
  for (const head of [...wanted.heads].reverse()) {
    // The newest run that can tell is enough.
    if (graph.commits.has(head) || listed === MAX_HEAD_LISTINGS) break
    if (isHash(head) && head.length === 40 && ++listed) await list(head, 1)
  }
  if (tip && base !== null) await deepen(list, base, graph, wanted)

  const testedSha = tested ?? (isHash(wanted.tested) && wanted.tested.length === 40 ? wanted.tested : null)
  const lost =
    merge !== null && !graph.floors.has(merge)
      ? `GitHub does not have the merge commit ${merge.slice(0, 9)} any more`
      : null
  const repository: Repository = {
    name: `${owner}/${repo}`,
    graph,
    tested: testedSha,
    merge,
    cheap: false,
    base: base === null ? null : {name: base, tip},
    ...askCommits(calls, client, at, graph, testedSha, lost === null ? null : merge),
    ...askThreads(calls, client, at, graph, 'data' in threads ? threads.data.map(asThread) : []),
    doubt: () => calls.doubt() ?? lost,
  }
  const facts = await lookup(repository, wanted)
  if (graph.commits.size === 0 || (!('data' in threads) && calls.left() === 0)) facts.searched = false
  return facts
}

type List = (ref: string, pages: number) => Promise<string | null>

/** Lists the newest commits of a ref into the graph and gives the hash of its tip. */
function lister(calls: Calls, client: Octokit, at: {owner: string; repo: string}, graph: Graph): List {
  const known = new Map<string, {commits: Commit[]; complete: boolean}>()
  return async (ref, pages) => {
    const listing = known.get(ref) ?? {commits: [], complete: false}
    known.set(ref, listing)
    for (let page = listing.commits.length / PAGE + 1; page <= pages && !listing.complete; page++) {
      const found = await calls.get('contents: read', signal =>
        client.request('GET /repos/{owner}/{repo}/commits', {
          ...at,
          sha: ref,
          per_page: PAGE,
          page,
          request: {signal},
        }),
      )
      if (!('data' in found)) break
      listing.commits.push(...found.data.map(asCommit))
      listing.complete = found.data.length < PAGE
    }
    addListing(graph, listing.commits, listing.complete)
    return listing.commits[0]?.sha ?? null
  }
}

/** While many declared fixes are older than what was listed, list further back. */
async function deepen(list: List, ref: string, graph: Graph, wanted: FactsWanted): Promise<void> {
  const refs = new Set(
    wanted.causes.flatMap(cause => cause.fixes.flatMap(fix => fix.commit?.toLowerCase() ?? [])),
  )
  for (let page = 2; page <= MAX_PAGES; page++) {
    const missing = [...refs].filter(hash => withPrefix(graph, hash).length === 0)
    const before = graph.commits.size
    if (missing.length <= MANY) return
    await list(ref, page)
    if (graph.commits.size === before) return
  }
}
