import {describe} from '../../errors.ts'
import type {Bytes} from '../../model.ts'
import {gunzipUnchecked} from './gunzip.ts'
import {inflated} from './inflate.ts'
import {type Budget, size} from './limits.ts'
import {collect, type Pull, pull, remaining} from './pull.ts'
import type {Entry} from './tar.ts'

/** A file that may be an archive, under its path in the whole. */
export interface Opened extends Omit<Entry, 'name'> {
  path: string
}

/** A stream that ends instead of failing; why is said. */
export async function* guarded(bill: Budget, entry: Opened): AsyncGenerator<Uint8Array> {
  try {
    yield* entry.open()
  } catch (error) {
    bill.cut(entry.path, `could not be read to its end: ${describe(error)}`)
  }
}

/** Inflates a gzip file within the limits; damage is said after what was readable. */
export async function* gunzipped(
  bill: Budget,
  {path, checked}: Opened,
  source: Pull,
): AsyncGenerator<Uint8Array> {
  let packed = 0
  let length = 0
  const counted = async function* (): AsyncGenerator<Uint8Array> {
    for await (const chunk of remaining(source)) {
      packed += chunk.length
      yield chunk
    }
  }
  try {
    for await (const chunk of checked ? gunzipUnchecked(pull(counted())) : inflated('gzip', counted())) {
      length += chunk.length
      if (!bill.spend(chunk.length)) return
      if (length > bill.limits.ratioFrom && length > bill.limits.ratio * packed)
        return bill.cut(path, `inflates more than ${bill.limits.ratio} times; cut at ${size(length)}`)
      yield chunk
    }
  } catch (error) {
    bill.cut(path, `damaged gzip: ${describe(error)}; ${size(length)} were read before that`)
  }
}

/** A member's bytes, up to the limit for one. */
export async function* rest(bill: Budget, entry: Opened, source: Pull): AsyncGenerator<Uint8Array> {
  let left = bill.limits.member
  for await (const chunk of remaining(source)) {
    if (chunk.length > left) {
      yield chunk.subarray(0, left)
      return bill.cut(entry.path, `longer than ${size(bill.limits.member)}; the rest was cut`)
    }
    left -= chunk.length
    yield chunk
  }
}

/** A nested zip, which must be read from its end, in memory; null where it is too large. */
export async function inMemory(bill: Budget, entry: Opened, source: Pull): Promise<Bytes | null> {
  const data = await collect(remaining(source), bill.limits.nested)
  if (data) return memoryBytes(data)
  bill.cut(
    entry.path,
    `a zip of more than ${size(bill.limits.nested)} inside a compressed archive; not opened`,
  )
  return null
}

/** Bytes that lie in memory. */
export function memoryBytes(data: Uint8Array): Bytes {
  return {
    size: data.length,
    async *stream(start = 0, end = data.length) {
      yield data.subarray(start, end)
    },
  }
}
