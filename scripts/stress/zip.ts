import {crc32, deflateRawSync} from 'node:zlib'

/** A file to be packed, or one that is packed already, with its declared size. */
export type Entry = {name: string} & ({data: Buffer} | {packed: Buffer; size: number})

/** A zip, piece by piece, without holding it in memory. Fewer than 65,536 files, less than 4 GiB. */
export function* zipStream(entries: Iterable<Entry>): Generator<Buffer> {
  const directory: Buffer[] = []
  let offset = 0
  let count = 0
  for (const entry of entries) {
    const packed = 'packed' in entry ? entry.packed : deflateRawSync(entry.data, {level: 1})
    const name = Buffer.from(entry.name)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(0x800, 2)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE('data' in entry ? crc32(entry.data) : 0, 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE('data' in entry ? entry.data.length : entry.size, 18)
    common.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, name])
    yield local
    yield packed
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE((0o100644 << 16) >>> 0, 6)
    rest.writeUInt32LE(offset, 10)
    directory.push(
      Buffer.concat([Buffer.from('PK\x01\x02', 'latin1'), Buffer.from([20, 3]), common, rest, name]),
    )
    offset += local.length + packed.length
    count++
  }
  const central = Buffer.concat(directory)
  yield central
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 0, 'latin1')
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(offset, 16)
  yield end
}
