import type {IssueFact, PullFact} from '../model.ts'
import type {Commit, Graph} from './graph.ts'

/** An issue or pull request as listed, newest change first. */
export interface Thread {
  type: 'pull' | 'issue'
  number: number
  title: string
  url: string | null
  body: string
  state: 'open' | 'closed' | 'merged'
  /** Issues of this repository that it closes, as far as GitHub says so. */
  closes?: readonly number[]
}

/** What both providers (GitHub's API, a local clone) offer; `lookup.ts` asks, and nothing here throws. */
export interface Repository {
  /** `owner/name`, to tell `Fixes other/project#27` from ours. */
  readonly name: string | null
  readonly graph: Graph
  /** Full hash, null where it is unknown. */
  readonly tested: string | null
  /** The merge of the tested commit with its base, null where it is unknown. */
  readonly merge: string | null
  /** Whether asking costs nothing: then also what hardly matters is asked. */
  readonly cheap: boolean
  readonly base: {name: string; tip: string | null} | null
  readonly threads: readonly Thread[]
  /** The commit of a reference, or why there is none. */
  find(ref: string): Promise<Commit | {why: string}>
  /** Ancestry that the listing could not decide; null where it cannot be found out. */
  has(commit: string, head: string): Promise<boolean | null>
  /** Other hashes of the same change: rebased, amended, squashed. */
  copies(commit: Commit): Promise<string[]>
  /** Pull requests that bring this commit. */
  pullsOf(commit: Commit): Promise<PullFact[]>
  pull(number: number): Promise<PullFact>
  issue(number: number): Promise<IssueFact>
  /** Commits of open pull requests, as far as they can be listed. */
  openCommits(): Promise<{pull: PullFact; commit: Commit}[]>
  /** Why an answer may be missing, in words. */
  doubt(): string | null
}
