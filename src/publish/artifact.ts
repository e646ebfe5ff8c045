import {mkdir, mkdtemp, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {describe} from '../errors.ts'

export const ARTIFACT = 'e2e-triage-report'

export interface ReportFiles {
  dir: string
  report: string
  summary: string
  comment: string
}

/** Writes `report.json`, `summary.md` and `comment.md` to a new folder below `root` (RUNNER_TEMP). */
export async function writeFiles(
  root: string,
  texts: {report: string; summary: string; comment: string},
): Promise<ReportFiles> {
  await mkdir(root, {recursive: true})
  const dir = await mkdtemp(join(root, `${ARTIFACT}-`))
  const files = {
    dir,
    report: join(dir, 'report.json'),
    summary: join(dir, 'summary.md'),
    comment: join(dir, 'comment.md'),
  }
  await writeFile(files.report, texts.report)
  await writeFile(files.summary, texts.summary)
  await writeFile(files.comment, texts.comment)
  return files
}

interface Uploader {
  uploadArtifact(name: string, files: string[], root: string): Promise<{id?: number}>
}

/** Most of our code by size, so read only when there is something to upload. */
async function load(): Promise<Uploader> {
  const {DefaultArtifactClient} = await import('@actions/artifact')
  return new DefaultArtifactClient()
}

/** Uploads the files as one artifact. A server without the service, or a refusal, is a warning; never throws. */
export async function uploadReport(
  files: ReportFiles,
  uploader: () => Promise<Uploader> = load,
): Promise<{id: number | null; warning: string | null}> {
  return upload('report', ARTIFACT, [files.report, files.summary, files.comment], files.dir, uploader)
}

/** Writes a scan's findings to a new folder below `root` (RUNNER_TEMP) and uploads them; a refusal is a warning. */
export async function publishFindings(
  root: string,
  {name, member, text}: {name: string; member: string; text: string},
  uploader: () => Promise<Uploader> = load,
): Promise<{path: string; id: number | null; warning: string | null}> {
  await mkdir(root, {recursive: true})
  const dir = await mkdtemp(join(root, 'e2e-triage-findings-'))
  const path = join(dir, member)
  await writeFile(path, text)
  return {path, ...(await upload('findings', name, [path], dir, uploader))}
}

async function upload(
  what: string,
  name: string,
  files: string[],
  dir: string,
  uploader: () => Promise<Uploader>,
): Promise<{id: number | null; warning: string | null}> {
  try {
    const client = await uploader()
    const {id} = await client.uploadArtifact(name, files, dir)
    return {id: id ?? null, warning: null}
  } catch (error) {
    const verb = what === 'findings' ? 'were' : 'was'
    return {id: null, warning: `The ${what} ${verb} not uploaded: ${describe(error)}`}
  }
}
