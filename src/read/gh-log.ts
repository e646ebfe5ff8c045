/** What `gh run view --log` prints: each line of a job's log behind the names of its job and step and two tabs. */

const tab = 9
const newline = 10
const columns = /^[^\t\n]+\t[^\t\n]+\t\uFEFF?\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/

/** Whether a log, of which this is the beginning, is one of `gh`. */
export function isGhLog(head: Uint8Array): boolean {
  return columns.test(new TextDecoder().decode(head))
}

/** The job's log itself: the same lines without job and step. Lines of another kind stay as they are. */
export function withoutGhColumns(bytes: Uint8Array): Uint8Array {
  const from = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const to = Buffer.alloc(bytes.length)
  let length = 0
  for (let start = 0; start < from.length; ) {
    const found = from.indexOf(newline, start)
    const end = found < 0 ? from.length : found + 1
    const first = from.indexOf(tab, start)
    const second = first < 0 ? -1 : from.indexOf(tab, first + 1)
    const content = second < 0 || second >= end ? start : second + 1
    length += from.copy(to, length, content, end)
    start = end
  }
  return to.subarray(0, length)
}
