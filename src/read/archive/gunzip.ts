import {inflated} from './inflate.ts'
import {join, type Pull, remaining} from './pull.ts'

/**
 * Inflates a gzip file of which a check sum is compared elsewhere, as that of the zip around it, without computing its own: that takes
 * a quarter of the time. Throws as `inflated` does.
 */
export async function* gunzipUnchecked(source: Pull): AsyncGenerator<Uint8Array> {
  const header = headerLength(await source.peek(1 << 10))
  // Members after the first, and headers out of the ordinary, are rare: zlib knows them.
  if (!header) return yield* inflated('gzip', remaining(source))
  await source.skip(header)
  let length = 0
  const left: Uint8Array[] = []
  for await (const chunk of inflated('raw', remaining(source), bytes => left.push(bytes))) {
    length += chunk.length
    yield chunk
  }
  source.unread(join(left))
  const trailer = await source.take(8)
  if (trailer.length < 8) throw new Error('unexpected end of file')
  const declared = new DataView(trailer.buffer).getUint32(4, true)
  if (declared !== length % 2 ** 32) throw new Error('incorrect length check')
  // Zeros are padding.
  if ((await source.peek(1))[0]) return yield* inflated('gzip', remaining(source))
  // What computes the other check sum has to see all.
  while (await source.next(1 << 22));
}

const hasName = 8
const hasComment = 16

/** How long the header of a gzip member is (RFC 1952, 2.3); null where it is none or none of the usual. */
function headerLength(head: Uint8Array): number | null {
  const flags = head[3] ?? 0
  if (head[0] !== 0x1f || head[1] !== 0x8b || head[2] !== 8) return null
  if (flags & ~(hasName | hasComment | 1)) return null
  let at = 10
  for (const flag of [hasName, hasComment]) {
    if (!(flags & flag)) continue
    at = head.indexOf(0, at) + 1
    if (!at) return null
  }
  return head.length > at ? at : null
}
