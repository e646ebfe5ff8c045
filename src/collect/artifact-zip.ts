/** The zip of one artifact, as GitHub packed it. */

import {join} from 'node:path'
import type {Bytes, Source} from '../model.ts'
import type {Artifact} from './answers.ts'
import {type Api, locate} from './api.ts'
import {fileBytes} from './bytes.ts'
import {download} from './fetching.ts'
import {refusal} from './refusal.ts'
import {none, Unavailable} from './unavailable.ts'

/** The content of an artifact, downloaded at the first `open()`, once. */
export function artifactZip(api: Api, artifact: Artifact): Source['content'] {
  const known = withoutContent(artifact, api.limits.maxArtifactBytes)
  if (known) return known
  let opened: Promise<Bytes> | undefined
  return {type: 'bytes', open: () => (opened ??= api.limit(() => fetchZip(api, artifact)))}
}

/** Why an artifact need not be asked for, null where it must. A zip that is cut cannot be read at all. */
export function withoutContent(artifact: Artifact, max: number): Source['content'] | null {
  if (artifact.expired) return none('expired', 'the artifact has expired; run again, or raise retention-days')
  if (artifact.size_in_bytes === 0) return none('empty', 'the artifact has no bytes')
  return artifact.size_in_bytes !== null && artifact.size_in_bytes > max
    ? none('unreadable', tooLarge(artifact.size_in_bytes, max))
    : null
}

async function fetchZip(api: Api, artifact: Artifact): Promise<Bytes> {
  const file = join(api.tempDir, `artifact-${artifact.id}.zip`)
  const {maxArtifactBytes: maxBytes} = api.limits
  let cut: boolean
  try {
    ;({cut} = await download({
      locate: signal =>
        locate(
          api,
          'artifacts/{artifact_id}/{archive_format}',
          {artifact_id: artifact.id, archive_format: 'zip'},
          signal,
        ),
      file,
      maxBytes,
      deadline: api.deadline,
      fetch: api.fetch,
      onBytes: (bytes, of) =>
        api.progress({
          what: `artifact ${artifact.name}`,
          done: 0,
          total: 1,
          bytes,
          ...(of === null ? {} : {ofBytes: of}),
        }),
    }))
  } catch (cause) {
    const {status, message, advice} = refusal(cause, 'actions: read')
    const state = status === 410 ? 'expired' : status === 404 ? 'missing' : 'unreadable'
    throw new Unavailable(state, `${message}; ${advice}`, {cause})
  }
  if (cut) throw new Unavailable('unreadable', tooLarge(null, maxBytes))
  return fileBytes(file)
}

const tooLarge = (size: number | null, max: number) =>
  `${size === null ? 'more' : `${mb(size)} MB, more`} than the limit of ${mb(max)} MB; raise max-artifact-mb to read it`

const mb = (bytes: number) => Math.ceil(bytes / 1024 / 1024)
