import {alert, join, type Markdown, md, text} from './markdown.ts'
import {count} from './words.ts'

/** A part of a page that is shown whole or not at all. */
export interface Block {
  text: Markdown
  /** 0 is never left out; the highest goes first. */
  priority: number
  /** What it is, to say what was left out: `excerpt`. */
  name: string
}

/** Room for saying what was left out. */
const NOTICE = 800

/**
 * The page within `limit`, in `size`'s units: the least important blocks are left out, the
 * last of equals first, and the page says so.
 */
export function fitPage(blocks: readonly Block[], limit: number, size: (text: string) => number): Markdown {
  const kept = blocks.filter(block => block.text !== '')
  // Two for the empty line between blocks.
  let total = kept.reduce((sum, block) => sum + size(block.text) + 2, 0)
  if (total <= limit) return page(kept, [])
  const left = new Set<Block>()
  for (const block of kept.toReversed().toSorted((a, b) => b.priority - a.priority)) {
    if (total + NOTICE <= limit || block.priority === 0) break
    left.add(block)
    total -= size(block.text) + 2
  }
  return page(
    kept.filter(block => !left.has(block)),
    kept.filter(block => left.has(block)),
  )
}

function page(kept: readonly Block[], left: readonly Block[]): Markdown {
  return join([...kept.map(block => block.text), ...(left.length > 0 ? [notice(left)] : [])], '\n\n')
}

function notice(left: readonly Block[]): Markdown {
  const names = new Map<string, number>()
  for (const {name} of left) names.set(name, (names.get(name) ?? 0) + 1)
  const what = [...names].map(([name, number]) => count(number, name)).join(', ')
  return alert(
    'NOTE',
    md`Left out, because GitHub limits the length of this page: ${text(what, 500)}. The report has everything.`,
  )
}

const encoder = new TextEncoder()

export function bytes(value: string): number {
  return encoder.encode(value).length
}

export function characters(value: string): number {
  return value.length
}
