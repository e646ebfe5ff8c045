import type {IssueFact, PullFact} from '../model.ts'
import {addListing, type Commit, emptyGraph, type Graph} from './graph.ts'
import {isHash} from './graphql-query.ts'
import type {Thread} from './repository.ts'

/** All that GraphQL's answers have said so far. A map without a key has not asked for it. */
export interface Known {
  base: {name: string; tip: string} | null
  /** Hashes by the name that they were asked as: `tested`, `merge`. */
  tips: Map<string, string>
  listings: Map<string, {commits: Commit[]; cursor: string | null}>
  /** By the hash that was asked for, whole or not. */
  commits: Map<string, Commit | null>
  bringing: Map<string, PullFact[]>
  pulls: Map<number, PullFact | null>
  issues: Map<number, IssueFact | null>
  threads: Map<string, Thread>
  open: {pull: PullFact; commit: Commit}[]
  /** By `commit..head`; null where the history cannot tell. */
  has: Map<string, boolean | null>
  /** Tips that GitHub does not have: nothing can be asked about them. */
  gone: Set<string>
  /** What was asked for in vain, so that it is not asked again: `commit 1234567`, `pull 24`, `issue 27`. */
  refused: Set<string>
}

export const nothingKnown = (): Known => ({
  base: null,
  tips: new Map(),
  listings: new Map(),
  commits: new Map(),
  bringing: new Map(),
  pulls: new Map(),
  issues: new Map(),
  threads: new Map(),
  open: [],
  has: new Map(),
  gone: new Set(),
  refused: new Set(),
})

/** The history as far as it was listed, in a copy that may be added to. */
export function graphOf(known: Known): Graph {
  const graph = emptyGraph()
  for (const {commits, cursor} of known.listings.values()) addListing(graph, commits, cursor === null)
  return graph
}

/** The commits that are known by a hash, in whatever way. */
export const commitOf = (known: Known, graph: Graph, ref: string): Commit | null | undefined =>
  graph.commits.get(ref) ?? (isHash(ref) ? known.commits.get(ref) : null)
