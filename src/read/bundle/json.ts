import type {Note} from '../../model.ts'

/** One API object as it stands in a file, still unread fields and all. */
export interface RawItem {
  value: unknown
  /** Kind that its list gives it, for lists whose items do not say. */
  kind: string | null
  /** 1-based line in the file where its text begins. */
  line: number
  text: string
}

interface Extent {
  start: number
  end: number
}
interface Doc extends Extent {
  kind: string | null
  items: Extent[] | null
}

/** The objects of one or many JSON documents: single, in a list, in an array, one after the other. */
export function jsonItems(text: string, path: string, note: (n: Note) => void): RawItem[] {
  const found: RawItem[] = []
  const lines = lineCounter(text)
  let broken = 0
  for (const doc of documents(text)) {
    if (doc.end < 0) broken++
    const parts = doc.items ?? (doc.end < 0 ? [] : [doc])
    for (const {start, end} of parts) {
      const part = text.slice(start, end)
      try {
        const kind = doc.items ? doc.kind?.replace(/List$/, '') || null : null
        found.push({value: JSON.parse(part), kind, line: lines(start), text: part})
      } catch {
        broken++
      }
    }
  }
  if (broken > 0) note({what: path, why: `damaged JSON: ${broken} part(s) left out, ${found.length} read`})
  return found
}

/** Where documents and the items of their lists begin and end, without parsing them. */
function documents(text: string): Doc[] {
  const docs: Doc[] = []
  let doc: Doc | null = null
  let array = false
  let depth = 0
  let key = ''
  let item = -1
  const structure = /["{}[\]]/g
  for (let m = structure.exec(text); m; m = structure.exec(text)) {
    const at = m.index
    const c = m[0]
    if (c === '"') {
      const end = stringEnd(text, at)
      structure.lastIndex = end
      if (depth !== 1 || array || !doc) continue
      const word = text.slice(at + 1, Math.min(end - 1, at + 200))
      if (/^\s*:/.test(text.slice(end, end + 20))) key = word
      else if (key === 'kind') doc.kind = word
    } else if (c === '{' || c === '[') {
      if (depth === 0) {
        array = c === '['
        doc = {start: at, end: -1, kind: null, items: array ? [] : null}
        docs.push(doc)
        key = ''
      }
      if (doc && !array && depth === 1 && key === 'items' && c === '[') doc.items = []
      depth++
      if (c === '{' && doc?.items && depth === (array ? 2 : 3) && (array || key === 'items')) item = at
    } else if (depth > 0) {
      depth--
      if (c === '}' && item >= 0 && depth === (array ? 1 : 2)) {
        doc?.items?.push({start: item, end: at + 1})
        item = -1
      }
      if (depth === 0 && doc) doc.end = at + 1
    }
  }
  for (const d of docs) if (d.kind?.endsWith('List') && !d.items) d.items = []
  return docs
}

/** Just after the closing quote; the end of the text where there is none. */
function stringEnd(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let slashes = 0
    while (text[at - 1 - slashes] === '\\') slashes++
    if (slashes % 2 === 0) return at + 1
  }
  return text.length
}

/** Line numbers of growing offsets, counted once. */
export function lineCounter(text: string): (offset: number) => number {
  let line = 1
  let at = 0
  return offset => {
    for (let next = text.indexOf('\n', at); next >= 0 && next < offset; next = text.indexOf('\n', at)) {
      line++
      at = next + 1
    }
    return line
  }
}
