/** A folder that somebody filled by hand: logs of jobs, and beside them what the jobs have collected. */

import {open, readdir} from 'node:fs/promises'
import {basename, join, resolve} from 'node:path'
import type {Collection, Member, Note, Source} from '../model.ts'
import {toArtifacts, toJobs} from './answers.ts'
import {withoutContent} from './artifact-zip.ts'
import {assemble} from './assemble.ts'
import {fileBytes} from './bytes.ts'
import {members} from './folder.ts'
import {unknownRun} from './known-run.ts'
import {logContent} from './local-log.ts'
import {oneSuite} from './one-suite.ts'
import type {Limits, Selection} from './selection.ts'

/** A job's log begins with a time to seven places, and soon the runner says something of itself or of a step. */
const stamp = /^\uFEFF?\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{7}Z /
const ofRunner = /Z ##\[|Current runner version/
const headLength = 16_384
const archive = /\.(?:tar\.gz|tgz|tar|zip)$/i
/** Names of files that say nothing of the suite. */
const bare = /^(?:job|log|output|console|run|raw)?[-_]?\d*$/i

/**
 * The suites of the job logs that lie directly in a folder; null where there are none. With one log all else in the folder is its
 * suite's; with several each has the folders and archives that are called like it.
 */
export async function collectHandMade(
  dir: string,
  select: Selection,
  limits: Limits,
): Promise<Collection | null> {
  const entries = await readdir(dir, {withFileTypes: true})
  const files = entries.filter(e => e.isFile()).map(e => e.name)
  const logs: string[] = []
  for (const file of files.sort()) if (await isJobLog(join(dir, file))) logs.push(file)
  const notes: Note[] = []
  const [only] = logs
  if (only === undefined) return null
  const contentOf = (file: string, name: string) =>
    logContent(join(dir, file), name, limits.maxLogBytes, notes)
  if (logs.length === 1) {
    const name = bare.test(stem(only)) ? basename(resolve(dir)) : stem(only)
    const sources: Source[] = [{kind: 'job-log', name, url: null, content: await contentOf(only, name)}]
    const rest = () => without(members(dir), only)
    if (entries.length > 1)
      sources.push({
        kind: 'bundle',
        name: basename(resolve(dir)),
        url: null,
        content: {type: 'folder', members: rest},
      })
    return oneSuite(name, sources, select, notes)
  }
  const places = new Map(
    entries
      .filter(e => e.isDirectory() || (e.isFile() && archive.test(e.name)))
      .map(e => [stem(e.name), {path: join(dir, e.name), isFolder: e.isDirectory()}]),
  )
  const collection = await assemble({
    found: structuredClone(unknownRun),
    jobs: toJobs(logs.map((file, id) => ({id, name: stem(file), conclusion: 'failure'}))),
    artifacts: [...places.keys()].flatMap(name => toArtifacts([{name}])),
    select,
    ownUnknown: false,
    notes,
    annotationsOf: async () => [],
    logOf: ({job}) => contentOf(logs[job.id]!, job.name),
    artifactOf: async artifact => {
      const {path, isFolder} = places.get(artifact.name)!
      if (isFolder) return {type: 'folder', members: () => members(path)}
      const {size} = await fileBytes(path)
      const refused = withoutContent({...artifact, size_in_bytes: size}, limits.maxArtifactBytes)
      return refused ?? {type: 'bytes', open: () => fileBytes(path)}
    },
  })
  for (const suite of collection.suites) suite.job = null
  return collection
}

async function isJobLog(path: string): Promise<boolean> {
  const file = await open(path).catch(() => null)
  try {
    const head = Buffer.alloc(headLength)
    const {bytesRead = 0} = (await file?.read(head, 0, headLength, 0)) ?? {}
    const text = head.toString('utf8', 0, bytesRead)
    return stamp.test(text) && ofRunner.test(text)
  } catch {
    return false
  } finally {
    await file?.close()
  }
}

async function* without(all: AsyncIterable<Member>, file: string): AsyncGenerator<Member> {
  for await (const member of all) if (member.path !== file) yield member
}

const stem = (name: string) => name.replace(archive, '').replace(/\.(?:log|txt)$/i, '') || name
