/** Names as people write them: compared, made into keys, matched by globs, made into file names. */

import {createHash} from 'node:crypto'
import picomatch from 'picomatch'

/** A name for comparing: lower case, and `-`, `_`, `.` and space are one. */
export const fold = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replace(/[-_.\s]+/g, '-')

/** A key for a service: kept where it is one already, else in lower case with dashes. */
export function slug(name: string): string {
  if (/^[a-z0-9]+(?:[._-][a-z0-9]+)*$/.test(name)) return name
  const made = name.toLowerCase().replace(/[^\p{L}\p{N}._]+/gu, '-')
  return made.slice(0, 80).replace(/^[-._]+|[-._]+$/g, '') || 'suite'
}

/** Whether a whole name fits: `*`, `?` and `{a,b}` mean what they do in a shell, brackets are plain text. */
export function glob(pattern: string): (name: string) => boolean {
  if (pattern === '') return () => false
  // Job names are full of parentheses, and of slashes that separate nothing.
  const plain = pattern.replace(/[()[\]+!@|^$\\]/g, '\\$&')
  return picomatch(plain, {bash: true, dot: true, nonegate: true, noextglob: true, nocase: true})
}

/** A name as one safe part of a path. The same name gives the same file; nothing leads out of the folder. */
export function fileName(name: string): string {
  const escaped = name
    .replace(/[^A-Za-z0-9 ._()-]/gu, c =>
      [...Buffer.from(c)].map(b => `%${b.toString(16).toUpperCase().padStart(2, '0')}`).join(''),
    )
    .replace(/^[. ]|[. ]$/g, c => (c === '.' ? '%2E' : '%20'))
  if (escaped !== '' && escaped.length <= 180) return escaped
  return `${escaped.slice(0, 120)}~${createHash('sha256').update(name).digest('hex').slice(0, 16)}`
}

/** The name of a file or artifact without what tells that it is an archive. */
export const withoutArchive = (name: string): string =>
  name.replace(/\.(?:tar\.gz|tgz|tar|zip)$/i, '') || name

/** The name of a log or archive without what tells its kind. */
export const withoutKind = (name: string): string =>
  withoutArchive(name).replace(/\.(?:log|txt)$/i, '') || name
