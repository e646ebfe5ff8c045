import type {Report} from '../model.ts'
import {causes, hasFailed, probableCause} from './causes.ts'
import type {RenderContext} from './context.ts'
import {type Block, bytes, fitPage} from './fit.ts'
import {headline} from './headline.ts'
import {wholeRunBlocks} from './lists.ts'
import {heading, type Markdown} from './markdown.ts'
import {footer} from './refs.ts'
import {suiteBlocks} from './suite.ts'
import {suiteTable} from './table.ts'
import {whatToDo} from './todo.ts'
import {unknownBlocks} from './unknown.ts'

/** A step's summary over 1 MiB vanishes whole; this is the part of it that the page may take. */
const LIMIT_BYTES = 900_000

/** The page of a run, for who has to repair it. At most 900,000 bytes. */
export function renderSummary(report: Report, context: RenderContext): string {
  const known = causes(report)
  const blocks: Block[] = [
    {priority: 0, name: 'headline', text: heading(2, headline(report, context))},
    {priority: 0, name: 'answer', text: whatToDo(report, context)},
    {priority: 0, name: 'table', text: suiteTable(report, context, 400)},
    ...report.suites
      .filter(hasFailed)
      .flatMap(suite => [
        ...suiteBlocks(suite, probableCause(suite, known), context),
        ...unknownBlocks(suite, report, context),
      ]),
    ...wholeRunBlocks(report, known, context),
    {priority: 0, name: 'footer', text: footer(report, context)},
  ]
  return page(fitPage(blocks, LIMIT_BYTES, bytes))
}

function page(text: Markdown): string {
  return `${text}\n`
}
