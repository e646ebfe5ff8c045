import type {LocatedTests} from '../../model.ts'

/**
 * Reads the console output of one kind of test runner, line by line, and keeps only what its result needs.
 * Lines come in order, decoded, without timestamp; colours and `##[error]` marks that remain are tolerated.
 */
export interface TestReader {
  /** `line` is the 1-based number of `text` in the raw file. Never throws. */
  line(line: number, text: string): void
  /** Whether the next line matters whatever it is; otherwise those that `line-start.ts` rejects may be left out. */
  busy(): boolean
  /** What was found up to now, null where nothing of this runner was seen. */
  result(): LocatedTests | null
}
