import type {CommitFact, Facts, FactsWanted, Note, PullFact} from '../model.ts'
import {ancestry} from './ancestry.ts'
import {commitFact} from './commit-fact.ts'
import {closes, mentions, trailers} from './messages.ts'
import type {Repository} from './repository.ts'

const MAX_COMMITS = 200
// Anybody can open an issue: the newest claims are enough.
const MAX_CLAIMS = 100
const MAX_HEADS = 30

/** Facts without an answer to anything. */
export const noFacts = (tested: string | null, base: string | null, incomplete: Note[] = []): Facts => ({
  tested,
  base,
  // Keyed by what a catalog writes: `__proto__` must be a key like others.
  commits: Object.create(null),
  pulls: {},
  issues: {},
  trailers: [],
  mentions: [],
  incomplete,
})

/** Ask one provider all that is wanted. */
export async function lookup(repository: Repository, wanted: FactsWanted): Promise<Facts> {
  const facts = noFacts(repository.tested, repository.base?.name ?? wanted.base)
  if (repository.merge !== null) facts.merge = repository.merge
  const patterns = new Set(wanted.causes.map(cause => cause.pattern))
  fromCommits(repository, wanted, patterns, facts)
  fromThreads(repository, wanted, patterns, facts)
  facts.trailers.splice(MAX_CLAIMS)
  facts.mentions.splice(MAX_CLAIMS)

  const heads = wanted.heads.slice(-MAX_HEADS)
  const declared = wanted.causes.flatMap(cause => [...cause.fixes].reverse())
  const known = ancestry(repository)
  const add = async (ref: string, brings?: PullFact): Promise<void> => {
    if (Object.hasOwn(facts.commits, ref) || Object.keys(facts.commits).length >= MAX_COMMITS) return
    const pull = facts.trailers.find(trailer => trailer.commit === ref && trailer.pull !== null)?.pull
    const bringing = brings ?? (pull ? facts.pulls[pull] : undefined)
    facts.commits[ref] = await commitFact({repository, known, heads, pulls: facts.pulls}, ref, bringing)
  }
  for (const fix of declared) if (fix.commit !== undefined) await add(fix.commit)
  for (const trailer of facts.trailers) await add(trailer.commit)

  const named = (type: 'pull' | 'issue') => facts.mentions.filter(m => m.type === type).map(m => m.number)
  for (const number of [...declared.flatMap(fix => fix.pull ?? []), ...named('pull')])
    facts.pulls[number] ??= await repository.pull(number)
  for (const number of [...declared.flatMap(fix => fix.issue ?? []), ...named('issue')])
    facts.issues[number] ??= await repository.issue(number)
  for (const pull of Object.values(facts.pulls)) {
    const landed = pull.state === 'merged' ? pull.merge_commit : pull.state === 'open' ? pull.head : null
    if (landed !== null) await add(landed, pull)
  }
  const open = new Set(wanted.causes.filter(cause => !settled(cause, facts)).map(cause => cause.pattern))
  if (open.size > 0) await fromOpenPulls(repository, open, facts)
  for (const trailer of facts.trailers) await add(trailer.commit)
  return facts
}

/** Whether a fix is known that the tested code lacks: then nobody looks for one in open pull requests. */
function settled({pattern, fixes}: FactsWanted['causes'][number], facts: Facts): boolean {
  const lacking = (fact: CommitFact | undefined) =>
    fact?.landed === true && facts.tested !== null && fact.contained_in[facts.merge ?? facts.tested] === false
  const commits = [
    ...fixes.flatMap(fix => fix.commit ?? []),
    ...facts.trailers.filter(trailer => trailer.pattern === pattern).map(trailer => trailer.commit),
  ]
  const pulls = [
    ...fixes.flatMap(fix => fix.pull ?? []),
    ...facts.mentions.filter(m => m.type === 'pull' && m.pattern === pattern).map(m => m.number),
  ].flatMap(number => facts.pulls[number] ?? [])
  return (
    commits.some(commit => lacking(facts.commits[commit])) ||
    pulls.some(
      ({state, merge_commit}) =>
        state === 'open' || (merge_commit !== null && lacking(facts.commits[merge_commit])),
    )
  )
}

/** Issues declared for a pattern, with the pattern: whoever closes one of them fixes the other. */
const issuesOf = (wanted: FactsWanted) =>
  wanted.causes.flatMap(({pattern, fixes}) =>
    fixes.flatMap(({issue, services}) =>
      issue === undefined
        ? []
        : (services.length > 0 ? services : [null]).map(service => ({issue, pattern, service})),
    ),
  )

function fromCommits(
  repository: Repository,
  wanted: FactsWanted,
  patterns: ReadonlySet<string>,
  facts: Facts,
): void {
  const issues = issuesOf(wanted)
  for (const {sha, message} of repository.graph.commits.values()) {
    for (const claim of trailers(message))
      if (patterns.has(claim.pattern)) facts.trailers.push({commit: sha, pull: null, ...claim})
    const closed = closes(message, repository.name)
    for (const {issue, pattern, service} of issues)
      if (closed.includes(issue)) facts.trailers.push({commit: sha, pattern, service, pull: null})
  }
}

function fromThreads(
  repository: Repository,
  wanted: FactsWanted,
  patterns: ReadonlySet<string>,
  facts: Facts,
): void {
  const issues = issuesOf(wanted)
  for (const {type, number, body} of repository.threads)
    for (const claim of mentions(body))
      if (patterns.has(claim.pattern)) {
        facts.mentions.push({type, number, ...claim})
        if (type === 'issue') issues.push({issue: number, ...claim})
      }
  for (const {type, number, body, closes: linked = []} of repository.threads) {
    if (type !== 'pull') continue
    const closed = [...closes(body, repository.name), ...linked]
    for (const {issue, pattern, service} of issues)
      if (closed.includes(issue)) facts.mentions.push({type, number, pattern, service})
  }
}

async function fromOpenPulls(
  repository: Repository,
  patterns: ReadonlySet<string>,
  facts: Facts,
): Promise<void> {
  for (const {pull, commit} of await repository.openCommits())
    for (const claim of trailers(commit.message)) {
      if (!patterns.has(claim.pattern)) continue
      facts.pulls[pull.number] = pull
      repository.graph.commits.set(commit.sha, repository.graph.commits.get(commit.sha) ?? commit)
      facts.trailers.push({commit: commit.sha, pull: pull.number, ...claim})
    }
}
