import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {readdir, readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {setTimeout as sleep} from 'node:timers/promises'
import {describe, expect, test} from '@jest/globals'
import type {Report} from '../../src/model.ts'
import {zip} from '../support/zip.ts'
import {cli, folder, removeAfterAll, start} from './command.ts'
import {examples, product} from './product.ts'
import {failedLog, hostPath} from './world.ts'

removeAfterAll()

const example = join(examples, 'kubernaut-2026-01-29')
const log = failedLog(hostPath('/x/coverdata'))
const known = {diagnosis: {root_cause: {pattern: 'host-path-missing'}}}

async function json(args: string[], stdin?: string | Buffer): Promise<Report> {
  const {code, stdout, stderr} = await cli(
    ['triage', ...args, '--format', 'json'],
    stdin === undefined ? {} : {stdin},
  )
  expect({code, stderr}).toEqual({code: 0, stderr: ''})
  return JSON.parse(stdout)
}

describe('what can be triaged', () => {
  test.concurrent('one log, as a file and on standard input', async () => {
    const dir = await folder({'gateway.log': log, 'wide.log': Buffer.from(`\ufeff${log}`, 'utf16le')})
    const file = await json([join(dir, 'gateway.log')])
    expect(file.suites).toMatchObject([{service: 'gateway', status: 'failed', ...known}])
    expect((await json(['-'], log)).suites).toMatchObject([{service: 'stdin', ...known}])
    expect((await json([join(dir, 'wide.log')])).suites).toMatchObject([known])
  })

  test.concurrent('what gh prints of a run, with the job that only repeats the others', async () => {
    const of = (job: string, text: string) =>
      text.replaceAll(
        /^(?=.)/gm,
        `${job}\tUNKNOWN STEP\t${text.startsWith('20') ? '' : '2026-01-01T00:00:00.0Z '}`,
      )
    const gate = ['❌ gateway: failure', '##[error]Process completed with exit code 1.'].join('\n')
    const printed = `${of('E2E (gateway)', log)}\n${of('Summary', gate)}\n`
    const {suites, totals, remaining_work} = await json(['-'], printed)
    expect(suites).toMatchObject([
      {service: 'gateway', ...known, fix: {status: 'needs-fix'}},
      {service: 'summary', diagnosis: {root_cause: {pattern: 'needed-jobs-failed'}}, fix: null},
    ])
    expect(totals).toMatchObject({failed: 2, needs_fix: 1})
    expect(remaining_work).toHaveLength(1)
    const {stdout} = await cli(['triage', '-', '--format', 'comment'], {stdin: printed})
    expect(stdout).toMatch(/1 cause, 2 of 2 suites: The host path/)
    expect(stdout).toMatch(/What to do:\*\* fix \*\*[^*]*gateway[^*]*\*\* \(no fix is known\)\.\n/)
  })

  test.concurrent("a run-logs zip, as GitHub's page offers it", async () => {
    const dir = await folder({
      'logs_1.zip': zip([
        {name: '0_E2E (gateway).txt', data: log},
        {
          name: '1_E2E (auth).txt',
          data: failedLog('all is well').replace(/^.*(?:##\[error\]|\*\*\*).*\n/gm, ''),
        },
        {name: 'E2E (gateway)/system.txt', data: ''},
        {name: 'E2E (gateway)/1_Set up job.txt', data: log.split('\n')[0]!},
      ]),
    })
    const report = await json([join(dir, 'logs_1.zip')])
    expect(report.suites.find(s => s.service === 'gateway')).toMatchObject(known)
  })

  test.concurrent('a bundle as zip and as folder', async () => {
    const events = {
      apiVersion: 'v1',
      kind: 'List',
      items: [
        {
          apiVersion: 'v1',
          kind: 'Event',
          metadata: {name: 'a.1', namespace: 'e2e'},
          type: 'Warning',
          reason: 'FailedCreate',
          message:
            'Error creating: pods "a-1-" is forbidden: error looking up service account e2e/a-sa: serviceaccount "a-sa" not found',
          involvedObject: {kind: 'ReplicaSet', name: 'a-1', namespace: 'e2e'},
          count: 4,
          firstTimestamp: '2026-02-01T11:00:00Z',
          lastTimestamp: '2026-02-01T11:05:00Z',
        },
      ],
    }
    const text = JSON.stringify(events)
    const dir = await folder({
      'bundle.zip': zip([{name: 'must-gather/events.json', data: text}]),
      'bundle/must-gather/events.json': text,
    })
    const [zipped, plain] = await Promise.all(['bundle.zip', 'bundle'].map(name => json([join(dir, name)])))
    expect(zipped!.suites[0]!.sources).toMatchObject([{kind: 'bundle', state: 'read'}])
    expect(plain!.suites[0]!.diagnosis).toEqual(zipped!.suites[0]!.diagnosis)
  })

  test.concurrent('a truncated zip is a row under incomplete, and no failure', async () => {
    const whole = zip([{name: 'must-gather/pods.log', data: Buffer.alloc(50_000, 'some line of text\n')}])
    const dir = await folder({'bundle.zip': whole.subarray(0, whole.length - 60)})
    const report = await json([join(dir, 'bundle.zip')])
    expect(report.incomplete).toHaveLength(1)
    expect(report.incomplete[0]!.what).toMatch(/bundle/)
    expect(report.suites[0]).toMatchObject({
      diagnosis: {root_cause: null},
      sources: [{state: 'truncated', detail: expect.stringContaining('damaged zip')}],
    })
  })

  test.concurrent('an empty log is no evidence', async () => {
    const dir = await folder({'gateway.log': ''})
    const report = await json([join(dir, 'gateway.log')])
    expect(report.suites[0]).toMatchObject({diagnosis: {state: 'no-evidence'}, sources: [{state: 'empty'}]})
    expect(report.incomplete).toHaveLength(1)
    expect((await json(['-'], '')).suites[0]).toMatchObject({diagnosis: {state: 'no-evidence'}})
  })
})

describe('what comes out', () => {
  test.concurrent('all four formats, to a file as to standard output, each time the same', async () => {
    const dir = await folder()
    const begins = {
      text: /^❌ .*3 of 8 suites/,
      summary: /^#+ ❌/,
      comment: /^#+ ❌/,
      json: /^\{\n {2}"schema_version": 1,/,
    }
    for (const [format, begin] of Object.entries(begins)) {
      const output = join(dir, format)
      const written = await cli(['triage', example, '--format', format, '--output', output])
      expect(written).toEqual({code: 0, stdout: '', stderr: ''})
      const text = await readFile(output, 'utf8')
      expect(text).toMatch(begin)
      expect(text).not.toContain('\u001b[')
      expect(text.endsWith('\n')).toBe(true)
      if (format === 'text' || format === 'json')
        expect(await cli(['triage', example, '--format', format])).toEqual({
          code: 0,
          stdout: text,
          stderr: '',
        })
    }
  })

  test.concurrent('the exit status is 0 whatever the report says, 1 where `--fail-on` applies', async () => {
    const dir = await folder({'known.log': log, 'unknown.log': failedLog('nobody has seen this before')})
    const status = async (name: string, when: string) =>
      (await cli(['triage', join(dir, name), '--fail-on', when])).code
    expect(
      await Promise.all([
        status('known.log', 'none'),
        status('known.log', 'unclassified'),
        status('known.log', 'any'),
        status('unknown.log', 'unclassified'),
      ]),
    ).toEqual([0, 0, 1, 1])
  })

  test.concurrent('a reader that leaves early is no error', async () => {
    const {stdout, stderr} = await start('/bin/sh', [
      '-c',
      `"$0" "$1" triage "$2" --format json | head -n 1`,
      process.execPath,
      join(product, 'dist/cli.js'),
      example,
    ])
    expect({stdout, stderr}).toEqual({stdout: '{\n', stderr: ''})
  })

  test.concurrent('ended by the user, it leaves no download behind', async () => {
    const temp = await folder()
    const child = spawn(process.execPath, [join(product, 'dist/cli.js'), 'triage', '-'], {
      env: {TMPDIR: temp},
      stdio: ['pipe', 'ignore', 'ignore'],
    })
    child.stdin.write(log)
    while (!(await readdir(temp)).length) await sleep(50)
    child.kill('SIGINT')
    expect(await once(child, 'close')).toEqual([130, null])
    expect(await readdir(temp)).toEqual([])
  })

  test.concurrent('a job name that is Markdown does no harm in any format', async () => {
    const name = 'E2E (](http://evil) | <b>)'
    const jobs = [
      {id: 1, name, status: 'completed', conclusion: 'failure', steps: []},
      {id: 2, name: 'E2E (auth)', status: 'completed', conclusion: 'success', steps: []},
    ]
    const dir = await folder({
      'jobs.json': JSON.stringify({total_count: 2, jobs}),
      'logs/1.log': log,
      'logs/2.log': 'ok\n',
    })
    for (const format of ['text', 'summary', 'comment']) {
      const {code, stdout} = await cli(['triage', dir, '--format', format])
      expect(code).toBe(0)
      expect(stdout).toContain('/x/coverdata')
      if (format !== 'text') {
        expect(stdout.replace(/`[^`\n]*`/g, '')).not.toMatch(/<b>/)
        expect(stdout).not.toMatch(/\[[^\]`]*\]\(http:\/\/evil/)
      }
    }
  })
})
