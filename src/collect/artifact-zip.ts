/** The zip of one artifact, as GitHub packed it. */

import {join} from 'node:path'
import type {Source} from '../model.ts'
import type {Artifact} from './answers.ts'
import {type Api, locate} from './api.ts'
import {type FileBytes, partBytes} from './bytes.ts'
import {brokenOff, download} from './fetching.ts'
import {keepStart} from './keep.ts'
import {refusal} from './refusal.ts'
import {none, Unavailable} from './unavailable.ts'

/** Why an artifact need not be asked for, null where it must. A zip that is cut cannot be read at all. */
export function withoutContent(artifact: Artifact, max: number): Source['content'] | null {
  if (artifact.expired) return none('expired', 'the artifact has expired; run again, or raise retention-days')
  if (artifact.size_in_bytes === 0) return none('empty', 'the artifact has no bytes')
  return artifact.size_in_bytes !== null && artifact.size_in_bytes > max
    ? none('unreadable', tooLarge(artifact.size_in_bytes, max))
    : null
}

/** Downloads an artifact; as much of it as came, where that is not all. Rejects with an `Unavailable` where nothing did. */
export async function fetchZip(api: Api, artifact: Artifact): Promise<FileBytes> {
  const {maxArtifactBytes: max} = api.limits
  const keeper = await keepStart(join(api.tempDir, `artifact-${artifact.id}.zip`), max)
  let total = artifact.size_in_bytes
  let whole = false
  let failure: unknown = null
  const parameters = {artifact_id: artifact.id, archive_format: 'zip'}
  try {
    whole = await download({
      locate: signal => locate(api, 'artifacts/{artifact_id}/{archive_format}', parameters, signal),
      keeper,
      deadline: api.deadline,
      fetch: api.fetch,
      onBytes: (bytes, of) => {
        total = of ?? total
        api.tally.got('artifact', artifact.id, bytes, total)
      },
    })
  } catch (error) {
    failure = error
  }
  const part = await keeper.finish()
  if (failure) {
    if (keeper.at > 0) return partBytes({...part, short: brokenOff(keeper.at, total, api.deadline, failure)})
    const {status, message, advice} = refusal(failure, 'actions: read')
    const state = status === 410 ? 'expired' : status === 404 ? 'missing' : 'unreadable'
    throw new Unavailable(state, `${message}; ${advice}`, {cause: failure})
  }
  if (!whole) throw new Unavailable('unreadable', tooLarge(null, max))
  return partBytes(part)
}

const tooLarge = (size: number | null, max: number) =>
  `${size === null ? 'more' : `${mb(size)} MB, more`} than the limit of ${mb(max)} MB; raise max-artifact-mb to read it`

const mb = (bytes: number) => Math.ceil(bytes / 1024 / 1024)
