const LOOPBACK = /^(?:localhost|127\.0\.0\.1|\[::1\])$/

/** The bytes at an address, without credentials. Throws above `max` bytes and for anything but https (or loopback). */
export async function fetchBounded(
  address: string,
  max: number,
  signal: AbortSignal,
  send: typeof fetch,
): Promise<Uint8Array> {
  const url = new URL(address)
  if (url.protocol !== 'https:' && !LOOPBACK.test(url.hostname))
    throw new Error(`refused to load from ${url.origin}`)
  const answer = await send(url, {signal, redirect: 'error'})
  if (!answer.ok || !answer.body) throw new Error(`${url.host} answered ${answer.status}`)
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of answer.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.length
    if (size > max) throw new Error(`larger than ${max} bytes`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
