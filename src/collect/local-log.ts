/** A log in a file. */

import type {Bytes, Note, Source} from '../model.ts'
import {fileBytes, memoryBytes} from './bytes.ts'
import {none} from './unavailable.ts'

/** The file as a log's content, cut at `max` bytes: then a note says so. */
export async function logContent(
  file: string,
  name: string,
  max: number,
  notes: Note[],
): Promise<Source['content']> {
  const {size} = await fileBytes(file)
  if (size === 0) return none('empty', 'the log has no bytes')
  if (size > max) notes.push(cutNote(name, max))
  return {type: 'bytes', open: async () => await narrow(await fileBytes(file, max))}
}

/** What Windows PowerShell redirects into a file has two bytes a character, told by its first two. */
async function narrow(bytes: Bytes): Promise<Bytes> {
  const first: number[] = []
  for await (const chunk of bytes.stream(0, 2)) first.push(...chunk)
  const mark = (first[0] ?? 0) * 256 + (first[1] ?? 0)
  if (mark !== 0xfffe && mark !== 0xfeff) return bytes
  const decoder = new TextDecoder(mark === 0xfffe ? 'utf-16le' : 'utf-16be')
  const parts: Buffer[] = []
  for await (const chunk of bytes.stream()) parts.push(Buffer.from(decoder.decode(chunk, {stream: true})))
  return memoryBytes(Buffer.concat(parts))
}

/** Says that a log was not read to its end. */
export const cutNote = (name: string, max: number): Note => ({
  what: `log of ${name}`,
  why: `cut after ${Math.round(max / 1024 / 1024)} MB; raise max-log-mb to read it whole`,
})
