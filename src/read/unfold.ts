import type {Block} from '../model.ts'
import {type LineBlock, lineBlock} from './blocks.ts'

/** How many lines a person's mail or commit message folds one message into, at the most. */
const mostLines = 6

/**
 * Joins lines that belong to one message (folded by a person, cut by a terminal, pretty-printed JSON) to one each,
 * so that a pattern of one line finds them. For text without timestamps only; null where nothing was folded.
 */
export function unfold(block: Pick<Block, 'bytes' | 'firstLine'>): LineBlock | null {
  const lines = new TextDecoder().decode(block.bytes).split('\n')
  const joined: string[] = []
  const numbers: number[] = []
  for (let i = 0; i < lines.length - 1; i++) {
    let text = lines[i]!.trimEnd()
    if (!text.trim()) continue
    let last = i
    while (last + 1 < lines.length && last - i < mostLines - 1 && continues(lines[last]!, lines[last + 1]!)) {
      last++
      text += ` ${lines[last]!.trim()}`
    }
    if (last === i) continue
    joined.push(text.replaceAll('\n', ' '))
    numbers.push(block.firstLine + i)
  }
  if (!joined.length) return null
  return lineBlock(new TextEncoder().encode(`${joined.join('\n')}\n`), {
    firstLine: block.firstLine,
    lines: numbers,
  })
}

/** Whether the second line goes on with what the first one says. */
function continues(line: string, next: string): boolean {
  const start = next.trimStart()
  if (
    !start ||
    /^(?:[-*•#>$+]\s|\d+[.)]\s|\[|@|={3}|-{3}|\d{4}-\d\d-\d\d|[IWEF]\d{4} \d\d:|[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:|(?:ERROR|WARN|INFO|DEBUG|FATAL|FAIL|STEP|Error|Warning|Traceback)\b)/.test(
      start,
    )
  ) {
    return false
  }
  const end = line.trimEnd()
  if (/[:,(=\\/[{"'-]$/.test(end)) return true
  return /^[a-z"'`({<\\]/.test(start) || (/^\s/.test(next) && !/^\s/.test(line)) || end.length > 60
}
