import {crc32, deflateRawSync} from 'node:zlib'

/** One member as a test wants it; what is not said is right and honest. */
export interface ZipMember {
  name: string
  data?: Uint8Array | string
  method?: 'stored' | 'deflate'
  /** Lies, for hostile archives. */
  declaredSize?: number
  declaredCrc?: number
  encrypted?: boolean
  /** Unix mode: 0o120777 is a link. */
  mode?: number
  /** Sizes stand after the data, as uploaded artifacts have them. */
  descriptor?: boolean
}

/** Writes a zip, always the same bytes for the same members. */
export function zip(members: ZipMember[]): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const m of members) {
    const data = Buffer.from(m.data ?? '')
    const method = m.method === 'stored' ? 0 : 8
    const packed = method === 8 ? deflateRawSync(data) : data
    const name = Buffer.from(m.name)
    const sizes = Buffer.alloc(12)
    sizes.writeUInt32LE(m.declaredCrc ?? crc32(data), 0)
    sizes.writeUInt32LE(packed.length, 4)
    sizes.writeUInt32LE(m.declaredSize ?? data.length, 8)
    const common = Buffer.alloc(10)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(0x800 | (m.encrypted ? 1 : 0) | (m.descriptor ? 8 : 0), 2)
    common.writeUInt16LE(method, 4)
    const lengths = Buffer.alloc(4)
    lengths.writeUInt16LE(name.length, 0)
    const local = [
      Buffer.from('PK\x03\x04', 'latin1'),
      common,
      m.descriptor ? Buffer.alloc(12) : sizes,
      lengths,
      name,
      packed,
      ...(m.descriptor ? [Buffer.from('PK\x07\x08', 'latin1'), sizes] : []),
    ]
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(((m.mode ?? 0o100644) << 16) >>> 0, 6)
    rest.writeUInt32LE(offset, 10)
    directory.push(
      Buffer.from('PK\x01\x02', 'latin1'),
      Buffer.from([20, 3]),
      common,
      sizes,
      lengths,
      rest,
      name,
    )
    parts.push(...local)
    offset += local.reduce((sum, part) => sum + part.length, 0)
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 0, 'latin1')
  end.writeUInt16LE(members.length, 8)
  end.writeUInt16LE(members.length, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, central, end])
}
