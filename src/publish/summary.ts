import {appendFile, stat} from 'node:fs/promises'
import {describe} from '../errors.ts'

/** The runner drops a step's summary whole at 1 MiB; cutting exactly there has failed before. */
const LIMIT_BYTES = 1_000_000

/** Adds the page to the step's summary. Returns a warning where it could not, else null; never throws. */
export async function publishSummary(file: string | undefined, text: string): Promise<string | null> {
  if (!file) return null
  try {
    const there = await stat(file).then(
      found => found.size,
      () => 0,
    )
    if (there + Buffer.byteLength(text) > LIMIT_BYTES) {
      return 'The job summary was not written: the step has no room left for it. The report has everything.'
    }
    await appendFile(file, there > 0 ? `\n${text}` : text)
    return null
  } catch (error) {
    return `The job summary was not written: ${describe(error)}`
  }
}
