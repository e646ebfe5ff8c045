/** What to collect, and how much of it. */

import type {Config} from '../model.ts'

export interface Selection {
  /** Regular expression with a group `service`; null: by groups of job names. */
  jobName: string | null
  /** Services that must have a job; one without is `missing`. */
  expected: string[]
  /** Globs of job names. */
  excludeJobs: string[]
  /** Globs of artifact names with `{service}` and `{run_id}`; empty: the default choice. */
  artifacts: string[]
  /** Name of findings artifacts, with `{service}`; `only`: without them a suite's artifacts are not read. */
  findings?: {name: string; only: boolean}
  services: Config['services']
}

/** Bytes. A longer log is cut, a larger artifact is not read. */
export interface Limits {
  maxLogBytes: number
  maxArtifactBytes: number
}
