import {rmSync} from 'node:fs'
import {mkdtemp} from 'node:fs/promises'
import {join} from 'node:path'

/** A new folder below `root` for downloads, which may be gigabytes: it goes when the process exits, however it does. */
export async function tempFolder(root: string): Promise<string> {
  const dir = await mkdtemp(join(root, 'e2e-triage-'))
  process.once('exit', () => rmSync(dir, {recursive: true, force: true}))
  return dir
}
