import type {FixRefReport, Report, SuiteReport} from '../model.ts'
import type {Cause} from './causes.ts'
import type {RenderContext} from './context.ts'
import type {Block} from './fit.ts'
import {bold, code, details, heading, join, list, type Markdown, md, rich, table, text} from './markdown.ts'
import {refLink} from './refs.ts'
import {names} from './todo.ts'
import {count, FIX, FIX_REF, SOURCE, SOURCE_STATE} from './words.ts'

/** What concerns more than one suite: common causes, fixes, the next run, what is left to do, what was not read. */
export function wholeRunBlocks(report: Report, known: readonly Cause[], context: RenderContext): Block[] {
  return [
    {priority: 2, name: 'common-cause list', text: section(md`Common causes`, common(known))},
    {priority: 3, name: 'fix list', text: section(md`Fixes`, fixes(report, context))},
    {priority: 3, name: 'outlook', text: section(md`Next run`, nextRun(report))},
    {priority: 3, name: 'work list', text: section(md`Remaining work`, remaining(report))},
    {priority: 1, name: 'not-read list', text: unread(report)},
    {priority: 6, name: 'source list', text: sources(report)},
  ]
}

function section(title: Markdown, body: Markdown): Markdown {
  return body === '' ? body : md`${heading(3, title)}\n\n${body}`
}

function common(known: readonly Cause[]): Markdown {
  const shared = known.filter(cause => cause.suites.length + cause.probable.length > 1)
  return list(
    shared.slice(0, 30).map(cause => {
      const probable =
        cause.probable.length > 0
          ? md`; probably also ${names(cause.probable)}, where only the symptom was seen`
          : md``
      return md`${rich(cause.title)}: ${names(cause.suites)}${probable}`
    }),
  )
}

function fixes(report: Report, context: RenderContext): Markdown {
  return list(
    report.fixes.slice(0, 50).map(fix => {
      const known = report.suites.flatMap(suite =>
        (suite.fix?.refs ?? [])
          .filter(ref => ref.id.replace(/^#/, '') === fix.ref.replace(/^#/, ''))
          .map(ref => ({ref, state: stateOf(ref, suite, suite.fix?.refs[0] === ref)})),
      )
      const place = known[0] ? refLink(known[0].ref, context) : code(fix.ref, 60)
      const services = fix.services.slice(0, 8).map(service => serviceName(report, service))
      const states = [...new Set(known.map(({state}) => state).filter(Boolean))].slice(0, 3)
      const state = states.length > 0 ? md` (${text(states.join(' / '), 120)})` : md``
      return md`${place} ${rich(fix.summary)}: ${join(services, ', ')}${state}`
    }),
  )
}

/** A suite's status speaks of the fix that decides; the others have a state of their own. */
function stateOf(ref: FixRefReport, {fix}: SuiteReport, decides: boolean): string {
  const own = ref.state === null ? '' : (FIX_REF[ref.state] ?? ref.state)
  return decides && fix && fix.status !== 'needs-fix' && fix.status !== 'unknown' ? FIX[fix.status] : own
}

const ALONE = {
  'should-pass': 'should pass',
  'still-failing': 'will still fail',
  unknown: 'may pass or fail: it cannot be told',
}

function nextRun({suites, totals}: Report): Markdown {
  const failed = suites.filter(suite => suite.fix || suite.diagnosis)
  if (totals.failed === 0) return md``
  const number = (next: string) => failed.filter(suite => (suite.fix?.next_run ?? 'unknown') === next).length
  const parts = [
    ...(number('should-pass') > 0 ? [md`${bold(md`${number('should-pass')}`)} should pass`] : []),
    ...(number('still-failing') > 0 ? [md`${bold(md`${number('still-failing')}`)} will still fail`] : []),
    ...(number('unknown') > 0 ? [md`for ${bold(md`${number('unknown')}`)} it cannot be told`] : []),
  ]
  if (parts.length === 0) return md``
  const [only] = failed
  if (totals.failed === 1 && only)
    return md`With the fixes that have landed, ${bold(text(only.name, 60))} ${text(ALONE[only.fix?.next_run ?? 'unknown'])}.`
  return md`With the fixes that have landed, of the ${text(count(totals.failed, 'failed suite'))}: ${join(parts, ', ')}.`
}

function remaining(report: Report): Markdown {
  const work = new Map<string, string[]>()
  for (const {service, what} of report.remaining_work) work.set(what, [...(work.get(what) ?? []), service])
  return list(
    [...work].slice(0, 50).map(([what, services]) => {
      const shown = services.slice(0, 8).map(service => serviceName(report, service))
      return md`${join(shown, ', ')}: ${rich(what, 400)}`
    }),
  )
}

function serviceName({suites}: Report, service: string): Markdown {
  return bold(text(suites.find(suite => suite.service === service)?.name ?? service, 60))
}

function unread({incomplete}: Report): Markdown {
  const shown = incomplete.slice(0, 40).map(({what, why}) => md`${text(what, 200)}: ${text(why, 400)}`)
  const more = incomplete.length > shown.length ? [md`… and ${incomplete.length - shown.length} more`] : []
  return section(md`Not read`, list([...shown, ...more]))
}

function sources({suites}: Report): Markdown {
  const rows = suites.flatMap(suite =>
    suite.sources
      .slice(0, 10)
      .map(source => [
        text(suite.name, 60),
        md`${text(SOURCE[source.kind])} ${code(source.name, 120)}`,
        text([SOURCE_STATE[source.state], source.detail ?? ''].filter(Boolean).join(': '), 200),
        text(
          [source.format ?? '', source.lines === null ? '' : count(source.lines, 'line')]
            .filter(Boolean)
            .join(', '),
        ),
      ]),
  )
  if (rows.length === 0) return md``
  return details(
    `What was read (${rows.length})`,
    table(['Suite', 'Source', 'State', 'Content'], rows.slice(0, 200)),
  )
}
