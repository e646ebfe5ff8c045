import type {LogLine} from '../model.ts'

const first = 100
const last = 400
const longest = 2000

/** Cheap sign that a line may say what went wrong; what it is worth is decided by `diagnose`. */
const sign =
  /error|fail|fatal|panic|exception|traceback|cannot|can't|could not|unable|denied|refused|invalid|unexpected|not found|no such|missing|unknown|undefined|timed? ?out|killed|abort|✗|❌|ERR!|^E {2,}|^\s*(?:expected|to equal|assert)/i

/** Keeps a job log's lines that look like errors, in order: the first hundred and the last four hundred. */
export function tellingReader(): {line(line: LogLine): void; result(): LogLine[]} {
  const head: LogLine[] = []
  const tail: LogLine[] = []
  let next = 0
  return {
    line(line) {
      if (!line.text || !sign.test(line.text.length > longest ? line.text.slice(0, longest) : line.text))
        return
      const kept = {...line, text: line.text.slice(0, longest)}
      if (head.length < first) head.push(kept)
      else if (tail.length < last) tail.push(kept)
      else tail[next++ % last] = kept
    },
    result: () => [...head, ...tail.slice(next % last), ...tail.slice(0, next % last)],
  }
}
