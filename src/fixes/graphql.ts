import type {Facts} from '../model.ts'
import type {Calls} from './calls.ts'
import type {GitHubOptions} from './github.ts'
import {asCommit, askCommits} from './github-commits.ts'
import {graphOf, type Known, nothingKnown} from './graphql-known.ts'
import {learnFirst, learnNext, UNKNOWN} from './graphql-learn.ts'
import {declared, firstQuery, isHash, nextQuery, type Pair, type Questions} from './graphql-query.ts'
import {inherited, isEmpty, knownRepository, noQuestions} from './graphql-repository.ts'
import {missing, send} from './graphql-send.ts'
import {lookup} from './lookup.ts'

const MAX_HEADS = 2
const REST_PAGE = 100
/** Of the base branch, while fixes are older than what was listed: who takes one back says so in a message. */
const MAX_LISTED = 800

/**
 * Facts in as few queries as can be: one for all that is declared and listed, further ones for what that leaves open.
 * `refused`: GitHub does not answer GraphQL, and why.
 */
export async function factsFromGraphQL(
  options: GitHubOptions,
  calls: Calls,
): Promise<Facts | {refused: string}> {
  const {wanted, client, owner, repo} = options
  const name = `${owner}/${repo}`
  const {merge_sha: merge = null} = wanted
  const known = nothingKnown()
  const tips: Record<string, string> = {}
  if (isHash(wanted.tested)) tips['tested'] = wanted.tested
  if (isHash(merge)) tips['merge'] = merge
  const heads = wanted.heads.filter(head => head.length === 40 && isHash(head)).slice(-MAX_HEADS)
  for (const [i, head] of heads.entries()) tips[`head${i}`] = head
  const asked = declared(wanted)
  const first = {base: wanted.base, tips, asked, repository: name}
  const patterns = wanted.causes.map(cause => cause.pattern)

  let reply = await send(calls, client, {owner, repo}, firstQuery({...first, patterns}))
  if ('data' in reply && reply.data === null && reply.errors?.some(e => /^s\d+$/.test(String(e.path?.[0])))) {
    calls.lacks('GitHub could not search issues and pull requests')
    reply = await send(calls, client, {owner, repo}, firstQuery({...first, patterns: []}))
  }
  if ('why' in reply) return {refused: reply.why}
  if (!reply.data?.['code'])
    return {refused: reply.errors?.[0]?.message.slice(0, 200) ?? 'it answered nothing'}
  learnFirst(known, reply, tips, asked, name)
  missing(calls, reply.errors, asked.issues)
  await listGone(calls, options, known, {merge, tested: wanted.tested})

  const gone = [['merge commit', merge] as const, ['tested commit', wanted.tested] as const]
    .filter(([, sha]) => sha !== null && known.gone.has(sha))
    .map(([what, sha]) => `GitHub does not have the ${what} ${sha!.slice(0, 9)} any more`)
  const lost = gone[0] ?? null
  const whole = wanted.tested?.length === 40 && isHash(wanted.tested) ? wanted.tested : null
  for (;;) {
    const questions = noQuestions()
    const base = known.base ?? (wanted.base === null ? null : {name: wanted.base, tip: null})
    const tested = known.tips.get('tested') ?? whole
    const repository = knownRepository({name, known, calls, questions, tested, merge, base, lost})
    const facts = await lookup(repository, wanted)
    if (isEmpty(questions)) {
      if (known.listings.size === 0) facts.searched = false
      return facts
    }
    const {listings, base: branch} = known
    const listing = branch && listings.get(branch.tip)
    if (
      branch &&
      listing?.cursor &&
      listing.commits.length < MAX_LISTED &&
      isOlder(questions, listing.commits)
    )
      questions.older = {tip: branch.tip, cursor: listing.cursor}
    await answer(calls, options, known, questions)
  }
}

/**
 * What GraphQL does not find REST may have all the same: a fork's commits, and merges that only a pull request holds.
 * One listing at most; the merge has the tested commit behind it.
 */
async function listGone(
  calls: Calls,
  {client, owner, repo}: GitHubOptions,
  known: Known,
  shas: {merge: string | null; tested: string | null},
): Promise<void> {
  const [name, sha] = Object.entries(shas).find(([, one]) => one?.length === 40 && known.gone.has(one)) ?? []
  if (!name || !sha) return
  const found = await calls.get('contents: read', signal =>
    client.request('GET /repos/{owner}/{repo}/commits', {
      owner,
      repo,
      sha,
      per_page: REST_PAGE,
      request: {signal},
    }),
  )
  if (!('data' in found)) return
  const commits = found.data.map(commit => asCommit(commit))
  known.listings.set(sha, {commits, cursor: commits.length < REST_PAGE ? null : UNKNOWN})
  known.gone.delete(sha)
  known.tips.set(name, sha)
  const {tested} = shas
  if (tested !== null && commits.some(commit => commit.sha === tested)) known.gone.delete(tested)
}

/** Whether a question is about what is older than the listing. */
const isOlder = ({pairs}: Questions, listed: readonly {committed_at: string | null}[]): boolean => {
  const last = listed.at(-1)?.committed_at ?? ''
  return pairs.some(pair => Date.parse(pair.at) < Date.parse(last))
}

/** One query; then REST, one call each, for ancestry that it could not tell. Each question is settled afterwards. */
async function answer(
  calls: Calls,
  options: GitHubOptions,
  known: Known,
  questions: Questions,
): Promise<void> {
  const {client, owner, repo} = options
  const reply = await send(calls, client, {owner, repo}, nextQuery(questions, known.base))
  if ('why' in reply) calls.lacks(`GitHub refused GraphQL (${reply.why})`)
  else missing(calls, reply.errors, questions.issues)
  learnNext(known, 'why' in reply ? {} : reply, questions)
  const graph = graphOf(known)
  const rest = askCommits(calls, client, {owner, repo}, graph, null)
  const {merge_sha} = options.wanted
  // What the merge lacks, the tested commit lacks too: one call for both.
  const late = (pair: Pair) => Number(pair.head !== merge_sha)
  for (const {commit, head} of questions.pairs.toSorted((a, b) => late(a) - late(b))) {
    const key = `${commit}..${head}`
    const open = known.has.get(key) === null && inherited(known, graph, commit, head) === undefined
    if (open && calls.left() > 0) known.has.set(key, await rest.has(commit, head))
  }
}
