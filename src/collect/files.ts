/** Evidence without a run: one log, one bundle, a run-logs zip, standard input. */

import {stat} from 'node:fs/promises'
import {basename, join, resolve} from 'node:path'
import {describe, UserError} from '../errors.ts'
import type {Collection, Note, Source} from '../model.ts'
import {withoutContent} from './artifact-zip.ts'
import {type FilePart, fileBytes} from './bytes.ts'
import {members} from './folder.ts'
import {keepLog} from './keep.ts'
import {unknownRun} from './known-run.ts'
import {logContent, partContent} from './local-log.ts'
import {slug} from './names.ts'
import type {Limits, Selection} from './selection.ts'
import type {SourceRef} from './source.ts'

export interface FilesOptions {
  source: Exclude<SourceRef, {type: 'run-url' | 'recorded'}>
  select: Selection
  limits: Limits
  tempDir: string
  /** Standard input; needed for `-` alone. */
  stdin?: AsyncIterable<Uint8Array | string>
}

/** A collection of one failed suite, named after the file; of a run-logs zip, one per job. */
export async function collectFromFiles(options: FilesOptions): Promise<Collection> {
  const {source, select, limits} = options
  if (source.type === 'run-logs') {
    const {collectRunLogs} = await import('./run-logs.ts')
    return collectRunLogs({...options, file: source.file})
  }
  const notes: Note[] = []
  if (source.type === 'bundle') {
    const {name, content} = await bundle(source.path, limits)
    return single({kind: 'bundle', name, url: null, content}, select, notes)
  }
  const name = source.type === 'log' ? stem(source.file) : 'stdin'
  const content =
    source.type === 'log'
      ? await logContent(source.file, name, limits.maxLogBytes, notes)
      : partContent(await spooled(options), name, notes)
  return single({kind: 'job-log', name, url: null, content}, select, notes)
}

async function bundle(path: string, limits: Limits): Promise<{name: string; content: Source['content']}> {
  const {size, folder} = await stat(path).then(
    s => ({size: s.size, folder: s.isDirectory()}),
    cause => {
      throw new UserError(`${path}: ${describe(cause)}`, {cause})
    },
  )
  if (folder) return {name: basename(resolve(path)), content: {type: 'folder', members: () => members(path)}}
  const name = stem(path)
  const artifact = {id: 0, name, size_in_bytes: size, expired: false, created_at: null}
  const content = withoutContent(artifact, limits.maxArtifactBytes)
  return {name, content: content ?? {type: 'bytes', open: () => fileBytes(path)}}
}

function single(source: Source, select: Selection, notes: Note[]): Collection {
  const service = slug(source.name)
  const known = Object.hasOwn(select.services, service) ? select.services[service] : undefined
  const name = known?.name ?? source.name
  return {
    run: structuredClone(unknownRun.run),
    suites: [{service, name, status: 'failed', job: null, sources: [source]}],
    green_jobs: 0,
    incomplete: notes,
  }
}

/** The name of a file without what tells its kind. */
const stem = (path: string) =>
  basename(path).replace(/\.(tar\.gz|tgz|tar|zip|log|txt)$/i, '') || basename(path)

/** Standard input can be read once only, so what is kept of it goes to a file. */
async function spooled({stdin, tempDir, limits}: FilesOptions): Promise<FilePart> {
  if (!stdin) throw new UserError('-: there is no standard input')
  const keeper = await keepLog(join(tempDir, 'stdin.log'), limits.maxLogBytes)
  for await (const chunk of stdin) await keeper.add(typeof chunk === 'string' ? Buffer.from(chunk) : chunk)
  return await keeper.finish()
}
