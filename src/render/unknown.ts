import {shellWord} from '../fill.ts'
import type {Evidence, Hypothesis, Report, SuiteReport} from '../model.ts'
import {alike, causes, unexplained} from './causes.ts'
import {type RenderContext, showsLog} from './context.ts'
import {evidenceBlock} from './evidence.ts'
import type {Block} from './fit.ts'
import {bold, details, fence, join, type Markdown, md, rich, text} from './markdown.ts'
import {count, percent} from './words.ts'

/** What helps with a suite whose cause is not established: guesses for and against, lines, a pattern to add. */
export function unknownBlocks(suite: SuiteReport, report: Report, context: RenderContext): Block[] {
  const {diagnosis} = suite
  if (!diagnosis || diagnosis.root_cause) return []
  const guesses = diagnosis.hypotheses.slice(0, 4).map(guess => hypothesis(guess, suite, context))
  return [
    {priority: 3, name: 'likeness', text: sameWords(suite, report)},
    {priority: 4, name: 'hypothesis section', text: join(guesses, '\n\n')},
    {priority: 3, name: 'excerpt', text: excerpt(suite, context, 20)},
    {priority: 5, name: 'hint', text: teach(suite, report)},
  ]
}

/** Which other suites fail in the same words: found once, the cause is found for all. */
export function sameWords(suite: SuiteReport, report: Report): Markdown {
  const others = alike(unexplained(report, causes(report)))
    .find(group => group.includes(suite))
    ?.filter(other => other !== suite)
  if (!others) return md``
  const names = others.slice(0, 5).map(other => bold(text(other.name, 80)))
  const more =
    others.length > names.length ? md` and ${text(count(others.length - names.length, 'other'))}` : md``
  return md`Fails in the same words as ${join(names, ', ')}${more}.`
}

/** The most telling lines with their numbers. */
export function excerpt(suite: SuiteReport, context: RenderContext, max: number): Markdown {
  const shown = suite.diagnosis?.excerpt.slice(0, max) ?? []
  if (shown.length === 0 || !showsLog(context, suite)) return md``
  const width = String(Math.max(...shown.map(({line}) => line))).length
  return md`${bold(md`Most telling lines`)} of the job log\n\n${fence(shown.map(({line, text: words}) => `${String(line).padStart(width)}  ${words}`))}`
}

function hypothesis(guess: Hypothesis, suite: SuiteReport, context: RenderContext): Markdown {
  const side = (word: Markdown, evidence: Evidence[]) =>
    evidence.length === 0 ? md`` : md`${bold(word)}\n\n${evidenceBlock(evidence.slice(0, 3), suite, context)}`
  const commands = guess.validate.slice(0, 4)
  const body = [
    rich(guess.title),
    side(md`For`, guess.for),
    side(md`Against`, guess.against),
    commands.length > 0 ? md`${bold(md`To find out:`)}\n\n${fence(commands, 'sh')}` : md``,
  ]
  return details(`Hypothesis, ${percent(guess.confidence)}: ${guess.title}`, join(body, '\n\n'))
}

function teach({diagnosis, job}: SuiteReport, {run}: Report): Markdown {
  const line = diagnosis?.state === 'unclassified' ? diagnosis.excerpt[0]?.line : undefined
  if (line === undefined || !job || !run.url) return md``
  const commands = [
    `e2e-triage download ${shellWord(run.url)} run`,
    `e2e-triage catalog add run/logs/${job.id}.log --line ${line}`,
  ]
  const known = diagnosis?.signature
    ? md`\n\nThis failure's signature: ${text(diagnosis.signature, 80)}`
    : md``
  return details(
    'Teach it to the catalog',
    md`These commands print a pattern that is ready to be reviewed:\n\n${fence(commands, 'sh')}${known}`,
  )
}
