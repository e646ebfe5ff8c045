/** A stream that is read piece by piece, at the reader's pace. Its chunks are valid until the next one is asked for. */
export interface Pull {
  /** The next bytes, at most `max` and at least one; null at the end. Like a chunk valid until more is asked for. */
  next(max: number): Promise<Uint8Array | null>
  /** The next `count` bytes without taking them; fewer at the end only. Valid until more is asked for. */
  peek(count: number): Promise<Uint8Array>
  /** The next `count` bytes; fewer at the end only. */
  take(count: number): Promise<Uint8Array>
  /** Drops bytes; how many there were. */
  skip(count: number): Promise<number>
  /** Puts bytes back before those that come next. */
  unread(bytes: Uint8Array): void
  close(): Promise<void>
}

const nothing: Uint8Array = new Uint8Array(0)

/** Reads `stream` lazily: it is not touched before the first call. */
export function pull(stream: AsyncIterable<Uint8Array>): Pull {
  const iterator = stream[Symbol.asyncIterator]()
  let current: Uint8Array = nothing
  let ended = false

  async function more(): Promise<Uint8Array | null> {
    while (!ended) {
      const {value, done} = await iterator.next()
      if (done) ended = true
      else if (value.length > 0) return value
    }
    return null
  }

  const self: Pull = {
    async next(max) {
      if (current.length === 0) current = (await more()) ?? nothing
      if (current.length === 0 || max <= 0) return null
      const piece = current.subarray(0, max)
      current = current.subarray(piece.length)
      return piece
    },
    async peek(count) {
      while (current.length < count) {
        const before = copy(current)
        const chunk = await more()
        current = !chunk ? before : before.length === 0 ? chunk : join([before, chunk])
        if (!chunk) break
      }
      return current.subarray(0, count)
    },
    async take(count) {
      const piece = copy(await self.peek(count))
      current = current.subarray(piece.length)
      return piece
    },
    async skip(count) {
      let left = count
      while (left > 0) {
        const piece = await self.next(left)
        if (!piece) break
        left -= piece.length
      }
      return count - left
    },
    unread(bytes) {
      current = current.length ? join([bytes, current]) : bytes
    },
    async close() {
      current = nothing
      ended = true
      await iterator.return?.()
    },
  }
  return self
}

/** What is left of a stream, in the stream's own chunks. */
export async function* remaining(source: Pull): AsyncGenerator<Uint8Array> {
  for (let chunk = await source.next(1 << 22); chunk; chunk = await source.next(1 << 22)) yield chunk
}

/** Not `slice`: that of a `Buffer` copies nothing. */
const copy = (bytes: Uint8Array) => new Uint8Array(bytes)

/** One array out of several. */
export function join(chunks: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(chunks.reduce((sum, c) => sum + c.length, 0))
  let at = 0
  for (const chunk of chunks) {
    all.set(chunk, at)
    at += chunk.length
  }
  return all
}

/** A whole stream in memory; null when it is longer than `limit` bytes. */
export async function collect(stream: AsyncIterable<Uint8Array>, limit: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of stream) {
    length += chunk.length
    if (length > limit) return null
    chunks.push(copy(chunk))
  }
  return chunks.length === 1 ? chunks[0]! : join(chunks)
}
