import type {CommitFact, Facts, FixRef, PullFact, Run} from '../../src/model.ts'

export const aRun = (more: Partial<Run> = {}): Run => ({
  repository: 'o/r',
  id: 21565516978,
  attempt: 1,
  url: null,
  workflow: 'CI',
  event: 'pull_request',
  head_sha: 'a'.repeat(40),
  head_branch: 'feature',
  pull_request: 7,
  created_at: '2026-02-01T12:00:00Z',
  ...more,
})

export const aFix = (more: Partial<FixRef>): FixRef => ({
  services: [],
  summary: null,
  verified: false,
  ...more,
})

export const aCommit = (sha: string, more: Partial<CommitFact> = {}): CommitFact => ({
  sha: sha.padEnd(40, '0'),
  title: 'Fix it',
  url: null,
  committed_at: '2026-01-20T00:00:00Z',
  landed: false,
  contained_in: {['a'.repeat(40)]: false},
  reverted_by: null,
  why: null,
  ...more,
})

export const aPull = (number: number, more: Partial<PullFact> = {}): PullFact => ({
  number,
  title: 'Fix it',
  url: null,
  state: 'open',
  merge_commit: null,
  head: 'b'.repeat(40),
  why: null,
  ...more,
})

export const someFacts = (more: Partial<Facts> = {}): Facts => ({
  tested: 'a'.repeat(40),
  merge: null,
  base: 'main',
  commits: {},
  pulls: {},
  issues: {},
  trailers: [],
  mentions: [],
  searched: true,
  incomplete: [],
  ...more,
})
