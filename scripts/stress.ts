/**
 * Triages large and hostile inputs through the command line, each in a process of its own, and prints what it cost: seconds, peak
 * memory, exit status, what was said to be left out, whether the planted cause was found. Exit status 1 where a bound is passed.
 *
 * `npm run stress [-- --dist] [-- NAME]`: `--dist` runs the built command line, NAME only the cases that contain it.
 */
import {spawn} from 'node:child_process'
import {mkdirSync, mkdtempSync, readdirSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import type {Report} from '../src/model.ts'
import {type Case, cases, planted} from './stress/cases.ts'

/** Of the whole process, with the catalog and the code itself. */
const mostMemory = 256

const args = process.argv.slice(2)
const root = resolve(import.meta.dirname, '..')
const cli = join(root, args.includes('--dist') ? 'dist/cli.js' : 'src/cli.ts')
const only = args.find(a => !a.startsWith('--')) ?? ''

interface Outcome {
  seconds: number
  /** MiB. */
  memory: number
  status: number | null
  stdout: string
  stderr: string
}

/** Writing is allowed to the folder alone: whatever writes elsewhere fails. */
function run(input: string, folder: string): Promise<Outcome> {
  // `maxRSS` would count this process too, which the child was forked from.
  const atExit = `import fs from 'node:fs';process.on('exit',()=>fs.writeSync(3,/VmHWM:\\s+(\\d+)/.exec(fs.readFileSync('/proc/self/status','utf8'))[1]))`
  const child = spawn(
    process.execPath,
    [
      '--permission',
      '--allow-fs-read=*',
      `--allow-fs-write=${folder}`,
      '--import',
      `data:text/javascript,${encodeURIComponent(atExit)}`,
      cli,
      'triage',
      input,
      '--format',
      'json',
    ],
    {
      cwd: folder,
      env: {PATH: process.env['PATH'], TMPDIR: folder, HOME: folder},
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    },
  )
  const texts = ['', '', '', '']
  for (const i of [1, 2, 3])
    child.stdio[i as 1 | 2 | 3]?.on('data', (chunk: Buffer) => {
      texts[i] = `${texts[i]}${chunk}`
    })
  const began = performance.now()
  return new Promise((done, fail) => {
    child.on('error', fail)
    child.on('close', status =>
      done({
        seconds: (performance.now() - began) / 1000,
        memory: Number(texts[3]) / 1024,
        status,
        stdout: texts[1]!,
        stderr: texts[2]!,
      }),
    )
  })
}

/** What is wrong with how a case ended; empty where nothing is. */
function faults({says}: Case, {memory, status, stdout, stderr}: Outcome, left: string[]): string[] {
  const found: string[] = []
  if (status !== 0) return [`exit status ${status}: ${stderr.trim().slice(0, 300)}`]
  const report = JSON.parse(stdout) as Report
  const cause = report.suites[0]?.diagnosis?.root_cause?.family
  if (cause !== planted) found.push(`the cause was ${cause ?? 'not found'}`)
  const notes = report.incomplete.map(n => n.why).join(' | ')
  if (says ? !says.test(notes) : notes) found.push(`said: ${notes.slice(0, 200) || 'nothing'}`)
  if (memory > mostMemory) found.push(`more than ${mostMemory} MiB`)
  if (left.length) found.push(`left behind: ${left.join()}`)
  return found
}

const folder = mkdtempSync(join(tmpdir(), 'stress-'))
let failed = false
try {
  process.stdout.write(
    '| case | seconds | peak MiB | exit | left out | result |\n| --- | ---: | ---: | ---: | --- | --- |\n',
  )
  for (const one of cases().filter(c => c.name.includes(only))) {
    const inputs = join(folder, 'in')
    const own = join(folder, 'run')
    mkdirSync(inputs)
    mkdirSync(own)
    const outcome = await run(await one.make(inputs), own)
    const wrong = faults(one, outcome, readdirSync(own))
    failed ||= wrong.length > 0
    const notes = outcome.status === 0 ? (JSON.parse(outcome.stdout) as Report).incomplete : []
    const cells = [
      one.name,
      outcome.seconds.toFixed(1),
      outcome.memory.toFixed(0),
      outcome.status,
      notes
        .map(n => `${n.what.slice(0, 40)}: ${n.why}`)
        .join('; ')
        .slice(0, 160) || '-',
      wrong.join('; ') || 'ok',
    ]
    process.stdout.write(`| ${cells.join(' | ')} |\n`)
    rmSync(inputs, {recursive: true})
    rmSync(own, {recursive: true})
  }
} finally {
  rmSync(folder, {recursive: true, force: true})
}
process.exitCode = failed ? 1 : 0
