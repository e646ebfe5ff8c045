/** A stretch of a `kubectl cluster-info dump` that went to standard output. */
export type Segment =
  | {type: 'documents'; text: string; line: number}
  | {type: 'log'; namespace: string; pod: string; container: string; text: string; line: number}

const start = /^==== START logs for container (\S+) of pod (\S+)\/(\S+) ====\r?$/

/** Whether a text holds logs between the dump's marks. */
export function isDump(text: string): boolean {
  return /^==== START logs for container /m.test(text)
}

/** The dump's API documents and container logs, in order, each with the line that it begins in. */
export function* segments(text: string): Generator<Segment> {
  let from = 0
  let fromLine = 1
  let log: {container: string; namespace: string; pod: string} | null = null
  let line = 0
  const cut = (end: number): Segment | null => {
    const part = text.slice(from, end)
    if (part.trim() === '') return null
    return log
      ? {type: 'log', ...log, text: part, line: fromLine}
      : {type: 'documents', text: part, line: fromLine}
  }
  for (let at = 0; at < text.length; ) {
    line++
    const newline = text.indexOf('\n', at)
    const end = newline < 0 ? text.length : newline
    if (text.startsWith('==== ', at)) {
      const m = start.exec(text.slice(at, Math.min(end, at + 1000)))
      if (m || text.startsWith('==== END logs for container ', at)) {
        const done = cut(at)
        if (done) yield done
        log = m ? {container: m[1]!, namespace: m[2]!, pod: m[3]!} : null
        from = end + 1
        fromLine = line + 1
      }
    }
    at = end + 1
  }
  const last = cut(text.length)
  if (last) yield last
}
