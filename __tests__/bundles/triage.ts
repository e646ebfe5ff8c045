/** The whole pipeline in memory, with the built-in patterns: what a suite's diagnosis is, from its job log and its bundles. */
import {collectFromFiles} from '../../src/collect/files.ts'
import {parseSource} from '../../src/collect/source.ts'
import {readCatalog} from '../../src/commands/patterns.ts'
import {diagnose} from '../../src/diagnose/diagnose.ts'
import {explainsGraph} from '../../src/diagnose/explains.ts'
import {examine} from '../../src/examine.ts'
import {defaultConfig} from '../../src/inputs/default-config.ts'
import {buildMatcher} from '../../src/match/matcher.ts'
import type {Config, Diagnosis, Findings, Job, Member, Source, Suite} from '../../src/model.ts'
import {memoryBytes} from '../../src/read/archive/streams.ts'

const patterns = (await readCatalog([])).patterns
const limits = {maxLogBytes: 200 << 20, maxArtifactBytes: 2 ** 31}
const select = {jobName: null, expected: [], excludeJobs: [], artifacts: [], services: {}}

const matcher = buildMatcher(patterns)
const byId = new Map(patterns.map(p => [p.id, p]))
const explains = explainsGraph(patterns)

/** What was read of a suite, and why it failed. */
export interface Triaged extends Findings {
  diagnosis: Diagnosis
}

async function judge(suite: Suite, config: Config): Promise<Triaged> {
  const findings = await examine(suite, matcher)
  return {...findings, diagnosis: diagnose(suite, findings, {patterns: byId, explains, config})}
}

/** What the command line would say of a file or folder. */
export async function triagePath(path: string): Promise<Triaged> {
  const source = parseSource(path)
  if (source.type === 'run-url' || source.type === 'recorded') throw new Error(`${path}: not one source`)
  const {suites, incomplete} = await collectFromFiles({source, select, limits, tempDir: '/nowhere'})
  const triaged = await judge(suites[0]!, defaultConfig)
  return {...triaged, incomplete: [...incomplete, ...triaged.incomplete]}
}

const job: Job = {
  id: 1,
  name: 'E2E (gateway)',
  url: null,
  status: 'completed',
  conclusion: 'failure',
  started_at: null,
  completed_at: null,
  steps: [],
  annotations: [],
}

/** A suite with a job log of these lines (none: no log), and a bundle as an archive's bytes or as files. */
export async function triageSuite(
  log: string[] | null,
  bundle: Uint8Array | Record<string, string> | null,
  services: Config['services'] = {},
): Promise<Triaged> {
  const sources: Source[] = []
  if (log) {
    const bytes = memoryBytes(Buffer.from(`${log.join('\n')}\n`))
    sources.push({
      kind: 'job-log',
      name: job.name,
      url: null,
      content: {type: 'bytes', open: async () => bytes},
    })
  }
  if (bundle instanceof Uint8Array) {
    const bytes = memoryBytes(bundle)
    sources.push({
      kind: 'bundle',
      name: 'bundle',
      url: null,
      content: {type: 'bytes', open: async () => bytes},
    })
  } else if (bundle) {
    const content = {type: 'folder' as const, members: () => members(bundle)}
    sources.push({kind: 'bundle', name: 'bundle', url: null, content})
  }
  const suite = {
    service: 'gateway',
    name: 'gateway',
    status: 'failed' as const,
    job: log ? job : null,
    sources,
  }
  return judge(suite, {...defaultConfig, services})
}

async function* members(files: Record<string, string>): AsyncGenerator<Member> {
  for (const [path, text] of Object.entries(files)) {
    const data = Buffer.from(text)
    yield {path, size: data.length, bytes: () => memoryBytes(data).stream()}
  }
}
