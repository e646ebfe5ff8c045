import type {Octokit} from '@octokit/rest'
import {earlierAttempts} from './collect/attempts.ts'
import {earlierReports} from './fixes/earlier.ts'
import {parseReport} from './history/read.ts'
import type {Collection, Note, Report, Run, SuiteStatus} from './model.ts'
import {defaultLimits} from './read/archive/limits.ts'
import {archiveMembers} from './read/archive/members.ts'

/**
 * What is known of the past, oldest first: earlier reports of the base branch and of this branch or pull request, from
 * their artifacts, then earlier attempts of this very run, of which only the results of its failed suites are known.
 */
export async function fetchEarlier(options: {
  client: Octokit
  owner: string
  repo: string
  collection: Pick<Collection, 'run' | 'suites'>
  base: string | null
  deadline: number
}): Promise<{reports: Report[]; notes: Note[]}> {
  const {collection, ...rest} = options
  const {run} = collection
  const suites = collection.suites.filter(suite => suite.status === 'failed' || suite.status === 'timed_out')
  if (run.created_at === null || suites.length === 0) return {reports: [], notes: []}
  const [found, again] = await Promise.all([
    earlierReports({...rest, run, unzip: memberText}),
    earlierAttempts({...rest, run, suites}),
  ])
  const past = found.reports.flatMap(text => parseReport(text) ?? [])
  // A repeated run keeps its place in time.
  const attempts = again.attempts.map(({attempt, statuses}) => attemptReport(run, attempt, statuses))
  return {reports: [...past, ...attempts], notes: [...found.notes, ...again.notes]}
}

/** A report of bare results: enough to see that the same commit passed before. */
function attemptReport(run: Run, attempt: number, statuses: Record<string, SuiteStatus>): Report {
  return {
    schema_version: 1,
    tool: {name: 'e2e-triage', version: '', catalog: ''},
    run: {...run, attempt},
    totals: {suites: 0, passed: 0, failed: 0, classified: 0, unclassified: 0, needs_fix: 0},
    incomplete: [],
    suites: Object.entries(statuses).map(([service, status]) => ({
      service,
      name: service,
      status,
      severity: null,
      job: null,
      tests: null,
      sources: [],
      diagnosis: null,
      fix: null,
      history: null,
    })),
    common_causes: [],
    fixes: [],
    remaining_work: [],
  }
}

/** The text of one member of a small zip, null where it is not there. */
async function memberText(zip: Uint8Array, wanted: string): Promise<string | null> {
  const bytes = {
    size: zip.length,
    async *stream(start = 0, end = zip.length) {
      yield zip.slice(start, end)
    },
  }
  const limits = {...defaultLimits, total: 64 * 1024 ** 2}
  for await (const member of archiveMembers('report', bytes, limits, () => {})) {
    if (member.path.split('/').at(-1) !== wanted) continue
    const decoder = new TextDecoder()
    let text = ''
    for await (const chunk of member.bytes()) text += decoder.decode(chunk, {stream: true})
    return text
  }
  return null
}
