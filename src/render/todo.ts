import type {Report, SuiteReport} from '../model.ts'
import {causes, hasLanded, needsNothing, unexplained} from './causes.ts'
import type {RenderContext} from './context.ts'
import {bold, join, type Markdown, md, text} from './markdown.ts'
import {decisive, landedBy, onBaseToo, saysRebase, shared} from './reason.ts'
import {refLink} from './refs.ts'

/** What a person has to do about a suite. */
export type Task =
  | 'fix'
  | 'fix-again'
  | 'find'
  | 'check'
  | 'wait'
  | 'rebase'
  | 'next-run'
  | 'rerun'
  | 'base'
  | 'nothing'

/** The most pressing first. */
const ORDER: readonly Task[] = [
  'fix',
  'fix-again',
  'find',
  'check',
  'rebase',
  'wait',
  'next-run',
  'rerun',
  'base',
  'nothing',
]

/** `reason`: what is known about all of them alike, else null. */
const SENTENCES: Record<Task, (suites: Markdown, reason: Markdown | null, pulls: Markdown) => Markdown> = {
  fix: (suites, reason) => md`fix ${suites} (${reason ?? md`no fix is known`})`,
  'fix-again': (suites, reason) => md`fix ${suites} again (${reason ?? md`the fix is in and does not help`})`,
  find: suites => md`look into ${suites} (cause not known yet)`,
  check: (suites, reason) => md`find out whether ${suites} is fixed${reason ? md` (${reason})` : md``}`,
  wait: (suites, _, pulls) => md`wait for ${pulls === '' ? md`the open fix` : pulls} (${suites})`,
  rebase: (suites, reason) => md`rebase for ${suites} (${reason ?? md`already fixed`})`,
  'next-run': (suites, reason) => md`nothing for ${suites} (${reason ?? md`the next run has the fix`})`,
  rerun: suites => md`run ${suites} again (nothing readable was left)`,
  nothing: suites => md`nothing for ${suites} (no fix is needed)`,
  base: (suites, reason) => md`not yours: ${suites} (${reason ?? md`fails on the base branch too`})`,
}

/** One line for who has ten seconds: what to do now. Empty where nothing failed. */
export function whatToDo(report: Report, context: RenderContext): Markdown {
  const known = causes(report)
  const todo = new Map<Task, SuiteReport[]>()
  const add = (task: Task, suite: SuiteReport) => todo.set(task, [...(todo.get(task) ?? []), suite])
  for (const {suites, probable} of known) {
    for (const suite of suites) add(taskOf(suite), suite)
    for (const suite of probable) add(taskOf(suites[0] ?? suite), suite)
  }
  for (const suite of unexplained(report, known)) add(taskOf(suite), suite)
  const parts = ORDER.flatMap(task => {
    const suites = todo.get(task)
    if (!suites) return []
    const reason = reasonOf(task, suites, context)
    return [
      SENTENCES[task](names(suites), reason === null ? null : text(reason, 200), pulls(suites, context)),
    ]
  })
  return parts.length === 0 ? md`` : md`${bold(md`What to do:`)} ${join(parts, '; ')}.`
}

/** Why, where it is the same for all. */
function reasonOf(task: Task, suites: readonly SuiteReport[], context: RenderContext): string | null {
  if (task === 'base') return onBaseToo(suites, context)
  // A suite with only the symptom has no status of its own.
  const told = suites.filter(({fix}) => fix !== null)
  if (task === 'rebase') return shared(told.map(({fix}) => landedBy(fix)))
  if (task === 'next-run') {
    const by = shared(told.map(({fix}) => landedBy(fix)))
    return by && `${by}, which the next run has`
  }
  const why = shared(told.map(({fix}) => decisive(fix)))
  const flaky = task === 'fix' && suites.every(({history}) => history?.flaky === true)
  return flaky ? `${why ?? 'no fix is known'}; the same commit passed in another run` : why
}

export function taskOf(suite: SuiteReport): Task {
  const {diagnosis, fix, history} = suite
  if (!diagnosis || diagnosis.state === 'no-evidence') return 'rerun'
  const base = history?.seen_on_base === true
  if (diagnosis.state === 'symptom-only' || diagnosis.state === 'unclassified') return base ? 'base' : 'find'
  if (needsNothing(suite)) return 'nothing'
  if (hasLanded(fix)) return saysRebase(fix) ? 'rebase' : 'next-run'
  if (fix?.status === 'in-review') return 'wait'
  if (fix?.status === 'ineffective') return 'fix-again'
  if (fix?.status === 'unknown') return 'check'
  return base ? 'base' : 'fix'
}

/** `A, B and C`, at most five by name. */
export function names(suites: readonly SuiteReport[]): Markdown {
  const shown = suites.slice(0, suites.length > 5 ? 4 : 5).map(suite => bold(text(suite.name, 60)))
  if (suites.length > 5) return md`${join(shown, ', ')} and ${suites.length - 4} more`
  const last = shown.pop() ?? md``
  return shown.length === 0 ? last : md`${join(shown, ', ')} and ${last}`
}

function pulls(suites: readonly SuiteReport[], context: RenderContext): Markdown {
  const refs = new Map(suites.flatMap(suite => suite.fix?.refs ?? []).map(ref => [ref.id, ref]))
  const open = [...refs.values()].filter(ref => ref.type === 'pull' && ref.state !== 'closed').slice(0, 3)
  return join(
    open.map(ref => refLink(ref, context)),
    ', ',
  )
}
