import type {Bytes, Member} from './model.ts'

/** Tells whether time is up. */
export type Clock = () => boolean

/** When what has to stop, in milliseconds since the epoch. */
export interface Times {
  /** Downloads. */
  fetch: number
  /** Reading bundles and test reports. */
  rest: number
  /** Reading logs: last, because they are quick to read and say most. */
  logs: number
}

/** A little time before `deadline` is kept for reading what came, looking up fixes and writing the report. */
export function timesUntil(deadline: number, now: number = Date.now()): Times {
  const all = Math.max(0, deadline - now)
  // Whole: time-outs take no fractions.
  const kept = 2 * Math.floor(Math.min(30_000, Math.max(all * 0.1, Math.min(5000, all * 0.3))) / 2)
  return {fetch: deadline - kept, rest: deadline - kept / 2, logs: deadline}
}

/** A clock that is up at a time, in milliseconds since the epoch. */
export const clockAt =
  (deadline: number): Clock =>
  () =>
    Date.now() >= deadline

/** When reading has to stop. */
export interface Clocks {
  logs: Clock
  /** Bundles and test reports: earlier, so that what is quick to read is read of every suite. */
  rest: Clock
}

export const noHurry: Clocks = {logs: () => false, rest: () => false}

/** Clocks that are up at these times, or never. */
export const clocksAt = (times: Times | null): Clocks =>
  times ? {logs: clockAt(times.logs), rest: clockAt(times.rest)} : noHurry

/** What is read before time is up, and how much that was. */
export interface Watched {
  /** Bytes. */
  read: number
  /** The clock came before the end. */
  late: boolean
  chunks(from: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array>
  bytes(bytes: Bytes): Bytes
  members(members: AsyncIterable<Member>): AsyncIterable<Member>
}

/** Streams that end when time is up. */
export function watched(isUp: Clock): Watched {
  async function* chunks(from: AsyncIterable<Uint8Array>, counts: boolean): AsyncGenerator<Uint8Array> {
    for await (const chunk of from) {
      if (isUp()) {
        self.late = true
        return
      }
      if (counts) self.read += chunk.length
      yield chunk
    }
  }
  const self: Watched = {
    read: 0,
    late: false,
    chunks: from => chunks(from, true),
    bytes: bytes => ({...bytes, stream: (start, end) => chunks(bytes.stream(start, end), true)}),
    async *members(from) {
      for await (const member of from) {
        if (isUp()) {
          self.late = true
          return
        }
        yield {...member, bytes: () => chunks(member.bytes(), false)}
      }
    },
  }
  return self
}
