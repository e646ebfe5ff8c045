/**
 * Triages a whole run through the built command line: many failed suites, each with a job log and a bundle, from a GitHub on
 * loopback. Prints how long that took beside inflating the same bytes in two processes, and the memory over time.
 *
 * `npm run bench:run [-- --mb 250] [-- --suites 40] [-- --log-mb 5] [-- --near 5]`: sizes of one bundle, packed, and of one log;
 * how many lines in a thousand hold much of what a pattern looks for, and are none. With `--state` the bundles describe their pods and
 * nodes, so that logs may be left which cannot matter.
 */
import {type ChildProcess, fork, spawn} from 'node:child_process'
import {cpSync, mkdirSync, openSync, readFileSync, readSync, rmSync, statSync} from 'node:fs'
import {loadavg, tmpdir} from 'node:os'
import {join} from 'node:path'
import {parseArgs} from 'node:util'
import type {Report} from '../src/model.ts'
import {root} from '../src/root.ts'
import {exampleLines} from './bench/patterns.ts'
import {bundleOf, dataFiles, logOf} from './bench/run-data.ts'
import {machine} from './bench/table.ts'
import {bundle as build} from './build.ts'

const {values} = parseArgs({
  options: {
    suites: {type: 'string', default: '40'},
    mb: {type: 'string', default: '10'},
    'log-mb': {type: 'string', default: '5'},
    near: {type: 'string', default: '5'},
    true: {type: 'string', default: '4000'},
    /** Bundles say how their pods and nodes were. */
    state: {type: 'boolean', default: false},
    /** A built `dist` to run instead of one that is built now. */
    dist: {type: 'string'},
  },
})
const suites = Number(values.suites)
const megabyte = 1e6

interface Sample {
  seconds: number
  /** MB. */
  resident: number
}

interface Ran {
  seconds: number
  /** Seconds of all its processors. */
  work: number
  peak: number
  samples: Sample[]
  report: Report
}

/** Seconds that ended child processes have kept processors busy: other work on the machine does not count. */
function workOfChildren(): number {
  const fields = readFileSync('/proc/self/stat', 'utf8')
    .replace(/^.*\) /, '')
    .split(' ')
  return (Number(fields[13]) + Number(fields[14])) / 100
}

/** Inflates the bundle once per suite, in as many processes at once as `lanes`. */
async function inflateAll(path: string, lanes: number): Promise<Pick<Ran, 'seconds' | 'work'>> {
  const [start, end] = memberRange(path)
  const one = () =>
    ended(
      spawn(process.execPath, ['--no-warnings', join(root, 'scripts/bench/inflate.ts'), path, start, end], {
        stdio: 'ignore',
      }),
    )
  let left = suites
  const before = workOfChildren()
  const began = performance.now()
  await Promise.all(
    Array.from({length: lanes}, async () => {
      while (left-- > 0) await one()
    }),
  )
  return {seconds: (performance.now() - began) / 1000, work: workOfChildren() - before}
}

