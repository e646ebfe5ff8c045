/** Records a run as a folder. */

import {createWriteStream} from 'node:fs'
import {mkdir, readdir, rm, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {pipeline} from 'node:stream/promises'
import {describe, UserError} from '../errors.ts'
import type {Collection, Note, Source} from '../model.ts'
import type {FileBytes} from './bytes.ts'
import {fromListing} from './github.ts'
import {type CollectOptions, type Listing, listRun} from './listing.ts'
import {fileName} from './names.ts'
import {type RunRecord, readRecord} from './record.ts'
import {Unavailable} from './unavailable.ts'

const PARTS = ['run.json', 'jobs.json', 'artifacts.json', 'record.json', 'logs', 'artifacts', 'annotations']

/**
 * Writes the run, its jobs and artifacts with all that the suites have, so that `collectRecorded` gives the same
 * collection. Replaces an earlier record of the same run; any other content of `dir` is a `UserError`. The notes say
 * what could not be recorded.
 */
export async function recordRun(options: CollectOptions, dir: string): Promise<{notes: Note[]}> {
  const earlier = await emptyOrRecord(dir)
  const listing = await listRun(options)
  const {run} = listing.found
  const of = `${run.repository}/runs/${run.id}/attempts/${run.attempt}`
  if (earlier !== null && earlier !== of) throw occupied(dir)
  for (const part of earlier === null ? [] : PARTS) await rm(join(dir, part), {recursive: true, force: true})
  // First, so that a record that was broken off can be made again in its place.
  await write(dir, 'record.json', {of, incomplete: [], absent: {}} satisfies RunRecord)

  const collection = await fromListing(listing, options)
  await writeLists(listing, dir)
  await writeAnnotations(collection, dir)
  const absent = await writeSources(collection, dir)
  const record: RunRecord = {of, incomplete: collection.incomplete, absent}
  await write(dir, 'record.json', record)
  const notRecorded = Object.entries(absent).map(([what, {detail: why}]) => ({what, why}))
  return {notes: [...collection.incomplete, ...notRecorded]}
}

/** The run that `dir` is a record of, null where it is empty or not there. */
async function emptyOrRecord(dir: string): Promise<string | null> {
  let entries: string[]
  try {
    entries = await readdir(dir)
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw new UserError(`${dir}: ${describe(cause)}`, {cause})
  }
  if (entries.length === 0) return null
  const {of} = await readRecord(dir)
  if (of === null) throw occupied(dir)
  return of
}

const occupied = (dir: string) =>
  new UserError(`${dir}: is not empty and holds no earlier record of this run; name another folder`)

async function writeLists({raw, found}: Listing, dir: string): Promise<void> {
  const {pull_request: number, head_sha: sha} = found.run
  // GitHub lists none for forks; the one that was found goes where the others are.
  const pulls = number === null ? [] : [{number, head: {sha}}]
  const listed = Array.isArray(raw.run['pull_requests']) ? raw.run['pull_requests'] : []
  const repository = raw.run['repository'] ?? {full_name: found.run.repository}
  await write(dir, 'run.json', {...raw.run, repository, pull_requests: [...pulls, ...listed]})
  await write(dir, 'jobs.json', {total_count: raw.jobs.length, jobs: raw.jobs})
  await write(dir, 'artifacts.json', {total_count: raw.artifacts.length, artifacts: raw.artifacts})
}

async function writeAnnotations({suites}: Collection, dir: string): Promise<void> {
  for (const {job} of suites) {
    if (!job || job.annotations.length === 0) continue
    const annotations = job.annotations.map(message => ({annotation_level: 'failure', message}))
    await write(join(dir, 'annotations'), `${job.id}.json`, annotations)
  }
}

async function writeSources({suites, incomplete}: Collection, dir: string): Promise<RunRecord['absent']> {
  const absent: RunRecord['absent'] = {}
  const wanted = new Map<string, Source>()
  for (const {job, sources} of suites)
    for (const source of sources) {
      const log = source.kind === 'job-log'
      wanted.set(log ? `logs/${job?.id}.log` : `artifacts/${fileName(source.name)}.zip`, source)
    }
  for (const [path, source] of wanted) {
    const content = await copy(source, join(dir, path), incomplete)
    if (content) absent[path] = content
  }
  return absent
}

/** Copies a source into a file, or tells why there is none. Lines that were left out become empty ones, so that the rest keep their numbers. */
async function copy(
  source: Source,
  file: string,
  notes: Note[],
): Promise<RunRecord['absent'][string] | null> {
  const {content} = source
  if (content.type === 'none') return {...content}
  if (content.type === 'folder') throw new Error(`${source.name}: a folder cannot come from the API`)
  try {
    const bytes = (await content.open()) as FileBytes
    const {short, gap} = bytes.part
    if (short !== null && source.kind !== 'job-log') notes.push({what: source.name, why: short})
    await mkdir(join(file, '..'), {recursive: true})
    await pipeline(own(gap ? filled(bytes, gap) : bytes.stream()), createWriteStream(file, {mode: 0o644}))
    bytes.drop?.()
    return null
  } catch (error) {
    if (error instanceof Unavailable) return {type: 'none', state: error.state, detail: error.message}
    throw error
  }
}

/** A stream that writes may not have written a chunk when it asks for the next. */
async function* own(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) yield new Uint8Array(chunk)
}

async function* filled(bytes: FileBytes, gap: {at: number; line: number}): AsyncGenerator<Uint8Array> {
  let lines = 0
  for await (const chunk of bytes.stream(0, gap.at)) {
    for (const byte of chunk) if (byte === 10) lines++
    yield chunk
  }
  for (let left = gap.line - 1 - lines; left > 0; left -= 65_536)
    yield Buffer.alloc(Math.min(left, 65_536), 10)
  yield* bytes.stream(gap.at)
}

async function write(dir: string, name: string, data: unknown): Promise<void> {
  await mkdir(dir, {recursive: true})
  await writeFile(
    join(dir, name),
    `${JSON.stringify(data, (_, value) => (typeof value === 'bigint' ? Number(value) : value), 2)}\n`,
  )
}
