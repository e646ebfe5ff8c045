/** A run as `gh run view --log` prints it. */

import {join} from 'node:path'
import type {Collection, Note} from '../model.ts'
import {byJob} from './gh-log.ts'
import {type JobLogKeeper, keepJobLog, suitesOf} from './job-logs.ts'
import type {Limits, Selection} from './selection.ts'

/** A matrix has no more jobs than 256; a line that says another one may be anything. */
const mostJobs = 256

/** One suite for each job: the same lines without job and step. Where there is one job only, it is a suite in any case. */
export async function collectGhLog(
  chunks: AsyncIterable<Uint8Array>,
  {select, limits, tempDir}: {select: Selection; limits: Limits; tempDir: string},
): Promise<Collection> {
  const notes: Note[] = []
  const keepers = new Map<string, JobLogKeeper>()
  let left = limits.maxArtifactBytes
  for await (const {job, bytes} of byJob(chunks)) {
    let keeper = keepers.get(job)
    if (!keeper && keepers.size >= mostJobs) continue
    keeper ??= await keepJobLog(join(tempDir, 'gh', `${keepers.size}.log`), limits.maxLogBytes)
    keepers.set(job, keeper)
    await keeper.add(bytes)
    left -= bytes.length
    if (left <= 0) {
      notes.push({what: 'output of gh', why: 'more than max-artifact-mb; the rest was not read'})
      break
    }
  }
  if (keepers.size >= mostJobs)
    notes.push({what: 'output of gh', why: `more than ${mostJobs} jobs may be in it; no more were read`})
  const logs = new Map(
    await Promise.all([...keepers].map(async ([job, keeper]) => [job, await keeper.finish()] as const)),
  )
  const [only] = logs.values()
  if (only && logs.size === 1) only.failed = true
  return suitesOf(logs, select, notes)
}
