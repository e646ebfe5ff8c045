import {describe} from '../errors.ts'
import type {Client} from './comments.ts'

/** What of the triggering event we look at; all of it optional, because events differ. */
export interface EventPayload {
  pull_request?: {number?: number; head?: {repo?: {full_name?: string} | null}} | undefined
  workflow_run?: WorkflowRun | undefined
}

export interface WorkflowRun {
  event?: string | undefined
  head_sha?: string | undefined
  head_branch?: string | null | undefined
  head_repository?: {full_name?: string; owner?: {login?: string}} | null | undefined
}

export interface PullRequestQuery {
  client: Client
  owner: string
  repo: string
  /** The input `pr-number`: `auto`, `none` or a number. */
  wanted: string
  eventName: string
  event: EventPayload
  /** The tested commit, for pushes. */
  sha: string | null
}

export interface PullRequestAnswer {
  number: number | null
  /** Whether the run is of a fork. */
  fork: boolean
  /** Why there is none, where that may surprise. */
  why: string | null
}

type Pull = {
  number: number
  head: {sha: string; repo: {full_name: string} | null}
  base: {repo: {full_name: string}}
}

/** The pull request that a run belongs to. A number is believed only where commit and repository agree. Never throws. */
export async function findPullRequest(query: PullRequestQuery): Promise<PullRequestAnswer> {
  const {wanted, eventName, event, owner, repo} = query
  const base = `${owner}/${repo}`
  if (wanted === 'none') return none()
  if (/^[1-9]\d{0,9}$/.test(wanted)) return {number: Number(wanted), fork: false, why: null}
  const own = event.pull_request
  if (own?.number !== undefined && !event.workflow_run) {
    const fork = eventName === 'pull_request' && !same(own.head?.repo?.full_name, base)
    return {number: own.number, fork, why: null}
  }
  try {
    if (eventName === 'workflow_run' && event.workflow_run) return await ofRun(query, event.workflow_run)
    if (eventName === 'push' && query.sha)
      return pick(await ofCommit(query, query.sha), base, query.sha, base)
  } catch (error) {
    return {...none(), why: `The pull request could not be found: ${describe(error)}`}
  }
  return none()
}

async function ofRun(query: PullRequestQuery, run: WorkflowRun): Promise<PullRequestAnswer> {
  const base = `${query.owner}/${query.repo}`
  const {head_sha: sha, head_branch: branch} = run
  const head = run.head_repository?.full_name
  if (!sha || !head || run.event === 'merge_group' || run.event === 'schedule') return none()
  const login = run.head_repository?.owner?.login ?? head.split('/')[0]
  const fork = !same(head, base)
  const byBranch = branch ? pick(await list(query, {head: `${login}:${branch}`}), base, sha, head) : none()
  if (byBranch.number !== null) return {...byBranch, fork}
  if (run.event === 'push') return {...pick(await ofCommit(query, sha), base, sha, head), fork}
  const recent = pick(await list(query, {sort: 'updated', direction: 'desc'}), base, sha, head)
  if (recent.number !== null || run.event !== 'pull_request') return {...recent, fork}
  return {
    number: null,
    fork,
    why: `No open pull request has ${sha.slice(0, 9)} of ${head} as its head; no comment.`,
  }
}

/** Three pages at most: a pull request that just ran is among the lately updated ones. */
async function list(
  {client, owner, repo}: PullRequestQuery,
  more: {head?: string; sort?: 'updated'; direction?: 'desc'},
): Promise<Pull[]> {
  let pages = 0
  return client.paginate(
    'GET /repos/{owner}/{repo}/pulls',
    {owner, repo, state: 'open', per_page: 100, ...more},
    ({data}, done) => {
      if (++pages >= 3) done()
      return data
    },
  )
}

async function ofCommit({client, owner, repo}: PullRequestQuery, sha: string): Promise<Pull[]> {
  const {data} = await client.request('GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls', {
    owner,
    repo,
    commit_sha: sha,
    per_page: 100,
  })
  return data.filter(pull => pull.state === 'open')
}

function pick(pulls: Pull[], base: string, sha: string, head: string): PullRequestAnswer {
  const fit = pulls.filter(
    pull =>
      pull.head.sha === sha && same(pull.head.repo?.full_name, head) && same(pull.base.repo.full_name, base),
  )
  // Several differ in their base only: the newest is the one being worked on.
  const number = Math.max(0, ...fit.map(pull => pull.number)) || null
  return {number, fork: !same(head, base), why: null}
}

function same(a: string | undefined, b: string): boolean {
  return a?.toLowerCase() === b.toLowerCase()
}

function none(): PullRequestAnswer {
  return {number: null, fork: false, why: null}
}
