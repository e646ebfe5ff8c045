import {readFileSync} from 'node:fs'
import {usablePatterns} from '../../src/commands/patterns.ts'
import {exampleSuite, trial} from '../../src/commands/try-patterns.ts'

/** A labelled excerpt of a real failure. */
export interface Case {
  id: string
  excerpt: string
  /** What the people found in the end. */
  family: string
  /** The families that count as right. */
  accept: string[]
  /** Whether the excerpt shows its cause: if not, the right answer is to assert nothing. */
  decidable: boolean
}

export type Verdict = 'correct' | 'abstain' | 'wrong' | 'fine' | 'false'

export interface Scored {
  case: Case
  verdict: Verdict
  state: string
  family: string | null
  pattern: string | null
  confidence: number | null
  right: boolean
}

/** Reads a file of cases, one JSON object a line. */
export function readCases(file: string): Case[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line) as Case)
}

/** Triages each case as a log of its own. */
export async function score(cases: readonly Case[]): Promise<Scored[]> {
  const attempt = trial((await usablePatterns([], [])).patterns)
  const scored: Scored[] = []
  for (const c of cases) {
    const example = {expect: 'true', kind: 'job-log', text: `${c.excerpt}\n`, marked: [], line: 1} as const
    const {diagnosis} = await attempt(exampleSuite({...example, marked: []}))
    const cause = diagnosis.root_cause
    const right = cause !== null && c.accept.includes(cause.family)
    const undecided = !cause || right ? 'fine' : 'false'
    const verdict = c.decidable ? (right ? 'correct' : cause ? 'wrong' : 'abstain') : undecided
    const {family = null, pattern = null, confidence = null} = cause ?? {}
    scored.push({case: c, verdict, state: diagnosis.state, family, pattern, confidence, right})
  }
  return scored
}

export interface Figures {
  cases: number
  decidable: number
  undecidable: number
  count: Record<Verdict, number>
  accuracy: number
  precision: number
  falseClaims: number
  calibrationError: number
  /** Asserted causes by tenths of confidence. */
  bins: {n: number; sum: number; right: number}[]
}

export function figures(scored: readonly Scored[]): Figures {
  const count = {correct: 0, abstain: 0, wrong: 0, fine: 0, false: 0}
  const bins = Array.from({length: 10}, () => ({n: 0, sum: 0, right: 0}))
  for (const s of scored) {
    count[s.verdict]++
    if (s.confidence === null) continue
    const bin = bins[Math.min(9, Math.floor(s.confidence * 10))]!
    bin.n++
    bin.sum += s.confidence
    bin.right += s.right ? 1 : 0
  }
  const decidable = count.correct + count.abstain + count.wrong
  const undecidable = count.fine + count.false
  const asserted = bins.reduce((sum, b) => sum + b.n, 0)
  return {
    cases: scored.length,
    decidable,
    undecidable,
    count,
    accuracy: count.correct / Math.max(1, decidable),
    precision: count.correct / Math.max(1, count.correct + count.wrong),
    falseClaims: count.false / Math.max(1, undecidable),
    calibrationError: bins.reduce((sum, b) => sum + Math.abs(b.right - b.sum), 0) / Math.max(1, asserted),
    bins,
  }
}

export const percent = (share: number) => `${(share * 100).toFixed(1)} %`
