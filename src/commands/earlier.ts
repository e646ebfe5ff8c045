import {readdir, readFile} from 'node:fs/promises'
import {join} from 'node:path'
import type {Octokit} from '@octokit/rest'
import {describe, UserError} from '../errors.ts'
import {boundedCalls} from '../fixes/calls.ts'
import type {Collection, Note, Report, Run} from '../model.ts'

/** How a run on a server is asked about. */
export interface RunAccess {
  client: Octokit
  owner: string
  repo: string
}

/**
 * Earlier reports, oldest first: of `--history`, else of the record, else, for a run on a server that a token is there
 * for, of the artifacts that the action left. What cannot be read is added to the collection's notes. `base`: the base
 * branch, as far as GitHub was asked.
 */
export async function earlierFor(options: {
  /** `--history`. */
  folder: string | null
  /** Paths in a record. */
  recorded: readonly string[]
  /** Null: nobody to ask, or no token to ask with. */
  access: RunAccess | null
  collection: Pick<Collection, 'run' | 'suites' | 'incomplete'>
  /** Ms since the epoch. */
  deadline: number
  progress: (message: string) => void
}): Promise<{reports: Report[]; base: string | null}> {
  const {folder, recorded, access, collection, deadline, progress} = options
  const {incomplete} = collection
  if (folder !== null || access === null)
    return {reports: await earlierFromFolder(folder, recorded, incomplete), base: null}
  if (!collection.suites.some(suite => suite.status === 'failed' || suite.status === 'timed_out'))
    return {reports: [], base: null}
  progress('reading earlier reports')
  const base = await baseBranch(access, collection.run, incomplete, deadline)
  const {fetchEarlier} = await import('../earlier.ts')
  const {reports, notes} = await fetchEarlier({...access, collection, base, deadline})
  incomplete.push(...notes)
  return {reports, base}
}

/** What the run's pull request is to be merged into, else the default branch; null, and a note, where nobody says. */
async function baseBranch(
  {client, owner, repo}: RunAccess,
  run: Run,
  notes: Note[],
  deadline: number,
): Promise<string | null> {
  const calls = boundedCalls(1, deadline)
  const at = {owner, repo}
  const found =
    run.pull_request === null
      ? await calls.get('contents: read', async signal => {
          const {data} = await client.request('GET /repos/{owner}/{repo}', {...at, request: {signal}})
          return {data: data.default_branch}
        })
      : await calls.get('pull-requests: read', async signal => {
          const pull = {...at, pull_number: run.pull_request!, request: {signal}}
          const {data} = await client.request('GET /repos/{owner}/{repo}/pulls/{pull_number}', pull)
          return {data: data.base.ref}
        })
  if ('data' in found) return found.data
  notes.push({what: 'base branch', why: found.why})
  return null
}

/** Earlier reports: of `--history`, else of the record. One that cannot be read is noted. */
async function earlierFromFolder(
  folder: string | null,
  recorded: readonly string[],
  notes: Note[],
): Promise<Report[]> {
  const paths = folder === null ? recorded : await listed(folder)
  const reports: Report[] = []
  if (!paths.length) return reports
  const {parseReport} = await import('../history/read.ts')
  for (const path of paths) {
    try {
      const report = parseReport(await readFile(path, 'utf8'))
      if (report) reports.push(report)
      else notes.push({what: path, why: 'is not a report of this tool'})
    } catch (error) {
      notes.push({what: path, why: describe(error)})
    }
  }
  return reports.sort((a, b) => (a.run.created_at ?? '').localeCompare(b.run.created_at ?? '', 'en'))
}

async function listed(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder))
      .filter(n => n.endsWith('.json'))
      .sort()
      .map(n => join(folder, n))
  } catch (cause) {
    throw new UserError(`--history ${folder}: ${describe(cause)}`, {cause})
  }
}
