import yauzl from 'yauzl'
import {describe} from '../../errors.ts'
import type {Bytes} from '../../model.ts'
import type {Budget} from './limits.ts'
import type {Entry} from './tar.ts'
import {type Read, windowed} from './window.ts'
import {type Found, isChecked, zipContent} from './zip-content.ts'
import {salvage} from './zip-salvage.ts'

/** The regular files of a zip, by its central directory; by the local headers when that is missing. */
export async function* zipEntries(budget: Budget, bytes: Bytes, archive: string): AsyncGenerator<Entry> {
  const read = windowed(bytes)
  const all: Found[] = []
  try {
    for await (const found of directory(bytes, read)) {
      all.push(found)
      if (all.length > budget.limits.members) break
    }
  } catch (error) {
    budget.cut(archive, `damaged zip: ${describe(error).replace(/\.$/, '')}; what was readable was read`)
    if (all.length === 0)
      for await (const found of salvage(bytes)) {
        all.push(found)
        if (all.length > budget.limits.members) break
      }
  }
  const files = all
    .filter(found => !found.name.endsWith('/'))
    .map(found => ({found, place: budget.order(found.name)}))
    .toSorted((a, b) => a.place - b.place)
    .map(({found}) => found)
  const whole = files.reduce((sum, found) => sum + found.compressed, 0)
  for (const found of files) {
    if (!budget.admit()) return
    if (found.link) budget.leaveOut('links were left out: links in archives are never followed')
    else if (found.encrypted) budget.leaveOut('encrypted members were left out')
    else if (found.method !== 0 && found.method !== 8)
      budget.leaveOut(`members were left out: compression method ${found.method} is not supported`)
    else {
      const main = files.length === 1 || found.compressed > whole * 0.8
      const range = async (): Promise<Bytes> => slice(bytes, await found.start(), found.compressed)
      yield {
        name: found.name,
        size: found.expanded,
        open: () => zipContent(budget, {bytes, read}, found, archive),
        range: found.method === 0 ? range : null,
        main,
        checked: isChecked(found),
      }
    }
  }
}

async function* directory(bytes: Bytes, read: Read): AsyncGenerator<Found> {
  const Reader = yauzl.RandomAccessReader as unknown as new () => yauzl.RandomAccessReader
  const reader = new Reader()
  reader.read = (buffer, offset, length, position, done) => {
    read(position, length).then(
      data => {
        buffer.set(data, offset)
        done(data.length < length ? new Error('unexpected end of file') : null)
      },
      error => done(error),
    )
  }
  // Names stay bytes here: one bad name must not end the whole archive. Sizes are compared by `content`.
  const options = {decodeStrings: false, validateEntrySizes: false, autoClose: false, lazyEntries: true}
  const zip = await yauzl.fromRandomAccessReaderPromise(reader, bytes.size, options)
  for await (const entry of zip.eachEntry()) {
    yield {
      name: yauzl.getFileNameLowLevel(
        entry.generalPurposeBitFlag,
        entry.fileNameRaw,
        entry.extraFields,
        false,
      ),
      method: entry.compressionMethod,
      encrypted: entry.isEncrypted(),
      link: ((entry.externalFileAttributes >>> 16) & 0xf000) === 0xa000,
      compressed: entry.compressedSize,
      expanded: entry.uncompressedSize,
      crc: entry.crc32,
      start: async () => (await zip.readLocalFileHeaderPromise(entry, {minimal: true})).fileDataStart,
    }
  }
}

/** Part of something readable, as something readable. */
function slice(bytes: Bytes, start: number, length: number): Bytes {
  return {
    size: length,
    stream: (from = 0, to = length) => bytes.stream(start + from, start + Math.min(to, length)),
  }
}
