/** Scanning in each job, reporting once: the same report, without a bundle downloaded, whatever the findings files say. */
import {mkdir, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {afterAll, describe, expect, test} from '@jest/globals'
import {memoryBytes} from '../../src/collect/bytes.ts'
import type {FindingsFile} from '../../src/findings/file.ts'
import {parseFindings} from '../../src/findings/parse.ts'
import type {Report} from '../../src/model.ts'
import {defaultLimits} from '../../src/read/archive/limits.ts'
import {archiveMembers} from '../../src/read/archive/members.ts'
import {collect} from '../../src/read/archive/pull.ts'
import type {GitHub} from '../support/github.ts'
import {zip} from '../support/zip.ts'
import {cli, removeAfterAll} from './command.ts'
import {exampleWorld} from './example-world.ts'
import {outputsOf, reportOf} from './outputs.ts'
import {
  type Acted,
  act,
  closeAfterAll,
  ended,
  failedLog,
  gitHub,
  hostPath,
  red,
  runId,
  world,
} from './world.ts'

closeAfterAll()
removeAfterAll()

const folders: string[] = []
afterAll(() => Promise.all(folders.splice(0).map(dir => rm(dir, {recursive: true, force: true}))))

async function folder(files: Record<string, string | Uint8Array> = {}): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'modes-'))
  folders.push(dir)
  for (const [path, data] of Object.entries(files)) {
    await mkdir(dirname(join(dir, path)), {recursive: true})
    await writeFile(join(dir, path), data)
  }
  return dir
}

/** The files of an artifact, as they lay in the job that uploaded it. */
async function unpacked(archive: Buffer): Promise<string> {
  const files: Record<string, Uint8Array> = {}
  for await (const {path, bytes} of archiveMembers('a', memoryBytes(archive), defaultLimits, () => {}))
    files[path] = (await collect(bytes(), 1 << 28))!
  return folder(files)
}

const scanned = async ({outputs}: Acted): Promise<FindingsFile> =>
  JSON.parse(await readFile(outputs['findings-path']!, 'utf8'))

const quiet = {'upload-report': 'false', comment: 'never'}
const asked = (github: GitHub) => github.requests.filter(r => /\/artifacts\/\d+\/zip$/.test(r.path))

describe('scan in each job, report once', () => {
  const example = 'kubernaut-2026-01-29'
  const start = () => {
    const made = exampleWorld(example, null)
    const repository = made.state.repositories![made.repo]!
    repository.contents![made.run.head_sha] = repository.contents!['main']!
    const jobs = repository.runs![0]!.attempts[0]!.jobs
    const jobOf = (service: string) => jobs.find(j => j.name.endsWith(`(${service})`))!.id
    return {...made, repository, jobOf}
  }
  const elsewhere = (run: ReturnType<typeof start>['run'], repo: string) => ({
    repo,
    runId: run.id + 1,
    sha: 'a'.repeat(40),
    ref: 'refs/heads/main',
    event: {
      name: 'workflow_run',
      payload: {
        action: 'completed',
        workflow_run: {
          ...run,
          run_attempt: 1,
          head_repository: {full_name: repo, owner: {login: repo.split('/')[0]}},
        },
        repository: {full_name: repo, default_branch: 'main'},
      },
    },
  })

  test.concurrent('says what triage says, and downloads no bundle', async () => {
    const {state, repo, run, repository, jobOf} = start()
    const github = await gitHub(state)
    const bundles = [...repository.artifacts!]
    const inside = {repo, runId: run.id, sha: run.head_sha, event: {name: 'push', payload: {}}}
    const [gateway, notification] = bundles.map(b => b.zip) as [Buffer, Buffer]
    const first = await act(github, {
      ...inside,
      job: jobOf('gateway'),
      inputs: {mode: 'scan', paths: `${await unpacked(gateway)}\n!**/*.none`},
    })
    const second = await act(github, {
      ...inside,
      job: jobOf('notification'),
      workspace: await folder({'out/bundle.zip': notification, 'out/empty.log': ''}),
      inputs: {mode: 'scan', paths: 'out/*.zip', service: 'notification'},
    })
    for (const {warnings, errors} of [first, second]) expect([warnings, errors]).toEqual([[], []])
    expect(first.stdout).toContain('gateway: ')
    expect(repository.artifacts!.slice(2).map(a => a.name)).toEqual([
      'e2e-triage-findings-gateway',
      'e2e-triage-findings-notification',
    ])
    const file = await scanned(first)
    expect(file).toMatchObject({service: 'gateway', complete: true})
    expect(Buffer.byteLength(JSON.stringify(file))).toBeLessThan(500_000)

    github.requests.length = 0
    const report = await act(github, {
      ...elsewhere(run, repo),
      inputs: {mode: 'report', 'upload-report': 'false'},
    })
    const ids = bundles.map(b => `/${b.id}/`)
    expect(asked(github).length).toBe(2)
    expect(asked(github).filter(r => ids.some(id => r.path.includes(id)))).toEqual([])

    const whole = start()
    const triage = await act(await gitHub(whole.state), {
      ...elsewhere(run, repo),
      inputs: {'upload-report': 'false'},
    })
    const made = await reportOf(report)
    const third = made.suites.find(s => s.service === 'remediationorchestrator')!
    expect(third.sources.pop()).toMatchObject({
      state: 'missing',
      detail: expect.stringContaining('mode: scan'),
    })
    expect(made.incomplete.pop()).toMatchObject({what: expect.stringContaining('RemediationOrchestrator')})
    expect(likeTriage(made)).toEqual(likeTriage(await reportOf(triage)))
    expect(outputsOf(report).counts).toEqual(outputsOf(triage).counts)
  })
})

