import type {Report, SuiteReport} from '../model.ts'
import {type Cause, causes, hasFailed, probableCause} from './causes.ts'
import {hosts, type RenderContext} from './context.ts'
import {chainEvidence, evidenceBlock} from './evidence.ts'
import {type Block, characters, fitPage} from './fit.ts'
import {headline} from './headline.ts'
import {alert, bold, details, heading, join, lines, link, type Markdown, md, rich, text} from './markdown.ts'
import {footer, wholeWhy} from './refs.ts'
import {suiteTable} from './table.ts'
import {whatToDo} from './todo.ts'
import {excerpt, sameWords} from './unknown.ts'
import {count, STATE} from './words.ts'

/** GitHub refuses a comment over 65,536 characters whole. The marker and its state take up to 3,000. */
const LIMIT_CHARACTERS = 57_000

/** Rows of the table: as many as fit together with what is never left out. */
const ROWS = [40, 15, 5]

/** The comment on a pull request, for who has ten seconds: verdict, what to do, table; proof is folded. */
export function renderComment(report: Report, context: RenderContext): string {
  const known = causes(report)
  const suites = report.suites.filter(hasFailed).map(suite => ({
    priority: suite.diagnosis?.root_cause ? 3 : 2,
    name: 'suite',
    text: folded(suite, {probable: probableCause(suite, known), like: sameWords(suite, report)}, context),
  }))
  let page = ''
  for (const rows of ROWS) {
    const blocks: Block[] = [
      {priority: 0, name: 'headline', text: heading(2, headline(report, context))},
      {priority: 0, name: 'answer', text: whatToDo(report, context)},
      {priority: 0, name: 'table', text: suiteTable(report, context, rows)},
      {priority: 1, name: 'warning', text: incomplete(report)},
      ...suites,
      {priority: 0, name: 'footer', text: end(report, context)},
    ]
    page = `${fitPage(blocks, LIMIT_CHARACTERS, characters)}\n`
    if (page.length <= LIMIT_CHARACTERS) break
  }
  return page
}

function folded(
  suite: SuiteReport,
  {probable, like}: {probable: Cause | null; like: Markdown},
  context: RenderContext,
): Markdown {
  const {diagnosis, fix} = suite
  if (!diagnosis) return md``
  const root = diagnosis.root_cause
  const effects = diagnosis.chain.filter(effect => effect.pattern !== root?.pattern).slice(0, 6)
  const chain = [
    root ? bold(rich(root.title)) : text(STATE[diagnosis.state].long),
    ...effects.map(effect => md`→ ${rich(effect.title)}`),
    probable ? md`Probably: ${rich(probable.title)}` : md``,
    like,
  ]
  const body = [
    lines(chain),
    evidenceBlock(chainEvidence(suite, 4), suite, context),
    root ? md`` : excerpt(suite, context, 8),
    fix ? md`${bold(md`Fix:`)} ${wholeWhy(fix, context)}` : md``,
  ]
  const what = root ? 'evidence' : STATE[diagnosis.state].short.toLowerCase()
  return details(`${suite.name}: ${what}`, join(body, '\n\n'))
}

function incomplete({incomplete: notes}: Report): Markdown {
  if (notes.length === 0) return md``
  const shown = notes.slice(0, 3).map(({what, why}) => md`${text(what, 120)} (${text(why, 200)})`)
  const more = notes.length > 3 ? md` and ${text(count(notes.length - 3, 'more thing'))}` : md``
  return alert('WARNING', md`Not everything could be read: ${join(shown, '; ')}${more}.`)
}

function end(report: Report, context: RenderContext): Markdown {
  const more = link(
    report.totals.failed > 0 ? md`Full report with evidence and next commands` : md`Job summary`,
    context.summaryUrl,
    hosts(context),
  )
  return join([context.summaryUrl ? more : md``, footer(report, context)], '\n\n')
}
