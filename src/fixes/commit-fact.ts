import type {CommitFact, PullFact} from '../model.ts'
import {type Ancestry, picked} from './ancestry.ts'
import {type Commit, withPrefix} from './graph.ts'
import {subject} from './messages.ts'
import type {Repository} from './repository.ts'

const HASH = /^[0-9a-f]{4,40}$/

const noCommit = (why: string): CommitFact => ({
  sha: null,
  title: null,
  url: null,
  committed_at: null,
  landed: null,
  contained_in: {},
  reverted_by: null,
  why,
})

/** A reference of a catalog or trailer, or why it is none. */
async function find(repository: Repository, written: string): Promise<Commit | {why: string}> {
  const ref = written.toLowerCase()
  if (!HASH.test(ref)) return {why: `\`${written.slice(0, 50)}\` is not a commit hash`}
  const listed = withPrefix(repository.graph, ref)
  if (listed.length > 1) return {why: `${ref} is ambiguous: ${listed.length} commits begin so`}
  return listed[0] && ref.length >= 7 ? listed[0] : await repository.find(ref)
}

/**
 * What there is to say of one commit. In `contained_in` and `landed` copies (cherry-picked, squashed, rebased) count
 * as the commit, and a reverted commit counts as absent. Besides the asked heads `contained_in` names the merge of the
 * tested commit, the heads of open pull requests that bring the commit, and the commit itself where it continues the
 * tested one. Pull requests met on the way are added to `pulls`. `landed` stays open where the tested commit has the
 * commit anyway and the answer would cost a call.
 */
export async function commitFact(
  world: {
    repository: Repository
    known: Ancestry
    heads: readonly string[]
    pulls: Record<string, PullFact>
  },
  ref: string,
  /** The open pull request that it was found in. */
  bringing?: PullFact,
): Promise<CommitFact> {
  const {repository, known, heads, pulls} = world
  const {merge} = repository
  const commit = await find(repository, ref)
  if ('why' in commit) return noCommit(commit.why)
  const base = repository.base?.tip ?? null
  const copies = [...new Set([...picked(repository.graph, commit), ...(await repository.copies(commit))])]
  let tested = await known.effect(copies, repository.tested)
  const onBase = () => known.effect(copies, base, repository.cheap || tested.has !== true)
  let landed = await onBase()
  const contained: Record<string, boolean | null> = {}
  if (tested.has !== true && landed.has !== true && landed.revert === null) {
    for (const pull of bringing ? [bringing] : await repository.pullsOf(commit)) {
      pulls[pull.number] ??= pull
      if (pull.state === 'merged' && pull.merge_commit) copies.push(pull.merge_commit)
      else if (pull.state === 'open' && pull.head) contained[pull.head] = true
    }
    tested = await known.effect(copies, repository.tested)
    landed = await onBase()
    if (repository.tested && (await known.has(repository.tested, commit.sha))) contained[commit.sha] = true
  }
  for (const head of heads)
    if (HASH.test(head)) contained[head] = (await known.effect(copies, head, repository.cheap)).has
  if (repository.tested) contained[repository.tested] = tested.has
  // The base may have reverted what the head still has.
  const ran = merge === null ? tested : await known.effect(copies, merge)
  if (merge !== null) contained[merge] = ran.has
  const open = tested.has === null || landed.has === null || ran.has === null
  return {
    sha: commit.sha,
    title: subject(commit.message) || null,
    url: commit.url,
    committed_at: commit.committed_at,
    landed: landed.has,
    contained_in: contained,
    reverted_by:
      ran.has === true || landed.has === true ? null : (landed.revert ?? ran.revert ?? tested.revert),
    why: open ? repository.doubt() : null,
  }
}
