import type {Limits} from './collect/selection.ts'
import {expandPaths} from './commands/paths.ts'
import {usablePatterns} from './commands/patterns.ts'
import {tempFolder} from './commands/temp.ts'
import {createClient, type Octokit} from './github.ts'
import {checkJobName} from './inputs/job-name.ts'
import type {Options} from './inputs/options.ts'
import {staySmall} from './memory.ts'
import type {Config, Pattern} from './model.ts'
import {type Project, readProject} from './project.ts'
import {version} from './root.ts'

export interface PrepareWorld {
  owner: string
  repo: string
  apiUrl: string
  /** Folder for what goes when the process ends. */
  temp: string
  /** The checkout, null where it must not be believed. */
  workspace: string | null
  /** The commit to read the project's files from; null: the default branch. */
  ref: string | null
  mask(secret: string): void
  log(message: string): void
}

/** What every mode of the action needs. */
export interface Prepared extends PrepareWorld {
  client: Octokit
  /** Milliseconds since the epoch. */
  deadline: number
  tempDir: string
  limits: Limits
  project: Project
  config: Config
  patterns: readonly Pattern[]
  /** Of the patterns. */
  digest: string
}

const megabyte = 1024 ** 2

/** A client, the project's configuration and its patterns. */
export async function prepare(options: Options, world: PrepareWorld): Promise<Prepared> {
  const {owner, repo, workspace, ref} = world
  const token = options['github-token']
  if (token) world.mask(token)
  const deadline = Date.now() + Math.ceil(options['timeout-minutes'] * 60_000)
  const tempDir = await tempFolder(world.temp)
  const client = clientOf(options, world, deadline)
  const {catalog, 'config-file': configFile} = options
  const project = await readProject({client, owner, repo, ref, workspace, configFile, catalog, tempDir})
  const config = withInputs(project.config, options)
  const paths = expandPaths(project.folder, [...config.catalog, ...catalog])
  const {patterns, digest} = await usablePatterns(paths, config.disable, project.folder)
  staySmall()
  const limits = {
    maxLogBytes: options['max-log-mb'] * megabyte,
    maxArtifactBytes: options['max-artifact-mb'] * megabyte,
  }
  return {...world, client, deadline, tempDir, limits, project, config, patterns, digest}
}

/** A client that waits for nothing after `deadline`, in milliseconds since the epoch. */
export function clientOf(
  options: Options,
  {apiUrl, log}: Pick<PrepareWorld, 'apiUrl' | 'log'>,
  deadline: number,
): Octokit {
  const token = options['github-token']
  const userAgent = `e2e-failure-triage/${version}`
  return createClient({token, apiUrl, userAgent, deadline: () => deadline, log})
}

/** What the inputs say goes before what the configuration says. */
function withInputs(config: Config, options: Options): Config {
  checkJobName('input job-name-pattern', options['job-name-pattern'])
  return {
    ...config,
    jobs: {...config.jobs, name: options['job-name-pattern'] ?? config.jobs.name},
    artifacts: options['artifact-pattern'].length ? options['artifact-pattern'] : config.artifacts,
  }
}
