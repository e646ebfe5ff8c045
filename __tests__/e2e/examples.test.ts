import {mkdir, readFile, writeFile} from 'node:fs/promises'
import {dirname, join, resolve} from 'node:path'
import {describe, expect, test} from '@jest/globals'
import type {Report} from '../../src/model.ts'
import {cli, removeAfterAll} from './command.ts'
import {exampleWorld} from './example-world.ts'
import {outputsOf} from './outputs.ts'
import {examples} from './product.ts'
import {type Acted, act, closeAfterAll, gitHub} from './world.ts'

closeAfterAll()
removeAfterAll()

const red = 'kubernaut-run-21565516978'
const common = 'kubernaut-2026-01-29'
const formats = {json: 'json', summary: 'summary.md', comment: 'comment.md', text: 'txt'}

const pages = new Map<string, Promise<string>>()

/** What the command line prints of an example, asked for once. */
function page(name: string, format: string): Promise<string> {
  const key = `${name} ${format}`
  if (!pages.has(key))
    pages.set(
      key,
      cli(['triage', join(examples, name), '--format', format]).then(ran => {
        expect(ran).toMatchObject({code: 0, stderr: ''})
        return ran.stdout
      }),
    )
  return pages.get(key)!
}

const reportOf = async (name: string): Promise<Report> => JSON.parse(await page(name, 'json'))
const suite = (report: Report, name: string) => report.suites.find(s => s.name === name)!

/** What a reader of the table takes away. */
const row = (report: Report, name: string) => {
  const {status, severity, diagnosis, fix} = suite(report, name)
  return [
    status,
    severity,
    diagnosis?.root_cause?.family ?? diagnosis?.state,
    fix?.label ?? null,
    fix?.refs.map(ref => ref.id.slice(0, 9)).join() ?? null,
  ]
}

const greenIn = (report: Report) =>
  report.suites
    .filter(s => s.status === 'passed')
    .map(s => s.service)
    .sort()

function isRed(report: Report) {
  expect(report.totals).toEqual({
    suites: 9,
    passed: 5,
    failed: 4,
    classified: 4,
    unclassified: 0,
    needs_fix: 1,
  })
  expect(
    Object.fromEntries(
      ['DataStorage', 'Notification', 'WorkflowExecution', 'HolmesGPT-API'].map(n => [n, row(report, n)]),
    ),
  ).toEqual({
    DataStorage: ['failed', 'P0', 'missing-host-path', '✅ FIXED', 'ddceccb5c'],
    Notification: ['failed', 'P0', 'registry-auth', '✅ FIXED', 'f37bbbc79'],
    WorkflowExecution: ['failed', 'P0', 'missing-host-path', '✅ SHOULD BE FIXED', '30988267e'],
    'HolmesGPT-API': ['failed', 'P1', 'auth-unauthorized', '❌ NEEDS FIX', ''],
  })
  expect(suite(report, 'HolmesGPT-API').tests).toMatchObject({framework: 'pytest', total: 32, failed: 32})
  expect(greenIn(report)).toEqual([
    'aianalysis',
    'authwebhook',
    'gateway',
    'remediationorchestrator',
    'signalprocessing',
  ])
  expect(report.common_causes).toMatchObject([
    {family: 'missing-host-path', suites: ['datastorage', 'workflowexecution'], probable: []},
  ])
  expect(report.remaining_work.map(w => w.service)).toEqual(['holmesgpt-api'])
  expect(report.incomplete).toEqual([])
}

function isCommon(report: Report) {
  expect(report.totals).toMatchObject({suites: 8, passed: 5, failed: 3})
  expect(report.common_causes).toHaveLength(1)
  expect(report.common_causes[0]).toMatchObject({
    title: expect.stringContaining('data-storage-sa'),
    suites: expect.arrayContaining(['gateway', 'notification']),
    probable: ['remediationorchestrator'],
  })
  const severities = ['Gateway', 'Notification', 'RemediationOrchestrator'].map(
    n => suite(report, n).severity,
  )
  expect(severities).toEqual(['P1', 'P0', 'P0'])
  expect(suite(report, 'Gateway').tests).toMatchObject({total: 98, failed: 9})
  expect(suite(report, 'Notification').tests).toMatchObject({total: 30, ran: 0, phase: 'setup'})
  expect(suite(report, 'RemediationOrchestrator').tests).toMatchObject({total: 31, ran: 0, phase: 'setup'})
  expect(suite(report, 'RemediationOrchestrator').diagnosis).toMatchObject({
    state: 'symptom-only',
    root_cause: null,
  })
  for (const name of ['Gateway', 'Notification']) {
    const {diagnosis} = suite(report, name)
    expect(['confirmed', 'likely']).toContain(diagnosis!.state)
    expect(
      diagnosis!.root_cause!.evidence.some(e => e.kind === 'event' && e.text.includes('data-storage-sa')),
    ).toBe(true)
  }
}

