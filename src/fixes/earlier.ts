import type {Octokit} from '@octokit/rest'
import pMap from 'p-map'
import {describe} from '../errors.ts'
import type {Note, Run} from '../model.ts'
import {boundedCalls} from './calls.ts'
import {fetchBounded} from './fetch-bounded.ts'

const ARTIFACT = 'e2e-triage-report'
const MEMBER = 'report.json'
const LIMIT = 30
const AT_ONCE = 4
const MAX_ZIP = 20 << 20
const MAX_REPORT = 10_000_000

export interface EarlierOptions {
  client: Octokit
  owner: string
  repo: string
  /** The run that is triaged: reports of its branch and of the base branch are wanted. */
  run: Run
  base: string | null
  /** Id of the repository that the run's branch lives in; null or absent where unknown. */
  headRepositoryId?: number | null
  limit?: number
  /** Ms since the epoch. */
  deadline: number
  /** Text of one member of a zip, null where there is none. Must be bounded. */
  unzip: (bytes: Uint8Array, name: string) => Promise<string | null>
  fetch?: typeof fetch
}

interface Artifact {
  id: number
  expired: boolean
  created_at: string | null
  size_in_bytes: number
  workflow_run?: {
    repository_id?: number
    head_repository_id?: number
    head_branch?: string | null
    head_sha?: string | null
  } | null
}

/**
 * Texts of earlier `report.json` files, oldest first, from the artifacts of this repository. Of forks only the tested
 * pull request's own count, and what they claim of their run is replaced by what GitHub says of it. Never throws.
 */
export async function earlierReports(options: EarlierOptions): Promise<{reports: string[]; notes: Note[]}> {
  const {client, owner, repo, deadline, limit = LIMIT} = options
  const calls = boundedCalls(limit + 1, deadline)
  const at = {owner, repo}
  const found = await calls.get('actions: read', signal =>
    client.request('GET /repos/{owner}/{repo}/actions/artifacts', {
      ...at,
      name: ARTIFACT,
      per_page: 100,
      request: {signal},
    }),
  )
  if (!('data' in found)) return {reports: [], notes: [{what: 'earlier reports', why: found.why}]}
  const chosen = (found.data.artifacts as Artifact[])
    .filter(artifact => wanted(artifact, options))
    // Ids are not in the order of time.
    .sort((a, b) => (b.created_at ?? '').localeCompare(a.created_at ?? ''))
    .slice(0, limit)
    .reverse()

  const failures: string[] = []
  const read = async (artifact: Artifact): Promise<string | null> => {
    const address = await calls.get('actions: read', signal => locate(options, artifact.id, signal))
    if (!('data' in address)) {
      failures.push(address.why)
      return null
    }
    try {
      const signal = AbortSignal.timeout(Math.max(1, Math.min(deadline - Date.now(), 60_000)))
      const zip = await fetchBounded(address.data, MAX_ZIP, signal, options.fetch ?? fetch)
      const text = await options.unzip(zip, MEMBER)
      return text === null ? null : accept(text, artifact, options)
    } catch (error) {
      failures.push(describe(error).slice(0, 200))
      return null
    }
  }
  const texts = await pMap(chosen, read, {concurrency: AT_ONCE})
  const reports = texts.filter(text => text !== null)
  const why = `${failures.length} of ${chosen.length} could not be read: ${failures[0]}`
  return {reports, notes: failures.length > 0 ? [{what: 'earlier reports', why}] : []}
}

const isFork = ({workflow_run: run}: Artifact): boolean =>
  run?.head_repository_id === undefined || run.head_repository_id !== run.repository_id

function wanted(artifact: Artifact, {run, base, headRepositoryId}: EarlierOptions): boolean {
  const {workflow_run: from} = artifact
  if (artifact.expired || artifact.size_in_bytes > MAX_ZIP || !from) return false
  if (!isFork(artifact)) return from.head_branch === base || from.head_branch === run.head_branch
  if (from.head_branch !== run.head_branch) return false
  const ours = headRepositoryId ?? null
  return (
    (ours !== null && from.head_repository_id === ours) || (!!run.head_sha && from.head_sha === run.head_sha)
  )
}

async function locate(
  {client, owner, repo}: EarlierOptions,
  artifact_id: number,
  signal: AbortSignal,
): Promise<{data: string}> {
  const answer = await client.request(
    'GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}',
    {
      owner,
      repo,
      artifact_id,
      archive_format: 'zip',
      // The address that it leads to is another host's: the token must not go there.
      request: {redirect: 'manual', parseSuccessResponseBody: false, signal},
    },
  )
  await (answer.data as ReadableStream | null)?.cancel?.()
  return {data: answer.headers.location ?? ''}
}

/** The report, if it is of this project and of a branch that tells something. */
function accept(text: string, artifact: Artifact, {owner, repo, run, base}: EarlierOptions): string | null {
  if (text.length > MAX_REPORT) return null
  let report: {run?: Partial<Run> | null} | null
  try {
    report = JSON.parse(text)
  } catch {
    return null
  }
  const claimed = report?.run
  if (!report || typeof claimed !== 'object' || claimed === null) return null
  if (isFork(artifact)) {
    const {head_sha = null, head_branch = null} = artifact.workflow_run ?? {}
    const truth = {
      head_sha,
      head_branch: `fork:${head_branch}`,
      event: 'pull_request',
      created_at: artifact.created_at,
    }
    return JSON.stringify({...report, run: {...claimed, ...truth, pull_request: run.pull_request}})
  }
  const same = (a: unknown, b: string | null) => typeof a !== 'string' || b === null || a === b
  const branch = claimed.head_branch === run.head_branch || (base !== null && claimed.head_branch === base)
  return branch && same(claimed.repository, `${owner}/${repo}`) && same(claimed.workflow, run.workflow)
    ? text
    : null
}