/** Without what must differ: the artifact that it was read from. */
function likeTriage(report: Report): unknown {
  const text = JSON.stringify(report, (key, value) => {
    if (key === 'url' && /\/artifacts\/\d+$/.test(value)) return 'ARTIFACT'
    if (key === 'bytes') return null
    return value
  })
  return JSON.parse(
    text
      .replace(/(?:must-gather-logs-e2e|e2e-triage-findings)-(gateway|notification)(?:-\d+)?/g, 'ARTIFACT-$1')
      .replaceAll('"bundle/must-gather', '"must-gather'),
  )
}

const own = 'e2e-triage-findings-gateway'

/** A findings file as a scan would write it, of one cause that the job's log does not have. */
const honest = (): FindingsFile => ({
  schema_version: 1,
  tool: {name: 'e2e-triage', version: '0.1.0', catalog: 'sha256:another'},
  service: 'gateway',
  matches: [found({})],
  events: [],
  objects: [],
  complete: true,
  collected: null,
  tests: null,
  sources: [
    {kind: 'bundle', name: 'x', state: 'read', detail: null, format: 'kind-export', bytes: null, lines: null},
  ],
  incomplete: [],
})

type Found = FindingsFile['matches'][number]
const found = ({at, ...more}: Partial<Omit<Found, 'at'>> & {at?: Partial<Found['at']>}): Found => ({
  pattern: 'host-path-missing',
  condition: 0,
  captures: {path: '/x/coverdata'},
  object: null,
  count: 1,
  noise: false,
  ...more,
  at: {
    kind: 'node-log',
    source: 'E2E (gateway)',
    path: 'kind/journal.log',
    line: 3,
    time: null,
    text: hostPath('/x/coverdata'),
    url: null,
    ...at,
  },
})

/** The report of a run whose one red suite has this findings artifact. */
async function reported(
  archive: Buffer,
  {size, mode = 'report'}: {size?: number; mode?: string} = {},
): Promise<{acted: Acted; report: Report; source: Report['suites'][0]['sources'][0]; all: string}> {
  const artifact = {id: 7, name: own, run_id: runId, zip: archive, created_at: ended}
  const artifacts = [{...artifact, ...(size ? {size_in_bytes: size} : {})}]
  const jobs = [red(1, 'gateway', failedLog('something is wrong'))]
  const acted = await act(await gitHub(world(jobs, {repository: {artifacts}})), {
    inputs: {...quiet, mode},
  })
  const report = await reportOf(acted)
  const source = report.suites[0]!.sources[1]!
  return {acted, report, source, all: JSON.stringify(report) + acted.summary + acted.stdout}
}

const archived = (file: unknown, name = 'e2e-triage-findings.json') =>
  zip([{name, data: typeof file === 'string' ? file : JSON.stringify(file)}])

