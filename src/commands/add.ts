import {readFile} from 'node:fs/promises'
import {describe, UserError} from '../errors.ts'
import {decodeActionsLine} from '../read/actions-log.ts'
import type {Terminal} from './triage.ts'

/** Lines of context in the example, before and after. */
const around = 5

/** `catalog add`: a pattern and an example for a line of a log, which pass `catalog check` and `catalog test` as printed. */
export async function addCommand(log: string, line: number, terminal: Terminal): Promise<number> {
  let text: string
  try {
    text = await readFile(log, 'utf8')
  } catch (cause) {
    throw new UserError(`${log}: ${describe(cause)}`, {cause})
  }
  const lines = text.split('\n').map(raw => decodeActionsLine(raw).text.replace(/\x1b\[[0-9;]*m/g, ''))
  const wanted = lines[line - 1]
  if (!wanted?.trim())
    throw new UserError(
      `${log}:${line}: ${wanted === undefined ? `the log has ${lines.length} lines` : 'the line is empty'}`,
    )
  const id = idOf(wanted)
  const example = lines
    .slice(Math.max(0, line - 1 - around), line + around)
    .map((l, i) => (i === Math.min(around, line - 1) ? `#=>${l}` : l))
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
# ${wanted.slice(0, Math.max(4, Math.floor(wanted.length / 3)))}
`)
  return 0
}

const quote = (text: string) => `'${text.replaceAll("'", "''")}'`

function titleOf(line: string): string {
  return line.trim().replace(/[{}]/g, '').replace(/\s+/g, ' ').slice(0, 120).trim()
}

function idOf(line: string): string {
  const words = line.toLowerCase().match(/[a-z]{3,}/g) ?? []
  return words.slice(0, 5).join('-') || 'unnamed-failure'
}

/** The line as an expression: what differs from run to run is left open. */
export function expressionOf(line: string): string {
  return line
    .trim()
    .slice(0, 200)
    .split(/([0-9a-f]{8}-[0-9a-f-]{27}|\b[0-9a-f]*\d[0-9a-f]{6,}\b|\d+)/)
    .map((part, i) =>
      i % 2 === 0 ? part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&') : /[a-f-]/.test(part) ? '[0-9a-f-]+' : '\\d+',
    )
    .join('')
    .replace(/\s+/g, '\\s+')
}
