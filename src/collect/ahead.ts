/** Artifacts of a run: downloaded a few ahead of the one that is read, beside the logs, and deleted behind it. */

import {rm} from 'node:fs/promises'
import type {Source} from '../model.ts'
import type {Artifact} from './answers.ts'
import type {Api} from './api.ts'
import {fetchZip, withoutContent} from './artifact-zip.ts'
import type {FileBytes} from './bytes.ts'
import {limiter} from './limit.ts'

/** Downloads that are there, or on their way: what is read, and what comes meanwhile. The disk is smaller than all of them. */
const ALIVE = 4
/** Downloads at once, besides the logs: these must not wait for bundles. */
const AT_ONCE = 3

interface Zip {
  artifact: Artifact
  content: Source['content'] | null
  /** How many suites will read it. */
  readers: number
  opened: Promise<FileBytes> | null
  dropped: boolean
}

/**
 * The content of a suite's artifact. `isRead` says whether the suite's sources will be read: then it comes in the order of these
 * calls, the first ones at once; else when it is opened. Two suites that share an artifact share its download.
 */
export function zipsAhead(api: Api): (artifact: Artifact, isRead: boolean) => Source['content'] {
  const known = new Map<number, Zip>()
  const limit = limiter(AT_ONCE)

  function fetched(zip: Zip): Promise<FileBytes> {
    const {artifact} = zip
    zip.opened ??= limit(() => fetchZip(api, artifact)).finally(() => api.tally.done('artifact', artifact.id))
    return zip.opened
  }

  function goAhead(): void {
    const waiting = [...known.values()].filter(zip => zip.readers > 0 && !zip.opened && !zip.content)
    const alive = [...known.values()].filter(zip => zip.opened && !zip.dropped).length
    // Whoever opens it hears of its failure.
    for (const zip of waiting.slice(0, Math.max(0, ALIVE - alive))) fetched(zip).catch(() => {})
  }

  async function drop(zip: Zip, {part}: FileBytes): Promise<void> {
    if (--zip.readers > 0 || zip.dropped) return
    zip.dropped = true
    await rm(part.path, {force: true})
    goAhead()
  }

  async function open(zip: Zip): Promise<FileBytes> {
    const opening = fetched(zip)
    goAhead()
    try {
      const bytes = await opening
      let mine = true
      return {
        ...bytes,
        drop: () => {
          if (mine) drop(zip, bytes).catch(() => {})
          mine = false
        },
      }
    } catch (error) {
      zip.dropped = true
      goAhead()
      throw error
    }
  }

  return (artifact, isRead) => {
    const content = withoutContent(artifact, api.limits.maxArtifactBytes)
    const zip = known.get(artifact.id) ?? {artifact, content, readers: 0, opened: null, dropped: false}
    known.set(artifact.id, zip)
    if (content) return content
    if (isRead) {
      zip.readers++
      api.tally.expect('artifact', artifact.id, artifact.size_in_bytes)
      goAhead()
    }
    return {type: 'bytes', open: () => open(zip)}
  }
}
