/** What the tests of `collect` have in common. */
import {mkdtemp} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {CollectOptions} from '../../src/collect/github.ts'
import {createClient} from '../../src/github.ts'
import type {Bytes, Collection, Source} from '../../src/model.ts'
import {
  type GitHub,
  type GitHubState,
  type Job,
  type Repository,
  type Run,
  sha,
  TOKEN,
} from '../support/github.ts'

export const temp = () => mkdtemp(join(tmpdir(), 'collect-'))

export const select = {jobName: null, expected: [], excludeJobs: [], artifacts: [], services: {}}
export const limits = {maxLogBytes: 1_000_000, maxArtifactBytes: 1_000_000}

export async function options(github: GitHub, more: Partial<CollectOptions> = {}): Promise<CollectOptions> {
  const deadline = Date.now() + 20_000
  return {
    client: createClient({
      token: TOKEN,
      apiUrl: github.url,
      userAgent: 'test',
      deadline: () => deadline,
      log: () => {},
      firstWait: 5,
    }),
    owner: 'o',
    repo: 'r',
    runId: 7,
    attempt: null,
    serverUrl: 'https://github.com',
    ownCheckRunId: null,
    select,
    limits,
    tempDir: await temp(),
    deadline,
    progress: () => {},
    firstWait: 5,
    ...more,
  }
}

export async function read(bytes: Bytes): Promise<string> {
  const chunks: Uint8Array[] = []
  for await (const chunk of bytes.stream()) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

/** A source with its bytes, or the state in which it cannot be read. */
export async function opened({kind, name, url, content}: Source) {
  if (content.type === 'none') return {kind, name, url, state: content.state, detail: content.detail}
  if (content.type === 'folder') {
    const paths: string[] = []
    for await (const member of content.members()) paths.push(member.path)
    return {kind, name, url, paths}
  }
  try {
    return {kind, name, url, text: await read(await content.open())}
  } catch (error) {
    const {state, message} = error as Error & {state: string}
    return {kind, name, url, state, detail: message}
  }
}

/** A collection with all its bytes, for comparing. */
export async function whole(collection: Collection) {
  const suites = []
  for (const suite of collection.suites)
    suites.push({...suite, sources: await Promise.all(suite.sources.map(opened))})
  return {...collection, suites, incomplete: [...collection.incomplete]}
}

/** A repository `o/r` with the run 7. */
export const oneRun = (
  jobs: Job[],
  repository: Repository = {},
  run: Partial<Run> = {},
): Partial<GitHubState> => ({
  repositories: {
    'o/r': {
      commits: [{sha: sha('a')}],
      branches: {main: sha('a')},
      ...repository,
      runs: [{id: 7, head_sha: sha('a'), head_branch: 'topic', attempts: [{jobs}], ...run}],
    },
  },
})

/** A job that failed just now. */
export const failed = (id: number, name: string, log?: Job['log'], more: Partial<Job> = {}): Job => ({
  id,
  name,
  conclusion: 'failure',
  completed_at: new Date().toISOString(),
  ...(log === undefined ? {} : {log}),
  ...more,
})
