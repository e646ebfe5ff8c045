export interface Column {
  name: string
  from: number
  to: number
}

/** The columns of a kubectl header: words apart by two spaces or more begin where their cells begin. */
export function columns(header: string): Column[] {
  const found: Column[] = []
  for (const m of header.matchAll(/\S+(?: \S+)*/g)) {
    const last = found.at(-1)
    if (last) last.to = m.index
    found.push({name: m[0], from: m.index, to: Number.MAX_SAFE_INTEGER})
  }
  return found
}

/** A row's cells by column name; the last column takes the rest of the line. `<none>` is empty. */
export function cells(row: string, by: readonly Column[]): Record<string, string> {
  const found: Record<string, string> = {}
  for (const {name, from, to} of by) {
    const cell = row.slice(from, to).trim()
    found[name] = cell === '<none>' || cell === '<unknown>' ? '' : cell
  }
  return found
}
