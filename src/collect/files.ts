/** Evidence without a run: one log, one bundle, a run-logs zip, standard input. */

import {stat} from 'node:fs/promises'
import {basename, join, resolve} from 'node:path'
import {describe, UserError} from '../errors.ts'
import type {Collection, Note, Source} from '../model.ts'
import {withoutContent} from './artifact-zip.ts'
import {type FilePart, fileBytes} from './bytes.ts'
import {members} from './folder.ts'
import {isGhLog} from './gh-log.ts'
import {keepLog} from './keep.ts'
import {logContent, openLog, partContent} from './local-log.ts'
import {withoutKind} from './names.ts'
import {oneSuite} from './one-suite.ts'
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

/** A collection of one failed suite, named after the file; of a run-logs zip, of what `gh` prints and of a folder with job logs, one per job. */
export async function collectFromFiles(options: FilesOptions): Promise<Collection> {
  const {source, select, limits} = options
  if (source.type === 'run-logs') {
    const {collectRunLogs} = await import('./run-logs.ts')
    return collectRunLogs({...options, file: source.file})
  }
  const notes: Note[] = []
  if (source.type === 'bundle') {
    const {name, content} = await bundle(source.path, limits)
    if (content?.type === 'folder') {
      const {collectHandMade} = await import('./hand-made.ts')
      const found = await collectHandMade(source.path, select, limits)
      if (found) return found
    }
    return oneSuite(name, [{kind: 'bundle', name, url: null, content}], select, notes)
  }
  const name = source.type === 'log' ? withoutKind(basename(source.file)) : 'stdin'
  const chunks = await begun(await opened(options))
  if (isGhLog(chunks.head)) {
    const {collectGhLog} = await import('./gh-run.ts')
    return await collectGhLog(chunks.all(), options)
  }
  if (source.type === 'log') await chunks.close()
  const content =
    source.type === 'log'
      ? await logContent(source.file, name, limits.maxLogBytes, notes)
      : partContent(await spooled(chunks.all(), options), name, notes)
  return oneSuite(name, [{kind: 'job-log', name, url: null, content}], select, notes)
}

async function opened({source, stdin}: FilesOptions): Promise<AsyncIterable<Uint8Array | string>> {
  if (source.type === 'log') return (await openLog(source.file)).stream()
  if (!stdin) throw new UserError('-: there is no standard input')
  return stdin
}

/** So much of a log shows what has printed it. */
const headLength = 2048

/** What a stream begins with, and all of it. */
async function begun(from: AsyncIterable<Uint8Array | string>) {
  const rest = from[Symbol.asyncIterator]()
  const first: Buffer[] = []
  for (let length = 0; length < headLength; length += first.at(-1)!.length) {
    const next = await rest.next()
    if (next.done) break
    first.push(Buffer.from(next.value as Uint8Array))
  }
  async function* all(): AsyncGenerator<Uint8Array> {
    yield* first
    for (let next = await rest.next(); !next.done; next = await rest.next())
      yield typeof next.value === 'string' ? Buffer.from(next.value) : next.value
  }
  return {head: Buffer.concat(first), all, close: async () => void (await rest.return?.())}
}

async function bundle(path: string, limits: Limits): Promise<{name: string; content: Source['content']}> {
  const {size, folder} = await stat(path).then(
    s => ({size: s.size, folder: s.isDirectory()}),
    cause => {
      throw new UserError(`${path}: ${describe(cause)}`, {cause})
    },
  )
  if (folder) return {name: basename(resolve(path)), content: {type: 'folder', members: () => members(path)}}
  const name = withoutKind(basename(path))
  const artifact = {id: 0, name, size_in_bytes: size, expired: false, created_at: null}
  const content = withoutContent(artifact, limits.maxArtifactBytes)
  return {name, content: content ?? {type: 'bytes', open: () => fileBytes(path)}}
}

/** Standard input can be read once only, so what is kept of it goes to a file. */
async function spooled(
  chunks: AsyncIterable<Uint8Array>,
  {tempDir, limits}: FilesOptions,
): Promise<FilePart> {
  const keeper = await keepLog(join(tempDir, 'stdin.log'), limits.maxLogBytes)
  for await (const chunk of chunks) await keeper.add(chunk)
  return await keeper.finish()
}
