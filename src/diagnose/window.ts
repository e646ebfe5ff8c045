import type {Findings, Job, LocatedTests, Match, StepSpan} from '../model.ts'
import {isMild, isWrapper} from './text.ts'

/**
 * Where a match stands in relation to the failure:
 * `failure` in a failed spec's or set-up's own output · `step` in the failing step, before the verdict · `log` in a log without
 * steps · `aside` in one of these two, but far from where the job itself says what failed · `passing` in the failing step, between specs that passed · `later` in a step after it (diagnostics) · `before` in an
 * earlier step · `after` in clean-up after the verdict · `teardown` in clean-up that failed as well, besides what failed · `bundle` in a bundle.
 */
export type Placement =
  | 'failure'
  | 'step'
  | 'log'
  | 'aside'
  | 'passing'
  | 'later'
  | 'before'
  | 'after'
  | 'teardown'
  | 'bundle'

/** The first step that the API calls failed: a tolerated failure says `success` there, whatever its log says. */
export function failedStep(job: Job | null): {number: number; name: string} | null {
  const step = job?.steps.find(
    s => s.conclusion !== null && ['failure', 'timed_out', 'cancelled'].includes(s.conclusion),
  )
  return step ? {number: step.number, name: step.name} : null
}

/** The lines of the failing step, null where the log does not show them. */
export function failingSpan(findings: Findings, job: Job | null): StepSpan | null {
  const step = failedStep(job)
  if (!step && !job?.steps.length) return saidToFail(findings)
  const span = step && findings.steps.find(s => s.number === step.number)
  if (!span) return null
  const own = withError(findings, span)
  return behindGate(findings, own) ?? own
}

/** The runner's last word on a step that failed. */
const ends =
  /^##\[error\](?:Process completed with exit code|The (?:operation was canceled|job running on runner))/

/**
 * Where no API tells: the step in which tests failed, if it failed of them, else the first that the log says has failed; an action
 * that is no script says so in words of its own.
 */
function saidToFail({tests, steps, telling}: Findings): StepSpan | null {
  const errors = telling.filter(l => l.text.startsWith('##[error]'))
  const withSome = (of: typeof errors) => steps.filter(s => of.some(l => l.line >= s.from && l.line <= s.to))
  const failed = withSome(errors.filter(l => ends.test(l.text)))
  const at = tests?.failed || tests?.blocks.length ? (tests.verdict_line ?? tests.blocks[0]?.from) : null
  const own = failed.find(s => at && s.from <= at && at <= s.to) ?? failed[0]
  const others = own ? [] : withSome(errors)
  return own ?? (others.length === 1 ? others[0]! : null)
}

/** How far the steps of a log may have been counted wrongly: their starts are known to the second only. */
const miscounted = 2

/** A step that fails says so. If this one does not, it is one beside it, in which a job prints several steps within a second. */
function withError({steps, telling}: Findings, span: StepSpan): StepSpan {
  const errors = telling.filter(l => l.text.startsWith('##[error]'))
  const fails = (s: StepSpan) => errors.some(l => l.line >= s.from && l.line <= s.to)
  if (fails(span)) return span
  const at = steps.indexOf(span)
  const near = steps
    .filter((s, i) => Math.abs(i - at) <= miscounted && fails(s))
    .toSorted((a, b) => Math.abs(steps.indexOf(a) - at) - Math.abs(steps.indexOf(b) - at))
  return near[0] ?? span
}

/** A step of more lines does something of its own. */
const longestGate = 40

/**
 * The step whose tests failed, if the job went on after it and then failed in a step that only says so:
 * `if: steps.e2e.outcome == 'failure'` with `run: exit 1`.
 */
function behindGate({tests, steps, telling}: Findings, gate: StepSpan): StepSpan | null {
  const verdict = tests?.verdict_line ?? null
  if (!tests || verdict === null || verdict >= gate.from || gate.to - gate.from >= longestGate) return null
  const says = telling.filter(l => l.line >= gate.from && l.line <= gate.to && !isWrapper(l.text))
  if (says.length > 3 || !(tests.failed || tests.blocks.length)) return null
  return steps.find(s => s.from <= verdict && verdict <= s.to) ?? null
}

