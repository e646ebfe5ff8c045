import type {Bytes} from '../../model.ts'
import {collect, pull} from './pull.ts'
import type {Found} from './zip-content.ts'

/**
 * The members of a zip whose directory is lost, by their local headers: what a truncated download leaves.
 * Where a header has no size (uploads write them so) the data goes up to the next header; the compressed data
 * knows its own end.
 */
export async function* salvage(bytes: Bytes): AsyncGenerator<Found> {
  let at = await signature(bytes, 0, [4])
  while (at !== null) {
    const header = await collect(bytes.stream(at, at + 30), 30)
    if (!header || header.length < 30) return
    const view = new DataView(header.buffer, header.byteOffset, header.length)
    const flags = view.getUint16(6, true)
    const method = view.getUint16(8, true)
    const nameLength = view.getUint16(26, true)
    const start: number = at + 30 + nameLength + view.getUint16(28, true)
    const name = new TextDecoder().decode(
      (await collect(bytes.stream(at + 30, at + 30 + nameLength), nameLength)) ?? new Uint8Array(0),
    )
    const sized = (flags & 8) === 0 && view.getUint32(18, true) < 0xffffffff
    const declared = sized ? view.getUint32(18, true) : null
    const end: number =
      declared === null ? ((await signature(bytes, start, [4, 8])) ?? bytes.size) : start + declared
    yield {
      name,
      method,
      encrypted: (flags & 1) === 1,
      link: false,
      compressed: Math.max(0, Math.min(end, bytes.size) - start),
      expanded: sized ? view.getUint32(22, true) : null,
      crc: sized ? view.getUint32(14, true) : null,
      start: async () => start,
    }
    at = await signature(bytes, end, [4])
  }
}

/** Where `PK`, n-1, n stands next: 3 4 is a local header, 7 8 the descriptor after the data. */
async function signature(bytes: Bytes, from: number, ends: number[]): Promise<number | null> {
  if (from >= bytes.size) return null
  const source = pull(bytes.stream(from))
  try {
    for (let at = from; ; ) {
      const block = await source.peek(1 << 18)
      for (let i = block.indexOf(0x50); i >= 0 && i + 3 < block.length; i = block.indexOf(0x50, i + 1)) {
        const last = block[i + 3]!
        if (block[i + 1] === 0x4b && block[i + 2] === last - 1 && ends.includes(last)) return at + i
      }
      if (block.length < 1 << 18) return null
      at += await source.skip(block.length - 3)
    }
  } finally {
    await source.close()
  }
}
