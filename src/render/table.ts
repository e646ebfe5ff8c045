import type {Fix, Report, SuiteReport} from '../model.ts'
import {type Cause, causes, hasFailed, probableCause} from './causes.ts'
import {hosts, noteOn, type RenderContext} from './context.ts'
import {
  bold,
  code,
  join,
  lines,
  link,
  type Markdown,
  md,
  rich,
  small,
  table,
  text,
  unbroken,
} from './markdown.ts'
import {refLinks} from './refs.ts'
import {count, FIX, percent, STATE, STATUS, testsInWords} from './words.ts'

const HEADER = ['Service', 'Status', 'Root Cause', 'Fix Status', 'Commit']

/** One row a suite that did not pass; passed and skipped ones are a count below. At most `max` rows. */
export function suiteTable(report: Report, context: RenderContext, max: number): Markdown {
  const known = causes(report)
  const shown = report.suites.filter(isListed)
  const rows = shown.slice(0, max).map(suite => suiteRow(suite, known, context))
  const body = rows.length > 0 ? table(HEADER, rows) : md``
  return join([body, rest(report, shown.length - rows.length)], '\n\n')
}

function isListed({status}: SuiteReport): boolean {
  return status !== 'passed' && status !== 'skipped'
}

function suiteRow(suite: SuiteReport, known: readonly Cause[], context: RenderContext): Markdown[] {
  const {icon, word} = STATUS[suite.status]
  const probable = probableCause(suite, known)
  const fix = suite.fix ?? probable?.suites[0]?.fix ?? null
  return [
    bold(link(text(suite.name, 80), suite.job?.url ?? null, hosts(context))),
    lines([
      text(`${icon} ${word}`),
      small(unbroken([suite.severity ?? '', testsInWords(suite)].filter(Boolean).join(' · '))),
    ]),
    causeCell(suite, probable, context),
    fix && hasFailed(suite)
      ? lines([
          text(FIX[fix.status]),
          small(join([why(fix), probable ? md`if it is the same cause` : md``], ' · ')),
        ])
      : md`–`,
    (fix && refLinks(fix.refs, context)) || md`–`,
  ]
}

/** What git says, in a line, where label and link alone do not tell. */
function why(fix: Fix): Markdown {
  const plain = fix.status === 'in-review' || fix.why === 'no fix is known'
  return plain && !fix.why.includes('; ') ? md`` : text(fix.why, 200)
}

function causeCell(suite: SuiteReport, probable: Cause | null, context: RenderContext): Markdown {
  const {diagnosis} = suite
  if (!hasFailed(suite) || !diagnosis) return md`–`
  const [what, ...more] = cause(suite, probable)
  const note = text(noteOn(context, suite.service) ?? '', 160)
  return lines([what ?? md``, small(join([...more, note], ' · '))])
}

/** What is known of the cause, then how sure that is. */
function cause(suite: SuiteReport, probable: Cause | null): Markdown[] {
  const {
    state,
    root_cause: root,
    chain,
  } = suite.diagnosis ?? {state: 'no-evidence', root_cause: null, chain: []}
  const short = STATE[state].short
  if (root) return [rich(shortPaths(root.title), 220), text(`${short}, ${percent(root.confidence)}`)]
  if (probable)
    return [md`Probably: ${rich(shortPaths(probable.title), 220)}`, md`only its symptom was seen here`]
  const symptom = state === 'symptom-only' ? chain[0]?.title : undefined
  return [text(short), symptom ? rich(symptom, 160) : firstLine(suite)]
}

/** Browsers do not break a long path; the end of it tells most, and the section below has it whole. */
function shortPaths(title: string): string {
  return title.replace(
    /(?<![^\s`"'(])\/[^\s`"']{40,}/g,
    path => `…${/(?:\/[^/]{1,30}){1,2}$/.exec(path)?.[0] ?? path}`,
  )
}

/** The one line that tells most, where nothing is known. */
function firstLine({diagnosis, tests}: SuiteReport): Markdown {
  const failure = tests?.failures[0]
  if (diagnosis?.state !== 'unclassified' || !failure) return md``
  return code(failure.name, 120)
}

function rest({suites, totals}: Report, hidden: number): Markdown {
  // The headline has said it.
  if (totals.passed === totals.suites) return md``
  const number = (status: SuiteReport['status']) => suites.filter(suite => suite.status === status).length
  const parts = [
    ...(hidden > 0 ? [`… and ${count(hidden, 'more row')}`] : []),
    ...(number('passed') > 0 ? [`${STATUS.passed.icon} ${count(number('passed'), 'suite')} passed`] : []),
    ...(number('skipped') > 0 ? [`${STATUS.skipped.icon} ${count(number('skipped'), 'suite')} skipped`] : []),
  ]
  return text(parts.join(' · '))
}
