import type {Findings, Job, LogLine} from '../model.ts'
import {hash, isMild, isWrapper, normalise} from './text.ts'
import {failingSpan} from './window.ts'

const mostLines = 10

/** Signs that a line says what is wrong, the surest first. */
const signs: readonly (readonly [RegExp, number])[] = [
  [/\b(?:failed|FAILED)[!.]?$/, 3],
  [/^##\[error\]\S/, 10],
  [/^E {2,}\S/, 9],
  [/^(?:\w+\.)*\w*(?:Error|Exception)(?:: |$)/, 9],
  [
    /\bpanic: |\bfatal error: |^fatal: |\bFATAL\b|Segmentation fault|core dumped|AddressSanitizer|\bSIG(?:BUS|SEGV|ABRT|ILL|FPE|KILL)\b/,
    9,
  ],
  [/^FAILED(?::| \[| \S+::)/, 9],
  [/(?:^|\s)(?:[\w./-]+:\d+:(?:\d+:)? )?(?:error|ERROR|Error)(?:\[\w+\])?: /, 8],
  [/^\s*\[(?:FAILED|PANICKED|TIMEDOUT)\] (?!in \[)/, 8],
  [/- (?:failed|FAILED)\b/, 7],
  [/^\s*--- FAIL: |^not ok \d/, 6],
  [
    /\b(?:cannot|could not|unable to|failed to|no such|not found|denied|refused|invalid|undefined|unexpected)\b/i,
    5,
  ],
  [/\b(?:timed out|timeout|killed|signal|abort)/i, 4],
  [/\b(?:fail|error|exception)/i, 2],
]

/**
 * The few lines that most likely say what is wrong, the most telling first. `baseline` are lines, normalised, that a passing
 * run of the job prints too: they do not count, unless nothing else is left. Null: no such run is known.
 */
export function excerpt(
  findings: Findings,
  job: Job | null,
  baseline: ReadonlySet<string> | null = null,
): {line: number; text: string}[] {
  const span = failingSpan(findings, job)
  const {tests, telling} = findings
  const often = new Map<string, number>()
  for (const l of telling) often.set(normalise(l.text), (often.get(normalise(l.text)) ?? 0) + 1)
  const inFailure = (l: LogLine) => tests?.blocks.some(b => l.line >= b.from && l.line <= b.to) ?? false
  const verdict = telling.find(
    l => (!span || l.line >= span.from) && l.text.startsWith('##[error]Process completed'),
  )?.line
  const scored = telling
    .filter(l => (!span || (l.line >= span.from && l.line <= span.to)) && !isWrapper(l.text))
    .map((l, i) => {
      const sign = signs.find(([regex]) => regex.test(l.text))?.[1] ?? 1
      const rare = Math.min(3, (often.get(normalise(l.text)) ?? 1) - 1)
      const late = verdict !== undefined && l.line > verdict
      return {
        l,
        i,
        score: sign + (inFailure(l) ? 4 : 0) - rare - (isMild(l.text) ? 4 : 0) - (late ? 5 : 0),
      }
    })
    .sort((a, b) => b.score - a.score || a.i - b.i)
  const fresh = baseline ? scored.filter(({l}) => !baseline.has(normalise(l.text))) : scored
  return (fresh.length ? fresh : scored).slice(0, mostLines).map(({l}) => ({line: l.line, text: l.text}))
}

/**
 * A stable id of a failure: what it says, without what differs from run to run and from suite to suite. `lines` are an excerpt
 * without a baseline: whether a passing run could be read must not change the id.
 */
export function signature(findings: Findings, lines: readonly {text: string}[]): string {
  const text =
    findings.tests?.failures[0]?.message.split('\n')[0] ??
    lines[0]?.text ??
    findings.sources.map(s => s.state).join()
  return hash(withoutName(normalise(text), findings.service))
}

/** The suite's own name stands in many messages, written in several ways. */
function withoutName(text: string, service: string): string {
  const parts = service.split(/[^a-z0-9]+/i).filter(part => part !== '')
  if (parts.join('').length < 4) return text
  return text.replace(new RegExp(parts.join('[-_ ]?'), 'gi'), '<service>')
}
