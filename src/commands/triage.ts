import {readFile, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {basename, dirname} from 'node:path'
import type {PassingOptions} from '../collect/baseline.ts'
import {parseSource} from '../collect/source.ts'
import {timesUntil} from '../deadline.ts'
import {describe, UserError} from '../errors.ts'
import {mergeCommit} from '../fixes/merge-commit.ts'
import {defaultConfig} from '../inputs/default-config.ts'
import {staySmall} from '../memory.ts'
import type {Config, Report} from '../model.ts'
import {version} from '../root.ts'
import {triage} from '../triage.ts'
import {clientFor, collectSource, limits} from './collect-source.ts'
import {earlierFor} from './earlier.ts'
import {factsFor} from './facts.ts'
import {expandPaths} from './paths.ts'
import {usablePatterns} from './patterns.ts'
import {present} from './present.ts'
import {redactorOf} from './redaction.ts'
import {tempFolder} from './temp.ts'

export interface TriageOptions {
  format: 'text' | 'summary' | 'comment' | 'json'
  output?: string | undefined
  config?: string | undefined
  catalog: string[]
  repo?: string | undefined
  head?: string | undefined
  history?: string | undefined
  failOn: 'none' | 'unclassified' | 'any'
  timeoutMinutes: number
}

/** What the command line hands to its commands. */
export interface Terminal {
  stdout(text: string): void
  progress(message: string): void
  /** A line on standard error. */
  warn(message: string): void
  /** Columns, null where standard output is not a terminal. */
  columns: number | null
  token: string | null
  /** A server whose API is elsewhere than its address lets one expect. */
  api: {server: string; url: string} | null
}

/** Triages a SOURCE and prints the report. Returns the exit status. */
export async function triageCommand(
  text: string,
  options: TriageOptions,
  terminal: Terminal,
): Promise<number> {
  const source = parseSource(text)
  const recorded = source.type === 'recorded' ? await pathsIn(source.dir) : null
  const configPath = options.config ?? recorded?.configPath ?? null
  const config = configPath ? await readConfig(configPath) : defaultConfig
  const ownCatalog = options.catalog.length
    ? options.catalog
    : recorded?.catalogPath
      ? [recorded.catalogPath]
      : []
  const {patterns, digest} = await usablePatterns(
    [...configCatalog(config, configPath), ...ownCatalog],
    config.disable,
  )
  staySmall()
  const deadline = Date.now() + Math.ceil(options.timeoutMinutes * 60_000)
  const tempDir = await tempFolder(tmpdir())
  const client = source.type === 'run-url' ? await clientFor(source, terminal, deadline) : null
  const times = timesUntil(deadline)
  const collection = await collectSource(source, config, {client, deadline: times.fetch, tempDir, terminal})
  if (options.head) collection.run.head_sha = options.head
  const {facts, base: factsBase} = await factsFor({
    source,
    client,
    repo: options.repo,
    factsPath: recorded?.factsPath ?? null,
    deadline,
  })
  const access =
    source.type === 'run-url' && terminal.token !== null
      ? {client: client!, owner: source.owner, repo: source.repo}
      : null
  const {reports: earlier, base: askedBase} = await earlierFor({
    folder: options.history ?? null,
    recorded: recorded?.historyPaths ?? [],
    access,
    collection,
    deadline,
    progress: terminal.progress,
  })
  const base = factsBase ?? (options.repo === undefined ? askedBase : null)
  const {report, reviewerNotes} = await triage({
    tool: {version, catalog: digest},
    collection,
    patterns,
    config,
    base,
    merge: options.head ? null : mergeCommit(collection.run, process.env),
    facts,
    earlier,
    baseline:
      access && (await baselineFor({...access, collection, base, earlier, tempDir, deadline: times.fetch})),
    redact: redactorOf(config),
    progress: terminal.progress,
    times,
    threads: async () => (await import('../threads.ts')).startThreads(patterns, config),
  })
  const server = source.type === 'run-url' ? source.server : 'https://github.com'
  const columns = options.output ? null : terminal.columns
  const page = present(report, options.format, {patterns, reviewerNotes, server, columns})
  if (options.output) await write(options.output, page)
  else terminal.stdout(page)
  return failsOn(report, options.failOn) ? 1 : 0
}

// What only some sources need is loaded for them alone: a log should not wait for it.
const pathsIn = async (dir: string) => (await import('../collect/recorded.ts')).recordedPaths(dir)
const baselineFor = async (options: Omit<PassingOptions, 'limits'>) =>
  (await import('../baseline.ts')).baselineFromGitHub({...options, limits})

/** `--fail-on`: `any` for a failed suite, `unclassified` for one whose cause is not known. */
export function failsOn(report: Report, when: TriageOptions['failOn']): boolean {
  if (when === 'none') return false
  const {totals} = report
  return when === 'any' ? totals.failed > 0 : totals.unclassified > 0
}

export async function readConfig(path: string): Promise<Config> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (cause) {
    throw new UserError(`configuration ${path}: ${describe(cause)}`, {cause})
  }
  const {parseConfig} = await import('../inputs/config.ts')
  return parseConfig(path, text)
}

/** Pattern files that the configuration names, from the repository that it stands in. */
function configCatalog(config: Config, configPath: string | null): string[] {
  const folder = configPath ? dirname(configPath) : '.'
  return expandPaths(basename(folder) === '.github' ? dirname(folder) : folder, config.catalog)
}

async function write(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text)
  } catch (cause) {
    throw new UserError(`cannot write ${path}: ${describe(cause)}`, {cause})
  }
}
