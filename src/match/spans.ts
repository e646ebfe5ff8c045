import type {Interval} from '../model.ts'

/** Whether a time, RFC 3339, lies in one of the intervals, or up to `before` milliseconds in front of it. */
export function spans(intervals: readonly Interval[], before: number): (time: string | null) => boolean {
  const joined: Interval[] = []
  for (const {from, to} of intervals.toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1)
    if (last && from - before <= last.to) last.to = Math.max(last.to, to)
    else joined.push({from: from - before, to})
  }
  const year = new Date(joined[0]?.from ?? 0).getUTCFullYear()
  return time => {
    const at = time === null ? Number.NaN : Date.parse(withYear(time, year))
    let low = 0
    let high = joined.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (joined[middle]!.to < at) low = middle + 1
      else high = middle
    }
    return at >= (joined[low]?.from ?? Number.POSITIVE_INFINITY)
  }
}

/** A time of a log that writes no year, which is told as one of year 0, in the year that is meant. */
export const withYear = (time: string, year: number): string =>
  time.startsWith('0000-') ? `${String(year).padStart(4, '0')}${time.slice(4)}` : time
