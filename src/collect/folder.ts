/** The files of a folder, as members. */

import {createReadStream} from 'node:fs'
import {lstat, readdir} from 'node:fs/promises'
import {join} from 'node:path'
import type {Member} from '../model.ts'

const DEPTH = 32
const FILES = 200_000

/** Every regular file in the order of paths; links, devices and what lies too deep are left out. */
export async function* members(dir: string): AsyncIterable<Member> {
  let left = FILES
  for await (const path of walk(dir, '', 0)) {
    if (left-- <= 0) return
    yield* member(dir, path)
  }
}

/** One file of a folder, where it is one. */
export async function* member(dir: string, path: string): AsyncGenerator<Member> {
  const file = join(dir, path)
  const found = await lstat(file).catch(() => null)
  if (!found?.isFile()) return
  yield {path, size: found.size, bytes: () => createReadStream(file, {highWaterMark: 256 * 1024})}
}

async function* walk(dir: string, prefix: string, depth: number): AsyncIterable<string> {
  const entries = await readdir(join(dir, prefix), {withFileTypes: true}).catch(() => [])
  // A folder sorts as its members do, with the slash, so that whole paths come out in order.
  const named = entries.map(e => ({entry: e, path: prefix + e.name + (e.isDirectory() ? '/' : '')}))
  named.sort((a, b) => (a.path < b.path ? -1 : 1))
  for (const {entry, path} of named) {
    if (entry.isDirectory() && depth < DEPTH) yield* walk(dir, path, depth + 1)
    else if (entry.isFile()) yield path
  }
}
