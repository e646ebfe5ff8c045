import {fillCommand, fillWords} from '../fill.ts'
import type {SuiteReport} from '../model.ts'
import type {Cause} from './causes.ts'
import {hosts, noteOn, type RenderContext, showsLog, wordsOf} from './context.ts'
import {chainEvidence, evidenceBlock} from './evidence.ts'
import type {Block} from './fit.ts'
import {
  alert,
  bold,
  code,
  details,
  fence,
  heading,
  join,
  lines,
  link,
  type Markdown,
  md,
  rich,
  text,
} from './markdown.ts'
import {wholeWhy} from './refs.ts'
import {FIX, NEXT_RUN, percent, STATE, STATUS, severityInWords, testsInWords} from './words.ts'

/** Everything about one failed suite, for who has to repair it. */
export function suiteBlocks(suite: SuiteReport, probable: Cause | null, context: RenderContext): Block[] {
  const head = [title(suite), facts(suite, context), verdict(suite, probable)]
  return [
    {priority: 1, name: 'suite section', text: join(head, '\n\n')},
    {priority: 3, name: 'evidence section', text: proof(suite, context)},
    {priority: 2, name: 'fix section', text: repair(suite, context)},
    {priority: 4, name: 'test list', text: failures(suite, context)},
  ]
}

function title(suite: SuiteReport): Markdown {
  const {icon} = STATUS[suite.status]
  const severity = severityInWords(suite)
  return heading(3, md`${text(icon)} ${text(suite.name, 80)}${severity ? md` · ${text(severity)}` : md``}`)
}

function facts(suite: SuiteReport, context: RenderContext): Markdown {
  const {job, status, tests} = suite
  const note = noteOn(context, suite.service)
  const step = job?.failed_step
  const word = STATUS[status].word.toLowerCase()
  return join(
    [
      job ? link(text(job.name, 120), job.url, hosts(context)) : md``,
      step ? md`${text(word)} in step ${step.number} ${code(step.name, 100)}` : text(word),
      tests ? text(`${testsInWords({tests})} (${tests.framework})`) : md`no test output found`,
      note ? text(note, 600) : past(suite),
    ],
    ' · ',
  )
}

/** Earlier runs, where nobody has put them into a sentence. */
function past({history}: SuiteReport): Markdown {
  if (!history) return md``
  return join(
    [
      history.seen_on_base ? md`fails on the base branch too` : md``,
      history.times_seen > 1 ? md`seen ${history.times_seen} times` : md``,
      history.flaky ? md`has passed and failed on one commit before` : md``,
      history.first_seen ? text(`first on ${history.first_seen.slice(0, 10)}`) : md``,
    ],
    ' · ',
  )
}

/** The root cause as a chain, from what broke first to what the job showed. */
function verdict(suite: SuiteReport, probable: Cause | null): Markdown {
  const {diagnosis} = suite
  if (!diagnosis) return alert('NOTE', text(STATE['no-evidence'].long))
  const chain = diagnosis.chain.slice(0, 8)
  const root = diagnosis.root_cause
  if (root) {
    const effects = (chain[0]?.pattern === root.pattern ? chain.slice(1) : chain).map(
      effect => md`→ ${rich(effect.title)}`,
    )
    const sure = text(`${STATE[diagnosis.state].long}, ${percent(root.confidence)}`)
    const cause = md`${bold(md`Root cause:`)} ${rich(root.title)} (${sure}; pattern ${code(root.pattern)})`
    return lines([cause, ...effects])
  }
  const kind = diagnosis.state === 'no-evidence' ? 'NOTE' : 'WARNING'
  const guess = probable
    ? md`\n\nProbably it has the cause that was found in other suites of this run: ${rich(probable.title)}`
    : md``
  const seen = chain.map(effect => md`→ ${rich(effect.title)}`)
  return join([alert(kind, md`${text(STATE[diagnosis.state].long)}${guess}`), lines(seen)], '\n\n')
}

function proof(suite: SuiteReport, context: RenderContext): Markdown {
  const evidence = chainEvidence(suite, 8)
  if (evidence.length === 0) return md``
  return md`${bold(md`Evidence`)}\n\n${evidenceBlock(evidence, suite, context)}`
}

function repair({diagnosis, fix}: SuiteReport, context: RenderContext): Markdown {
  const root = diagnosis?.root_cause
  const pattern = root ? wordsOf(context, root.pattern) : null
  const state = fix
    ? md`${bold(md`Fix:`)} ${text(FIX[fix.status])}, ${wholeWhy(fix, context)} (next run: ${text(NEXT_RUN[fix.next_run])})`
    : md``
  const advice = pattern?.advice
    ? md`${bold(md`Advice:`)} ${rich(fillWords(pattern.advice, root?.captures ?? {}), 800)}`
    : md``
  const more = (pattern?.references ?? []).slice(0, 4).map(url => link(text(label(url), 120), url, null))
  const read = more.length > 0 ? md`${bold(md`Read:`)} ${join(more, ', ')}` : md``
  const commands = (pattern?.validate ?? [])
    .slice(0, 6)
    .map(command => fillCommand(command, root?.captures ?? {}))
  const run = commands.length > 0 ? md`${bold(md`To verify:`)}\n\n${fence(commands, 'sh')}` : md``
  return join([lines([state, advice, read]), run], '\n\n')
}

function label(url: string): string {
  return URL.canParse(url) ? new URL(url).host.replace(/^www\./, '') : url
}

function failures(suite: SuiteReport, context: RenderContext): Markdown {
  const all = suite.tests?.failures ?? []
  if (all.length === 0 || !showsLog(context, suite)) return md``
  const shown = all.slice(0, 10).map(failure => {
    const place = failure.location ? `  (${failure.location})` : ''
    const message = failure.message
      .split('\n')
      .slice(0, 3)
      .map(line => `    ${line}`)
    return [failure.name + place, ...message.filter(line => line.trim() !== '')]
  })
  const more = all.length > shown.length ? [`… and ${all.length - shown.length} more`] : []
  return details(`Failing tests (${all.length})`, fence([...shown.flat(), ...more], 'text', 400))
}
