/** A run-logs zip as GitHub serves it: one log per job. */

import {join} from 'node:path'
import {type Entry, openPromise, type ZipFile} from 'yauzl'
import {describe} from '../errors.ts'
import type {Collection, Note} from '../model.ts'
import {type JobLog, keepJobLog, suitesOf} from './job-logs.ts'
import {logMember} from './run-logs-names.ts'
import type {Limits, Selection} from './selection.ts'

const ENTRIES = 50_000

interface Logged {
  name: string
  /** The job's own file, or else its steps' in order. */
  entries: Entry[]
}

/** One suite per job. */
export async function collectRunLogs(options: {
  file: string
  select: Selection
  limits: Limits
  tempDir: string
}): Promise<Collection> {
  const {file, select, limits, tempDir} = options
  const notes: Note[] = []
  const logs = await unpack(file, join(tempDir, 'run-logs'), limits, notes)
  return suitesOf(logs, select, notes)
}

async function unpack(
  file: string,
  dir: string,
  limits: Limits,
  notes: Note[],
): Promise<Map<string, JobLog>> {
  const logs = new Map<string, JobLog>()
  let zip: ZipFile | null = null
  let left = limits.maxArtifactBytes
  try {
    zip = await openPromise(file, {lazyEntries: true, autoClose: false})
    for (const {name, entries} of jobLogs(await readEntries(zip))) {
      const path = join(dir, `${logs.size}.log`)
      try {
        const {bytes, ...log} = await unpackLog(zip, entries, path, limits.maxLogBytes, left)
        left -= bytes
        logs.set(name, log)
      } catch (error) {
        notes.push({what: `log of ${name}`, why: `cannot be unpacked: ${describe(error)}`})
      }
      if (left <= 0) {
        notes.push({what: file, why: 'unpacks to more than max-artifact-mb; the rest was not read'})
        break
      }
    }
  } catch (error) {
    notes.push({what: file, why: `cannot be read as a zip: ${describe(error)}`})
  } finally {
    zip?.close()
  }
  return logs
}

async function readEntries(zip: ZipFile): Promise<Entry[]> {
  const entries: Entry[] = []
  for await (const entry of zip.eachEntry()) if (entries.push(entry) >= ENTRIES) break
  return entries
}

/** In the order of the zip; of two jobs whose names became one, the second is numbered. */
function jobLogs(entries: Entry[]): Logged[] {
  const own = new Map<string, Entry>()
  const steps = new Map<string, {number: number; entry: Entry}[]>()
  for (const entry of entries) {
    const member = logMember(entry.fileName)
    if (!member) continue
    if (member.step === null) {
      let name = member.job
      for (let n = 2; own.has(name); n++) name = `${member.job} ${n}`
      own.set(name, entry)
    } else steps.set(member.job, [...(steps.get(member.job) ?? []), {number: member.step, entry}])
  }
  const stepwise = [...steps].filter(([name]) => !own.has(name))
  return [
    ...[...own].map(([name, entry]) => ({name, entries: [entry]})),
    ...stepwise.map(([name, list]) => ({
      name,
      entries: list.sort((a, b) => a.number - b.number).map(s => s.entry),
    })),
  ]
}

/** The log out of its parts, `most` bytes of it at the most. */
async function unpackLog(
  zip: ZipFile,
  entries: Entry[],
  path: string,
  max: number,
  most: number,
): Promise<JobLog & {bytes: number}> {
  const keeper = await keepJobLog(path, max)
  let isCut = false
  try {
    for (const entry of entries) {
      if (isCut) break
      for await (const chunk of await zip.openReadStreamPromise(entry)) {
        await keeper.add((chunk as Buffer).subarray(0, most - keeper.at))
        isCut = keeper.at >= most
        if (isCut) break
      }
    }
  } catch (cause) {
    await keeper.finish()
    throw cause
  }
  return {...(await keeper.finish(isCut)), bytes: keeper.at}
}
