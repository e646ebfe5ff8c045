/** A small project on the fake GitHub, the action started in one of its runs, and what must hold of any run of it. */
import {readdir} from 'node:fs/promises'
import {join} from 'node:path'
import {afterAll, expect, jest} from '@jest/globals'
import {
  type Fault,
  type GitHub,
  type GitHubState,
  type Job,
  type Repository,
  type Run,
  sha,
  startGitHub,
} from '../support/github.ts'
import {type ActionOptions, type ActionResult, runAction} from '../support/run-action.ts'
import {product} from './product.ts'

export const repo = 'o/r'
export const runId = 100
export const pull = 5
/** The job that the action itself runs in. */
export const own = 999

/** Two hours ago: GitHub keeps logs of so young a run, and they are not about to appear either. */
const began = Math.floor(Date.now() / 3_600_000 - 2) * 3_600_000
/** When the jobs' line number `index` (from 0) was written: five seconds after the one before. */
export const lineTime = (index: number) => new Date(began + index * 5000).toISOString().replace('.000', '')
export const ended = lineTime(600)

/** Lines as the runner writes them. */
export const stamped = (lines: readonly string[]) =>
  lines.map((line, i) => `${lineTime(i).replace('Z', '.0000000Z')} ${line}\n`).join('')

export const hostPath = (path: string) => `Error: statfs ${path}: no such file or directory`

/** The log of a job whose test step says `lines` and fails. */
export const failedLog = (...lines: string[]) =>
  stamped([
    'Current runner version: 2.331.0',
    '##[group]Run make test-e2e',
    '\u001b[36;1mmake test-e2e\u001b[0m',
    'shell: /usr/bin/bash -e {0}',
    '##[endgroup]',
    'creating the cluster',
    ...lines,
    'make: *** [Makefile:10: test-e2e] Error 1',
    '##[error]Process completed with exit code 2.',
    'Post job cleanup.',
  ])

const steps = (conclusion: string) => [
  {name: 'Set up job', started_at: lineTime(0)},
  {name: 'Run make test-e2e', number: 2, conclusion, started_at: lineTime(1)},
]

export const red = (
  id: number,
  service: string,
  log: Job['log'] = failedLog(hostPath('/x/coverdata')),
): Job => ({
  id,
  name: `E2E (${service})`,
  conclusion: 'failure',
  completed_at: ended,
  steps: steps('failure'),
  ...(log === undefined ? {} : {log}),
})

export const green = (id: number, service: string): Job => ({
  id,
  name: `E2E (${service})`,
  completed_at: ended,
  steps: steps('success'),
  log: stamped(['ok']),
})

const ownJob: Job = {id: own, name: 'triage', status: 'in_progress', conclusion: null, started_at: ended}

/** One pull request and one run of it, which the action runs in itself. */
export function world(
  jobs: Job[],
  more: {repository?: Partial<Repository>; run?: Partial<Run>; others?: Record<string, Repository>} = {},
): Partial<GitHubState> {
  const head = sha('head')
  return {
    repositories: {
      [repo]: {
        branches: {main: sha('base'), topic: head},
        commits: [{sha: sha('base')}, {sha: head, parents: [sha('base')]}],
        contents: {main: {'README.md': 'hello\n'}, topic: {'README.md': 'hello\n'}},
        pulls: [{number: pull, head: {ref: 'topic', sha: head}, base: {ref: 'main', sha: sha('base')}}],
        runs: [
          {
            id: runId,
            head_sha: head,
            head_branch: 'topic',
            run_number: 7,
            created_at: lineTime(0),
            attempts: [{status: 'in_progress', jobs: [...jobs, ownJob]}],
            ...more.run,
          },
        ],
        ...more.repository,
      },
      ...more.others,
    },
  }
}

export const pullRequestEvent: ActionOptions['event'] = {
  name: 'pull_request',
  payload: {
    action: 'synchronize',
    number: pull,
    pull_request: {
      number: pull,
      head: {ref: 'topic', sha: sha('head'), repo: {full_name: repo}},
      base: {ref: 'main', sha: sha('base'), repo: {full_name: repo}},
    },
    repository: {full_name: repo, default_branch: 'main'},
  },
}

const opened: {close(): Promise<void>}[] = []

/** Closes what a test file's tests started; they run at the same time, for most of an action's time is waiting. */
export function closeAfterAll(): void {
  // Processes that start at the same time on a busy machine.
  jest.setTimeout(90_000)
  afterAll(async () => {
    await Promise.all(opened.splice(0).map(it => it.close()))
  })
}

export async function gitHub(state: Partial<GitHubState>, faults: Fault[] = []): Promise<GitHub> {
  const github = await startGitHub(state)
  github.faults.push(...faults)
  opened.push(github)
  return github
}

export interface Acted extends ActionResult {
  github: GitHub
  /** Warnings and errors, as the runner shows them. */
  warnings: string[]
  errors: string[]
}

/** Runs the action and checks what holds whatever happens. */
export async function act(github: GitHub, options: Partial<ActionOptions> = {}, code = 0): Promise<Acted> {
  const result = await runAction({
    github,
    repo,
    event: pullRequestEvent,
    runId,
    job: own,
    entry: join(product, 'dist/action.js'),
    sha: sha('head'),
    ref: `refs/pull/${pull}/merge`,
    ...options,
    env: {GITHUB_RUN_NUMBER: '7', ...options.env},
  })
  opened.push({close: () => result.remove()})
  const printed = result.stdout + result.stderr
  expect({code: result.code, stderr: result.stderr, printed}).toEqual({code, stderr: '', printed})
  expect(github.violations).toEqual([])
  // Of what was downloaded nothing stays, and report and findings are the only things that are left behind.
  const left = await readdir(result.temp)
  expect(left.filter(name => !/^e2e-triage-(?:report|findings)-/.test(name))).toEqual([])
  expect(printed).not.toMatch(/^\s+at .+:\d+:\d+\)?$/m)
  return {
    ...result,
    github,
    warnings: commands(result.stdout, 'warning'),
    errors: commands(result.stdout, 'error'),
  }
}

function commands(stdout: string, name: string): string[] {
  return stdout
    .split('\n')
    .flatMap(line => new RegExp(`^::${name}(?: [^:]*)?::(.*)$`).exec(line)?.[1] ?? [])
    .map(text => text.replaceAll('%0A', '\n').replaceAll('%25', '%'))
}

/** Comments on the pull request. */
export const comments = (github: GitHub) => github.state.repositories[repo]!.pulls![0]!.comments ?? []
