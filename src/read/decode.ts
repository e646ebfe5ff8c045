const utf8 = new TextDecoder('utf-8', {ignoreBOM: true})

/** Bytes of a line to text, at most `longest` characters. */
export function decodeText(buffer: Buffer, start: number, end: number, longest: number): string {
  const last = Math.min(end, start + 3 * longest + 3)
  const latin = buffer.toString('latin1', start, Math.min(end, start + longest))
  // Most lines are ASCII, for which this is several times faster.
  if (!/[^\x00-\x7f]/.test(latin)) return latin
  return utf8.decode(buffer.subarray(start, last)).slice(0, longest)
}
