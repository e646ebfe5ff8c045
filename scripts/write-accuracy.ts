import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {readTaxonomy} from '../src/catalog/taxonomy.ts'
import {builtIn} from '../src/commands/patterns.ts'
import {root} from '../src/root.ts'
import {type Figures, figures, percent, readCases, type Scored, score} from './accuracy/cases.ts'
import {reliabilityDiagram} from './accuracy/diagram.ts'
import {scoreJobs} from './accuracy/jobs.ts'

/**
 * `npm run accuracy [-- MORE.jsonl]`: writes docs/accuracy.md, its picture and the README's figures, from the labelled failures in
 * `__tests__/accuracy` and, where given, a file of further real ones, which the tables by layer and family are then made from.
 */
const [more] = process.argv.slice(2)
const own = (name: string) => join(root, '__tests__', 'accuracy', name)
const layers = readTaxonomy(join(builtIn, 'taxonomy.yml'))
const dev = await score(readCases(own('dev.jsonl')))
const heldOut = await score(readCases(own('held-out.jsonl')))
const printed = await score(readCases(own('printed.jsonl')))
const printedHeldOut = await score(readCases(own('printed-held-out.jsonl')))
const jobs = await scoreJobs(own('jobs.tar.gz'))
const jobsHeldOut = await scoreJobs(own('jobs-held-out.tar.gz'))
const jobsAlone = await scoreJobs(own('jobs.tar.gz'), 'alone')
const jobsHeldOutAlone = await scoreJobs(own('jobs-held-out.tar.gz'), 'alone')
const jobsBereft = await scoreJobs(own('jobs.tar.gz'), 'bereft')
const jobsHeldOutBereft = await scoreJobs(own('jobs-held-out.tar.gz'), 'bereft')
const real = more ? await score(readCases(more)) : null
const known = real ?? dev

const row = (name: string, f: Figures) =>
  `| ${name} | ${f.cases} | ${percent(f.accuracy)} | ${percent(f.precision)} | ${percent(f.falseClaims)} | ${f.calibrationError.toFixed(3)} |`

/** Where nothing can be decided, there are but false claims. */
const undecidable = (name: string, f: Figures) =>
  `| ${name} | ${f.cases} | – | – | ${percent(f.falseClaims)} | – |`

function groups(scored: readonly Scored[], key: (s: Scored) => string): [string, Scored[]][] {
  const by = new Map<string, Scored[]>()
  for (const s of scored) by.set(key(s), [...(by.get(key(s)) ?? []), s])
  return [...by].sort((a, b) => b[1].length - a[1].length || a[0].localeCompare(b[0], 'en'))
}

const tally = (name: string, of: readonly Scored[]) => {
  const {count, decidable} = figures(of)
  return `| ${name} | ${decidable} | ${count.correct} | ${count.abstain} | ${count.wrong} | ${percent(count.correct / Math.max(1, decidable))} |`
}

const decidable = known.filter(s => s.case.decidable)
const errors = groups(
  known.filter(s => s.verdict === 'wrong' || s.verdict === 'false' || s.verdict === 'abstain'),
  s => `\`${s.case.family}\` | ${s.family ? `\`${s.family}\`` : 'nothing asserted'}`,
).slice(0, 10)

const sets = [
  ...(real
    ? [row('real failures of one project, looked at while patterns were written', figures(real))]
    : []),
  row('written blind, looked at while patterns were widened', figures(dev)),
  row('written blind, never looked at (held out)', figures(heldOut)),
  row('really printed, looked at while patterns were widened', figures(printed)),
  row('really printed, never looked at (held out)', figures(printedHeldOut)),
  row('whole jobs, looked at', figures(jobs)),
  row('whole jobs, never looked at (held out)', figures(jobsHeldOut)),
  row('the same, log and bundle alone, looked at', figures(jobsAlone)),
  row('the same, log and bundle alone, never looked at', figures(jobsHeldOutAlone)),
  undecidable('the same, without the lines that state the cause, looked at', figures(jobsBereft)),
  undecidable('the same, without these lines, never looked at', figures(jobsHeldOutBereft)),
]
const table = `| cases | number | accuracy | precision | false claims | calibration error |
| --- | ---: | ---: | ---: | ---: | ---: |
${sets.join('\n')}`

const page = `# Accuracy

Written by \`npm run accuracy\`, from labelled excerpts of real failures. Do not edit.

A case is one excerpt as people quoted it, triaged as a log of its own: no bundle, no steps, no test report; or a whole job.
*Decidable* means that an expert can name the cause from the excerpt alone; of the other cases the right answer is to assert nothing.

${table}

* written blind: by somebody who knew what the tools print, but not the catalog
* really printed: by tools that were made to fail
* whole jobs: small systems of services with tests of their own, of which many provoke errors and pass; one fault was planted in each, and
  the log and what the job collected are what really came of it, or (nearly half of the jobs) composed from what the tools print. Right is also a cause
  that is proven by the line that states it.
* log and bundle alone: as files that somebody has saved, without what GitHub's API tells of the steps
* without the lines that state the cause: those of the jobs in which it can be decided; what is left are its symptoms and the noise. A
  false claim is one of a family that would not have been right, either
* accuracy: of the decidable cases, the right family was asserted
* precision: of the causes asserted on decidable cases, so many were right
* false claims: of the undecidable cases, a cause was asserted that the excerpt cannot show
* calibration error: how far confidence and share of right diagnoses lie apart, weighted by number

## Does confidence mean what it says?

![Reliability diagram: confidence said against share of right diagnoses](images/reliability.svg)

The picture and the tables below are of the first row. The table from evidence to confidence is written by \`npm run calibrate\` from the first row and those held out; five-fold cross-validation is printed with it.

## By layer

| layer | decidable cases | right | nothing asserted | wrong | accuracy |
| --- | ---: | ---: | ---: | ---: | ---: |
${groups(decidable, s => layers.get(s.case.family) ?? '?')
  .map(([name, of]) => tally(name, of))
  .join('\n')}

## By family

| family | decidable cases | right | nothing asserted | wrong | accuracy |
| --- | ---: | ---: | ---: | ---: | ---: |
${groups(decidable, s => s.case.family)
  .map(([name, of]) => tally(`\`${name}\``, of))
  .join('\n')}

## The ten commonest errors

| cause by the people | said | cases |
| --- | --- | ---: |
${errors.map(([names, of]) => `| ${names} | ${of.length} |`).join('\n')}

## What cannot be known from a log

* A bare symptom (\`connection refused\`, \`timed out waiting for the condition\`, \`Expected 0 to be > 0\`) has many causes. Without a bundle the state is *symptom-only*.
* Whether an assertion or the product is wrong. The message says that they differ, not who is right.
* Silence: a NetworkPolicy, a full queue and a dead process all show as a time-out.
* A message that misleads in good faith (\`role "x" does not exist\` from another database behind the same port) is believed.
* What happened before the excerpt begins, or on a machine whose logs nobody kept.
`
writeFileSync(join(root, 'docs', 'accuracy.md'), page)
writeFileSync(join(root, 'docs', 'images', 'reliability.svg'), reliabilityDiagram(figures(known)))
const readme = join(root, 'README.md')
writeFileSync(
  readme,
  readFileSync(readme, 'utf8').replace(
    /(<!-- accuracy:begin -->)[\s\S]*(<!-- accuracy:end -->)/,
    (_, begin: string, end: string) => `${begin}\n${table}\n${end}`,
  ),
)
console.log(table)
