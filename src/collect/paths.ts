/** Files of this machine that a job names, as the artifact that they would make. */

import {createReadStream} from 'node:fs'
import {stat} from 'node:fs/promises'
import {homedir} from 'node:os'
import {dirname, join, relative, resolve, sep} from 'node:path'
import picomatch from 'picomatch'
import type {Member, Note} from '../model.ts'
import {members} from './folder.ts'

const FILES = 200_000

/**
 * The files that paths and globs name (`!` leaves out), relative to `base`. Members are called as in an artifact of these paths:
 * from the deepest folder that all of them have in common. `unfit` are the paths that fit nothing.
 */
export async function namedFiles(
  base: string,
  paths: readonly string[],
): Promise<{files: Member[]; unfit: string[]; notes: Note[]}> {
  const wanted = paths.filter(p => !p.startsWith('!')).map(p => place(base, p))
  const unwanted = paths.filter(p => p.startsWith('!')).map(p => place(base, p.slice(1)))
  const isUnwanted = (file: string) => unwanted.some(({root, fits}) => fits(below(root, file)))
  const found = new Map<string, Member>()
  const roots: string[] = []
  const unfit: string[] = []
  const notes: Note[] = []
  for (const {path, root, fits} of wanted) {
    let seen = 0
    for await (const {file, member} of filesAt(root)) {
      if (found.size >= FILES) break
      const inside = below(root, file)
      if (!fits(inside) || isUnwanted(file)) continue
      seen++
      found.set(file, member)
      if (seen === 1) roots.push(inside === '' ? dirname(file) : root)
    }
    if (!seen) unfit.push(path)
  }
  if (found.size >= FILES) notes.push({what: 'paths', why: `more than ${FILES} files; the rest was not read`})
  const root = common(roots)
  const files = [...found].map(([file, member]): Member => ({...member, path: below(root, file)}))
  return {files: files.sort((a, b) => (a.path < b.path ? -1 : 1)), unfit, notes}
}

interface Place {
  path: string
  /** A file, or the folder that is walked. */
  root: string
  /** Of a path below the root; a folder that fits takes all in it along. */
  fits(inside: string): boolean
}

function place(base: string, path: string): Place {
  const unix = sep === '/' ? path : path.replaceAll(sep, '/')
  const {base: fixed, glob, isGlob} = picomatch.scan(unix.replace(/^~(?=\/|$)/, () => homedir()))
  const root = resolve(base, isGlob ? fixed : unix.replace(/^~(?=\/|$)/, () => homedir()))
  if (!isGlob) return {path, root, fits: inside => !inside.startsWith('..')}
  const isMatch = picomatch(glob, {dot: true})
  const fits = (inside: string) => {
    const parts = inside.split('/')
    return parts[0] !== '..' && parts.some((_, i) => isMatch(parts.slice(0, i + 1).join('/')))
  }
  return {path, root, fits}
}

async function* filesAt(root: string): AsyncGenerator<{file: string; member: Member}> {
  const found = await stat(root).catch(() => null)
  if (found?.isFile()) {
    const bytes = () => createReadStream(root, {highWaterMark: 256 * 1024})
    yield {file: root, member: {path: root, size: found.size, bytes}}
  } else if (found?.isDirectory())
    for await (const member of members(root)) yield {file: join(root, member.path), member}
}

const below = (root: string, file: string) => relative(root, file).replaceAll(sep, '/')

function common(folders: readonly string[]): string {
  const [first = '', ...others] = folders
  let root = first
  while (others.some(f => below(root, f).startsWith('..')) && dirname(root) !== root) root = dirname(root)
  return root
}
