/** A quoted summary entry that was folded: `[FAIL] Container`, and some lines below it `[It] leaf`. */
export function wrappedEntry(found: (line: number, name: string) => void) {
  let parts: string[] = []
  let from = 0
  return {
    line(n: number, text: string): boolean {
      const start = text.includes('[FAIL] ') ? /^\s*\[FAIL\] (.+)$/.exec(text)?.[1] : undefined
      if (start !== undefined) [parts, from] = [[start], n]
      else if (parts.length > 0) {
        parts.push(text.trim())
        const leaf = /^\s*\[(?:It|[A-Za-z]+(?:Each|All))\] /.test(text)
        if (leaf) found(from, parts.join(' '))
        if (leaf || parts.length > 5 || text.trim() === '') parts = []
        return leaf
      }
      return false
    },
    open: () => parts.length > 0,
  }
}
