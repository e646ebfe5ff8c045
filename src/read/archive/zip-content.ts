import * as zlib from 'node:zlib'
import {describe} from '../../errors.ts'
import type {Bytes} from '../../model.ts'
import {inflated} from './inflate.ts'
import {type Budget, size} from './limits.ts'
import {collect} from './pull.ts'
import type {Read} from './window.ts'

// Node 20 gained it in 20.15: without it damage still shows in the size.
const checksum: typeof zlib.crc32 | undefined = zlib.crc32

/** Whether damage to a member is seen by its check sum. */
export const isChecked = (found: Found): boolean => found.crc !== null && checksum !== undefined

/** What both ways of finding members need to know of one. */
export interface Found {
  name: string
  method: number
  encrypted: boolean
  link: boolean
  compressed: number
  /** Declared, null where unknown. */
  expanded: number | null
  crc: number | null
  start(): Promise<number>
}

/** A member's bytes; says what is wrong with them after they were given out. */
export async function* zipContent(
  budget: Budget,
  {bytes, read}: {bytes: Bytes; read: Read},
  found: Found,
  archive: string,
): AsyncGenerator<Uint8Array> {
  let length = 0
  let crc = 0
  try {
    const start = await found.start()
    const small = found.compressed <= 1 << 16
    const raw = small
      ? only(await read(start, found.compressed))
      : bytes.stream(start, start + found.compressed)
    for await (const chunk of found.method === 0 ? raw : inflatedEntry(found, raw)) {
      length += chunk.length
      if (found.method === 8 && !budget.spend(chunk.length)) return
      if (length > budget.limits.ratioFrom && length > budget.limits.ratio * found.compressed)
        return budget.cut(
          found.name,
          `inflates more than ${budget.limits.ratio} times; cut at ${size(length)}`,
        )
      crc = checksum?.(chunk, crc) ?? crc
      yield chunk
    }
    if (found.expanded !== null && length !== found.expanded)
      budget.cut(found.name, `holds ${size(length)}, the zip declares ${size(found.expanded)}`)
    else if (isChecked(found) && crc !== found.crc)
      budget.cut(found.name, 'its check sum does not fit: the archive is damaged here')
  } catch (error) {
    budget.cut(found.name, `damaged in ${archive}: ${describe(error)}; ${size(length)} of it were read`)
  }
}

/** Small members at once: a stream for each costs more than inflating it. */
async function* inflatedEntry(found: Found, raw: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (found.compressed > 1 << 16 || found.expanded === null || found.expanded > 1 << 23)
    return yield* inflated('raw', raw)
  const packed = (await collect(raw, found.compressed))!
  let whole: Uint8Array | null = null
  try {
    whole = zlib.inflateRawSync(packed, {maxOutputLength: Math.max(1, found.expanded)})
  } catch {
    // Damaged or larger than declared: the slow way gives what is readable and the reason.
  }
  if (whole) yield whole
  else yield* inflated('raw', only(packed))
}

async function* only(chunk: Uint8Array): AsyncGenerator<Uint8Array> {
  yield chunk
}
