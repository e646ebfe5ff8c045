/** `record.json` of a recorded run: what the API's answers do not say. */

import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import * as z from 'zod'
import {kindOf} from './disk.ts'

const none = z.object({
  type: z.literal('none'),
  state: z.enum(['missing', 'expired', 'empty', 'unreadable']),
  detail: z.string(),
})

const record = z.object({
  /** `owner/repo/runs/1/attempts/2` of the server. */
  of: z.string().nullable(),
  incomplete: z.array(z.object({what: z.string(), why: z.string()})),
  /** By the file that would hold it: why there is none. */
  absent: z.record(z.string(), none),
})

export type RunRecord = z.infer<typeof record>

/** The record, empty where there is none or it is another tool's. */
export async function readRecord(dir: string): Promise<RunRecord> {
  const path = join(dir, 'record.json')
  const nothing: RunRecord = {of: null, incomplete: [], absent: {}}
  if ((await kindOf(path)) !== 'file') return nothing
  try {
    return record.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch {
    return nothing
  }
}
