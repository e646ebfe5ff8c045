import type {PullFact} from '../model.ts'
import type {Calls} from './calls.ts'
import {copiesOf} from './github-commits.ts'
import {type Graph, listedHas} from './graph.ts'
import {commitOf, graphOf, type Known} from './graphql-known.ts'
import type {Pair, Questions} from './graphql-query.ts'
import type {Repository} from './repository.ts'

/** So many at once keep a query far from GitHub's time limit. */
const MAX_PAIRS = 40
const MAX_ASKED = 50

export const noQuestions = (): Questions => ({commits: [], pulls: [], issues: [], pairs: [], older: null})
export const isEmpty = ({commits, pulls, issues, pairs}: Questions): boolean =>
  commits.length + pulls.length + issues.length + pairs.length === 0

/** What other heads tell: a descendant has all of its ancestors, and what it lacks they lack. */
export function inherited(known: Known, graph: Graph, commit: string, head: string): boolean | undefined {
  for (const [key, there] of known.has) {
    if (there === null || !key.startsWith(`${commit}..`)) continue
    const other = key.slice(commit.length + 2)
    if (there ? listedHas(graph, other, head) : listedHas(graph, head, other)) return there
  }
  return undefined
}

/**
 * What is known, as `lookup.ts` asks for it. What is not known yet becomes a question and, for now, an unknown: the
 * caller has the questions answered and looks everything up again.
 */
export function knownRepository(options: {
  name: string
  known: Known
  calls: Calls
  questions: Questions
  tested: string | null
  merge: string | null
  base: Repository['base']
  /** Why the tested commit or its merge cannot be asked about, or null. */
  lost: string | null
}): Repository {
  const {name, known, calls, questions, tested, merge, base, lost} = options
  const graph = graphOf(known)
  const unanswered = () => calls.doubt() ?? 'it was not asked'
  const room = () => {
    if (calls.left() === 0) calls.exhausted()
    return calls.left() > 0
  }
  function ask<T>(what: string, list: T[], question: T): void {
    if (known.refused.has(`${what} ${question}`) || list.includes(question) || !room()) return
    if (list.length < MAX_ASKED) list.push(question)
  }
  function askPair(pair: Pair): void {
    const {pairs} = questions
    const asked = pairs.some(other => other.commit === pair.commit && other.head === pair.head)
    if (!asked && room() && pairs.length < MAX_PAIRS) pairs.push(pair)
  }
  return {
    name,
    graph,
    tested,
    merge,
    cheap: false,
    base,
    threads: [...known.threads.values()],
    async find(ref) {
      const commit = known.commits.get(ref)
      if (commit === undefined) ask('commit', questions.commits, ref)
      if (commit) {
        graph.commits.set(commit.sha, graph.commits.get(commit.sha) ?? commit)
        return commit
      }
      const also = ref.length < 40 ? ', or several begin so' : ''
      return {why: commit === null ? `no commit ${ref} in ${name}${also}` : unanswered()}
    },
    async has(sha, head) {
      const answer = known.has.get(`${sha}..${head}`)
      const told = typeof answer === 'boolean' ? answer : inherited(known, graph, sha, head)
      if (told !== undefined) return told
      if (answer === null) return null
      if (known.gone.has(head)) return null
      const commit = commitOf(known, graph, sha)
      // What GitHub does not have at all is in nothing.
      if (commit === null) return false
      if (commit === undefined) ask('commit', questions.commits, sha)
      else if (commit.committed_at !== null) askPair({commit: sha, head, at: commit.committed_at})
      return null
    },
    copies: async commit => copiesOf(graph, commit),
    async pullsOf(commit) {
      const pulls = known.bringing.get(commit.sha)
      if (pulls === undefined) ask('commit', questions.commits, commit.sha)
      return pulls ?? []
    },
    async pull(number) {
      const pull = known.pulls.get(number)
      if (pull === undefined) ask('pull', questions.pulls, number)
      const why = pull === null ? `no pull request #${number} in ${name}` : unanswered()
      return pull ?? {number, title: null, url: null, state: null, merge_commit: null, head: null, why}
    },
    async issue(number) {
      const issue = known.issues.get(number)
      if (issue === undefined) ask('issue', questions.issues, number)
      const why = issue === null ? `no issue #${number} in ${name}` : unanswered()
      return issue ?? {number, title: null, url: null, state: null, why}
    },
    openCommits: async () =>
      known.open.map(({pull, commit}) => ({pull: {...pull} satisfies PullFact, commit})),
    doubt: () => calls.doubt() ?? lost,
  }
}
