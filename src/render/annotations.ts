import {fillWords} from '../fill.ts'
import type {Report, SuiteReport} from '../model.ts'
import {type Cause, causes, unexplained} from './causes.ts'
import {clean} from './clean.ts'
import {type RenderContext, wordsOf} from './context.ts'
import {count, FIX, STATE, testsInWords} from './words.ts'

/** An error annotation: plain text. `file` is relative to the repository, `line` 1-based. */
export interface Annotation {
  title: string
  message: string
  file?: string
  line?: number
}

/** One annotation a root cause, then one for each suite without an established cause. */
export function renderAnnotations(report: Report, context: RenderContext): Annotation[] {
  const known = causes(report)
  return [
    ...known.map(cause => ofCause(cause, context)),
    ...unexplained(report, known).map(suite => ofSuite(suite)),
  ]
}

function ofCause(cause: Cause, context: RenderContext): Annotation {
  const [first] = cause.suites
  const root = first?.diagnosis?.root_cause
  const advice = wordsOf(context, cause.pattern)?.advice ?? null
  const message = [
    `${count(cause.suites.length, 'suite')}: ${cause.suites.map(suite => suite.name).join(', ')}`,
    ...(cause.probable.length > 0
      ? [`probably also ${cause.probable.map(suite => suite.name).join(', ')}`]
      : []),
    ...(context.excerpts === 'all' && root?.evidence[0] ? [root.evidence[0].text] : []),
    ...(first?.fix ? [`${FIX[first.fix.status]}: ${first.fix.why}`] : []),
    ...(advice && root ? [fillWords(advice, root.captures)] : []),
  ]
  return {
    title: plain(cause.title, 200),
    message: message.map(line => plain(line, 600)).join('\n'),
    ...(cause.suites.length === 1 && first ? place(first) : {}),
  }
}

function ofSuite(suite: SuiteReport): Annotation {
  const state = STATE[suite.diagnosis?.state ?? 'no-evidence']
  return {
    title: plain(`${suite.name}: ${state.short}`, 200),
    message: [testsInWords(suite), state.long].filter(Boolean).join('\n'),
    ...place(suite),
  }
}

/** Where a failing test stands, if its location is a path within the repository. */
function place({tests}: SuiteReport): {file?: string; line?: number} {
  const found = /^((?!\/|[^:]*\.\.)[\w./-]{1,200}):(\d{1,7})$/.exec(tests?.failures[0]?.location ?? '')
  return found?.[1] && tests?.phase === 'tests' ? {file: found[1], line: Number(found[2])} : {}
}

function plain(text: string, max: number): string {
  return clean(text, max).replace(/\s+/g, ' ').replaceAll('`', '').trim()
}
