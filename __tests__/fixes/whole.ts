/** A triage from recorded run to comment: real git history behind the fake GitHub, a small catalog, real readers. */
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect} from '@jest/globals'
import {loadCatalog} from '../../src/catalog/load.ts'
import {readTaxonomy} from '../../src/catalog/taxonomy.ts'
import {collectRecorded} from '../../src/collect/recorded.ts'
import {builtIn} from '../../src/commands/patterns.ts'
import {wordsOf} from '../../src/commands/present.ts'
import {fetchEarlier} from '../../src/earlier.ts'
import {factsFromGitHub} from '../../src/fixes/github.ts'
import {createClient} from '../../src/github.ts'
import {parseReport} from '../../src/history/read.ts'
import {defaultConfig} from '../../src/inputs/default-config.ts'
import type {Pattern, Report} from '../../src/model.ts'
import {renderComment} from '../../src/render/comment.ts'
import type {RenderContext} from '../../src/render/context.ts'
import {renderSummary} from '../../src/render/summary.ts'
import {renderText} from '../../src/render/terminal.ts'
import {redactor} from '../../src/report/redact.ts'
import {triage} from '../../src/triage.ts'
import {type Fault, type Repository, startGitHub, TOKEN} from '../support/github.ts'

const CATALOG = `patterns:
  - id: host-path-missing
    family: missing-host-path
    role: cause
    title: 'Host path \`{path}\` does not exist'
    any:
      - line: 'statfs (?<path>[^\\s:]+): no such file or directory'
    explains: [kind-create-failed]
    same_when: [path]
    advice: 'Create the directory before the cluster.'
  - id: disk-no-space
    family: disk-full
    role: cause
    title: 'No space left on the runner'
    any:
      - line: 'no space left on device'
    explains: [kind-create-failed]
    advice: 'Free space before the cluster starts.'
  - id: kind-create-failed
    family: kind-cluster-create-failed
    role: symptom
    title: 'kind cannot create the cluster'
    any:
      - line: 'failed to create cluster'
`

export interface TestedRun {
  id: number
  sha: string
  /** RFC 3339. */
  at: string
  attempt?: number
  event?: string
  branch?: string
  pull?: number | null
  /** The line that each red suite prints; null is green. */
  suites: Record<string, string | null>
}

export const missingPath = 'Error: statfs /home/runner/work/r/coverdata: no such file or directory'
export const diskFull = 'write /var/lib/containers/tmp: no space left on device'

export interface Pages {
  report: Report
  comment: string
  summary: string
  text: string
  /** About fixes. */
  calls: number
  /** Earlier reports that were fetched. */
  downloads: number
}

