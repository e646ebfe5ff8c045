/**
 * What the fake GitHub knows. Tests write the short form; every field with `?` has a sensible default, and the
 * server reads the state anew at each request, so that a test may change it while the action runs.
 * Times are RFC 3339, UTC. Hashes have 40 hexadecimal digits: `sha('any name')` makes one.
 */
import {createHash} from 'node:crypto'

export interface GitHubState {
  /** By `owner/name`. Forks share their commits with the repository that they were forked from. */
  repositories: Record<string, Repository>
  /** By token. A request with another token is answered 401, one without a token reads public data only. */
  tokens: Record<string, Token>
  /** `null`: no limit. `remaining` counts down with each API request; at 0 the answer is the primary limit's 403. */
  rate_limit: {limit: number; remaining: number; reset: number} | null
  /** How long the signed URLs of logs and artifacts work. */
  blob_seconds: number
}

export type Permission = 'actions' | 'checks' | 'contents' | 'issues' | 'pull_requests'
export interface Token {
  /** `github-actions[bot]` for a workflow's own token; names that end in `[bot]` are users of type Bot. */
  login: string
  /** As in a workflow's `permissions:`; what is absent is `none`. */
  permissions: Partial<Record<Permission, 'read' | 'write'>>
  /** False for personal tokens, which may ask `GET /user`. Default true. */
  integration?: boolean
}

export interface Repository {
  default_branch?: string
  private?: boolean
  /** `owner/name` of the parent. */
  fork_of?: string
  /** Files by branch, tag or hash, then by path: `{main: {'a/b.yml': 'text'}}`. */
  contents?: Record<string, Record<string, string | Buffer>>
  /** Hash that each branch points to. */
  branches?: Record<string, string>
  tags?: Record<string, string>
  commits?: Commit[]
  runs?: Run[]
  artifacts?: Artifact[]
  pulls?: Pull[]
  issues?: Issue[]
}

export interface Commit {
  sha: string
  /** First parent first. Default none: a root. */
  parents?: string[]
  message?: string
  author?: string
  date?: string
  /** Paths that it changed. */
  files?: string[]
}

export interface Run {
  id: number
  head_sha: string
  /** Name of the workflow. Default `CI`. */
  name?: string
  workflow_id?: number
  path?: string
  run_number?: number
  event?: string
  head_branch?: string | null
  /** `owner/name` where the branch lives. Default this repository. */
  head_repository?: string
  /** Numbers. Default: open pull requests of the same repository with this head; for forks none, as GitHub does. */
  pull_requests?: number[]
  created_at?: string
  /** In order; the last is the run's present state. */
  attempts: Attempt[]
}
export interface Attempt {
  /** Default `completed`. */
  status?: string
  /** Default `failure` where a job failed, else `success`; null unless completed. */
  conclusion?: string | null
  started_at?: string
  updated_at?: string
  jobs: Job[]
}

export interface Job {
  id: number
  name: string
  status?: string
  conclusion?: string | null
  created_at?: string
  started_at?: string
  completed_at?: string | null
  /** Default the attempt that it stands in; older for jobs that a re-run carried over. */
  run_attempt?: number
  steps?: Step[]
  /**
   * Text, bytes, or what GitHub says instead: 404 is the blob store's XML `BlobNotFound` after the redirect (also the
   * default: a log that was never written), 410 the API's own answer for a log that is too old.
   */
  log?: string | Buffer | {status: 404 | 410}
  annotations?: Annotation[]
}
export interface Step {
  name: string
  number?: number
  status?: string
  conclusion?: string | null
  started_at?: string | null
  completed_at?: string | null
}
export interface Annotation {
  level?: 'notice' | 'warning' | 'failure'
  message: string
  title?: string
  path?: string
  line?: number
}

export interface Artifact {
  id: number
  name: string
  run_id: number
  zip: Buffer
  created_at?: string
  expires_at?: string
  expired?: boolean
  /** Default the zip's length; set it to see what a caller does with one too large. */
  size_in_bytes?: number
}

export interface Issue {
  number: number
  title?: string
  body?: string | null
  state?: 'open' | 'closed'
  labels?: string[]
  user?: string
  locked?: boolean
  created_at?: string
  updated_at?: string
  comments?: Comment[]
}
export interface Comment {
  id: number
  user: {login: string; type?: 'Bot' | 'User'}
  body: string
  created_at?: string
  updated_at?: string
  minimized?: boolean
}
/** A pull request is an issue too: `/issues/{number}` finds both. */
export interface Pull extends Issue {
  head: {
    ref: string
    sha: string /** Default this repository; null: the fork was deleted. */
    repo?: string | null
  }
  base?: {ref?: string; sha?: string}
  merged_at?: string | null
  merge_commit_sha?: string | null
  /** Issues that somebody linked by hand: merging closes them. */
  linked_issues?: number[]
  draft?: boolean
}

/** The token that `startGitHub` knows when the state names none: `github-actions[bot]` with every right. */
export const TOKEN = 'ghs_workflowtoken'
export const NOON = '2026-01-02T12:00:00Z'

/** A stable 40-digit hash for a name, for commits. */
export const sha = (name: string) => createHash('sha1').update(name).digest('hex')

export function completeState(state: Partial<GitHubState>): GitHubState {
  return Object.assign(state, {
    repositories: state.repositories ?? {},
    tokens: state.tokens ?? {
      [TOKEN]: {
        login: 'github-actions[bot]',
        permissions: {
          actions: 'write',
          checks: 'write',
          contents: 'write',
          issues: 'write',
          pull_requests: 'write',
        },
      },
    },
    rate_limit: state.rate_limit ?? null,
    blob_seconds: state.blob_seconds ?? 60,
  } satisfies GitHubState)
}
