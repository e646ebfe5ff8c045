import type {CommitFact, FixRefReport, FixState} from '../model.ts'
import type {Candidate} from './candidates.ts'
import {type Case, commitState, judgeCommit, type Outcome, short} from './outcome.ts'

/** The commit decides, else the pull request, else the issue; all that is named becomes a reference. */
export function judge(candidate: Candidate, it: Case): Outcome[] {
  const found: Outcome[] = []
  if (candidate.commit !== undefined) found.push(ofCommit(candidate.commit, candidate, it))
  if (candidate.pull !== undefined) found.push(ofPull(candidate.pull, candidate, it))
  if (candidate.issue !== undefined) found.push(ofIssue(candidate.issue, it))
  const decisive = found.find(outcome => outcome.status !== 'unknown') ?? found[0]
  return decisive ? [{...decisive, refs: found.flatMap(outcome => outcome.refs)}] : []
}

const unasked: CommitFact = {
  sha: null,
  title: null,
  url: null,
  committed_at: null,
  landed: null,
  contained_in: {},
  reverted_by: null,
  why: null,
}

function ofCommit(ref: string, {summary, verified}: Candidate, it: Case): Outcome {
  const fact = it.facts.commits[ref] ?? {...unasked, why: `commit ${short(ref)} was not looked up`}
  const outcome = judgeCommit(fact, short(ref), verified, it)
  const state = commitState(fact, outcome.status)
  const at: FixRefReport = {
    type: 'commit',
    id: short(ref),
    url: fact.url,
    title: fact.title ?? summary,
    state,
  }
  return {...outcome, refs: [at]}
}

function ofPull(number: number, {summary, verified}: Candidate, it: Case): Outcome {
  const fact = it.facts.pulls[number]
  const {title = null, url = null, state = null} = fact ?? {}
  const refs: FixRefReport[] = [{type: 'pull', id: String(number), url, title: title ?? summary, state}]
  const say = (status: FixState, why: string, at = Number.NEGATIVE_INFINITY) => ({status, why, at, refs})
  const merged = state === 'merged' ? fact?.merge_commit : null
  const head = state === 'open' ? fact?.head : null
  const commit = (merged ?? head) ? it.facts.commits[(merged ?? head)!] : undefined
  if (state === 'open') {
    const inTested = commit && judgeCommit(commit, `#${number}`, verified, it)
    if (inTested?.status === 'ineffective') return {...inTested, refs}
    return number === it.run.pull_request
      ? say('in-review', `#${number}, this pull request, says that it fixes this`, Number.POSITIVE_INFINITY)
      : say('in-review', `the fix is in review in #${number}`, Number.POSITIVE_INFINITY)
  }
  if (state === 'closed') return say('needs-fix', `#${number} was closed without being merged`)
  if (commit) return {...judgeCommit(commit, `#${number}`, verified, it), refs}
  return say('unknown', fact?.why ?? `what became of #${number} is unknown`)
}

function ofIssue(number: number, it: Case): Outcome {
  const fact = it.facts.issues[number]
  const {title = null, url = null, state = null} = fact ?? {}
  const refs: FixRefReport[] = [{type: 'issue', id: String(number), url, title, state}]
  const at = Number.NEGATIVE_INFINITY
  if (state === 'open') return {status: 'needs-fix', why: `tracked in #${number}`, at, refs}
  if (state === 'closed')
    return {status: 'needs-fix', why: `tracked in #${number}, which is closed without a known fix`, at, refs}
  return {status: 'unknown', why: fact?.why ?? `what became of #${number} is unknown`, at, refs}
}
