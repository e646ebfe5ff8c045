import {rmSync} from 'node:fs'

/** Removes the folder that `temp-setup.ts` made, and no other. */
export default function teardown(): void {
  const folder = process.env['E2E_TRIAGE_TESTS_FOLDER']
  if (folder) rmSync(folder, {recursive: true, force: true})
}
