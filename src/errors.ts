/** The user's mistake: shown as one line without a stack; says what, where and what to do. */
export class UserError extends Error {
  override name = 'UserError'
}

/** An error as one line, with its causes: `reading a.zip: unexpected end of file`. Never a stack. */
export function describe(error: unknown): string {
  const parts: string[] = []
  const seen = new Set<unknown>()
  for (
    let e: unknown = error;
    e !== undefined && e !== null && !seen.has(e);
    e = e instanceof Error ? e.cause : undefined
  ) {
    seen.add(e)
    const text = (e instanceof Error ? e.message || e.name : String(e)).replace(/\s+/g, ' ').trim()
    if (text && !parts.some(p => p.includes(text))) parts.push(text)
  }
  return parts.join(': ') || 'unknown error'
}
