/** A folder that somebody filled by hand: logs of jobs, and beside them what the jobs have collected. */

import {open, readdir} from 'node:fs/promises'
import {basename, join, resolve} from 'node:path'
import type {Collection, Member, Note, Source} from '../model.ts'
import {toArtifacts, toJobs} from './answers.ts'
import {withoutContent} from './artifact-zip.ts'
import {assemble} from './assemble.ts'
import {fileBytes} from './bytes.ts'
import {member, members} from './folder.ts'
import {unknownRun} from './known-run.ts'
import {logContent} from './local-log.ts'
import {withoutArchive, withoutKind} from './names.ts'
import {oneSuite} from './one-suite.ts'
import type {Limits, Selection} from './selection.ts'

/** A job's log begins with a time to seven places, and soon the runner says something of itself or of a step. */
const stamp = /^\uFEFF?\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{7}Z /
const ofRunner = /Z ##\[|Current runner version/
const headLength = 16_384
/** Names of files that say nothing of the suite. */
const bare = /^(?:job|log|output|console|run|raw)?[-_]?\d*$/i
const shown = 5

interface Folder {
  dir: string
  logs: string[]
  /** What lies beside the logs. */
  rest: {name: string; isFolder: boolean}[]
  select: Selection
  limits: Limits
}

/**
 * The suites of the job logs that lie directly in a folder; null where there are none. With one log all else in the folder is its
 * suite's; with several each has the files and folders that are called like it.
 */
export async function collectHandMade(
  dir: string,
  select: Selection,
  limits: Limits,
): Promise<Collection | null> {
  const entries = await readdir(dir, {withFileTypes: true}).catch(() => [])
  const folder: Folder = {dir, logs: [], rest: [], select, limits}
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1)))
    if (entry.isFile() && (await isJobLog(join(dir, entry.name)))) folder.logs.push(entry.name)
    else if (entry.isFile() || entry.isDirectory())
      folder.rest.push({name: entry.name, isFolder: entry.isDirectory()})
  const [only] = folder.logs
  if (only === undefined) return null
  return folder.logs.length === 1 ? await alone(only, folder) : await several(folder)
}

async function alone(log: string, {dir, rest, select, limits}: Folder): Promise<Collection> {
  const notes: Note[] = []
  const called = basename(resolve(dir))
  const name = bare.test(withoutKind(log)) ? called : withoutKind(log)
  const content = await logContent(join(dir, log), name, limits.maxLogBytes, notes)
  const sources: Source[] = [{kind: 'job-log', name, url: null, content}]
  if (rest.length > 0)
    sources.push({
      kind: 'bundle',
      name: called,
      url: null,
      content: {type: 'folder', members: () => without(members(dir), log)},
    })
  return oneSuite(name, sources, select, notes)
}

async function several({dir, logs, rest, select, limits}: Folder): Promise<Collection> {
  const notes: Note[] = []
  const places = new Map<string, Folder['rest'][number]>()
  for (const place of rest) {
    const short = withoutArchive(place.name)
    places.set(places.has(short) ? place.name : short, place)
  }
  const unused = new Set(places.keys())
  const collection = await assemble({
    found: structuredClone(unknownRun),
    jobs: toJobs(logs.map((file, id) => ({id, name: withoutKind(file), conclusion: 'failure'}))),
    artifacts: [...places.keys()].flatMap(name => toArtifacts([{name}])),
    // Whoever put them there means them to be read, so their names need not speak of diagnostics.
    select: {...select, artifacts: select.artifacts.length > 0 ? select.artifacts : ['*{service}*']},
    ownUnknown: false,
    notes,
    annotationsOf: async () => [],
    logOf: ({job}) => logContent(join(dir, logs[job.id]!), job.name, limits.maxLogBytes, notes),
    artifactOf: async artifact => {
      unused.delete(artifact.name)
      const {name, isFolder} = places.get(artifact.name)!
      const path = join(dir, name)
      if (isFolder) return {type: 'folder', members: () => members(path)}
      if (name === withoutArchive(name)) return {type: 'folder', members: () => member(dir, name)}
      const {size} = await fileBytes(path)
      const refused = withoutContent({...artifact, size_in_bytes: size}, limits.maxArtifactBytes)
      return refused ?? {type: 'bytes', open: () => fileBytes(path)}
    },
  })
  for (const suite of collection.suites) suite.job = null
  if (unused.size > 0) collection.incomplete.push(leftOut([...unused]))
  return collection
}

function leftOut(names: string[]): Note {
  const more = names.length > shown ? ` and ${names.length - shown} more` : ''
  return {
    what: `${names.slice(0, shown).join(', ')}${more}`,
    why: 'not read: with several job logs in a folder, what belongs to one is to be called like it',
  }
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
