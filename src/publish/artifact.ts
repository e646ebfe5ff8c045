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
  try {
    const client = await uploader()
    const {id} = await client.uploadArtifact(
      ARTIFACT,
      [files.report, files.summary, files.comment],
      files.dir,
    )
    return {id: id ?? null, warning: null}
  } catch (error) {
    return {id: null, warning: `The report was not uploaded: ${describe(error)}`}
  }
}
