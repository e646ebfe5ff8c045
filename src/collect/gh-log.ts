/** What `gh run view --log` prints: each line of the jobs' logs behind the names of its job and step and two tabs. */

const tab = 9
const newline = 10
const columns = /^[^\t\n]+\t[^\t\n]+\t\uFEFF?\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/
/** Whether a log, of which this is the beginning, is one of `gh`. */
export function isGhLog(head: Uint8Array): boolean {
  return columns.test(new TextDecoder().decode(head.subarray(0, 2048)))
}

/**
 * The lines of each job, some at a time, without job and step. Lines of another kind stay as they are and belong to the job before
 * them. A piece is valid until the next one is asked for.
 */
export async function* byJob(
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<{job: string; bytes: Uint8Array}> {
  let carry: Buffer = Buffer.alloc(0)
  let job = Buffer.alloc(0)
  const lines = function* (from: Buffer): Generator<{job: string; bytes: Uint8Array}> {
    const to = Buffer.allocUnsafe(from.length)
    let length = 0
    for (let start = 0; start < from.length; ) {
      const found = from.indexOf(newline, start)
      const end = found < 0 ? from.length : found + 1
      const first = from.indexOf(tab, start)
      const second = first < 0 ? -1 : from.indexOf(tab, first + 1)
      const isOwn = second >= 0 && second < end && isStamped(from, second + 1)
      if (isOwn && !job.equals(from.subarray(start, first))) {
        if (length) yield {job: job.toString(), bytes: to.subarray(0, length)}
        length = 0
        job = Buffer.from(from.subarray(start, first))
      }
      length += from.copy(to, length, isOwn ? second + 1 : start, end)
      start = end
    }
    if (length) yield {job: job.toString(), bytes: to.subarray(0, length)}
  }
  for await (const chunk of chunks) {
    const bytes = Buffer.concat([carry, chunk])
    const end = bytes.lastIndexOf(newline) + 1
    if (!end && bytes.length < longest) {
      carry = bytes
      continue
    }
    const whole = end || bytes.length
    carry = Buffer.from(bytes.subarray(whole))
    yield* lines(bytes.subarray(0, whole))
  }
  yield* lines(carry)
}

/** A longer line is cut. */
const longest = 16 << 20

/** Whether a line goes on with the runner's time stamp, or with the mark that a file's first one has. */
function isStamped(from: Buffer, at: number): boolean {
  const start = from[at] === 0xef ? at + 3 : at
  const year = from[start]
  return (
    year !== undefined &&
    year >= 0x30 &&
    year <= 0x39 &&
    from[start + 4] === 0x2d &&
    from[start + 10] === 0x54
  )
}
