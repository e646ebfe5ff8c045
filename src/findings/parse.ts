import {type FindingsFile, findingsMember, mostRead} from './file.ts'
import {findingsSchema} from './schema.ts'

export type Parsed = {ok: true; file: FindingsFile} | {ok: false; why: string}

/** The findings in a file that anybody may have written; null bytes are a file that was too long to be read. */
export function parseFindings(bytes: Uint8Array | null): Parsed {
  if (!bytes || bytes.length > mostRead)
    return refuse(`it is longer than ${mostRead / 1024 ** 2} MB, so no scan wrote it`)
  let data: unknown
  try {
    data = JSON.parse(new TextDecoder('utf-8', {fatal: true}).decode(bytes))
  } catch {
    return refuse('it is not JSON')
  }
  const version = (data as {schema_version?: unknown} | null)?.schema_version
  if (typeof version === 'number' && version !== 1)
    return refuse(`it has schema_version ${version}; scan and report with one version of the action`)
  const parsed = findingsSchema.safeParse(data)
  if (parsed.success) return {ok: true, file: parsed.data}
  const {path, code} = parsed.error.issues[0]!
  // The message may quote what a stranger wrote; the code and known names in the path do not.
  const where = path
    .map(String)
    .filter(part => /^[\w-]{1,40}$/.test(part))
    .join('.')
  return refuse(`it is not what a scan writes (${where || 'the whole'}: ${code})`)
}

const refuse = (why: string): Parsed => ({ok: false, why: `${findingsMember} was not used: ${why}`})
