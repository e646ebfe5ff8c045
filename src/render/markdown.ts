import {clean} from './clean.ts'

/**
 * Markdown that is safe to publish. Only this file makes it: text of strangers becomes Markdown through
 * `text`, `rich`, `code` or `fence` and in no other way, which the type checks.
 */
export type Markdown = string & {readonly safe: 'markdown'}

const safe = (text: string) => text as Markdown

/** Template of our own words around Markdown: md`failed: ${code(name)}`. */
export function md(words: TemplateStringsArray, ...values: (Markdown | number)[]): Markdown {
  return safe(words.reduce((all, word, i) => all + String(values[i - 1]) + word))
}

export function join(parts: readonly Markdown[], between: string): Markdown {
  return safe(parts.filter(part => part !== '').join(between))
}

/** What GitHub acts on in plain text wherever it stands: mentions, references, bare links, mathematics. */
const ACTIVE = /[@$]|#\d|GH-\d|:\/\/|www\.|^[a-z][a-z0-9+.-]*:\S/i

/** Plain text of strangers on one line. Words that GitHub would act on are shown as code. */
export function text(value: string, max = 300): Markdown {
  const line = clean(value, max).replace(/\s+/g, ' ')
  const shown = line.replace(/[^ ]+/g, word => (ACTIVE.test(word) ? active(word) : escaped(word)))
  return safe(shown.replace(/^( ?)([-+=>]|\d{1,9}(?=[.)]))/, (_, space, mark) => space + guard(mark)))
}

function escaped(word: string): string {
  return word.replace(/[\\`*_[\]<>&|~#]/g, '\\$&')
}

// The punctuation around such a word is not part of it.
function active(word: string): string {
  const [, before = '', core = word, after = ''] = /^([("'[]*)(.*?)([)"'\].,:;!?]*)$/.exec(word) ?? []
  return escaped(before) + code(core) + escaped(after)
}

// What would start a list or a heading. A digit cannot be escaped itself, but the dot behind it can.
function guard(mark: string): string {
  return /\d/.test(mark) ? `${mark}\\` : `\\${mark}`
}

/** Like `text`, with `spans` in backticks shown as code: titles of patterns. */
export function rich(value: string, max = 300): Markdown {
  const parts = clean(value, max)
    .replace(/\s+/g, ' ')
    .split(/`([^`]+)`/)
  return (
    parts
      .map((part, i) => (i % 2 === 1 ? code(part, max) : inner(part, max)))
      // Two code spans that touch would become one.
      .reduce(
        (all, part) => safe(all.endsWith('`') && part.startsWith('`') ? `${all} ${part}` : all + part),
        safe(''),
      )
  )
}

// `text` may end in a code span, and keeps the spaces at both ends that separate it from the spans.
function inner(part: string, max: number): Markdown {
  return text(part, max)
}

/** A code span, with a longer run of backticks around it than any inside. */
export function code(value: string, max = 300): Markdown {
  const inner = clean(value, max).replace(/\s+/g, ' ').trim()
  if (inner === '') return safe('')
  const ticks = '`'.repeat(longestRun(inner) + 1)
  const pad = /^`|`$/.test(inner) ? ' ' : ''
  return safe(ticks + pad + inner + pad + ticks)
}

/** Words on one line that the reader's window does not break. */
export function unbroken(value: string): Markdown {
  return safe(text(value).replaceAll(' ', '\u00a0'))
}

/** A block of code whose fence no line of it can close. `language` is ours. */
export function fence(
  lines: readonly string[],
  language: 'text' | 'sh' | 'yaml' = 'text',
  max = 600,
): Markdown {
  const body = lines.map(line => clean(line, max).replace(/\n/g, ' ')).join('\n')
  const ticks = '`'.repeat(Math.max(3, longestRun(body) + 1))
  return safe(`${ticks}${language}\n${body}\n${ticks}`)
}

function longestRun(value: string): number {
  return Math.max(0, ...(value.match(/`+/g) ?? []).map(run => run.length))
}

/** A link, only to http(s) at one of `hosts` (`null`: any, for addresses out of the catalog); else just the label. */
export function link(label: Markdown, url: string | null, hosts: readonly string[] | null): Markdown {
  const parsed = url !== null && url.length <= 1000 && URL.canParse(url) ? new URL(url) : null
  if (!parsed || label === '') return label
  if (parsed.protocol !== 'https:' && parsed.protocol !== 'http:') return label
  if (parsed.username || parsed.password || (hosts && !hosts.includes(parsed.host))) return label
  const target = clean(parsed.href, 2000).replace(/[()<>[\]\\`|*_~@\s]/g, char => `%${hex(char)}`)
  return safe(`[${label}](${target})`)
}

function hex(char: string): string {
  return char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')
}

export function heading(level: 2 | 3 | 4, title: Markdown): Markdown {
  return safe(`${'#'.repeat(level)} ${title}`)
}

export function bold(value: Markdown): Markdown {
  return value === '' ? value : safe(`**${value}**`)
}

export function small(value: Markdown): Markdown {
  return value === '' ? value : safe(`<sub>${value}</sub>`)
}

export function list(items: readonly Markdown[]): Markdown {
  return safe(items.map(item => `- ${item.replaceAll('\n', '\n  ')}`).join('\n'))
}

/** One of GitHub's alerts. */
export function alert(kind: 'NOTE' | 'TIP' | 'IMPORTANT' | 'WARNING' | 'CAUTION', body: Markdown): Markdown {
  return safe(`> [!${kind}]\n${body.replace(/^/gm, '> ')}`)
}

export function quote(body: Markdown): Markdown {
  return safe(body.replace(/^/gm, '> '))
}

/** Lines within one table cell. */
export function lines(parts: readonly Markdown[]): Markdown {
  return join(parts, '<br>')
}

export function table(header: readonly string[], rows: readonly (readonly Markdown[])[]): Markdown {
  const row = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`
  return safe([row(header), row(header.map(() => '---')), ...rows.map(row)].join('\n'))
}

/** Every pipe gets an odd number of backslashes before it: then it is text, in code spans too. */
function cell(content: string): string {
  return content
    .replace(/\s*\n\s*/g, ' ')
    .replace(/(\\*)\|/g, (found, slashes: string) => (slashes.length % 2 === 0 ? `${slashes}\\|` : found))
}

/** A part that stays folded. Its title stands in HTML, where Markdown's escapes do not count. */
export function details(title: string, body: Markdown): Markdown {
  const shown = clean(title, 200)
    .replace(/[\s`]+/g, ' ')
    .replace(/[@#](?=\w)|GH(?=-\d)/g, '$&\u2060')
    .replace(/[&<>"]/g, char => `&#${char.charCodeAt(0)};`)
  return safe(`<details>\n<summary>${shown}</summary>\n\n${body}\n\n</details>`)
}
