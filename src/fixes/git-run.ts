import {execFile} from 'node:child_process'
import {UserError} from '../errors.ts'

const MAX_OUTPUT = 64 * 1024 * 1024
const TIMEOUT = 60_000

/** What a git command printed; `code` is null where it could not run to its end. */
export interface Output {
  code: number | null
  stdout: string
  stderr: string
}

export type Git = (args: readonly string[], input?: string) => Promise<Output>

// A clone's own configuration must not run programs, ask for passwords or fetch what is missing.
const SAFE = [
  '--no-pager',
  '--no-replace-objects',
  '-c',
  'core.fsmonitor=false',
  '-c',
  'log.showSignature=false',
]
const SETTINGS = {GIT_TERMINAL_PROMPT: '0', GIT_NO_LAZY_FETCH: '1', GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C'}

// Set inside hooks: they would lead away from the folder that was asked for.
function environment(): NodeJS.ProcessEnv {
  const {GIT_DIR, GIT_WORK_TREE, GIT_INDEX_FILE, GIT_OBJECT_DIRECTORY, ...rest} = process.env
  return {...rest, ...SETTINGS}
}

/** `git -C dir`, without a shell. Never rejects. */
export const gitIn =
  (dir: string): Git =>
  (args, input) =>
    new Promise(resolve => {
      const child = execFile(
        'git',
        ['-C', dir, ...SAFE, ...args],
        {maxBuffer: MAX_OUTPUT, timeout: TIMEOUT, env: environment()},
        (error, stdout, stderr) => {
          const code = error === null ? 0 : typeof error.code === 'number' ? error.code : null
          resolve({code, stdout, stderr: stderr || (error ? error.message : '')})
        },
      )
      // A process that ends before it has read its input is no error of ours.
      child.stdin?.on('error', () => {})
      child.stdin?.end(input ?? '')
    })

/** Refuses, in words for the user, a folder that is no git clone, or a machine without git. */
export async function checkClone(dir: string): Promise<void> {
  const {code, stderr} = await gitIn(dir)(['rev-parse', '--git-dir'])
  if (code === 0) return
  if (/ENOENT/.test(stderr))
    throw new UserError('--repo needs `git` on the PATH: install it, or leave --repo out to ask GitHub')
  const why = stderr.trim().split('\n', 1)[0]?.slice(0, 200)
  throw new UserError(`--repo ${dir} is not a git repository that can be read: ${why}`)
}
