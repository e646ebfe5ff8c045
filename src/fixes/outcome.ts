import type {CommitFact, Facts, FixRefReport, FixState, PullFact, Run} from '../model.ts'

/** What is known of other runs, as `fixStatus` takes it. */
export interface LaterRun {
  head_sha: string
  created_at: string | null
  /** The patterns seen, root cause first, by service; a service without a clear verdict is absent. */
  service_patterns: Record<string, string[]>
}

/** All that one fix is judged by. */
export interface Case {
  pattern: string
  service: string
  facts: Facts
  later: readonly LaterRun[]
  run: Run
}

/** One fix, judged. `at`: when it was made, ms since the epoch, so that the newest of several can decide. */
export interface Outcome {
  status: FixState
  why: string
  at: number
  refs: FixRefReport[]
}

/** 9 characters, or what the catalog wrote where that is shorter. */
export const short = (ref: string): string => ref.slice(0, 9)

const when = (at: string | null): number => (at === null ? Number.NEGATIVE_INFINITY : Date.parse(at))

/**
 * The newest other run that contains the fix and has a verdict for the service: does it still show the pattern, and
 * where it does not, which cause does it show instead? Null where no run tells.
 */
function later(
  fact: CommitFact,
  {pattern, service, later: runs}: Case,
): {again: boolean; other: string | null} | null {
  const tellers = runs
    .filter(run => fact.contained_in[run.head_sha] === true && Object.hasOwn(run.service_patterns, service))
    .sort((a, b) => when(a.created_at) - when(b.created_at))
  const seen = tellers.at(-1)?.service_patterns[service]
  return seen === undefined ? null : {again: seen.includes(pattern), other: seen[0] ?? null}
}

/** Whether the code that ran has the fix. `merge`: only the merge of the tested commit with its base has it. */
function inTested(fact: CommitFact, {facts, run}: Case): {has: boolean | null; merge: boolean} {
  const at = (sha: string | null) => (sha === null ? null : (fact.contained_in[sha] ?? null))
  const head = at(facts.tested ?? run.head_sha)
  const merge = facts.merge ?? null
  const ran = at(merge) ?? (merge === null || head === true ? head : null)
  if (ran !== null) return {has: ran, merge: ran && head !== true}
  // What was committed after the run began cannot have been in it.
  const younger =
    fact.committed_at !== null && run.created_at !== null && when(fact.committed_at) > when(run.created_at)
  return {has: younger ? false : null, merge: head === false}
}

/** Where a commit is that neither the base branch nor the tested commit has. */
function elsewhere(
  fact: CommitFact,
  {facts, run, later: runs}: Case,
): {mine: boolean; open: PullFact | null} {
  const heads = Object.keys(fact.contained_in).filter(
    sha => fact.contained_in[sha] === true && sha !== (facts.tested ?? run.head_sha) && sha !== facts.merge,
  )
  const pulls = Object.values(facts.pulls).filter(pull => pull.state === 'open' && pull.head !== null)
  const open = pulls.find(pull => pull.number !== run.pull_request && heads.includes(pull.head!)) ?? null
  const own = pulls.some(pull => pull.number === run.pull_request && heads.includes(pull.head!))
  const foreign = new Set(pulls.map(pull => pull.head))
  const ran = runs.some(run => heads.includes(run.head_sha))
  return {mine: own || ran || (open === null && heads.some(sha => !foreign.has(sha))), open}
}

/** A commit that is declared, or was found, to fix the pattern. `name`: as shown to people. */
export function judgeCommit(
  fact: CommitFact,
  name: string,
  verified: boolean,
  it: Case,
): Omit<Outcome, 'refs'> {
  const at = when(fact.committed_at)
  const say = (status: FixState, why: string) => ({status, why, at})
  if (fact.sha === null) return say('unknown', fact.why ?? `${name} is unknown`)
  const base = it.facts.base ?? 'the base branch'
  const {has: tested, merge} = inTested(fact, it)
  if (tested === true && merge)
    return say('ineffective', `fix ${name} was tested through the merge with ${base} and did not help`)
  if (tested === true) return say('ineffective', `fix ${name} is in this commit and did not help`)
  const told = later(fact, it)
  if (told?.again === true)
    return say('ineffective', `fix ${name} is in a later run, which fails in the same way`)

  const onBase = it.facts.base !== null && it.facts.base === it.run.head_branch
  const {mine, open} = elsewhere(fact, it)
  const here = fact.landed !== true && mine
  const place = here ? (it.run.pull_request ? `in #${it.run.pull_request}` : 'on this branch') : `on ${base}`
  const act = here || onBase ? ', after this commit' : ': rebase'
  const gone = told?.again === false
  const instead = told?.other ? `: the cause is gone, another one is now visible (${told.other})` : ''
  const proof = gone ? `, and a later run no longer shows it${instead}` : ''
  const landed = fact.landed === true || here
  if (landed && tested === false)
    return gone || verified
      ? say('fixed', `fixed ${place} by ${name}${act}${proof}`)
      : say('should-be-fixed', `fixed ${place} by ${name}${act}`)
  if (gone) return say('fixed', `fixed by ${name}${proof}`)
  if (fact.reverted_by !== null)
    return say('needs-fix', `fix ${name} was reverted by ${short(fact.reverted_by)}`)
  if (open) return say('in-review', `fix ${name} is in review in #${open.number}`)
  if (fact.landed === false && tested === false)
    return say('needs-fix', `fix ${name} is only on another branch: not on ${base}, in no pull request`)
  if (fact.landed === null && tested === false && verified)
    return say('fixed', `fixed by ${name}, after this commit`)
  const what = tested !== null ? base : merge ? `the merge with ${base}` : 'this commit'
  return say('unknown', `whether ${what} has fix ${name} is unknown${fact.why ? `: ${fact.why}` : ''}`)
}

/** How the status of a commit reads in the list of references. */
export function commitState(fact: CommitFact, status: FixState): string | null {
  if (status === 'ineffective') return 'ineffective'
  if (status === 'fixed') return 'verified'
  if (status === 'in-review') return 'in review'
  if (fact.reverted_by !== null) return 'reverted'
  if (status === 'should-be-fixed') return 'landed'
  return fact.sha === null || status === 'unknown' ? 'unknown' : 'not landed'
}
