/** What a runner gives to an action, and how it reads what the action wrote. */
import {join} from 'node:path'

/** Unsigned: clients only decode it. */
export function runtimeToken(runId: number, job: number): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const claims = {scp: `Actions.ExampleScope Actions.Results:run-${runId}:job-${job}`, exp: 4_000_000_000}
  return `${part({alg: 'none', typ: 'JWT'})}.${part(claims)}.unsigned`
}

interface Given {
  github: {url: string}
  repo: string
  event: {name: string; payload: unknown}
  runId?: number
  attempt?: number
  job?: number
  workflow?: string
  sha?: string
  ref?: string
}

/** The variables that a hosted runner sets; its files lie in `folder`. */
export function runnerEnvironment(
  options: Given,
  at: {folder: string; temp: string; workspace: string},
): Record<string, string | undefined> {
  const {github, repo, event} = options
  const runId = options.runId ?? 1
  const workflow = options.workflow ?? 'CI'
  const ref = options.ref ?? 'refs/heads/main'
  const pull = (event.payload as {pull_request?: {head: {ref: string}; base: {ref: string}}}).pull_request
  return {
    PATH: process.env['PATH'],
    HOME: at.folder,
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTION: 'triage',
    GITHUB_ACTOR: 'octocat',
    // The artifact client takes other hosts for GitHub Enterprise and refuses to work.
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_API_URL: github.url,
    GITHUB_GRAPHQL_URL: `${github.url}/graphql`,
    GITHUB_REPOSITORY: repo,
    GITHUB_REPOSITORY_OWNER: repo.split('/')[0],
    GITHUB_EVENT_NAME: event.name,
    GITHUB_EVENT_PATH: join(at.folder, 'event.json'),
    GITHUB_RUN_ID: String(runId),
    GITHUB_RUN_NUMBER: '1',
    GITHUB_RUN_ATTEMPT: String(options.attempt ?? 1),
    GITHUB_RETENTION_DAYS: '90',
    GITHUB_WORKFLOW: workflow,
    GITHUB_WORKFLOW_REF: `${repo}/.github/workflows/ci.yml@${ref}`,
    GITHUB_JOB: 'triage',
    GITHUB_SHA: options.sha ?? '0'.repeat(40),
    GITHUB_REF: ref,
    GITHUB_REF_NAME: ref.replace(/^refs\/(heads|tags|pull)\//, ''),
    GITHUB_REF_TYPE: 'branch',
    GITHUB_HEAD_REF: pull?.head.ref ?? '',
    GITHUB_BASE_REF: pull?.base.ref ?? '',
    GITHUB_WORKSPACE: at.workspace,
    GITHUB_OUTPUT: join(at.folder, 'output'),
    GITHUB_ENV: join(at.folder, 'env'),
    GITHUB_STATE: join(at.folder, 'state'),
    GITHUB_PATH: join(at.folder, 'path'),
    GITHUB_STEP_SUMMARY: join(at.folder, 'summary'),
    RUNNER_TEMP: at.temp,
    RUNNER_TOOL_CACHE: at.temp,
    RUNNER_OS: 'Linux',
    RUNNER_ARCH: 'X64',
    RUNNER_NAME: 'GitHub Actions 1',
    RUNNER_ENVIRONMENT: 'github-hosted',
    ACTIONS_RESULTS_URL: `${github.url}/`,
    ACTIONS_RUNTIME_TOKEN: runtimeToken(runId, options.job ?? 1),
  }
}

/** `name=value` lines and `name<<MARK` blocks, as the runner reads its files; faults throw as the runner does. */
export function parseFile(text: string): Record<string, string> {
  const values: Record<string, string> = {}
  const lines = text.replace(/\r\n/g, '\n').split('\n')
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!
    if (line === '') continue
    const [, name, sign, rest = ''] = /^(.*?)(=|<<)(.*)$/.exec(line) ?? []
    if (!name) throw new Error(`Invalid format '${line}'`)
    if (sign === '=') values[name] = rest
    else {
      const end = lines.indexOf(rest, i + 1)
      if (end < 0) throw new Error(`Invalid value. Matching delimiter not found '${rest}'`)
      values[name] = lines.slice(i + 1, end).join('\n')
      i = end
    }
  }
  return values
}
