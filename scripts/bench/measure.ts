import {spawn} from 'node:child_process'
import {existsSync, readFileSync, rmSync} from 'node:fs'
import {join} from 'node:path'

export interface Run {
  /** Wall time of the whole process, seconds. */
  seconds: number
  /** Peak resident memory in MB, null where `/usr/bin/time` is missing. */
  memory: number | null
  output: string
}

const meter = '/usr/bin/time'

/** Runs a command to its end. `fails` is for `grep` and `rg`, which say with 1 that they found nothing. */
export async function run(folder: string, command: readonly string[], fails = false): Promise<Run> {
  const report = join(folder, 'time.txt')
  rmSync(report, {force: true})
  const metered = existsSync(meter)
  const [program = '', ...args] = metered ? [meter, '-q', '-f', '%M', '-o', report, ...command] : command
  const start = process.hrtime.bigint()
  const child = spawn(program, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {...process.env, LC_ALL: 'C'},
  })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => {
    if (output.length < 1 << 16) output += chunk
  })
  const status = await new Promise(resolve => child.on('close', resolve))
  const seconds = Number(process.hrtime.bigint() - start) / 1e9
  if (status !== 0 && !(fails && status === 1)) throw new Error(`${command.join(' ')}: exit status ${status}`)
  return {seconds, output, memory: metered ? Number(readFileSync(report, 'utf8').trim()) / 1000 : null}
}

/** The middle one. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[sorted.length >> 1]!
}
