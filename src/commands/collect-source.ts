import {collectFromFiles} from '../collect/files.ts'
import type {CollectOptions} from '../collect/listing.ts'
import type {Selection} from '../collect/selection.ts'
import type {SourceRef} from '../collect/source.ts'
import type {Octokit} from '../github.ts'
import type {Collection, Config} from '../model.ts'
import {version} from '../root.ts'
import type {Terminal} from './triage.ts'

type RunAddress = Extract<SourceRef, {type: 'run-url'}>

/** Milliseconds between two states of the progress line at least: it is written over. */
const terminalPause = 200

export const limits = {maxLogBytes: 200 * 1024 ** 2, maxArtifactBytes: 2048 * 1024 ** 2}

/** A client for the server of a run. Loaded for that alone: files need none, and should not wait for it. */
export async function clientFor(source: RunAddress, terminal: Terminal, deadline: number): Promise<Octokit> {
  const {createClient} = await import('../github.ts')
  const {api} = terminal
  return createClient({
    token: terminal.token,
    apiUrl: api?.server === source.server ? api.url : source.apiUrl,
    userAgent: `e2e-failure-triage/${version}`,
    deadline: () => deadline,
    log: terminal.progress,
  })
}

/** What the configuration chooses of a run. */
export function selectionOf(
  config: Config,
  excludeJobs: string[] = [],
  findings?: Selection['findings'],
): Selection {
  const {jobs, artifacts, services} = config
  return {
    jobName: jobs.name,
    expected: jobs.expected,
    excludeJobs,
    artifacts,
    services,
    ...(findings ? {findings} : {}),
  }
}

interface Means {
  /** For the address of a run. */
  client: Octokit | null
  deadline: number
  tempDir: string
  terminal: Terminal
}

/** The evidence of a source that the command line names. What reads one is loaded for it alone. */
export async function collectSource(source: SourceRef, config: Config, means: Means): Promise<Collection> {
  const select = selectionOf(config)
  if (source.type === 'recorded') {
    const {collectRecorded} = await import('../collect/recorded.ts')
    return (await collectRecorded({dir: source.dir, select, limits})).collection
  }
  if (source.type === 'run-url') {
    const {collectFromGitHub} = await import('../collect/github.ts')
    return collectFromGitHub(fromAddress(source, config, means))
  }
  return collectFromFiles({source, select, limits, tempDir: means.tempDir, stdin: process.stdin})
}

/** How a run is collected that the command line names by its address. */
export function fromAddress(
  {owner, repo, runId, attempt, server}: RunAddress,
  config: Config,
  {client, deadline, tempDir, terminal}: Means,
): CollectOptions {
  return {
    client: client!,
    owner,
    repo,
    runId,
    attempt,
    serverUrl: server,
    ownCheckRunId: null,
    select: selectionOf(config),
    limits,
    tempDir,
    deadline,
    progress: terminal.progress,
    progressEvery: terminalPause,
  }
}
