/** A log in a file. */

import type {Note, Source} from '../model.ts'
import {fileBytes} from './bytes.ts'
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
  return {type: 'bytes', open: () => fileBytes(file, max)}
}

/** Says that a log was not read to its end. */
export const cutNote = (name: string, max: number): Note => ({
  what: `log of ${name}`,
  why: `cut after ${Math.round(max / 1024 / 1024)} MB; raise max-log-mb to read it whole`,
})
