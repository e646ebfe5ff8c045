import {figures, percent, readCases, score} from './accuracy/cases.ts'
import {scoreJobs} from './accuracy/jobs.ts'

/** `npm run score -- CASES.jsonl|JOBS.tar.gz [--show wrong|abstain|false|all]`: accuracy on labelled failures, excerpts or whole jobs. */
const [file, , show = ''] = process.argv.slice(2)
if (!file) throw new Error('usage: npm run score -- CASES.jsonl|JOBS.tar.gz [--show wrong|abstain|false|all]')
const scored = file.endsWith('.tar.gz') ? await scoreJobs(file) : await score(readCases(file))
for (const s of scored) {
  if (show !== s.verdict && show !== 'all') continue
  const got = s.family ? `${s.family} (${s.pattern} ${s.confidence})` : s.state
  console.log(`${s.verdict.padEnd(8)} ${s.case.id}  want ${s.case.family}  got ${got}`)
}
const f = figures(scored)
const {correct, abstain, wrong} = f.count
console.log(
  `cases ${f.cases}, decidable ${f.decidable}: correct ${correct}, abstained ${abstain}, wrong ${wrong}; undecidable ${f.undecidable}: false claims ${f.count.false}`,
)
console.log(
  `accuracy ${percent(f.accuracy)}, precision ${percent(f.precision)}, false claims ${percent(f.falseClaims)}, calibration error ${f.calibrationError.toFixed(3)}`,
)
