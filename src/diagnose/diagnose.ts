import type {ChainLink, Config, Diagnosis, Findings, Pattern, SourceReport, Suite} from '../model.ts'
import {type Candidate, candidates, isBare} from './candidates.ts'
import {type Choice, choose} from './choose.ts'
import {confidence} from './confidence.ts'
import {excerpt, signature} from './excerpt.ts'
import {type Explains, explainsGraph} from './explains.ts'
import {isThin} from './heard.ts'
import {hypotheses} from './hypotheses.ts'
import {isOneOfMany} from './one-of-many.ts'
import {evidenceOf, titleOf} from './places.ts'

/** What a diagnosis needs to know besides the findings. */
export interface Knowledge {
  patterns: ReadonlyMap<string, Pattern>
  explains: Explains
  config: Config
}

export function knowledgeOf(patterns: readonly Pattern[], config: Config): Knowledge {
  return {patterns: new Map(patterns.map(p => [p.id, p])), explains: explainsGraph(patterns), config}
}

/** Below this a cause is a hypothesis, not an answer. */
const assertAt = 0.6
const confirmAt = 0.9

function chosen(suite: Suite, findings: Findings, {patterns, explains, config}: Knowledge) {
  const all = candidates(findings, suite.job, patterns, config, explains)
  const choice = choose(all, explains)
  const sure = confidence(choice)
  const {cause} = choice
  const asserted =
    cause !== null &&
    sure >= assertAt &&
    !isOneOfMany(choice) &&
    // What a test expected is why the job failed, but where services' logs were read, not why it came otherwise.
    !(isBare(cause) && hasMore(findings))
  return {all, choice, sure, asserted}
}

/** Whether the evidence so far establishes a cause: a diagnosis would name it, and look no farther. */
export function isEstablished(suite: Suite, findings: Findings, knowledge: Knowledge): boolean {
  const {asserted, choice} = chosen(suite, findings, knowledge)
  // What was only collected may turn out to be one of many.
  return asserted && choice.cause !== null && !isBare(choice.cause) && !isThin(choice.cause)
}

/** Says why one suite failed, as far as its evidence carries. */
export function diagnose(suite: Suite, findings: Findings, knowledge: Knowledge): Diagnosis {
  const {explains} = knowledge
  const {all, choice, sure, asserted} = chosen(suite, findings, knowledge)
  const lines = excerpt(findings, suite.job)
  const {cause} = choice
  return {
    state:
      cause && asserted
        ? sure >= confirmAt && !choice.rivals.length && !isThin(cause)
          ? 'confirmed'
          : 'likely'
        : stateWithoutCause(choice, findings),
    root_cause:
      cause && asserted
        ? {
            pattern: cause.pattern.id,
            family: cause.pattern.family,
            title: titleOf(cause),
            confidence: sure,
            captures: cause.matches[0]!.match.captures,
            evidence: evidenceOf(cause),
          }
        : null,
    chain:
      cause && asserted
        ? [link(cause, 'cause'), ...effects(choice, explains).map(c => link(c, 'symptom'))]
        : choice.visible.slice(0, 3).map(c => link(c, 'symptom')),
    hypotheses: hypotheses(
      asserted ? choice.rivals : all.filter(c => c.pattern.role === 'cause' && c.weight > 0),
      choice,
      {findings, explains},
    ),
    excerpt: lines,
    signature: signature(findings, lines),
  }
}

/** Whether a bundle told more than the tests' own report. */
const hasMore = ({sources, objects, events, matches}: Findings) =>
  sources.some(s => s.kind === 'bundle' && isRead(s)) &&
  (objects.length > 0 ||
    events.length > 0 ||
    matches.some(({at}) => at.kind !== 'job-log' && at.kind !== 'test-report'))

const isRead = ({state}: SourceReport) => state === 'read' || state === 'truncated'

function stateWithoutCause(choice: Choice, findings: Findings): Diagnosis['state'] {
  if (choice.visible.length) return 'symptom-only'
  return findings.sources.some(isRead) ? 'unclassified' : 'no-evidence'
}

/** What the cause led to: each before what it led to itself, and the visible symptoms last as far as that allows. */
function effects({effects: all, visible}: Choice, explains: Explains): Candidate[] {
  const leadsTo = (a: Candidate, b: Candidate) => explains.distance(a.pattern, b.pattern) !== null
  const ordered: Candidate[] = []
  for (const c of [...all.filter(e => !visible.includes(e)), ...all.filter(e => visible.includes(e))]) {
    const at = ordered.findIndex(e => leadsTo(c, e) && !leadsTo(e, c))
    ordered.splice(at < 0 ? ordered.length : at, 0, c)
  }
  return ordered.slice(-5)
}

function link(c: Candidate, role: ChainLink['role']): ChainLink {
  return {
    pattern: c.pattern.id,
    family: c.pattern.family,
    title: titleOf(c),
    role,
    evidence: evidenceOf(c).slice(0, 2),
  }
}
