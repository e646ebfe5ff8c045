import {readFileSync} from 'node:fs'
import {usablePatterns} from '../src/commands/patterns.ts'
import {exampleSuite, trial} from '../src/commands/try-patterns.ts'

/**
 * `npm run score -- CASES.jsonl [--show wrong|abstain|false|all]`: accuracy on labelled real failures. Each line of the file has
 * `id`, `excerpt`, `family`, `accept` (families that count as right) and `decidable` (whether the excerpt shows its cause).
 */
interface Case {
  id: string
  excerpt: string
  family: string
  accept: string[]
  decidable: boolean
}

const [file, , show = ''] = process.argv.slice(2)
if (!file) throw new Error('usage: npm run score -- CASES.jsonl [--show wrong|abstain|false|all]')
const cases = readFileSync(file, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map(line => JSON.parse(line) as Case)
const attempt = trial(usablePatterns([], []).patterns)

const count = {correct: 0, abstain: 0, wrong: 0, fine: 0, false: 0}
const bins = Array.from({length: 10}, () => ({n: 0, sum: 0, right: 0}))
for (const c of cases) {
  const {diagnosis} = await attempt(
    exampleSuite({expect: 'true', kind: 'job-log', text: `${c.excerpt}\n`, marked: [], line: 1}),
  )
  const cause = diagnosis.root_cause
  const right = cause !== null && c.accept.includes(cause.family)
  const verdict = c.decidable
    ? right
      ? 'correct'
      : cause
        ? 'wrong'
        : 'abstain'
    : !cause || right
      ? 'fine'
      : 'false'
  count[verdict]++
  if (cause) {
    const bin = bins[Math.min(9, Math.floor(cause.confidence * 10))]!
    bin.n++
    bin.sum += cause.confidence
    bin.right += right ? 1 : 0
  }
  if (show === verdict || show === 'all') {
    const got = cause ? `${cause.family} (${cause.pattern} ${cause.confidence})` : diagnosis.state
    console.log(`${verdict.padEnd(8)} ${c.id}  want ${c.family}  got ${got}`)
  }
}
const total = bins.reduce((sum, b) => sum + b.n, 0)
const calibration = bins.reduce((sum, b) => sum + Math.abs(b.right - b.sum), 0) / Math.max(1, total)
const percent = (n: number, of: number) => `${((100 * n) / Math.max(1, of)).toFixed(1)} %`
const {correct, abstain, wrong, fine} = count
console.log(
  `cases ${cases.length}, decidable ${correct + abstain + wrong}: correct ${correct}, abstained ${abstain}, wrong ${wrong}; undecidable ${fine + count.false}: false claims ${count.false}`,
)
console.log(
  `accuracy ${percent(correct, correct + abstain + wrong)}, precision ${percent(correct, correct + wrong)}, false claims ${percent(count.false, fine + count.false)}, calibration error ${calibration.toFixed(3)}`,
)
