import {writeFileSync} from 'node:fs'
import {usablePatterns} from '../src/commands/patterns.ts'
import {exampleSuite} from '../src/commands/try-patterns.ts'
import {candidates} from '../src/diagnose/candidates.ts'
import {choose} from '../src/diagnose/choose.ts'
import {mostPoints, points} from '../src/diagnose/confidence.ts'
import {explainsGraph} from '../src/diagnose/explains.ts'
import {isOneOfMany} from '../src/diagnose/one-of-many.ts'
import {evidenceOf} from '../src/diagnose/places.ts'
import {examine} from '../src/examine.ts'
import {defaultConfig} from '../src/inputs/default-config.ts'
import {buildMatcher} from '../src/match/matcher.ts'
import {readCases} from './accuracy/cases.ts'
import {isRight, jobSuites} from './accuracy/jobs.ts'

/**
 * `npm run calibrate -- CASES.jsonl|JOBS.tar.gz...`: measures on labelled real failures how often the chosen cause is right for each number
 * of points, and writes the table that the diagnosis reads. Five-fold cross-validation says how well such a table holds.
 */
const files = process.argv.slice(2)
if (!files.length) throw new Error('usage: npm run calibrate -- CASES.jsonl|JOBS.tar.gz...')
const isJobs = (file: string) => file.endsWith('.tar.gz')
const cases = files.filter(file => !isJobs(file)).flatMap(readCases)
const jobs = (await Promise.all(files.filter(isJobs).map(file => jobSuites(file)))).flat()

const {patterns} = await usablePatterns([], [])
const matcher = buildMatcher(patterns)
const byId = new Map(patterns.map(p => [p.id, p]))
const explains = explainsGraph(patterns)

const seen: {id: string; points: number; right: boolean}[] = []
for (const c of cases) {
  const suite = exampleSuite({expect: 'true', kind: 'job-log', text: `${c.excerpt}\n`, marked: [], line: 1})
  const findings = await examine(suite, matcher)
  const choice = choose(candidates(findings, null, byId, defaultConfig, explains), explains)
  if (choice.cause)
    seen.push({id: c.id, points: points(choice), right: c.accept.includes(choice.cause.pattern.family)})
}

for (const {id, label, suite} of jobs) {
  const choice = choose(
    candidates(await examine(suite, matcher), suite.job, byId, defaultConfig, explains),
    explains,
  )
  if (!choice.cause || isOneOfMany(choice)) continue
  const right = isRight(label, choice.cause.pattern.family, evidenceOf(choice.cause))
  seen.push({id, points: points(choice), right})
}

/** Share of right choices by points, pulled towards the share of all by two cases, and never falling with more points. */
function tabulate(sample: readonly {points: number; right: boolean}[]): number[] {
  const all = sample.filter(s => s.right).length / Math.max(1, sample.length)
  const bins = Array.from({length: mostPoints + 1}, (_, n) => {
    const of = sample.filter(s => s.points === n)
    return {weight: of.length + 2, right: of.filter(s => s.right).length + 2 * all}
  })
  const pools: {weight: number; right: number; size: number}[] = []
  for (const bin of bins) {
    pools.push({...bin, size: 1})
    while (
      pools.length > 1 &&
      pools.at(-2)!.right / pools.at(-2)!.weight > pools.at(-1)!.right / pools.at(-1)!.weight
    ) {
      const last = pools.pop()!
      const before = pools.at(-1)!
      before.weight += last.weight
      before.right += last.right
      before.size += last.size
    }
  }
  return pools.flatMap(p => Array.from({length: p.size}, () => Math.round((p.right / p.weight) * 100) / 100))
}

const folds = 5
let error = 0
for (let fold = 0; fold < folds; fold++) {
  const table = tabulate(seen.filter((_, i) => i % folds !== fold))
  const held = seen.filter((_, i) => i % folds === fold)
  for (const n of new Set(held.map(s => s.points))) {
    const of = held.filter(s => s.points === n)
    error += Math.abs(of.filter(s => s.right).length - of.length * table[n]!) / seen.length
  }
}

const table = tabulate(seen)
for (let n = 0; n <= mostPoints; n++) {
  const of = seen.filter(s => s.points === n)
  console.log(`${n} points: ${of.filter(s => s.right).length} of ${of.length} right, confidence ${table[n]}`)
}
console.log(
  `${seen.length} causes chosen in ${cases.length + jobs.length} cases; calibration error on held-out folds ${error.toFixed(3)}`,
)
writeFileSync(
  new URL('../src/diagnose/calibration.ts', import.meta.url),
  `/** Written by \`npm run calibrate\`: points to the share of right diagnoses among labelled real failures. Never edit by hand. */
export const calibration: readonly number[] = [${table.join(', ')}]
`,
)