describe('the recorded runs mean what really happened', () => {
  test.concurrent('four of nine suites, three causes, two fixed, one that should be, one that needs a fix', async () => {
    isRed(await reportOf(red))
    const [summary, comment] = await Promise.all([page(red, 'summary'), page(red, 'comment')])
    for (const text of [summary, comment]) {
      for (const words of [
        'ddceccb5c',
        'f37bbbc79',
        '30988267e',
        'FIXED',
        'SHOULD BE FIXED',
        'NEEDS FIX',
        '`coverdata`',
      ])
        expect(text).toContain(words)
    }
  })

  test.concurrent('three suites, one cause that no job log names', async () => {
    isCommon(await reportOf(common))
    expect(await page(common, 'text')).toMatch(/^❌ 1 cause, 3 of 8 suites: .*data-storage-sa/)
  })
})

describe('the action says of the live run what the command line says of the record', () => {
  const read = async ({outputs}: Acted): Promise<Report> =>
    JSON.parse(await readFile(outputs['report-path']!, 'utf8'))
  const told = (report: Report) =>
    report.suites.map(s => [s.service, ...row(report, s.name), s.tests?.failed ?? null])

  test.concurrent('a pull request, after its run, with fix facts of the repository', async () => {
    const {state, repo, run} = exampleWorld(red, 24)
    const github = await gitHub(state)
    const result = await act(github, {...elsewhere(run), repo, event: workflowRun(run, repo)})
    const report = await read(result)
    expect(told(report)).toEqual(told(await reportOf(red)))
    isRed(report)
    expect(outputsOf(result)).toMatchObject({
      conclusion: 'classified',
      incomplete: false,
      counts: [4, 4, 0, 1],
    })
    const comment = state.repositories![repo]!.pulls![0]!.comments![0]!
    expect(comment.body).toContain('ddceccb5c')
    expect(result.outputs['pr-number']).toBe('24')
  })

  test.concurrent('a push, which has no pull request', async () => {
    const {state, repo, run} = exampleWorld(common, null)
    const github = await gitHub(state)
    const result = await act(github, {...elsewhere(run), repo, event: workflowRun(run, repo)})
    const report = await read(result)
    expect(told(report)).toEqual(told(await reportOf(common)))
    isCommon(report)
    expect(result.outputs).toMatchObject({'pr-number': '', 'comment-id': ''})
  })
})

type Run = ReturnType<typeof exampleWorld>['run']

/** The action runs in a workflow of its own, on the default branch. */
const elsewhere = (run: Run) => ({
  runId: run.id + 1,
  sha: 'a'.repeat(40),
  ref: 'refs/heads/main',
  inputs: {'upload-report': 'false'},
})

const workflowRun = (run: Run, repo: string) => ({
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
})

const golden = resolve(import.meta.dirname, '../golden/examples')

describe('golden pages of the recorded runs (UPDATE_GOLDEN=1 writes them anew)', () => {
  const cases = [red, common].flatMap(name =>
    Object.entries(formats).map(([format, ending]) => [name, format, ending] as const),
  )
  test.concurrent.each(cases)('%s as %s', async (name, format, ending) => {
    const file = join(golden, `${name}.${ending}`)
    const text = withoutDigest(await page(name, format))
    if (process.env['UPDATE_GOLDEN']) {
      await mkdir(dirname(file), {recursive: true})
      await writeFile(file, text)
    }
    expect(text).toBe(await readFile(file, 'utf8'))
  })
})

/** Every change of the catalog changes its digest, and every release the version: not what these pages are for. */
function withoutDigest(text: string): string {
  return text
    .replace(/sha256:[0-9a-f]{64}/g, 'sha256:CATALOG')
    .replace(/(catalog `)[0-9a-f]{10}`/g, '$1CATALOG`')
    .replace(/("version": "|e2e-triage )\d+\.\d+\.\d+/g, '$1VERSION')
}
