import {crc32, deflateRawSync, gunzipSync} from 'node:zlib'
import {describe, expect, test} from '@jest/globals'
import fc from 'fast-check'
import {gunzipUnchecked} from '../../../src/read/archive/gunzip.ts'
import {pull} from '../../../src/read/archive/pull.ts'
import {zip} from '../../support/zip.ts'
import {readAll} from './support.ts'

interface Member {
  data: Buffer
  flags?: number
  sum?: number
  size?: number
}

/** A gzip member with each optional header field that `flags` names. */
function member({data, flags = 0, sum, size}: Member): Buffer {
  const head = Buffer.from([0x1f, 0x8b, 8, flags, 0, 0, 0, 0, 0, 3])
  const fields = [
    flags & 4 ? Buffer.from([2, 0, 7, 0]) : null,
    flags & 8 ? Buffer.from('a name\0') : null,
    flags & 16 ? Buffer.from('a comment\0') : null,
  ].filter(field => field !== null)
  const header = Buffer.concat([head, ...fields])
  const headerSum = Buffer.alloc(2)
  headerSum.writeUInt16LE(crc32(header) & 0xffff)
  const trailer = Buffer.alloc(8)
  trailer.writeUInt32LE(sum ?? crc32(data))
  trailer.writeUInt32LE(size ?? data.length, 4)
  return Buffer.concat([header, ...(flags & 2 ? [headerSum] : []), deflateRawSync(data), trailer])
}

async function* cut(bytes: Buffer, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  for (let at = 0, i = 0; at < bytes.length; i++) {
    const size = sizes[i % sizes.length]!
    // Another's memory: a chunk that is kept shows other bytes.
    const chunk = Buffer.from(bytes.subarray(at, at + size))
    yield chunk
    chunk.fill(0x78)
    at += size
  }
}

async function read(bytes: Buffer, sizes: readonly number[] = [1 << 16]) {
  const chunks: Buffer[] = []
  try {
    for await (const chunk of gunzipUnchecked(pull(cut(bytes, sizes)))) chunks.push(Buffer.from(chunk))
    return {data: Buffer.concat(chunks), error: null}
  } catch (error) {
    return {data: Buffer.concat(chunks), error: (error as Error).message}
  }
}

const contents = fc
  .array(fc.tuple(fc.uint8Array({maxLength: 60}), fc.integer({min: 1, max: 9000})), {maxLength: 4})
  .map(parts =>
    Buffer.concat(parts.flatMap(([piece, times]) => Array.from({length: times}, () => Buffer.from(piece)))),
  )
const sizes = fc.array(fc.integer({min: 1, max: 70_000}), {minLength: 1, maxLength: 5})

test('inflates what zlib does, however it comes: headers, members, what follows', async () => {
  const members = fc.array(fc.record({data: contents, flags: fc.constantFrom(0, 1, 2, 4, 8, 16, 24, 31)}), {
    minLength: 1,
    maxLength: 3,
  })
  await fc.assert(
    fc.asyncProperty(members, sizes, fc.constantFrom('', '\0\0\0'), async (all, sizes, after) => {
      const bytes = Buffer.concat([...all.map(member), Buffer.from(after)])
      const {data, error} = await read(bytes, sizes)
      expect(error).toBeNull()
      expect(data.equals(gunzipSync(bytes))).toBe(true)
    }),
    {numRuns: 150},
  )
})

test('gives what is readable of a file that ends early, and says so', async () => {
  await fc.assert(
    fc.asyncProperty(
      contents,
      sizes,
      fc.double({min: 0, max: 1, noNaN: true}),
      async (whole, sizes, part) => {
        const bytes = member({data: whole})
        const {data, error} = await read(
          bytes.subarray(0, 12 + Math.floor((bytes.length - 13) * part)),
          sizes,
        )
        expect(error).toBe('unexpected end of file')
        expect(whole.subarray(0, data.length).equals(data)).toBe(true)
      },
    ),
    {numRuns: 100},
  )
})

describe('damage', () => {
  const data = Buffer.from('line\n'.repeat(50_000))
  test('of the length is seen', async () => {
    expect(await read(member({data, size: 7}))).toEqual({data, error: 'incorrect length check'})
  })
  test('of what is deflated is seen', async () => {
    const bytes = member({data})
    bytes.fill(0xff, 30, 60)
    expect((await read(bytes)).error).toMatch(/^invalid /)
  })
  test('after a member is seen', async () => {
    const bytes = Buffer.concat([member({data}), Buffer.from('garbage')])
    expect(await read(bytes)).toEqual({data, error: 'incorrect header check'})
  })
  test('inside a zip is seen by the check sum of the zip, once', async () => {
    const bytes = member({data, sum: 7})
    const inZip = (declaredCrc?: number) =>
      readAll('z', zip([{name: 'l.gz', data: bytes, method: 'stored', ...(declaredCrc && {declaredCrc})}]))
    expect(await inZip()).toEqual({files: {l: data.toString()}, notes: []})
    const {files, notes} = await inZip(8)
    expect(files).toEqual({l: data.toString()})
    expect(notes.map(n => n.why)).toEqual([expect.stringContaining('check sum does not fit')])
  })
})
