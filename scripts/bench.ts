import {spawnSync} from 'node:child_process'
import {mkdirSync, openSync, readFileSync, readSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {parseArgs} from 'node:util'
import {root} from '../src/root.ts'
import {bundle, jobLog} from './bench/data.ts'
import {run} from './bench/measure.ts'
import {
  exampleLines,
  forGrep,
  forRipgrep,
  grepTakes,
  lineExpressions,
  spread,
  toolWith,
} from './bench/patterns.ts'
import {machine, type Row, table} from './bench/table.ts'
import {bundle as build} from './build.ts'

/** Measures the tool beside ripgrep, grep and Node's own inflating, on data that it makes, and writes docs/performance.md. */
const {values} = parseArgs({
  options: {
    rounds: {type: 'string', default: '5'},
    patterns: {type: 'string', default: '10,50,100,200,400,all'},
  },
})
const folder = join(tmpdir(), 'e2e-triage-bench')
mkdirSync(folder, {recursive: true})
const here = (name: string) => join(root, 'scripts/bench', name)
const version = (program: string, ...args: string[]) =>
  /[\d.]+\d/.exec(spawnSync(program, args, {encoding: 'utf8'}).stdout ?? '')?.[0] ?? null

const tools = {
  ripgrep: version('rg', '--version'),
  grep: version('grep', '--version'),
  unzip: version('unzip', '-v'),
}
const salt = {lines: exampleLines(), trueEvery: 4000, nearPerMille: 40}
const log = jobLog(folder, 200e6, salt)
const zip = await bundle(folder, salt)
const expressions = await lineExpressions()
const counts = values.patterns.split(',').map(count => (count === 'all' ? expressions.length : Number(count)))
const dist = join(folder, 'dist')
await build(dist)
const inflated = 303e6

interface Contest extends Omit<Row, 'runs'> {
  command: string[]
  mayFail?: boolean
  /** The run prints the seconds that count. */
  printed?: boolean
}

const contests = counts.flatMap(patterns => {
  const sources = spread(expressions, patterns)
  const file = (name: string, lines: string[]) => {
    const path = join(folder, `${name}-${patterns}.txt`)
    writeFileSync(path, `${lines.join('\n')}\n`)
    return path
  }
  const own = file('own', sources)
  const rg = file('rg', sources.map(forRipgrep))
  const cli = toolWith(folder, dist, sources)
  const triage = (path: string) => [process.execPath, cli, 'triage', path, '--format', 'json']
  const node = (script: string, ...args: string[]) => [
    process.execPath,
    '--no-warnings',
    here(script),
    ...args,
  ]
  const onLog = {data: 'job log', patterns, bytes: statSync(log).size}
  const onZip = {data: 'bundle', patterns, bytes: inflated}
  const unpacked = join(folder, 'unpacked')
  const pipeline = `rm -rf ${unpacked} && mkdir ${unpacked} && cd ${unpacked} && unzip -q ${zip} && tar xzf must-gather.tar.gz && rg --no-unicode -n -f ${rg} must-gather`
  const list: (Contest | null)[] = [
    {...onLog, what: 'this tool, whole process', command: triage(log)},
    {
      ...onLog,
      what: 'this tool, reading and matching only',
      command: node('scan.ts', log, own),
      printed: true,
    },
    tools.ripgrep && patterns <= 400
      ? {
          ...onLog,
          what: 'rg --no-unicode -n -f',
          command: ['rg', '--no-unicode', '-n', '-f', rg, log],
          base: true,
          mayFail: true,
        }
      : null,
    tools.grep && patterns <= 100
      ? {
          ...onLog,
          what: 'grep -E -n -f, what POSIX can say',
          command: ['grep', '-E', '-n', '-f', file('grep', sources.map(forGrep).filter(grepTakes)), log],
          mayFail: true,
        }
      : null,
    {...onZip, what: 'this tool, whole process', command: triage(zip)},
    {
      ...onZip,
      what: 'this tool, reading and matching only',
      command: node('scan.ts', zip, own),
      printed: true,
    },
    {
      ...onZip,
      what: 'Node inflates it and drops it',
      command: node('inflate.ts', zip, ...memberRange(zip)),
      base: true,
    },
    tools.ripgrep && patterns <= 400 && tools.unzip
      ? {...onZip, what: 'unzip, tar, rg -f', command: ['sh', '-c', pipeline], mayFail: true}
      : null,
  ]
  return list.filter(c => c !== null)
})

const rows = contests.map(({command: _, mayFail: __, printed: ___, ...row}): Row => ({...row, runs: []}))
for (let round = 0; round < Number(values.rounds); round++) {
  for (const [i, {command, mayFail, printed}] of contests.entries()) {
    const measured = await run(folder, command, mayFail)
    rows[i]!.runs.push(printed ? {...measured, seconds: Number(measured.output)} : measured)
  }
  process.stderr.write(`round ${round + 1} of ${values.rounds}\n`)
}
const result = table(rows)
const versions = Object.fromEntries(
  Object.entries({node: process.versions.node, ...tools}).filter(([, v]) => v),
) as Record<string, string>
process.stdout.write(`${result}\n`)
const written = join(root, 'docs/performance.md')
// What people wrote below the table stays.
const [below = ''] = /^## [\s\S]*/m.exec(readFileSync(written, 'utf8')) ?? []
writeFileSync(written, `${page(result, machine(versions), Number(values.rounds))}\n${below}`)
rmSync(join(folder, 'unpacked'), {recursive: true, force: true})

/** First and last byte of what the zip's one member holds. */
function memberRange(path: string): [string, string] {
  const head = Buffer.alloc(30)
  readSync(openSync(path, 'r'), head, 0, 30, 0)
  const start = 30 + head.readUInt16LE(26) + head.readUInt16LE(28)
  return [String(start), String(statSync(path).size - 1)]
}

function page(measured: string, on: string, rounds: number): string {
  return `# Performance

Measured by \`npm run bench\`, which makes its own data, the same on every machine: a job log of 200 MB (1.2 million lines of
Ginkgo, JSON loggers, klog and shell; lines of the catalog's examples, and four in a hundred that hold much of one and are none)
and a bundle of 2,000 files and 303 MB in a \`.tar.gz\` in a zip. Patterns are expressions of the real catalog, evenly spread over
it; the largest number is all of them, for which ripgrep needs more than ten minutes. grep is left
out from 200 on, where it needs more than two. Medians of ${rounds} interleaved rounds; ratios are to ripgrep on the job log and to bare
inflating on the bundle; memory is the highest of all rounds. Times on a shared machine drift, ratios within the table less so.

${on}

${measured}
`
}
