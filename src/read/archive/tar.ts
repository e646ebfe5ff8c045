import type {Bytes} from '../../model.ts'
import type {Budget} from './limits.ts'
import type {Pull} from './pull.ts'

/** A file in an archive before it is known whether it is an archive itself. */
export interface Entry {
  name: string
  size: number | null
  /** Once only, and before the next entry is asked for. */
  open(): AsyncIterable<Uint8Array>
  /** The same bytes for reading anywhere, where the archive allows that. */
  range: (() => Promise<Bytes>) | null
  /** Whether it is the only or by far the largest file of its archive. */
  main: boolean
  /** Whether a check sum of its bytes is compared where they come from. */
  checked: boolean
}

const text = new TextDecoder()
const latin = new TextDecoder('latin1')

/** Whether a block of 512 bytes is a tar header: its check sum says so. */
export function isTarHeader(block: Uint8Array): boolean {
  if (block.length < 512 || block[0] === 0) return false
  let sum = 8 * 32
  for (let i = 0; i < 512; i++) if (i < 148 || i >= 156) sum += block[i]!
  return sum === octal(block.subarray(148, 156))
}

/**
 * The regular files of a tar stream, in order.
 *
 * tar-stream pushes, and destroys the open entry on a premature end together with what it had buffered; pulling
 * keeps every readable byte, has back-pressure by nature, and skips a member without one event per chunk.
 */
export async function* tarEntries(
  budget: Budget,
  source: Pull,
  {path: archive, checked}: {path: string; checked: boolean},
): AsyncGenerator<Entry> {
  let next: {path?: string; size?: number; sparse?: boolean} = {}
  while (!budget.stopped) {
    const block = await source.take(512)
    if (block.length === 0) return
    if (block.length < 512) return budget.cut(archive, 'ends within a header; what came before was read')
    if (block.every(byte => byte === 0)) {
      // What follows is padding; reading it lets gzip compare its check sum.
      await source.skip(1 << 20)
      return
    }
    if (!isTarHeader(block)) return budget.cut(archive, 'damaged header; what came before was read')
    const type = String.fromCharCode(block[156] || 48)
    const size = next.size ?? number(block.subarray(124, 136))
    if (!Number.isSafeInteger(size) || size < 0)
      return budget.cut(archive, 'impossible size in a header; what came before was read')
    const padding = (512 - (size % 512)) % 512
    if (type === 'x' || type === 'L') {
      if (size > 1 << 20) return budget.cut(archive, 'header too long; what came before was read')
      const body = await source.take(size)
      await source.skip(padding)
      next = {...next, ...(type === 'x' ? pax(body) : {path: zeroEnded(body)})}
      continue
    }
    const name = next.path ?? ustarName(block)
    const sparse = next.sparse === true || type === 'S'
    next = type === 'K' || type === 'g' ? next : {}
    if (type !== 'K' && type !== 'g' && !budget.admit()) return
    if ((type !== '0' && type !== '7') || sparse || name.endsWith('/')) {
      if ('12'.includes(type)) budget.leaveOut('links were left out: links in archives are never followed')
      else if ('346'.includes(type)) budget.leaveOut('devices and pipes were left out')
      else if (sparse) budget.leaveOut('sparse files were left out')
      // POSIX gives links and devices no content whatever their size says.
      await source.skip('123456'.includes(type) ? 0 : size + padding)
      continue
    }
    let left = size
    const open = async function* (): AsyncGenerator<Uint8Array> {
      while (left > 0) {
        const chunk = await source.next(Math.min(left, 1 << 20))
        if (!chunk) return budget.cut(archive, `ends within ${name.slice(0, 200)}; what came before was read`)
        left -= chunk.length
        yield chunk
      }
    }
    yield {name, size, open, range: null, main: false, checked}
    const skipped = await source.skip(left)
    if (skipped < left) budget.cut(archive, `ends within ${name.slice(0, 200)}; what came before was read`)
    await source.skip(padding)
  }
}

function ustarName(block: Uint8Array): string {
  const name = zeroEnded(block.subarray(0, 100))
  const posix = latin.decode(block.subarray(257, 263)) === 'ustar\0'
  const prefix = posix ? zeroEnded(block.subarray(345, 500)) : ''
  return prefix ? `${prefix}/${name}` : name
}

function zeroEnded(bytes: Uint8Array): string {
  const end = bytes.indexOf(0)
  return text.decode(end < 0 ? bytes : bytes.subarray(0, end))
}

function octal(bytes: Uint8Array): number {
  const digits = latin
    .decode(bytes)
    .replace(/[\0 ]+/g, ' ')
    .trim()
  return /^[0-7]*$/.test(digits) ? Number.parseInt(digits || '0', 8) : Number.NaN
}

/** Octal digits, or base 256 with the first bit set. */
function number(bytes: Uint8Array): number {
  if ((bytes[0]! & 0x80) === 0) return octal(bytes)
  let value = bytes[0]! & 0x7f
  for (const byte of bytes.subarray(1)) value = value * 256 + byte
  return value
}

/** Records `25 path=…\n`, their length in bytes first. */
function pax(body: Uint8Array): {path?: string; size?: number; sparse?: boolean} {
  const found: {path?: string; size?: number; sparse?: boolean} = {}
  for (let at = 0; at < body.length; ) {
    const space = body.indexOf(32, at)
    const length = space < 0 ? Number.NaN : Number(latin.decode(body.subarray(at, space)))
    if (!(length > 0)) break
    const [key, ...value] = text.decode(body.subarray(space + 1, at + length - 1)).split('=')
    if (key === 'path') found.path = value.join('=')
    if (key === 'size' && /^\d+$/.test(value[0] ?? '')) found.size = Number(value[0])
    if (key?.startsWith('GNU.sparse.')) found.sparse = true
    at += length
  }
  return found
}
