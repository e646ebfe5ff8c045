import type {TestTimes} from '../../model.ts'

/** Takes up tests one by one, and tells when they ran. Milliseconds since the epoch, null where that is not known. */
export interface Course {
  ran(from: number | null, to: number | null, isFailure: boolean): void
  /** Null where it is not known of each failed test when it ran. */
  result(): TestTimes | null
}

const mostFailed = 500

export function course(): Course {
  const failed: TestTimes['failed'] = []
  let first = Number.POSITIVE_INFINITY
  let last = Number.NEGATIVE_INFINITY
  let isUnknown = false
  return {
    ran(from, to, isFailure) {
      if (to !== null) {
        first = Math.min(first, from ?? to)
        last = Math.max(last, to)
      }
      if (!isFailure) return
      if (from === null || to === null || failed.length >= mostFailed) isUnknown = true
      else failed.push({from, to})
    },
    result: () =>
      isUnknown || !failed.length
        ? null
        : {all: {from: first, to: last}, failed: failed.toSorted((a, b) => a.to - b.to)},
  }
}

/** A moment as a report writes it, to the millisecond; without a zone it is taken for UTC, as runners have it. */
export function momentIn(text: string | undefined): number | null {
  const m = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?)\d*(Z|[+-]\d\d:?\d\d)?$/.exec(text ?? '')
  if (!m || m[1]!.startsWith('0001')) return null
  return Date.parse(m[1]! + (m[2] ?? 'Z')) || null
}
