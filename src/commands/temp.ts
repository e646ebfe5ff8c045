import {mkdtempSync, rmSync} from 'node:fs'
import {join} from 'node:path'

/** A new folder below `root` for downloads, which may be gigabytes: it goes when the process exits, however it does. */
export async function tempFolder(root: string): Promise<string> {
  // Not awaited: a signal between making and noting it would leave it behind.
  const dir = mkdtempSync(join(root, 'e2e-triage-'))
  // A file that is just being opened in it makes a try fail.
  process.once('exit', () => rmSync(dir, {recursive: true, force: true, maxRetries: 5}))
  return dir
}
