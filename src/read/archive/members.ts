import type {Bytes, Member, Note} from '../../model.ts'
import {type Budget, budget, type Limits} from './limits.ts'
import {safePath, stem, withoutGzip} from './paths.ts'
import {pull} from './pull.ts'
import {guarded, gunzipped, inMemory, type Opened, rest} from './streams.ts'
import {type Entry, isTarHeader, tarEntries} from './tar.ts'
import {zipEntries} from './zip.ts'

/**
 * The files of an archive: zip, tar, gzip, by content and never by name, nested ones opened too; anything else is
 * its own single member. Members come one at a time, those of a zip by `order`, others in the archive's order.
 * Damage and limits become notes.
 */
export async function* archiveMembers(
  name: string,
  bytes: Bytes,
  limits: Limits,
  note: (n: Note) => void,
  order?: Budget['order'],
): AsyncGenerator<Member> {
  const bill = budget(name, limits, note, order)
  const path = safePath(name, limits.path).path || 'file'
  const whole = {
    path,
    size: bytes.size,
    open: () => bytes.stream(),
    range: async () => bytes,
    main: true,
    checked: false,
  }
  yield* expand(bill, whole, 0)
  bill.finish()
}

/** The same for files that lie in a folder: those that are archives are replaced by what they hold. */
export async function* expandMembers(
  members: AsyncIterable<Member>,
  limits: Limits,
  note: (n: Note) => void,
): AsyncGenerator<Member> {
  const bill = budget('folder', limits, note)
  for await (const member of members) {
    if (!bill.admit()) break
    const path = clean(bill, member.path)
    if (!path) continue
    yield* expand(
      bill,
      {path, size: member.size, open: () => member.bytes(), range: null, main: false, checked: false},
      0,
    )
  }
  bill.finish()
}

async function* expand(bill: Budget, entry: Opened, depth: number): AsyncGenerator<Member> {
  if (bill.stopped) return
  const source = pull(guarded(bill, entry))
  try {
    // A tar.gz counts as one: half for each of the two.
    const type = typeOf(await source.peek(512))
    if (type !== 'plain' && depth >= bill.limits.depth)
      return bill.cut(entry.path, `an archive more than ${bill.limits.depth} archives deep; not opened`)
    if (type === 'plain') yield {path: entry.path, size: entry.size, bytes: () => rest(bill, entry, source)}
    else if (type === 'gzip') {
      const open = (): AsyncIterable<Uint8Array> => gunzipped(bill, entry, source)
      yield* expand(
        bill,
        {...entry, path: withoutGzip(entry.path), size: null, open, range: null},
        depth + 0.5,
      )
    } else if (type === 'tar') yield* inner(bill, entry, tarEntries(bill, source, entry), depth + 0.5)
    else {
      const bytes = entry.range ? await entry.range() : await inMemory(bill, entry, source)
      if (bytes) yield* inner(bill, entry, zipEntries(bill, bytes, entry.path), depth + 1)
    }
  } finally {
    await source.close()
  }
}

async function* inner(
  bill: Budget,
  archive: Opened,
  entries: AsyncIterable<Entry>,
  depth: number,
): AsyncGenerator<Member> {
  const base = archive.main ? '' : `${stem(archive.path)}/`
  for await (const entry of entries) {
    const path = clean(bill, entry.name)
    if (path) yield* expand(bill, {...entry, path: (base + path).slice(0, bill.limits.path)}, depth)
    if (bill.stopped) return
  }
}

function clean(bill: Budget, name: string): string {
  const {path, suspicious} = safePath(name, bill.limits.path)
  if (suspicious)
    bill.leaveOut('names pointed out of the archive, were too long or held a NUL: they were cleaned')
  return path
}

function typeOf(head: Uint8Array): 'zip' | 'gzip' | 'tar' | 'plain' {
  const [a, b, c, d] = head
  if (a === 0x50 && b === 0x4b && ((c === 3 && d === 4) || (c === 5 && d === 6))) return 'zip'
  if (a === 0x1f && b === 0x8b && c === 8) return 'gzip'
  return isTarHeader(head) ? 'tar' : 'plain'
}
