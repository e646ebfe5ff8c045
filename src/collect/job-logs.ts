/** Logs of a run's jobs without what the API says of them. */

import type {Collection, Note} from '../model.ts'
import {toJobs} from './answers.ts'
import type {FilePart} from './bytes.ts'
import {keepLog} from './keep.ts'
import {unknownRun} from './known-run.ts'
import {partContent} from './local-log.ts'
import type {Selection} from './selection.ts'
import {chooseSuites} from './suites.ts'

/** A job's log as it was kept, and how the job seems to have ended. */
export interface JobLog {
  part: FilePart
  failed: boolean
}

/** One suite for each job, by its name, chosen as by the API's names. */
export function suitesOf(logs: ReadonlyMap<string, JobLog>, select: Selection, notes: Note[]): Collection {
  const jobs = toJobs(
    [...logs].map(([name, {failed}], id) => ({id, name, conclusion: failed ? 'failure' : 'success'})),
  )
  const chosen = chooseSuites(jobs, select)
  const suites = []
  for (const {aliases: _, job, ...suite} of chosen.suites) {
    const log = job && logs.get(job.name)
    const content = log ? partContent(log.part, job.name, notes) : null
    const sources = content ? [{kind: 'job-log' as const, name: job!.name, url: null, content}] : []
    suites.push({...suite, job: null, sources})
  }
  return {run: structuredClone(unknownRun.run), suites, green_jobs: chosen.green_jobs, incomplete: notes}
}

export interface JobLogKeeper {
  /** How many bytes came. */
  readonly at: number
  add(chunk: Uint8Array): Promise<void>
  /** Closes the file. `isCut`: not all of the log was there. */
  finish(isCut?: boolean): Promise<JobLog>
}

/** Keeps a job's log. Nothing says how the job ended: one without an error that came to its clean-up has passed. */
export async function keepJobLog(path: string, limit: number): Promise<JobLogKeeper> {
  const keeper = await keepLog(path, limit)
  let error = false
  let tail = ''
  return {
    get at() {
      return keeper.at
    },
    async add(chunk) {
      await keeper.add(chunk)
      const text = tail + Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length).toString('latin1')
      error ||= text.includes('##[error]')
      tail = text.slice(-4096)
    },
    async finish(isCut = false) {
      const failed = isCut || error || !tail.includes('Cleaning up orphan processes')
      return {part: await keeper.finish(), failed}
    },
  }
}
