/** What nobody makes up twice, as the id of a request or a trace: a UUID or a long hexadecimal number. */
const ids = /\b(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?=[a-f]*\d)(?=\d*[a-f])[0-9a-f]{12,64})\b/g
/** What the body of a response says in words. */
const sayings =
  /\\{0,4}"(?:error|message|msg|detail|reason|title|description|error_description)\\{0,4}"\s*:\s*\\{0,4}"([^"\\]{10,200})/gi
/** Words of what says that something went wrong, and nothing of what. */
const vague =
  /^(?:(?:an?|the|in|of|to|for|by|is|was|be|has|have|been|could|cannot|not|internal|server|error|unexpected|unknown|bad|invalid|request|requests|response|gateway|time-?out|timed|out|found|service|temporarily|unavailable|unauthori[sz]ed|forbidden|access|permission|denied|failed|failure|something|went|wrong|occurred|connection|refused|reset|peer|validation|conflict|resource|already|exists|authentication|required|missing|please|try|again|later|context|deadline|exceeded|upstream|input|payload|data|body|operation|processing|method|allowed|too|many|entity|unprocessable|precondition|cancell?ed)\b\W*)+$/i
const most = 200

/**
 * Of what failed tests show: whether a line speaks of the very same, by an id, or in the words of a response that they quote. A service
 * logs beside these why it answered so.
 */
export function quoting(shown: readonly string[]): (text: string) => boolean {
  const parts = new Set<string>()
  for (const text of shown) {
    for (const [id] of text.matchAll(ids)) parts.add(id)
    for (const [, said = ''] of text.matchAll(sayings))
      if (/\w\s+\w/.test(said) && !vague.test(said)) parts.add(said.trim())
    if (parts.size > most) break
  }
  const all = [...parts]
  return text => all.some(part => text.includes(part))
}
