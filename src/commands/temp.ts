import {existsSync, mkdtempSync, rmSync} from 'node:fs'
import {join} from 'node:path'

/** A new folder below `root` for downloads, which may be gigabytes: it goes when the process exits, however it does. */
export async function tempFolder(root: string): Promise<string> {
  // Not awaited: a signal between making and noting it would leave it behind.
  const dir = mkdtempSync(join(root, 'e2e-triage-'))
  process.once('exit', () => remove(dir))
  return dir
}

/** A file that another thread is just opening in the folder makes a try fail: a few tries, then it stays. */
function remove(dir: string): void {
  for (let tries = 0; tries < 100 && existsSync(dir); tries++) {
    if (tries) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10)
    try {
      rmSync(dir, {recursive: true, force: true})
    } catch {}
  }
}
