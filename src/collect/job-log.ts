/** The log of one job. */

import {join} from 'node:path'
import {setTimeout} from 'node:timers/promises'
import type {Bytes, Job, Source} from '../model.ts'
import {type Api, locate} from './api.ts'
import {type FilePart, partBytes} from './bytes.ts'
import {brokenOff, download} from './fetching.ts'
import {keepLog} from './keep.ts'
import {logNote} from './local-log.ts'
import {refusal} from './refusal.ts'
import {none, Unavailable} from './unavailable.ts'

const TRIES = 4
const JUST_NOW = 5 * 60_000
const RETENTION = 90 * 86_400_000

/** The log as a source's content: asked for at the first `open()`, or now where `eager`, so that its state is known. */
export async function jobLog(api: Api, job: Job, eager: boolean): Promise<Source['content']> {
  if (job.status !== 'completed')
    return none('missing', 'the job has not finished; its log comes when it has')
  let opened: Promise<Bytes> | undefined
  const fetched = () => api.limit(() => fetchLog(api, job)).finally(() => api.tally.done('log', job.id))
  const open = () => (opened ??= fetched())
  if (eager) {
    api.tally.expect('log', job.id, null)
    try {
      const {size} = await open()
      if (size === 0) return none('empty', 'the log has no bytes')
    } catch (error) {
      if (error instanceof Unavailable) return none(error.state, error.message)
      throw error
    }
  }
  return {type: 'bytes', open}
}

async function fetchLog(api: Api, job: Job): Promise<Bytes> {
  for (let tries = 1; ; tries++) {
    try {
      const part = await save(api, job)
      if (part.short !== null) api.notes.push(logNote(job.name, part.short))
      return partBytes(part)
    } catch (error) {
      const age = Date.now() - Date.parse(job.completed_at ?? '')
      const wait = api.firstWait * 2 ** (tries - 1)
      const again = status(error) === 404 && age < JUST_NOW && tries < TRIES
      if (!again || Date.now() + wait > api.deadline) throw unavailable(error, age)
      await setTimeout(wait)
    }
  }
}

/** The log in a file; as much of it as came, where that is not all. */
async function save(api: Api, job: Job): Promise<FilePart> {
  const keeper = await keepLog(join(api.tempDir, `job-${job.id}.log`), api.limits.maxLogBytes)
  let total: number | null = null
  let failure: unknown = null
  try {
    await download({
      locate: signal => locate(api, 'jobs/{job_id}/logs', {job_id: job.id}, signal),
      keeper,
      deadline: api.deadline,
      fetch: api.fetch,
      onBytes: (bytes, of) => {
        total = of
        api.tally.got('log', job.id, bytes, of)
      },
    })
  } catch (error) {
    failure = error
  }
  const part = await keeper.finish()
  if (!failure) return part
  if (keeper.at === 0) throw failure
  return {...part, short: brokenOff(keeper.at, total, api.deadline, failure)}
}

const status = (error: unknown) => (error as {status?: unknown} | null)?.status

function unavailable(cause: unknown, age: number): Unavailable {
  if (status(cause) === 410 || (status(cause) === 404 && age > RETENTION))
    return new Unavailable('expired', 'GitHub keeps logs for a time only; run again to have it anew', {cause})
  if (status(cause) === 404)
    return new Unavailable(
      'missing',
      'GitHub has no log of this job (404): it was deleted, or never written',
      {cause},
    )
  const {message, advice} = refusal(cause, 'actions: read')
  return new Unavailable('unreadable', `${message}; ${advice}`, {cause})
}
