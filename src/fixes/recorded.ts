import * as z from 'zod'
import {UserError} from '../errors.ts'
import type {Facts} from '../model.ts'

const MAX_TEXT = 5_000_000
const MAX_ENTRIES = 1000

const text = (max: number) => z.string().max(max)
const hash = z.string().regex(/^[0-9a-f]{4,40}$/)
const number = z.int().positive()
const why = text(1000).nullable().default(null)
const title = text(1000).nullable().default(null)
const url = text(2000).nullable().default(null)
const pattern = text(100)
const service = text(200).nullable().default(null)
const few = <T extends z.ZodType>(entries: z.ZodRecord<z.ZodString, T>) =>
  entries
    .refine(all => Object.keys(all).length <= MAX_ENTRIES, `more than ${MAX_ENTRIES} entries`)
    .default({} as never)

const commit = z.strictObject({
  sha: hash.nullable(),
  title,
  url,
  committed_at: z.iso.datetime({offset: true}).nullable().default(null),
  landed: z.boolean().nullable().default(null),
  contained_in: few(z.record(hash, z.boolean().nullable())),
  reverted_by: hash.nullable().default(null),
  why,
})
const pull = z.strictObject({
  number,
  title,
  url,
  state: z.enum(['open', 'merged', 'closed']).nullable(),
  merge_commit: hash.nullable().default(null),
  head: hash.nullable().default(null),
  why,
})
const issue = z.strictObject({number, title, url, state: z.enum(['open', 'closed']).nullable(), why})
const digits = z.string().regex(/^\d{1,9}$/)

const schema = z.strictObject({
  tested: hash.nullable().default(null),
  merge: hash.nullable().default(null),
  base: text(300).nullable().default(null),
  commits: few(z.record(z.string().regex(/^[0-9A-Fa-f]{1,64}$/), commit)),
  pulls: few(z.record(digits, pull)),
  issues: few(z.record(digits, issue)),
  trailers: z
    .array(z.strictObject({commit: hash, pattern, service, pull: number.nullable().default(null)}))
    .max(MAX_ENTRIES)
    .default([]),
  mentions: z
    .array(z.strictObject({type: z.enum(['pull', 'issue']), number, pattern, service}))
    .max(MAX_ENTRIES)
    .default([]),
  searched: z.boolean().default(true),
  incomplete: z
    .array(z.strictObject({what: text(500), why: text(2000)}))
    .max(MAX_ENTRIES)
    .default([]),
})

/**
 * The `facts.json` of a recorded run. `name` is its path, for the message.
 * @throws {UserError} where it is no valid facts file.
 */
export function parseFacts(json: string, name: string): Facts {
  if (json.length > MAX_TEXT) throw new UserError(`${name} is larger than ${MAX_TEXT} characters`)
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch (error) {
    throw new UserError(`${name} is not JSON: ${(error as Error).message}`)
  }
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const {path, message} = parsed.error.issues[0]!
  throw new UserError(`${name}: ${path.join('.') || 'the whole file'}: ${message}`)
}
