import type {Collection, Run} from '../model.ts'

/** What is known of a run. */
export interface RunAnswer {
  run: Run
  workflow_id: number | null
  status: string | null
  conclusion: string | null
  started_at: string | null
  /** `owner/name` of the repository that the tested commit is in. */
  head_repository: string | null
}

/** A run of which nothing is known. */
export const unknownRun: RunAnswer = {
  run: {
    repository: null,
    id: null,
    attempt: null,
    url: null,
    workflow: null,
    event: null,
    head_sha: null,
    head_branch: null,
    pull_request: null,
    created_at: null,
  },
  workflow_id: null,
  status: null,
  conclusion: null,
  started_at: null,
  head_repository: null,
}

/** The collection of a run that cannot be read. */
export const unreadRun = (known: Partial<Run>, why: string): Collection => ({
  run: {...unknownRun.run, ...known},
  suites: [],
  green_jobs: 0,
  incomplete: [{what: `run ${known.id}`, why}],
})
