import type {Report, SuiteReport} from '../model.ts'
import {alike, type Cause, causes, hasLanded, unexplained} from './causes.ts'
import type {RenderContext} from './context.ts'
import {join, type Markdown, md, rich, text} from './markdown.ts'
import {decisive, onBaseToo, shared} from './reason.ts'
import {taskOf} from './todo.ts'
import {count} from './words.ts'

/** The verdict in numbers and words: one cause or many, what of it is already fixed, and whether it is yours. */
export function headline(report: Report, context: RenderContext | null = null): Markdown {
  const {suites, failed, passed} = report.totals
  if (failed === 0) return calm(report)
  const known = causes(report)
  const open = unexplained(report, known)
  const [only] = known
  if (known.length === 1 && only && open.length === 0 && failed > 1) {
    return md`❌ 1 cause, ${failed} of ${text(count(suites, 'suite'))}: ${rich(only.title, 160)}${outcome(only, context)}`
  }
  const total = suites === failed && passed === 0 ? md`All ${failed}` : md`${failed} of ${suites}`
  const numbers = suites === 1 ? md`E2E failed` : md`${total} suites failed`
  if (failed === 1 && only) return md`❌ ${numbers}: ${rich(only.title, 160)}${outcome(only, context)}`
  const parts = [
    ...(known.length > 0 ? [text(count(known.length, 'cause'))] : []),
    ...(open.length > 0
      ? [md`${known.length > 0 ? md`${open.length}` : md`cause`} not known yet${inSameWords(open)}`]
      : []),
  ]
  return md`❌ ${numbers}: ${join(parts, ', ')}${landed(known)}`
}

/** Several suites that fail alike have one cause, most likely, be it unknown. */
function inSameWords(open: readonly SuiteReport[]): Markdown {
  const [group] = alike(open)
  if (!group) return md``
  return group.length === open.length
    ? md`, all fail in the same words`
    : md`, ${group.length} in the same words`
}

/** What is known of the only cause, in the words that tell what to do. */
function outcome({suites}: Cause, context: RenderContext | null): Markdown {
  const told = suites.every(({fix}) => hasLanded(fix) || fix?.status === 'ineffective')
  const said = told ? shared(suites.map(({fix}) => decisive(fix))) : null
  if (said !== null) return md`, ${text(said, 160)}`
  if (suites.every(({fix}) => hasLanded(fix)))
    return suites.every(suite => taskOf(suite) === 'rebase')
      ? md`, already fixed: rebase`
      : md`, already fixed`
  if (suites.some(({fix}) => fix?.status === 'ineffective')) return md`, 1 fix does not help`
  const too = suites.every(suite => taskOf(suite) === 'base') ? onBaseToo(suites, context) : null
  return too === null ? md`` : md`, ${text(too, 120)}: not yours`
}

/** What git says of several causes: fixed already, fixed in vain, or not yours. */
function landed(known: readonly Cause[]): Markdown {
  const count = (holds: (suite: SuiteReport) => boolean) =>
    known.filter(({suites}) => suites.every(holds)).length
  const vain = known.filter(({suites}) => suites.some(({fix}) => fix?.status === 'ineffective')).length
  const fixed = count(({fix}) => hasLanded(fix))
  const rebase = fixed > 0 && fixed === count(suite => taskOf(suite) === 'rebase')
  const base = count(suite => taskOf(suite) === 'base')
  const number = (n: number) => (n === known.length ? md`all` : md`${n}`)
  const parts = [
    ...(vain > 0 ? [vain === 1 ? md`1 fix does not help` : md`${vain} fixes do not help`] : []),
    ...(base > 0 ? [md`${number(base)} also red on the base branch: not yours`] : []),
    ...(fixed > 0 ? [md`${number(fixed)} already fixed${rebase ? md`: rebase` : md``}`] : []),
  ]
  return parts.length === 0 ? md`` : md`, ${join(parts, ', ')}`
}

function calm({totals, suites, incomplete}: Report): Markdown {
  if (totals.suites === 0 && incomplete.length > 0) return md`❔ Nothing could be read of the E2E suites`
  const open = suites.filter(suite => suite.status === 'pending').length
  const missing = suites.filter(suite => suite.status === 'missing').length
  const rest = join(
    [...(open > 0 ? [md`${open} not finished`] : []), ...(missing > 0 ? [md`${missing} never ran`] : [])],
    ', ',
  )
  if (rest !== '')
    return md`⏳ No E2E suite failed so far: ${totals.passed} of ${totals.suites} passed, ${rest}`
  if (totals.suites === 0) return md`✅ No E2E suite failed`
  return totals.suites === 1 ? md`✅ E2E passed` : md`✅ All ${totals.suites} E2E suites passed`
}
