import {readFile} from 'node:fs/promises'
import {describe, UserError} from '../errors.ts'
import {decodeActionsLine} from '../read/actions-log.ts'
import {MASK, redactor} from '../report/redact.ts'
import type {Terminal} from './triage.ts'

/** Lines of context in the example, before and after. */
const around = 5
/** Characters of a line that the expression is made of. */
const longest = 200

/** `catalog add`: a pattern and an example for a line of a log, which pass `catalog check` and `catalog test` as printed. */
export async function addCommand(
  log: string,
  line: number,
  terminal: Pick<Terminal, 'stdout'>,
): Promise<number> {
  let text: string
  try {
    text = await readFile(log, 'utf8')
  } catch (cause) {
    throw new UserError(`${log}: ${describe(cause)}`, {cause})
  }
  const lines = text.split('\n')
  if (!plain(lines[line - 1] ?? '').trim())
    throw new UserError(
      `${log}:${line}: ${line > lines.length ? `the log has ${lines.length} lines` : 'the line is empty'}`,
    )
  const from = Math.max(0, line - 1 - around)
  const redact = redactor([])
  const shown = lines.slice(from, line + around).map(raw => redact(plain(raw)))
  const wanted = shown[line - 1 - from]!
  if ((wanted.match(/\p{L}/gu) ?? []).length < 7)
    throw new UserError(`${log}:${line}: says too little to be recognised by; choose a line with more words`)
  const id = idOf(wanted)
  const example = shown
    .map((l, i) => (i === line - 1 - from ? `#=>${l}` : l))
    .join('\n')
    .trimEnd()
    .split('\n')
  terminal.stdout(`# yaml-language-server: $schema=https://raw.githubusercontent.com/jordigilh/e2e-failure-triage/main/catalog/schema.json
patterns:
  - id: ${id}
    family: config-invalid # the one that fits, of catalog/taxonomy.yml
    role: cause
    title: ${quote(titleOf(wanted))}
    any:
      - line: ${quote(expressionOf(wanted))}
    advice: ${quote('Say here what to change.')}

# Save what follows, without the leading "# ", as examples/${id}.log beside the pattern file:
#
# #=TRUE=# job-log
${example.map(l => `# ${l}`).join('\n')}
# #=NEAR=# job-log
# ${nearMiss(wanted)}
`)
  return 0
}

const quote = (text: string) => `'${text.replaceAll("'", "''")}'`

function titleOf(line: string): string {
  return said(line).replace(/[{}]/g, '').replace(/\s+/g, ' ').slice(0, 120).trim()
}

function idOf(line: string): string {
  const words = line.toLowerCase().match(/[a-z]{3,20}/g) ?? []
  return words.slice(0, 5).join('-') || 'unnamed-failure'
}

/** The line as an expression: what differs from run to run, and what was masked, is left open. */
export function expressionOf(line: string): string {
  return kept(line)
    .split(/(\*{3}|[0-9a-f]{8}-[0-9a-f-]{27}|\b[0-9a-f]*\d[0-9a-f]{6,}\b|\d+)/)
    .map((part, i) => (i % 2 === 0 ? part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&') : opened(part)))
    .join('')
    .replace(/\s{2,}|[^\S ]/g, '\\s+')
}

const opened = (part: string) => (part === MASK ? '\\S+' : /[a-f-]/.test(part) ? '[0-9a-f-]+' : '\\d+')

/** Cut between words: half an id would fit no other run's. */
function kept(line: string): string {
  const text = said(line)
  if (text.length <= longest) return text
  const cut = text.lastIndexOf(' ', longest)
  return text.slice(0, cut > longest / 2 ? cut : longest)
}

/** The beginning of the line: too little for the expression, which needs all of it. */
function nearMiss(line: string): string {
  const text = kept(line)
  return text.slice(0, Math.max(1, Math.floor(text.length / 3)))
}

/** What the line says, without when. */
const said = (line: string) =>
  line.trim().replace(/^\[?\d{4}-\d\d-\d\d[T ][\d:.,]+(?:Z|[+-]\d\d:?\d\d)?\]?\s+/, '')

const plain = (raw: string) =>
  decodeActionsLine(raw)
    .text.replace(/\x1b\[[0-9;?]*[A-Za-z]/g, '')
    .replace(/[\x00-\x08\x0b-\x1f\x7f]/g, '')
