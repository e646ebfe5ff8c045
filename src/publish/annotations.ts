import {neutralise} from './log.ts'

/** An error annotation; `file` is relative to the repository, `line` 1-based. */
export interface Annotation {
  title: string
  message: string
  file?: string
  line?: number
}

/** GitHub shows ten of a kind for a step, and cuts a message at 4,096 bytes. */
const MOST = 10
const LONGEST = 3000

/** Prints error annotations through `error` (that of `@actions/core`): at most ten, the last says what is missing. */
export function publishAnnotations(
  annotations: readonly Annotation[],
  error: (message: string, properties: {title?: string; file?: string; startLine?: number}) => void,
): void {
  const shown = annotations.length > MOST ? annotations.slice(0, MOST - 1) : annotations
  for (const {title, message, file, line} of shown) {
    error(neutralise(message).slice(0, LONGEST) || ' ', {
      title: neutralise(title).replaceAll('\n', ' ').slice(0, 250),
      ...(file === undefined ? {} : {file: neutralise(file)}),
      ...(line === undefined ? {} : {startLine: line}),
    })
  }
  const left = annotations.length - shown.length
  if (left > 0) error('The job summary has all of them.', {title: `${left} more root causes`})
}
