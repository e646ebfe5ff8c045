/** What the command line's `SOURCE` is. */

import {closeSync, existsSync, openSync, readdirSync, readSync, statSync} from 'node:fs'
import {join} from 'node:path'
import {gunzipSync, constants as zlib} from 'node:zlib'
import {describe, UserError} from '../errors.ts'
import {isRunLogs} from './run-logs-names.ts'
import {zipNames} from './zip-names.ts'

export type SourceRef =
  | {
      type: 'run-url'
      /** `https://github.com` */
      server: string
      apiUrl: string
      owner: string
      repo: string
      runId: number
      /** Null: the latest. */
      attempt: number | null
    }
  | {type: 'recorded'; dir: string}
  | {type: 'run-logs'; file: string}
  | {type: 'bundle'; path: string}
  | {type: 'log'; file: string}
  | {type: 'stdin'}

const EXPECTED =
  'expected a run URL (https://github.com/o/r/actions/runs/1), a recorded run, a run-logs zip, a bundle (.zip, .tar.gz, .tgz, .tar or folder), a log file, or - for standard input'

/** Recognises files by what is in them. Throws a `UserError` that says what was expected. */
export function parseSource(text: string): SourceRef {
  if (text === '-') return {type: 'stdin'}
  if (/^https?:\/\//i.test(text)) return parseRunUrl(text)
  let folder: boolean
  try {
    const found = statSync(text)
    if (!found.isDirectory() && !found.isFile()) throw new Error('neither a file nor a folder')
    folder = found.isDirectory()
    if (!folder) return parseFile(text)
  } catch (cause) {
    if (cause instanceof UserError) throw cause
    throw new UserError(`${text}: ${describe(cause)}; ${EXPECTED}`, {cause})
  }
  return isRecorded(text) ? {type: 'recorded', dir: text} : {type: 'bundle', path: text}
}

/** A bundle may have a folder `logs` too, but not with logs directly in it. */
const isRecorded = (dir: string) =>
  ['run.json', 'jobs.json'].some(name => existsSync(join(dir, name))) ||
  (existsSync(join(dir, 'logs')) && readdirSync(join(dir, 'logs')).some(name => /\.(log|txt)$/.test(name)))

function parseRunUrl(text: string): SourceRef {
  const match = URL.canParse(text)
    ? /^((?:\/[^/]+)*?)\/([\w.-]+)\/([\w.-]+)\/actions\/runs\/(\d{1,15})(?:\/attempts\/(\d{1,6}))?(?:\/.*)?$/.exec(
        new URL(text).pathname,
      )
    : null
  if (!match)
    throw new UserError(`${text}: not the address of a run; expected https://github.com/o/r/actions/runs/1`)
  const {origin, host} = new URL(text)
  const server = origin + match[1]
  const apiUrl =
    host === 'github.com'
      ? 'https://api.github.com'
      : host.endsWith('.ghe.com')
        ? `https://api.${host}`
        : `${server}/api/v3`
  const attempt = match[5] === undefined ? null : Number(match[5])
  return {
    type: 'run-url',
    server,
    apiUrl,
    owner: match[2]!,
    repo: match[3]!,
    runId: Number(match[4]),
    attempt,
  }
}

function parseFile(file: string): SourceRef {
  const head = firstBytes(file)
  if (head.subarray(0, 2).toString('latin1') === 'PK') {
    return isRunLogs(zipNames(file)) ? {type: 'run-logs', file} : {type: 'bundle', path: file}
  }
  if (isTar(head)) return {type: 'bundle', path: file}
  if (head[0] === 0x1f && head[1] === 0x8b) {
    if (isTar(unpacked(head)) || /\.(tgz|tar\.gz)$/i.test(file)) return {type: 'bundle', path: file}
    throw new UserError(`${file}: packed with gzip, but not a tar archive; unpack it first (gunzip)`)
  }
  // Logs are text; two bytes a character have zeros too, but begin with a mark.
  const marked = head[0] === 0xff || head[0] === 0xfe
  if (head.includes(0) && !marked)
    throw new UserError(`${file}: neither text nor a known archive; ${EXPECTED}`)
  return {type: 'log', file}
}

const isTar = (head: Uint8Array) => Buffer.from(head.subarray(257, 262)).toString('latin1') === 'ustar'

function unpacked(head: Uint8Array): Uint8Array {
  try {
    return gunzipSync(head, {finishFlush: zlib.Z_SYNC_FLUSH, maxOutputLength: 16 * 1024 * 1024})
  } catch {
    return new Uint8Array()
  }
}

function firstBytes(file: string): Buffer {
  const fd = openSync(file, 'r')
  try {
    const buffer = Buffer.alloc(8192)
    return buffer.subarray(0, readSync(fd, buffer, 0, buffer.length, 0))
  } finally {
    closeSync(fd)
  }
}
