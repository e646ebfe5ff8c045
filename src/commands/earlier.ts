import {readdir, readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {describe, UserError} from '../errors.ts'
import {parseReport} from '../history/read.ts'
import type {Note, Report} from '../model.ts'

/** Earlier reports: of `--history`, else of the record. One that cannot be read is noted. */
export async function earlierFromFolder(
  folder: string | null,
  recorded: readonly string[],
  notes: Note[],
): Promise<Report[]> {
  const paths = folder === null ? recorded : await listed(folder)
  const reports: Report[] = []
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
