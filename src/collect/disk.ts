/** Files of a folder that strangers may have filled: links are never followed. */

import {lstat, readFile} from 'node:fs/promises'
import {describe} from '../errors.ts'
import type {Note} from '../model.ts'

const JSON_BYTES = 64 * 1024 * 1024

/** What a path is; a link, a device or nothing is null. */
export async function kindOf(path: string): Promise<'file' | 'folder' | null> {
  const found = await lstat(path).catch(() => null)
  return found?.isFile() ? 'file' : found?.isDirectory() ? 'folder' : null
}

/** The first of these that is there. */
export async function firstOf(paths: readonly string[], kind: 'file' | 'folder'): Promise<string | null> {
  for (const path of paths) if ((await kindOf(path)) === kind) return path
  return null
}

/** The data of a JSON file, null where there is none or it cannot be read: then a note says why. */
export async function readJson(path: string, what: string, notes: Note[]): Promise<unknown> {
  if ((await kindOf(path)) !== 'file') return null
  try {
    if ((await lstat(path)).size > JSON_BYTES) throw new Error(`larger than ${JSON_BYTES} bytes`)
    return JSON.parse(await readFile(path, 'utf8'))
  } catch (error) {
    notes.push({what, why: `cannot be read: ${describe(error)}`})
    return null
  }
}
