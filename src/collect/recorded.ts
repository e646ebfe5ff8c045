/** A recorded run: the answers of the API and the logs, in a folder. */

import {readdir} from 'node:fs/promises'
import {join} from 'node:path'
import type {Collection, Job, Note, Source} from '../model.ts'
import {type Artifact, toAnnotations, toArtifacts, toJobs} from './answers.ts'
import {withoutContent} from './artifact-zip.ts'
import {assemble, notRecorded} from './assemble.ts'
import {fileBytes} from './bytes.ts'
import {firstOf, kindOf, readJson} from './disk.ts'
import {members} from './folder.ts'
import {unknownRun} from './known-run.ts'
import {logContent} from './local-log.ts'
import {fileName, withoutArchive} from './names.ts'
import {readRecord} from './record.ts'
import {runOfJob, toRun} from './run-answer.ts'
import type {Limits, Selection} from './selection.ts'
import {none} from './unavailable.ts'

/** What else a recorded run may hold; null where it does not. */
export interface RecordedPaths {
  factsPath: string | null
  historyPaths: string[]
  configPath: string | null
  catalogPath: string | null
}

const ARCHIVES = ['.zip', '.tar.gz', '.tgz', '.tar']

/** Paths of the files beside the evidence: the configuration must be known before the evidence is chosen. */
export async function recordedPaths(dir: string): Promise<RecordedPaths> {
  const history = await names(join(dir, 'history'))
  return {
    factsPath: await firstOf([join(dir, 'facts.json')], 'file'),
    historyPaths: history.filter(n => n.endsWith('.json')).map(n => join(dir, 'history', n)),
    configPath: await firstOf([join(dir, 'config.yml'), join(dir, 'config.yaml')], 'file'),
    catalogPath: await firstOf([join(dir, 'catalog')], 'folder'),
  }
}

/** The same collection as from GitHub. Every file is optional; one that cannot be read becomes a note. */
export async function collectRecorded(options: {
  dir: string
  select: Selection
  limits: Limits
}): Promise<RecordedPaths & {collection: Collection}> {
  const {dir, select, limits} = options
  const record = await readRecord(dir)
  const notes: Note[] = [...record.incomplete]
  const read = (file: string) => readJson(join(dir, file), file, notes)
  const listed = list(await read('jobs.json'), 'jobs')
  const found = toRun(await read('run.json')) ?? runOfJob(listed?.[0]) ?? structuredClone(unknownRun)
  const jobs = listed ? toJobs(listed) : await jobsFromLogs(dir)
  const artifacts = toArtifacts(list(await read('artifacts.json'), 'artifacts') ?? [])
  const collection = await assemble({
    found,
    jobs,
    artifacts: [...artifacts, ...(await unlisted(dir, artifacts))],
    select,
    ownUnknown: true,
    notes,
    annotationsOf: async job =>
      toAnnotations(list(await read(`annotations/${job.id}.json`), 'annotations') ?? []),
    logOf: async ({job}) => {
      const files = [...(listed ? [`${job.id}.log`] : []), `${job.name}.log`, `${fileName(job.name)}.log`]
      const file = await firstOf(
        files.filter(plain).map(f => join(dir, 'logs', f)),
        'file',
      )
      if (file) return await logContent(file, job.name, limits.maxLogBytes, notes)
      if (job.status !== 'completed')
        return none('missing', 'the job has not finished; its log comes when it has')
      return record.absent[`logs/${files[0]}`] ?? notRecorded(`logs/${files[0]}`)
    },
    artifactOf: artifact => artifactContent(dir, artifact, limits, record.absent),
  })
  // Without jobs.json nothing is known of the jobs but their names.
  if (!listed) for (const suite of collection.suites) suite.job = null
  collection.incomplete = once(notes)
  return {collection, ...(await recordedPaths(dir))}
}

const list = (answer: unknown, key: string): unknown[] | null => {
  if (Array.isArray(answer)) return answer
  const inner = (answer as Record<string, unknown> | null)?.[key]
  return Array.isArray(inner) ? inner : null
}

const plain = (name: string) => !name.includes('/') && !name.includes('\0') && !['.', '..'].includes(name)

const names = async (dir: string) => ((await kindOf(dir)) === 'folder' ? (await readdir(dir)).sort() : [])

/** Each log is a failed job with the file's name. */
async function jobsFromLogs(dir: string): Promise<Job[]> {
  const logs = (await names(join(dir, 'logs'))).filter(n => /\.(log|txt)$/.test(n))
  return toJobs(logs.map((n, i) => ({id: i, name: n.replace(/\.(log|txt)$/, ''), conclusion: 'failure'})))
}

/** Archives and folders that no list names. */
async function unlisted(dir: string, listed: Artifact[]): Promise<Artifact[]> {
  const known = new Set(listed.flatMap(a => [a.name, fileName(a.name)]))
  const found = (await names(join(dir, 'artifacts'))).map(withoutArchive)
  return [...new Set(found)].filter(n => !known.has(n)).flatMap(name => toArtifacts([{name}]))
}

async function artifactPath(
  dir: string,
  artifact: Artifact,
): Promise<{path: string; folder: boolean} | null> {
  const stems = [artifact.name, fileName(artifact.name)].filter(plain).map(n => join(dir, 'artifacts', n))
  const file = await firstOf(
    stems.flatMap(s => ARCHIVES.map(e => s + e)),
    'file',
  )
  const path = file ?? (await firstOf(stems, 'folder'))
  return path === null ? null : {path, folder: file === null}
}

async function artifactContent(
  dir: string,
  artifact: Artifact,
  limits: Limits,
  absent: Record<string, Source['content']>,
): Promise<Source['content']> {
  const place = await artifactPath(dir, artifact)
  if (place?.folder) return {type: 'folder', members: () => members(place.path)}
  if (place) {
    const {size} = await fileBytes(place.path)
    return (
      withoutContent({...artifact, expired: false, size_in_bytes: size}, limits.maxArtifactBytes) ?? {
        type: 'bytes',
        open: () => fileBytes(place.path),
      }
    )
  }
  const file = `artifacts/${fileName(artifact.name)}.zip`
  return withoutContent(artifact, limits.maxArtifactBytes) ?? absent[file] ?? notRecorded(file)
}

const once = (notes: Note[]) =>
  notes.filter((n, i) => notes.findIndex(o => o.what === n.what && o.why === n.why) === i)
