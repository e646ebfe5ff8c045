import {mkdtempSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

/** All tests leave what they leave in one folder, which goes when the last one has ended. */
export default function setup(): void {
  const folder = mkdtempSync(join(tmpdir(), 'e2e-triage-tests-'))
  process.env['TMPDIR'] = folder
  process.env['E2E_TRIAGE_TESTS_FOLDER'] = folder
}
