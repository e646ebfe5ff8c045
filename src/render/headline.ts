import type {Report} from '../model.ts'
import {type Cause, causes, hasLanded, unexplained} from './causes.ts'
import {join, type Markdown, md, rich, text} from './markdown.ts'
import {taskOf} from './todo.ts'
import {count} from './words.ts'

/** The verdict in numbers and words: one cause or many, and what of it is already fixed. */
export function headline(report: Report): Markdown {
  const {suites, failed, passed} = report.totals
  if (failed === 0) return calm(report)
  const known = causes(report)
  const open = unexplained(report, known)
  const [only] = known
  if (known.length === 1 && only && open.length === 0 && failed > 1) {
    return md`❌ 1 cause, ${failed} of ${text(count(suites, 'suite'))}: ${rich(only.title, 160)}${landed(known)}`
  }
  const total = suites === failed && passed === 0 ? md`All ${failed}` : md`${failed} of ${suites}`
  const numbers = suites === 1 ? md`E2E failed` : md`${total} suites failed`
  if (failed === 1 && only) return md`❌ ${numbers}: ${rich(only.title, 160)}${landed(known)}`
  const parts = [
    ...(known.length > 0 ? [text(count(known.length, 'cause'))] : []),
    ...(open.length > 0
      ? [known.length > 0 ? md`${open.length} not known yet` : md`cause not known yet`]
      : []),
  ]
  return md`❌ ${numbers}: ${join(parts, ', ')}${landed(known)}`
}

/** What git says of all of them: fixed already, or fixed in vain. */
function landed(known: readonly Cause[]): Markdown {
  const vain = known.filter(cause => cause.suites.some(suite => suite.fix?.status === 'ineffective')).length
  const useless = vain === 0 ? md`` : md`, ${vain === 1 ? md`1 fix does` : md`${vain} fixes do`} not help`
  const fixed = known.filter(cause => cause.suites.every(suite => hasLanded(suite.fix)))
  if (fixed.length === 0) return useless
  const rebase = fixed.every(cause => cause.suites.every(suite => taskOf(suite) === 'rebase'))
    ? md`: rebase`
    : md``
  if (known.length === 1) return md`, already fixed${rebase}`
  return md`${useless}, ${fixed.length === known.length ? md`all` : md`${fixed.length}`} already fixed${rebase}`
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
