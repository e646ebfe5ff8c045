import type {Block} from '../model.ts'
import {type LineBlock, lineBlock} from './blocks.ts'

/** How many lines a person's mail or commit message folds one message into, at the most. */
const mostLines = 6

/** Joined lines, numbered by the first of those that were joined, with what each was made of. */
export interface Unfolded extends LineBlock {
  /** By its number, the lines that a joined line was made of. */
  readonly parts: ReadonlyMap<number, readonly string[]>
}

/**
 * Joins lines that belong to one message (folded by a person, cut by a terminal, pretty-printed JSON) to one each,
 * so that a pattern of one line finds them. For text without timestamps only; null where nothing was folded.
 */
export function unfold(block: Pick<Block, 'bytes' | 'firstLine'>): Unfolded | null {
  const lines = new TextDecoder().decode(block.bytes).split('\n')
  const joined: string[] = []
  const parts = new Map<number, readonly string[]>()
  for (let i = 0; i < lines.length - 1; i++) {
    const texts = [lines[i]!.trimEnd()]
    if (!texts[0]!.trim()) continue
    let last = i
    while (last + 1 < lines.length && last - i < mostLines - 1 && continues(lines[last]!, lines[last + 1]!)) {
      last++
      texts.push(lines[last]!.trimEnd())
    }
    if (last === i) continue
    joined.push(texts.map((text, k) => (k ? text.trim() : text)).join(' '))
    parts.set(block.firstLine + i, texts)
  }
  if (!joined.length) return null
  const bytes = new TextEncoder().encode(`${joined.join('\n')}\n`)
  return {...lineBlock(bytes, {firstLine: block.firstLine, lines: [...parts.keys()]}), parts}
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
