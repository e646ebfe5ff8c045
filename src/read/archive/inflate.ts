import {createGunzip, createInflateRaw, type Gunzip, type InflateRaw} from 'node:zlib'

const chunkSize = 1 << 20
/** How far zlib may run ahead. */
const high = 1 << 21

/**
 * Inflates a stream; a chunk is valid until the next one is asked for. Yields all that is readable, then throws where the data is
 * damaged or ends early. What follows deflated data is handed to `leave`.
 *
 * Not `for await` over the zlib stream: on an error that throws away what waits in the stream, and with it the
 * readable end of a truncated archive. Here chunks wait in our own queue, so zlib works on the next one in its
 * thread while the reader is busy, and an error comes after the data.
 */
export async function* inflated(
  format: 'gzip' | 'raw',
  input: AsyncIterable<Uint8Array>,
  leave: (bytes: Uint8Array) => void = () => {},
): AsyncGenerator<Uint8Array> {
  const options = {chunkSize, highWaterMark: chunkSize}
  const zlib = format === 'gzip' ? createGunzip(options) : createInflateRaw(options)
  const ready: Uint8Array[] = []
  let queued = 0
  let done = false
  let failure: unknown = null
  let wake = (): void => {}
  const finish = (error: unknown): void => {
    failure ??= error
    done = true
    wake()
  }
  zlib.on('data', (chunk: Uint8Array) => {
    ready.push(chunk)
    queued += chunk.length
    if (queued >= high) zlib.pause()
    wake()
  })
  zlib.on('end', () => finish(null))
  zlib.on('close', () => finish(null))
  zlib.on('error', finish)
  const fed = feed(zlib, input, leave).catch(error => {
    failure ??= error
    zlib.end()
  })
  try {
    for (;;) {
      const chunk = ready.shift()
      if (chunk) {
        queued -= chunk.length
        if (queued < high / 2 && zlib.isPaused()) zlib.resume()
        yield chunk
        release(chunk)
        await turn()
      } else if (done) break
      else
        await new Promise<void>(resolve => {
          wake = resolve
        })
    }
    if (failure) throw failure
  } finally {
    zlib.destroy()
    await fed
  }
}

/** Gives zlib one chunk at a time and reads the next meanwhile. */
async function feed(
  zlib: Gunzip | InflateRaw,
  input: AsyncIterable<Uint8Array>,
  leave: (bytes: Uint8Array) => void,
): Promise<void> {
  const closed = new Promise<void>(resolve => zlib.once('close', resolve))
  let given = 0
  let isOver = false
  const write = async (chunk: Uint8Array): Promise<void> => {
    if (isOver) return leave(chunk)
    let isTaken = false
    given += chunk.length
    const taken = new Promise<void>(resolve =>
      zlib.write(chunk, error => {
        isTaken = !error
        resolve()
      }),
    )
    await Promise.race([closed, taken])
    const over = given - zlib.bytesWritten
    isOver = zlib.destroyed || zlib.readableEnded || over > 0
    if (isTaken && over > 0) leave(chunk.subarray(chunk.length - over))
    else if (isTaken) release(chunk)
  }
  let written: Promise<void> | null = null
  let held: Uint8Array | null = null
  for await (const chunk of input) {
    await written
    if (held) written = write(held)
    // What comes may be somebody's chunk as well, valid until the next one is asked for.
    held = new Uint8Array(chunk)
    if (isOver) return leave(held)
  }
  await written
  // zlib drops what the call that fails had inflated: the check sum, the last 8 bytes, goes alone, and so does the end.
  if (held && held.length > 8) {
    await write(held.subarray(0, -8))
    held = held.subarray(-8)
  }
  if (held) await write(held)
  if (!isOver) zlib.end()
}

/**
 * Gives the memory of a chunk back; of one that zlib made once it has filled all of it, and so has taken new one for what follows.
 * Left to the garbage collector, megabytes a millisecond make it look through all memory again and again, or pile up. Where Node
 * cannot do that, it is left.
 */
function release({buffer, byteOffset, length}: Uint8Array): void {
  const memory: ArrayBufferLike & {transfer?(length: number): unknown} = buffer
  if (byteOffset + length === buffer.byteLength) memory.transfer?.(0)
}

/** Lets zlib hand over what it has, and begin with the next, while the reader still has something to do. */
const turn = (): Promise<void> => new Promise(resolve => setImmediate(resolve))
