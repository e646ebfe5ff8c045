/** A log in a file. */

import type {Bytes, Note, Source} from '../model.ts'
import {type FileBytes, type FilePart, fileBytes, memoryBytes, partBytes} from './bytes.ts'
import {headAndTail, limitMb} from './keep.ts'
import {none} from './unavailable.ts'

/** The file as a log's content: its beginning and its end where it is longer than `max` bytes; then a note says so. */
export async function logContent(
  file: string,
  name: string,
  max: number,
  notes: Note[],
): Promise<Source['content']> {
  return partContent(await readable(await fileBytes(file), max), name, notes)
}

/** A log in a file, a byte or more a character. */
export const openLog = async (file: string): Promise<Bytes> => narrow(await fileBytes(file))

/** What was kept of a log, as its content. */
export function partContent(part: FilePart, name: string, notes: Note[]): Source['content'] {
  if (part.short !== null) notes.push(logNote(name, part.short))
  return partBytes(part).size === 0
    ? none('empty', 'the log has no bytes')
    : {type: 'bytes', open: async () => await narrow(partBytes(part))}
}

/** Says what is missing of a log. */
export const logNote = (name: string, why: string): Note => ({what: `log of ${name}`, why})

async function readable(bytes: FileBytes, max: number): Promise<FilePart> {
  const {path} = bytes.part
  if (bytes.size <= max) return bytes.part
  if ((await encodingOf(bytes)) === null) return await headAndTail(path, bytes.size, max)
  const short = `longer than ${limitMb(max)} MB: only its beginning was read; raise max-log-mb to read it whole`
  return {path, ranges: [[0, Math.floor(max)]], gap: null, short}
}

/** What Windows PowerShell redirects into a file has two bytes a character. */
async function narrow(bytes: FileBytes): Promise<Bytes> {
  const encoding = await encodingOf(bytes)
  if (encoding === null) return bytes
  const decoder = new TextDecoder(encoding)
  const parts: Buffer[] = []
  for await (const chunk of bytes.stream()) parts.push(Buffer.from(decoder.decode(chunk, {stream: true})))
  return memoryBytes(Buffer.concat(parts))
}

/** Told by the first two bytes; null: one byte a character, or UTF-8. */
async function encodingOf(bytes: Bytes): Promise<string | null> {
  const first: number[] = []
  for await (const chunk of bytes.stream(0, 2)) first.push(...chunk)
  const mark = (first[0] ?? 0) * 256 + (first[1] ?? 0)
  return mark === 0xfffe ? 'utf-16le' : mark === 0xfeff ? 'utf-16be' : null
}
