/** The command line as a user starts it. */
import {spawn} from 'node:child_process'
import {mkdir, mkdtemp, readdir, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {afterAll, expect, jest} from '@jest/globals'
import {product} from './product.ts'

export interface Ran {
  code: number | null
  stdout: string
  stderr: string
}

interface Options {
  stdin?: string | Buffer
  env?: Record<string, string>
  cwd?: string
  node?: string
  entry?: string
}

/** `e2e-triage ARGS`; its temporary folder must be empty afterwards. */
export async function cli(args: string[], options: Options = {}): Promise<Ran> {
  const temp = await mkdtemp(join(tmpdir(), 'cli-'))
  folders.push(temp)
  const ran = await start(
    options.node ?? process.execPath,
    [options.entry ?? join(product, 'dist/cli.js'), ...args],
    {...options, env: {PATH: process.env['PATH'] ?? '', HOME: temp, TMPDIR: temp, ...options.env}},
  )
  expect(await readdir(temp)).toEqual([])
  expect(ran.stdout + ran.stderr).not.toMatch(/^\s+at .+:\d+:\d+\)?$/m)
  return ran
}

/** Any command, to its end. */
export function start(command: string, args: string[], options: Options = {}): Promise<Ran> {
  return new Promise((done, fail) => {
    const child = spawn(command, args, {cwd: options.cwd, env: options.env, stdio: 'pipe'})
    const texts = {stdout: '', stderr: ''}
    child.stdout.setEncoding('utf8').on('data', chunk => (texts.stdout += chunk))
    child.stderr.setEncoding('utf8').on('data', chunk => (texts.stderr += chunk))
    child.on('error', fail)
    child.on('close', code => done({code, ...texts}))
    child.stdin.on('error', () => {})
    child.stdin.end(options.stdin ?? '')
  })
}

const folders: string[] = []

/** A folder with these files; gone after the tests. */
export async function folder(files: Record<string, string | Buffer> = {}): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'files-'))
  folders.push(dir)
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(dir, path)), {recursive: true})
    await writeFile(join(dir, path), content)
  }
  return dir
}

export function removeAfterAll(): void {
  jest.setTimeout(90_000)
  afterAll(async () => {
    await Promise.all(folders.splice(0).map(dir => rm(dir, {recursive: true, force: true})))
  })
}
