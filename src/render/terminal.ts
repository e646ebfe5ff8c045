import type {Report, SuiteReport} from '../model.ts'
import {causes, hasFailed, probableCause} from './causes.ts'
import {clean} from './clean.ts'
import {type RenderContext, showsLog} from './context.ts'
import {chainEvidence} from './evidence.ts'
import {headline} from './headline.ts'
import {whatToDo} from './todo.ts'
import {
  count,
  EVIDENCE,
  FIX,
  NEXT_RUN,
  percent,
  STATE,
  STATUS,
  severityInWords,
  testsInWords,
} from './words.ts'

type Paint = (text: string) => string
interface Style {
  bold: Paint
  dim: Paint
  width: number
}

/** The report for a terminal or a plain file, at most `width` columns wide where words allow it. */
export function renderText(
  report: Report,
  context: RenderContext,
  {color, width}: {color: boolean; width: number},
): string {
  const paint =
    (code: number): Paint =>
    text =>
      color ? `\u001b[${code}m${text}\u001b[0m` : text
  const style = {bold: paint(1), dim: paint(2), width: Math.max(40, width)}
  const known = causes(report)
  const failed = report.suites.filter(hasFailed)
  const parts = [
    style.bold(plain(headline(report, context))),
    wrap(plain(whatToDo(report, context)), '', style),
    ...failed.map(suite => suiteText(suite, probableCause(suite, known)?.title ?? null, context, style)),
    others(report),
    listed(
      'Remaining work',
      report.remaining_work.map(({service, what}) => `${service}: ${what}`),
      style,
    ),
    listed(
      'Not read',
      report.incomplete.map(({what, why}) => `${what}: ${why}`),
      style,
    ),
  ]
  return `${parts.filter(part => part !== '').join('\n\n')}\n`
}

function suiteText(
  suite: SuiteReport,
  probable: string | null,
  context: RenderContext,
  style: Style,
): string {
  const {diagnosis, fix} = suite
  const {icon, word} = STATUS[suite.status]
  const facts = [word, severityInWords(suite), testsInWords(suite)]
  const rows = [
    `${icon} ${style.bold(shown(suite.name, 80))}  ${style.dim(facts.filter(Boolean).join(' · '))}`,
  ]
  const root = diagnosis?.root_cause
  if (root && diagnosis) {
    rows.push(
      wrap(
        `${root.title} (${STATE[diagnosis.state].short}, ${percent(root.confidence)}; ${root.pattern})`,
        '  ',
        style,
      ),
    )
  } else {
    rows.push(wrap(STATE[diagnosis?.state ?? 'no-evidence'].long, '  ', style))
    if (probable) rows.push(wrap(`Probably, as in other suites: ${probable}`, '  ', style))
  }
  const effects = diagnosis?.chain.filter(effect => effect.pattern !== root?.pattern).slice(0, 8) ?? []
  rows.push(...effects.map(effect => wrap(`→ ${effect.title}`, '    ', style)))
  if (showsLog(context, suite)) rows.push(...quoted(suite, style))
  if (fix)
    rows.push(wrap(`${FIX[fix.status]}: ${fix.why} (next run: ${NEXT_RUN[fix.next_run]})`, '  ', style))
  return rows.join('\n')
}

/** Lines of logs stand behind a bar: no runner takes them for its own commands. */
function quoted(suite: SuiteReport, style: Style): string[] {
  const bar = style.dim('  │ ')
  const evidence = chainEvidence(suite, 4).flatMap(at => [
    bar +
      style.dim(
        shown(
          `${EVIDENCE[at.kind]} ${at.source}${at.path ? ` ${at.path}` : ''}${at.line ? `:${at.line}` : ''}`,
          200,
        ),
      ),
    bar + shown(at.text, 400),
  ])
  const excerpt = suite.diagnosis?.root_cause ? [] : (suite.diagnosis?.excerpt.slice(0, 12) ?? [])
  return [
    ...evidence,
    ...excerpt.map(({line, text}) => `${bar}${style.dim(String(line))}  ${shown(text, 400)}`),
  ]
}

function others({suites}: Report): string {
  const rest = suites.filter(suite => !hasFailed(suite) && suite.status !== 'passed')
  const passed = suites.filter(suite => suite.status === 'passed').length
  const rows = rest.map(
    ({status, name}) => `${STATUS[status].icon} ${shown(name, 80)}  ${STATUS[status].word}`,
  )
  return [...rows, ...(passed > 0 ? [`${STATUS.passed.icon} ${count(passed, 'suite')} passed`] : [])].join(
    '\n',
  )
}

function listed(title: string, items: string[], style: Style): string {
  if (items.length === 0) return ''
  return [style.bold(title), ...items.slice(0, 40).map(item => wrap(`- ${item}`, '  ', style))].join('\n')
}

function wrap(text: string, indent: string, {width}: Style): string {
  const rows: string[] = []
  for (const word of shown(text, 1000).split(' ')) {
    const last = rows.at(-1)
    if (last !== undefined && indent.length + last.length + 1 + word.length <= width)
      rows[rows.length - 1] = `${last} ${word}`
    else rows.push(word)
  }
  return rows.map((row, i) => indent + (i > 0 ? '  ' : '') + uncommand(row)).join('\n')
}

/** On one line, without controls, and without what the runner reads as a command in any place of a line. */
function shown(text: string, max: number): string {
  return uncommand(clean(text, max).replace(/\s+/g, ' ').trim()).replaceAll('##[', '# #[')
}

function uncommand(row: string): string {
  return row.replace(/^::/, ': :')
}

/** Our own Markdown of one line, as plain words. */
function plain(markdown: string): string {
  return shown(
    markdown
      .replace(/\[((?:[^\]\\]|\\.)*)\]\([^)]*\)/g, '$1')
      .replace(/\*\*|(?<!\\)`+/g, '')
      .replace(/\\([\\`*_[\]<>&|~#+\-=.)])/g, '$1'),
    1000,
  )
}
