/** What a scan of XML meets. `line` is 1-based. Text comes with its entities decoded; CDATA is text. */
export type XmlEvent =
  | {type: 'open'; name: string; attributes: Record<string, string>; empty: boolean; line: number}
  | {type: 'close'; name: string; line: number}
  | {type: 'text'; text: string}

const NAMED: Record<string, string> = {amp: '&', lt: '<', gt: '>', quot: '"', apos: "'"}
const ENTITY = /&(#x[\da-fA-F]{1,6}|#\d{1,7}|[a-z]{2,4});/g
const MAX_TEXT = 20_000

/**
 * Scans XML that may be cut, hold characters that XML forbids, or not be well-formed: reports are written by processes
 * that die, and what they wrote before still counts. No entities but the five of XML, so nothing can expand.
 * `truncated` is returned where the end is missing.
 */
export function* scanXml(xml: string): Generator<XmlEvent, {truncated: boolean}> {
  let line = 1
  let counted = 0
  const lineAt = (to: number): number => {
    for (let i = xml.indexOf('\n', counted); i >= 0 && i < to; i = xml.indexOf('\n', counted)) {
      line++
      counted = i + 1
    }
    return line
  }
  let at = 0
  while (at < xml.length) {
    const open = xml.indexOf('<', at)
    const end = open < 0 ? xml.length : open
    if (end > at) yield {type: 'text', text: decode(xml.slice(at, Math.min(end, at + MAX_TEXT)))}
    if (open < 0) return {truncated: false}
    const skip = skipped(xml, open)
    if (skip) {
      const close = xml.indexOf(skip.until, open + skip.begin)
      const stop = close < 0 ? xml.length : close
      if (skip.text)
        yield {type: 'text', text: xml.slice(open + skip.begin, Math.min(stop, open + skip.begin + MAX_TEXT))}
      if (close < 0) return {truncated: true}
      at = close + skip.until.length
      continue
    }
    const close = tagEnd(xml, open + 1)
    if (close < 0) return {truncated: true}
    const tag = tagOf(xml.slice(open + 1, close), lineAt(open))
    if (tag) yield tag
    at = close + 1
  }
  return {truncated: false}
}

function skipped(xml: string, at: number): {begin: number; until: string; text: boolean} | null {
  if (xml.startsWith('<![CDATA[', at)) return {begin: 9, until: ']]>', text: true}
  if (xml.startsWith('<!--', at)) return {begin: 4, until: '-->', text: false}
  if (xml.startsWith('<?', at)) return {begin: 2, until: '?>', text: false}
  return null
}

/** The `>` that ends a tag: one within quotes does not. */
function tagEnd(xml: string, from: number): number {
  let quote = 0
  for (let i = from; i < xml.length; i++) {
    const c = xml.charCodeAt(i)
    if (quote !== 0) quote = c === quote ? 0 : quote
    else if (c === 34 || c === 39) quote = c
    else if (c === 62) return i
  }
  return -1
}

function tagOf(tag: string, line: number): XmlEvent | null {
  if (tag.startsWith('!')) return null
  if (tag.startsWith('/')) return {type: 'close', name: local(tag.slice(1).trim()), line}
  const name = /^[^\s/]{1,100}/.exec(tag)?.[0] ?? ''
  const attributes = attributesOf(tag.slice(name.length))
  return name === '' ? null : {type: 'open', name: local(name), attributes, empty: tag.endsWith('/'), line}
}

/** Finds each `=` and its quotes; a regular expression would try every start in a long run of other characters. */
function attributesOf(text: string): Record<string, string> {
  const attributes: Record<string, string> = {}
  let at = 0
  for (let count = 0; count < 100; count++) {
    const equals = text.indexOf('=', at)
    if (equals < 0) break
    const name = text.slice(Math.max(at, equals - 100), equals).trim()
    let open = equals + 1
    while (open < text.length && text.charCodeAt(open) <= 32) open++
    const quote = text[open]
    const close = quote === '"' || quote === "'" ? text.indexOf(quote, open + 1) : -1
    if (close < 0) break
    attributes[local(name)] = decode(text.slice(open + 1, Math.min(close, open + 1 + MAX_TEXT)))
    at = close + 1
  }
  return attributes
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

function decode(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(ENTITY, (whole, e: string) => {
    if (!e.startsWith('#')) return NAMED[e] ?? whole
    const code = e[1] === 'x' ? Number.parseInt(e.slice(2), 16) : Number(e.slice(1))
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}