describe("a findings file is a stranger's word", () => {
  test.concurrent('an honest one counts, in report and in triage', async () => {
    for (const mode of ['report', 'triage']) {
      const {report, source} = await reported(archived(honest()), {mode})
      expect(source).toMatchObject({kind: 'bundle', name: own, format: 'kind-export'})
      const places = JSON.stringify(report.suites[0]!.diagnosis)
      expect(places).toContain('/x/coverdata')
      expect(places).toContain('kind/journal.log')
      expect(report.incomplete.map(n => n.why).join()).toContain('other patterns')
    }
  })

  const fake = {...honest(), matches: [{...found({}), at: {...found({}).at, kind: 'job-log'}}]}
  const linked = {...honest(), matches: [{...found({}), at: {...found({}).at, url: 'https://evil.example'}}]}
  test.concurrent.each([
    ['no JSON', archived('{"schema_version": 1'), 'it is not JSON'],
    ['a later version', archived({...honest(), schema_version: 2}), 'schema_version 2'],
    ['a key too many', archived({...honest(), evil: 1}), 'not what a scan writes'],
    ['a list of nothing', archived([]), 'not what a scan writes'],
    ['a forged line of the job log', archived(fake), 'not what a scan writes'],
    ['a link of its own', archived(linked), 'not what a scan writes'],
    ['another service', archived({...honest(), service: 'datastorage'}), 'of datastorage, not of gateway'],
    ['100 MB', archived(`[${' '.repeat(100 << 20)}]`), 'longer than 4 MB'],
  ])('%s is refused, and the report is made without it', async (_, archive, why) => {
    const {acted, source, report} = await reported(archive)
    expect(source).toMatchObject({state: 'unreadable', detail: expect.stringContaining(why)})
    expect(acted.errors.filter(e => e.includes('crash'))).toEqual([])
    expect(report.suites[0]!.diagnosis).not.toBe(null)
    expect(outputsOf(acted)).toMatchObject({incomplete: true, failed: ['gateway']})
  })

  test.concurrent('one of 100 MB as listed is not asked for', async () => {
    const {acted, source} = await reported(archived(honest()), {size: 100 << 20})
    expect(source).toMatchObject({state: 'unreadable', detail: expect.stringContaining('not read')})
    expect(asked(acted.github)).toEqual([])
  })

  test.concurrent('secrets, commands, mentions, paths that lead out, unknown patterns', async () => {
    const secret = `ghp_${'a1B2'.repeat(9)}`
    const text = `${hostPath('/x/coverdata')} token ${secret} @everyone ::error::owned`
    const file = {
      ...honest(),
      matches: [
        found({at: {text, path: '../../../etc/passwd'}, captures: {path: `/x/${secret}`, [secret]: 'x'}}),
        found({pattern: 'no-such-pattern', at: {line: 4}}),
        found({pattern: '__proto__', at: {line: 5}}),
        found({condition: 99, at: {line: 6}}),
      ],
      incomplete: [{what: `file ${secret}`, why: `\n::error::${secret}`}],
    }
    const {acted, report, all} = await reported(archived(file))
    expect(all).not.toContain(secret)
    expect(all).not.toContain('../')
    expect(all).toContain('etc/passwd')
    expect(acted.errors.join()).not.toContain('owned')
    expect(acted.stdout).not.toMatch(/^::error::\W/m)
    expect(report.incomplete.map(n => n.why)).toContainEqual(expect.stringContaining('3 places of patterns'))
  })

  test.concurrent('a record with findings needs nothing more', async () => {
    const dir = await folder({
      'logs/E2E (gateway).log': failedLog('something is wrong'),
      [`artifacts/${own}/e2e-triage-findings.json`]: JSON.stringify(honest()),
    })
    const ran = await cli(['triage', dir, '--format', 'json'])
    expect(ran.code).toBe(0)
    expect(ran.stdout).toContain('kind/journal.log')
  })
})

describe('a scan never changes its job', () => {
  const job = () => world([red(1, 'gateway')])
  const scanning = async (inputs: Record<string, string>, faults: Parameters<typeof gitHub>[1] = []) =>
    act(await gitHub(job(), faults), {job: 1, inputs: {mode: 'scan', ...inputs}})

  test.concurrent('nothing to scan: said in the file, and in the report', async () => {
    const acted = await scanning({paths: 'must-gather/\n*.log'})
    expect(acted.stdout).toContain('gateway: 0 files scanned')
    const text = await readFile(acted.outputs['findings-path']!)
    expect(parseFindings(text)).toMatchObject({ok: true, file: {matches: [], complete: true}})
    const {source} = await reported(archived(text.toString()))
    expect(source).toMatchObject({state: 'missing', detail: expect.stringContaining('found no file')})
  })

  test.concurrent('no paths, no name, no upload: a warning each', async () => {
    const [paths, name, upload] = await Promise.all([
      scanning({}),
      act(await gitHub(job()), {inputs: {mode: 'scan', paths: '.', 'job-check-run-id': ''}}),
      scanning({paths: '.'}, [{match: /^POST \/twirp\//, status: 403, times: 99}]),
    ])
    expect(paths.warnings.join()).toContain('input paths')
    expect(name.warnings.join()).toContain('matrix.service')
    expect(upload.warnings.join()).toContain('were not uploaded')
    expect(upload.outputs).toMatchObject({'findings-path': expect.any(String), 'artifact-id': ''})
  })

  test.concurrent('secrets stay in the job', async () => {
    const secret = `ghp_${'a1B2'.repeat(9)}`
    const dir = await folder({'out/app.log': `${hostPath(`/x/${secret}`)}\n`})
    const acted = await act(await gitHub(job()), {
      job: 1,
      workspace: dir,
      inputs: {mode: 'scan', paths: 'out', service: 'Gate Way'},
    })
    const file = await scanned(acted)
    expect(file.service).toBe('gate-way')
    expect(file.matches[0]).toMatchObject({at: {path: 'app.log', line: 1}})
    expect(JSON.stringify(file)).not.toContain(secret)
  })
})
