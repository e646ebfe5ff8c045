/** The part of the history that was listed, and what it alone can say about ancestry. */

export interface Commit {
  sha: string
  parents: readonly string[]
  message: string
  /** RFC 3339. */
  committed_at: string | null
  /** Who wrote it and when: survives a rebase, an amended message and a cherry-pick. */
  author: string | null
  url: string | null
}

export interface Graph {
  readonly commits: Map<string, Commit>
  /** For a listed commit: its ancestors younger than this (ms since the epoch) are all listed. */
  readonly floors: Map<string, number>
}

export const emptyGraph = (): Graph => ({commits: new Map(), floors: new Map()})

// Clocks differ: an ancestor may be dated somewhat later than its descendant.
const SKEW = 24 * 3600 * 1000

export const time = (at: string | null): number => (at === null ? Number.NaN : Date.parse(at))

/**
 * Add the newest commits of one tip, newest first. `complete`: there are no older ones.
 * A further page of the same tip is added by passing all its pages again.
 */
export function addListing(graph: Graph, listed: readonly Commit[], complete: boolean): void {
  let floor = complete ? -Infinity : Infinity
  if (!complete) for (const commit of listed) floor = Math.min(floor, time(commit.committed_at))
  for (const commit of listed) {
    graph.commits.set(commit.sha, commit)
    graph.floors.set(commit.sha, Math.min(floor, graph.floors.get(commit.sha) ?? Infinity))
  }
}

/** Whether `head` has `commit`: undefined where what was listed cannot say. */
export function listedHas(graph: Graph, commit: string, head: string): boolean | undefined {
  const seen = new Set([head])
  const queue = [head]
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    if (at === commit) return true
    for (const parent of graph.commits.get(at)?.parents ?? [])
      if (!seen.has(parent)) {
        seen.add(parent)
        queue.push(parent)
      }
  }
  const floor = graph.floors.get(head)
  if (floor === undefined) return undefined
  if (floor === -Infinity) return false
  return time(graph.commits.get(commit)?.committed_at ?? null) > floor + SKEW ? false : undefined
}

/** The listed commits whose hash begins so. */
export const withPrefix = (graph: Graph, prefix: string): Commit[] => {
  const whole = graph.commits.get(prefix)
  return whole ? [whole] : [...graph.commits.values()].filter(commit => commit.sha.startsWith(prefix))
}
