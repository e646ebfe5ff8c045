import {once} from 'node:events'
import {createWriteStream} from 'node:fs'
import {crc32, type DeflateRaw} from 'node:zlib'

/** 2026, as MS-DOS wrote dates; `unzip` complains of none. */
const firstOfFebruary = ((2026 - 1980) << 9) | (2 << 5) | 1

/** A zip of one deflated member with a data descriptor, as the artifact action writes it. */
export async function zipOfOne(
  path: string,
  name: string,
  content: AsyncIterable<Uint8Array>,
  deflate: DeflateRaw,
): Promise<void> {
  const out = createWriteStream(path)
  const title = Buffer.from(name)
  let crc = 0
  let size = 0
  let packed = 0
  const write = async (bytes: Uint8Array) => {
    if (!out.write(bytes)) await once(out, 'drain')
  }
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50, 0)
  header.writeUInt32LE(0x0808_0014, 4)
  header.writeUInt16LE(8, 8)
  header.writeUInt16LE(firstOfFebruary, 12)
  header.writeUInt16LE(title.length, 26)
  await write(Buffer.concat([header, title]))
  const written = (async () => {
    for await (const chunk of deflate as AsyncIterable<Buffer>) {
      packed += chunk.length
      await write(chunk)
    }
  })()
  for await (const chunk of content) {
    crc = crc32(chunk, crc)
    size += chunk.length
    if (!deflate.write(chunk)) await once(deflate, 'drain')
  }
  deflate.end()
  await written
  const sums = Buffer.alloc(12)
  for (const [i, value] of [crc, packed, size].entries()) sums.writeUInt32LE(value, i * 4)
  const descriptor = Buffer.concat([Buffer.from('PK\x07\x08', 'latin1'), sums])
  const central = Buffer.alloc(46)
  central.writeUInt32LE(0x02014b50, 0)
  central.writeUInt32LE(0x0014_0014, 4)
  central.writeUInt16LE(0x0808, 8)
  central.writeUInt16LE(8, 10)
  central.writeUInt16LE(firstOfFebruary, 14)
  sums.copy(central, 16)
  central.writeUInt16LE(title.length, 28)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(46 + title.length, 12)
  end.writeUInt32LE(30 + title.length + packed + 16, 16)
  await write(Buffer.concat([descriptor, central, title, end]))
  out.end()
  await once(out, 'close')
}
