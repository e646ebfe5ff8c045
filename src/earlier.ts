import type {Octokit} from '@octokit/rest'
import {earlierReports} from './fixes/earlier.ts'
import {parseReport} from './history/read.ts'
import type {Note, Report, Run} from './model.ts'
import {defaultLimits} from './read/archive/limits.ts'
import {archiveMembers} from './read/archive/members.ts'

/** Earlier reports of the base branch and of this pull request, from their artifacts, oldest first. */
export async function fetchEarlier(options: {
  client: Octokit
  owner: string
  repo: string
  run: Run
  base: string | null
  deadline: number
}): Promise<{reports: Report[]; notes: Note[]}> {
  if (options.run.created_at === null) return {reports: [], notes: []}
  const {reports, notes} = await earlierReports({...options, unzip: memberText})
  return {reports: reports.flatMap(text => parseReport(text) ?? []), notes}
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
