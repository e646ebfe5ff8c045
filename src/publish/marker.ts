import * as z from 'zod'

/** What a comment says about the run that it came from, so that an older run never overwrites a newer one. */
export interface CommentState {
  workflow_id: number | null
  run_id: number | null
  run_number: number | null
  run_attempt: number | null
  head_sha: string | null
}

const number = z.int().nonnegative().nullable().catch(null)
// Written by whoever can write comments: nothing in it is trusted beyond these shapes.
const stateSchema = z.object({
  workflow_id: number,
  run_id: number,
  run_number: number,
  run_attempt: number,
  head_sha: z
    .string()
    .regex(/^[0-9a-f]{40,64}$/)
    .nullable()
    .catch(null),
})

/** The first line of our comment; `key` keeps the comments of several workflows apart. */
export function markerLine(key: string): string {
  return `<!-- e2e-triage:v1 key=${slug(key)} -->`
}

/** The first line of a comment that was replaced: never found again. */
export function retiredLine(key: string): string {
  return `<!-- e2e-triage-old:v1 key=${slug(key)} -->`
}

function slug(key: string): string {
  const plain = key
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60)
  if (plain === key) return plain
  // Two names that look alike without their signs must not share a comment.
  let hash = 5381
  for (const char of key) hash = (hash * 33 + (char.codePointAt(0) ?? 0)) % 0x100000000
  return `${plain}-${hash.toString(36)}`.replace(/^-/, '')
}

/** The whole comment: marker, state, page. */
export function withMarker(key: string, state: CommentState, body: string): string {
  const json = Buffer.from(JSON.stringify(stateSchema.parse(state))).toString('base64url')
  return `${markerLine(key)}\n<!-- e2e-triage-state:${json} -->\n${body}`
}

export function hasMarker(key: string, body: string | null | undefined): boolean {
  return (body ?? '').split(/\r?\n/, 1)[0]?.trim() === markerLine(key)
}

/** The state out of a comment's second line; null where it has none that makes sense. */
export function readState(body: string | null | undefined): CommentState | null {
  const line = (body ?? '').split(/\r?\n/, 2)[1] ?? ''
  const encoded = /^<!-- e2e-triage-state:([\w-]{2,2000}) -->\s*$/.exec(line)?.[1]
  if (encoded === undefined) return null
  try {
    return stateSchema.parse(JSON.parse(Buffer.from(encoded, 'base64url').toString('utf8')))
  } catch {
    return null
  }
}

/** Whether `other` is of a later run, or a later attempt, of the same workflow. Ids are not in order of time. */
export function isNewer(other: CommentState | null, ours: CommentState): boolean {
  if (!other || other.run_number === null || ours.run_number === null) return false
  if (other.workflow_id !== ours.workflow_id) return false
  if (other.run_number !== ours.run_number) return other.run_number > ours.run_number
  return (other.run_attempt ?? 1) > (ours.run_attempt ?? 1)
}
