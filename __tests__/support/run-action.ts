/** Starts the action as the runner does: another process, inputs and context in the environment, results in files. */
import {spawn} from 'node:child_process'
import {existsSync} from 'node:fs'
import {mkdir, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {parse} from 'yaml'
import {parseFile, runnerEnvironment} from './github/runner.ts'
import {type GitHub, TOKEN} from './github.ts'

const root = resolve(import.meta.dirname, '../..')

export interface ActionOptions {
  github: GitHub
  /** `owner/name`. */
  repo: string
  event: {name: string; payload: unknown}
  /** As a workflow's `with:`. What is absent gets its default from `action.yml`. */
  inputs?: Record<string, string>
  /** On top of the runner's own; `undefined` takes one away. */
  env?: Record<string, string | undefined>
  /** Path of the Node that runs it. Default the one that runs the tests. */
  node?: string
  /** The run, attempt and job that the action itself is in; `job` is the id that `job.check_run_id` gives. */
  runId?: number
  attempt?: number
  job?: number
  workflow?: string
  /** `github.token`. */
  token?: string
  sha?: string
  ref?: string
  /** Default `dist/action.js`. */
  entry?: string
  /** Default the repository's `action.yml`; one that is not there has no defaults. */
  actionFile?: string
  /** Default an empty folder. */
  workspace?: string
  /** Ends the process with SIGKILL; default 60,000. */
  timeoutMs?: number
}

export interface ActionResult {
  /** Exit status; null where a signal ended it. */
  code: number | null
  signal: NodeJS.Signals | null
  stdout: string
  stderr: string
  outputs: Record<string, string>
  summary: string
  /** Environment variables and states that it set. */
  exported: Record<string, string>
  states: Record<string, string>
  /** Where `RUNNER_TEMP` is: kept until `remove()`, because outputs name files in it. */
  temp: string
  remove(): Promise<void>
  ms: number
}

/**
 * Runs the action to its end. Never throws for what the action does, look at `code`; throws for an input that
 * `action.yml` does not have, and for output files that the runner would refuse.
 */
export async function runAction(options: ActionOptions): Promise<ActionResult> {
  const inputs = await inputVariables(options)
  const folder = await mkdtemp(join(tmpdir(), 'run-action-'))
  const temp = join(folder, 'temp')
  const workspace = options.workspace ?? join(folder, 'workspace')
  await Promise.all([mkdir(temp), mkdir(workspace, {recursive: true})])
  const file = (name: string) => join(folder, name)
  const files = ['output', 'env', 'state', 'summary', 'path']
  await Promise.all(files.map(name => writeFile(file(name), '')))
  await writeFile(file('event.json'), JSON.stringify(options.event.payload))
  const env = {...runnerEnvironment(options, {folder, temp, workspace}), ...inputs, ...options.env}
  const began = performance.now()
  const entry = options.entry ?? join(root, 'dist/action.js')
  const ended = await run(
    options.node ?? process.execPath,
    entry,
    env,
    workspace,
    options.timeoutMs ?? 60_000,
  )
  const ms = performance.now() - began
  const read = async (name: string) => await readFile(file(name), 'utf8')
  return {
    ...ended,
    outputs: parseFile(await read('output')),
    summary: await read('summary'),
    exported: parseFile(await read('env')),
    states: parseFile(await read('state')),
    temp,
    remove: () => rm(folder, {recursive: true, force: true}),
    ms,
  }
}

/** `INPUT_*` as the runner names them: upper case, spaces to underscores, hyphens kept; defaults filled in. */
async function inputVariables(options: ActionOptions): Promise<Record<string, string>> {
  const path = options.actionFile ?? join(root, 'action.yml')
  const action = existsSync(path) ? parse(await readFile(path, 'utf8')) : {}
  const declared = (action?.inputs ?? {}) as Record<string, {default?: unknown} | null>
  const values: Record<string, string> = {}
  for (const [name, input] of Object.entries(declared))
    values[name] = evaluate(String(input?.default ?? ''), options)
  for (const [name, value] of Object.entries(options.inputs ?? {})) {
    if (existsSync(path) && !(name in declared)) throw new Error(`action.yml has no input ${name}`)
    values[name] = value
  }
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`,
      value,
    ]),
  )
}

/** The few expressions that a default may hold. */
function evaluate(text: string, options: ActionOptions): string {
  return text.replace(/\$\{\{\s*(.+?)\s*\}\}/g, (_, expression: string) => {
    const known: Record<string, string> = {
      'github.token': options.token ?? TOKEN,
      'github.run_id': String(options.runId ?? 1),
      'github.repository': options.repo,
      'github.workflow': options.workflow ?? 'CI',
      'job.check_run_id': options.job === undefined ? '' : String(options.job),
    }
    const value = known[expression]
    if (value === undefined) throw new Error(`run-action does not know the expression ${expression}`)
    return value
  })
}

type Ended = Pick<ActionResult, 'code' | 'signal' | 'stdout' | 'stderr'>
function run(
  node: string,
  entry: string,
  env: Record<string, string | undefined>,
  cwd: string,
  timeout: number,
): Promise<Ended> {
  return new Promise((done, fail) => {
    const child = spawn(node, [entry], {
      env,
      cwd,
      timeout,
      killSignal: 'SIGKILL',
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const [stdout, stderr]: [Buffer[], Buffer[]] = [[], []]
    child.stdout.on('data', chunk => stdout.push(chunk))
    child.stderr.on('data', chunk => stderr.push(chunk))
    child.on('error', fail)
    child.on('close', (code, signal) => {
      const text = (chunks: Buffer[]) => Buffer.concat(chunks).toString()
      done({code, signal, stdout: text(stdout), stderr: text(stderr)})
    })
  })
}
