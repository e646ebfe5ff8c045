import type {Block} from '../model.ts'

/** Big enough that work per block does not count, small enough to stay in the processor's cache. */
const blockSize = 256 * 1024

/**
 * Cuts a byte stream into blocks of whole lines. A line longer than a block comes in several, marked `continued`.
 * Each block's bytes are its own: they may be changed in place.
 */
export async function* blocks(chunks: AsyncIterable<Uint8Array>, size = blockSize): AsyncGenerator<Block> {
  let rest = new Uint8Array(0)
  let line = 1
  let continued = false
  const block = (bytes: Uint8Array): Block => {
    const made = {bytes, firstLine: line, continued}
    line += count(bytes)
    continued = bytes.at(-1) !== 10
    return made
  }
  for await (const chunk of chunks) {
    const joined = rest.length ? concat(rest, chunk) : chunk.slice()
    let from = 0
    while (joined.length - from >= size) {
      const newline = joined.lastIndexOf(10, from + size - 1)
      const to = newline >= from ? newline + 1 : from + size
      yield block(joined.slice(from, to))
      from = to
    }
    rest = joined.slice(from)
  }
  if (rest.length) yield block(rest)
}

function concat(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(a.length + b.length)
  joined.set(a)
  joined.set(b, a.length)
  return joined
}

function count(bytes: Uint8Array): number {
  let n = 0
  for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) n++
  return n
}