async function triage(cli: string, address: string, folder: string): Promise<Ran> {
  const temp = join(folder, 'temp')
  mkdirSync(temp, {recursive: true})
  const args = ['triage', `${address}/o/r/actions/runs/7`, '--format', 'json', '--timeout-minutes', '600']
  const before = workOfChildren()
  const began = performance.now()
  const child = spawn(process.execPath, [cli, ...args], {
    env: {
      PATH: process.env['PATH'],
      TMPDIR: temp,
      HOME: temp,
      GITHUB_SERVER_URL: address,
      GITHUB_API_URL: address,
      GITHUB_TOKEN: 'none',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const texts: [Buffer[], Buffer[]] = [[], []]
  child.stdout.on('data', chunk => texts[0].push(chunk))
  child.stderr.on('data', chunk => texts[1].push(chunk))
  const samples: Sample[] = []
  let peak = 0
  const timer = setInterval(() => {
    try {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8')
      const kilobytes = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0)
      samples.push({
        seconds: (performance.now() - began) / 1000,
        resident: (kilobytes('VmRSS') * 1024) / megabyte,
      })
      peak = Math.max(peak, (kilobytes('VmHWM') * 1024) / megabyte)
    } catch {}
  }, 200)
  const status = await ended(child)
  clearInterval(timer)
  const said = Buffer.concat(texts[1]).toString()
  if (status !== 0) throw new Error(`exit status ${status}: ${said}`)
  const seconds = (performance.now() - began) / 1000
  const work = workOfChildren() - before
  return {seconds, work, peak, samples, report: JSON.parse(Buffer.concat(texts[0]).toString())}
}

const ended = (child: ChildProcess) =>
  new Promise<number | null>((done, fail) => {
    child.on('error', fail)
    child.on('close', done)
  })

/** First and last byte of what the zip's one member holds. */
function memberRange(path: string): [string, string] {
  const head = Buffer.alloc(30)
  readSync(openSync(path, 'r'), head, 0, 30, 0)
  return [String(30 + head.readUInt16LE(26) + head.readUInt16LE(28)), String(statSync(path).size - 1)]
}

/** Means of ten equal parts of the time: a line that climbs is a leak. */
function overTime(samples: readonly Sample[]): number[] {
  const parts = 10
  const last = samples.at(-1)?.seconds ?? 1
  return Array.from({length: parts}, (_, i) => {
    const own = samples.filter(s => Math.min(parts - 1, Math.floor((s.seconds / last) * parts)) === i)
    return Math.round(own.reduce((sum, s) => sum + s.resident, 0) / Math.max(1, own.length))
  })
}

async function main(): Promise<void> {
  const folder = join(tmpdir(), 'e2e-triage-bench-run')
  rmSync(folder, {recursive: true, force: true})
  mkdirSync(folder, {recursive: true})
  let server: ChildProcess | null = null
  try {
    const {log, bundle} = dataFiles(folder)
    const salt = {lines: exampleLines(), trueEvery: Number(values.true), nearPerMille: Number(values.near)}
    await logOf(log, Number(values['log-mb']) * megabyte, salt, values.state)
    const inflated = await bundleOf(bundle, Number(values.mb) * megabyte, salt, values.state)
    const home = join(folder, 'tool')
    if (values.dist) cpSync(values.dist, join(home, 'dist'), {recursive: true})
    else {
      mkdirSync(home)
      await build(join(home, 'dist'))
    }
    cpSync(join(root, 'catalog'), join(home, 'catalog'), {recursive: true})
    cpSync(join(root, 'package.json'), join(home, 'package.json'))
    const packed = statSync(bundle).size
    say(
      `${suites} suites; each a log of ${mb(statSync(log).size)} MB and a bundle of ${mb(packed)} MB (${mb(inflated)} MB inflated)`,
    )
    say(machine({node: process.versions.node}))

    server = fork(join(root, 'scripts/bench/run-server.ts'), [String(suites), log, bundle], {
      execArgv: ['--no-warnings'],
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    })
    const address = await new Promise<string>(done =>
      server!.stdout!.once('data', chunk => done(String(chunk).trim())),
    )
    const floor = await inflateAll(bundle, 2)
    const spent = ({seconds, work}: Pick<Ran, 'seconds' | 'work'>) =>
      `${seconds.toFixed(1)} s; processors busy for ${work.toFixed(1)} s`
    say(`inflating all bundles in two processes: ${spent(floor)}`)
    const ran = await triage(join(home, 'dist/cli.js'), address, folder)
    const rate = Math.round((inflated * suites) / megabyte / ran.seconds)
    say(`this tool, whole process: ${spent(ran)}; ${rate} MB/s of inflated bytes`)
    say(
      `ratio: ${(ran.seconds / floor.seconds).toFixed(2)} in time (goal: at most 1.5), ${(ran.work / floor.work).toFixed(2)} in work; load ${loadavg()[0]!.toFixed(1)}`,
    )
    say(`peak resident memory: ${Math.round(ran.peak)} MB (goal: below 400)`)
    say(`over time, MB, means of tenths: ${overTime(ran.samples).join(' ')}`)
    const {totals, incomplete} = ran.report
    say(`${totals.failed} suites failed, ${totals.classified} classified; ${incomplete.length} notes`)
    for (const {what, why} of incomplete.slice(0, 5)) say(`  ${what}: ${why}`)
  } finally {
    server?.disconnect()
    rmSync(folder, {recursive: true, force: true})
  }
}

const mb = (bytes: number) => Math.round(bytes / megabyte)

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

await main()