/** Triages one run as the action does, against `repository` as GitHub knows it at that time. */
export async function triaged(options: {
  run: TestedRun
  repository: Repository
  earlier?: readonly Report[]
  /** What GitHub would give for the run's own environment. */
  merge?: string | null
  faults?: Fault[]
  /** Takes the past from the repository's artifacts and attempts, as the action does. */
  fetchPast?: boolean
}): Promise<Pages> {
  const {run, repository, merge = null, faults = [], fetchPast = false} = options
  const dir = mkdtempSync(join(tmpdir(), 'triage-whole-'))
  const github = await startGitHub({repositories: {'o/r': repository}})
  github.faults.push(...faults)
  try {
    record(dir, run)
    const {jobs, artifacts, services} = defaultConfig
    const select = {
      jobName: jobs.name,
      expected: jobs.expected,
      excludeJobs: [],
      artifacts,
      services,
    }
    const limits = {maxLogBytes: 1e7, maxArtifactBytes: 1e7}
    const {collection} = await collectRecorded({dir, select, limits})
    const deadline = Date.now() + 20_000
    const client = createClient({
      token: TOKEN,
      apiUrl: github.url,
      userAgent: 'test',
      deadline: () => deadline,
      log: () => {},
      firstWait: 1,
    })
    const patterns = await smallCatalog(dir)
    // As another run's artifact has it.
    let earlier = (options.earlier ?? []).map(one => parseReport(JSON.stringify(one))!)
    if (fetchPast) {
      const past = await fetchEarlier({client, owner: 'o', repo: 'r', collection, base: 'main', deadline})
      earlier = past.reports
      collection.incomplete.push(...past.notes)
    }
    const asked = github.requests.length
    const {report, reviewerNotes} = await triage({
      tool: {version: '1.0.0', catalog: ''},
      collection,
      patterns,
      config: defaultConfig,
      base: 'main',
      merge,
      facts: wanted =>
        factsFromGitHub({client, owner: 'o', repo: 'r', wanted, now: '2026-03-01T00:00:00Z', deadline}),
      earlier,
      redact: redactor([]),
      progress: () => {},
    })
    expect(github.violations).toEqual([])
    // Confidence is calibrated elsewhere: it must not change these pages.
    for (const {diagnosis} of report.suites) if (diagnosis?.root_cause) diagnosis.root_cause.confidence = 0.9
    const context: RenderContext = {
      patterns: wordsOf(report, patterns),
      serverUrl: 'https://github.com',
      summaryUrl: report.run.url,
      reviewerNotes,
      excerpts: 'all',
      now: null,
    }
    return {
      report,
      comment: renderComment(report, context),
      summary: renderSummary(report, context),
      text: renderText(report, context, {color: false, width: 100}),
      calls: github.requests.length - asked,
      downloads: github.requests.filter(({path}) => path.endsWith('/zip')).length,
    }
  } finally {
    await github.close()
    rmSync(dir, {recursive: true, force: true})
  }
}

async function smallCatalog(dir: string): Promise<Pattern[]> {
  const file = join(dir, 'patterns.yml')
  writeFileSync(file, CATALOG)
  const {patterns, faults} = await loadCatalog([file], async () =>
    readTaxonomy(join(builtIn, 'taxonomy.yml')),
  )
  expect(faults).toEqual([])
  return patterns
}

function record(dir: string, run: TestedRun): void {
  const {id, sha, at, event = 'pull_request', branch = 'feature', pull = 7, attempt = 1} = run
  const url = `https://github.com/o/r/actions/runs/${id}`
  const write = (name: string, value: unknown) => writeFileSync(join(dir, name), JSON.stringify(value))
  write('run.json', {
    id,
    name: 'CI',
    event,
    head_sha: sha,
    head_branch: branch,
    run_attempt: attempt,
    status: 'completed',
    conclusion: 'failure',
    html_url: url,
    created_at: at,
    run_started_at: at,
    repository: {full_name: 'o/r'},
    pull_requests: pull === null ? [] : [{number: pull, head: {sha}}],
  })
  const names = Object.keys(run.suites)
  const jobs = names.map((service, index) => ({
    id: id * 10 + index,
    run_id: id,
    name: `E2E (${service})`,
    html_url: `${url}/job/${id * 10 + index}`,
    status: 'completed',
    conclusion: run.suites[service] === null ? 'success' : 'failure',
    started_at: at,
    completed_at: at,
    steps: [
      {
        name: 'Run make test-e2e',
        number: 2,
        status: 'completed',
        conclusion: run.suites[service] === null ? 'success' : 'failure',
        started_at: at,
        completed_at: at,
      },
    ],
  }))
  write('jobs.json', {total_count: jobs.length, jobs})
  mkdirSync(join(dir, 'logs'))
  for (const [index, service] of names.entries()) {
    const line = run.suites[service]
    const lines = [
      'Current runner version: 2.331.0',
      '##[group]Run make test-e2e',
      'shell: /usr/bin/bash -e {0}',
      '##[endgroup]',
      ...(line
        ? [line, 'ERROR: failed to create cluster', '##[error]Process completed with exit code 2.']
        : ['ok']),
    ]
    const stamp = at.replace(/(\.\d+)?Z$/, '.0000000Z')
    writeFileSync(
      join(dir, 'logs', `${jobs[index]!.id}.log`),
      lines.map(text => `${stamp} ${text}\n`).join(''),
    )
  }
}
