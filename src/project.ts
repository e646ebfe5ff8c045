import {existsSync} from 'node:fs'
import {mkdir, readFile, writeFile} from 'node:fs/promises'
import {dirname, join, normalize} from 'node:path'
import type {Octokit} from '@octokit/rest'
import picomatch from 'picomatch'
import {describe, UserError} from './errors.ts'
import {defaultConfig} from './inputs/default-config.ts'
import type {Config, Note} from './model.ts'

/** Where a project keeps its configuration and patterns, as far as triage reads them. */
export interface Project {
  config: Config
  /** The folder that the paths in it start from: a checkout, or a copy of what it names. */
  folder: string
  notes: Note[]
}

interface ProjectOptions {
  client: Octokit
  owner: string
  repo: string
  /** The commit to read from where there is no checkout; null: the default branch. */
  ref: string | null
  /** The checkout, null where it must not be believed (a fork's code under `workflow_run`) or is not there. */
  workspace: string | null
  configFile: string
  /** Further pattern files, from the inputs. */
  catalog: readonly string[]
  tempDir: string
}

/** A project of more pattern files than this has put something else there. */
const mostFiles = 200
const largest = 2 * 1024 ** 2

/** Reads the configuration, from the checkout or through the API, and makes sure that the pattern files that it names are on disk. */
export async function readProject(options: ProjectOptions): Promise<Project> {
  const {workspace, configFile, tempDir, catalog} = options
  if (workspace && existsSync(join(workspace, '.git'))) {
    const path = join(workspace, configFile)
    const config = existsSync(path) ? await parsed(configFile, await readFile(path, 'utf8')) : defaultConfig
    return {config, folder: workspace, notes: []}
  }
  const folder = join(tempDir, 'project')
  const notes: Note[] = []
  try {
    const text = await fetchFile(options, configFile)
    const config = text === null ? defaultConfig : await parsed(configFile, text)
    for (const pattern of [...config.catalog, ...catalog]) await fetchPatterns(options, pattern, folder)
    return {config, folder, notes}
  } catch (error) {
    if (error instanceof UserError) throw error
    notes.push({
      what: configFile,
      why: `could not be read, so defaults were used: ${describe(error)} (needs \`permissions: contents: read\`)`,
    })
    return {config: defaultConfig, folder, notes}
  }
}

/** Where there is no configuration, what reads one need not be loaded. */
const parsed = async (file: string, text: string): Promise<Config> =>
  (await import('./inputs/config.ts')).parseConfig(file, text)

async function fetchPatterns(options: ProjectOptions, pattern: string, folder: string): Promise<void> {
  const {base, isGlob} = picomatch.scan(pattern)
  const isMatch = isGlob ? picomatch(pattern) : (path: string) => path === pattern || /\.ya?ml$/.test(path)
  const listed = await listFiles(options, isGlob ? base : pattern)
  const paths = listed.filter(path => isMatch(path)).slice(0, mostFiles)
  if (!paths.length)
    throw new UserError(`catalog ${pattern}: no such file in ${options.owner}/${options.repo}`)
  for (const path of paths) {
    const safe = normalize(path)
    const text = safe.startsWith('..') ? null : await fetchFile(options, path)
    if (text === null) continue
    await mkdir(dirname(join(folder, safe)), {recursive: true})
    await writeFile(join(folder, safe), text)
  }
}

async function fetchFile(options: ProjectOptions, path: string): Promise<string | null> {
  const data = await contents(options, path)
  if (data === null || Array.isArray(data) || !('content' in data) || data.size > largest) return null
  return Buffer.from(data.content, 'base64').toString('utf8')
}

async function listFiles(options: ProjectOptions, path: string): Promise<string[]> {
  const data = await contents(options, path)
  if (data === null) return []
  return Array.isArray(data) ? data.filter(entry => entry.type === 'file').map(entry => entry.path) : [path]
}

async function contents({client, owner, repo, ref}: ProjectOptions, path: string) {
  try {
    const {data} = await client.request('GET /repos/{owner}/{repo}/contents/{path}', {
      owner,
      repo,
      path,
      ...(ref ? {ref} : {}),
    })
    return data
  } catch (error) {
    if ((error as {status?: number}).status === 404) return null
    throw error
  }
}