/** So many lines around an error that the job itself reports (`::error::`), a cause is taken to belong to it. */
const reach = 5

/** So many lines below the heading of a failed set-up that says nothing itself belong to it. */
const headless = 3

/** So many lines before the verdict of tests that all passed say what was asked of them beyond that: coverage. */
const closing = 5

/** Says where each match of a suite stands. */
export function placer(findings: Findings, job: Job | null): (match: Match) => Placement {
  const span = failingSpan(findings, job)
  const tests = testsIn(findings, span)
  const passed = tests !== null && !tests.failed && !tests.blocks.length
  const said = findings.telling.filter(l => l.text.startsWith('##[error]') && !isWrapper(l.text))
  const inStep = span ? 'step' : 'log'
  const near = (line: number) => !said.length || said.some(l => Math.abs(l.line - line) <= reach)
  const place = (match: Match): Placement => {
    const {kind, line, path} = match.at
    if (path !== null || (kind !== 'job-log' && kind !== 'test-report'))
      return path === 'annotations' ? 'failure' : 'bundle'
    if (line === null) return 'log'
    if (span && line < span.from) return 'before'
    if (span && line > span.to) return 'later'
    if (!tests) return near(line) ? inStep : 'aside'
    if (tests.blocks.some(b => line >= b.from && line <= b.to)) return 'failure'
    // Where all passed, what came behind the tests made the job fail; a warning did not.
    if (tests.verdict_line !== null && line > tests.verdict_line)
      return passed && !isMild(match.at.text) ? inStep : 'after'
    // A set-up that failed is followed by clean-up: what that prints came after. Quoted, its error may stand below its heading.
    const [setup] = tests.blocks
    const end = setup && setup.to + (tests.failures[0]?.message ? 0 : headless)
    if (tests.phase === 'setup' && end && tests.ran !== null && line > end) return 'after'
    const ran = tests.tests_line !== null && line >= tests.tests_line
    // Between the specs stands what passing specs print, failures that they provoke among it.
    if (ran && tests.phase === 'tests' && tests.blocks.length && (tests.passed > 0 || tests.ran === null))
      return span || tests.ran !== null ? 'passing' : 'log'
    if (ran && passed && line < (tests.verdict_line ?? 0) - closing) return 'passing'
    // Tests that were stopped before one had failed: nothing that they printed was why.
    if (
      ran &&
      passed &&
      span &&
      tests.verdict_line === null &&
      tests.ran === null &&
      line < span.to - closing
    )
      return 'passing'
    return inStep
  }
  const {spans, elsewhere} = findings.teardown ?? {spans: [], elsewhere: false}
  if (!spans.length) return place
  const isCleanUp = ({at}: Match) =>
    at.kind === 'job-log' && at.path === null && spans.some(s => at.line! >= s.from && at.line! <= s.to)
  // Without totals, what was found before the clean-up shows that something else failed.
  const failed = (match: Match) =>
    !isCleanUp(match) && (match.at.line ?? 0) < spans[0]!.from && isFailure.includes(place(match))
  const isSecond = elsewhere || ((tests?.ran ?? null) === null && findings.matches.some(failed))
  return match => (isSecond && isCleanUp(match) ? 'teardown' : place(match))
}

/** The tests, where the log shows them: those of a report, or of an earlier step, say nothing of where this one failed. */
export function testsIn({tests}: Findings, span: StepSpan | null): LocatedTests | null {
  if (!tests || (tests.verdict_line === null && tests.tests_line === null && !tests.blocks.length))
    return null
  const last = tests.verdict_line ?? Math.max(tests.tests_line ?? 0, ...tests.blocks.map(b => b.to))
  return span && last < span.from ? null : tests
}

const isFailure: readonly Placement[] = ['failure', 'step', 'log']
