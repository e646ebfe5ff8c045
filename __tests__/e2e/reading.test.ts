import {readFile} from 'node:fs/promises'
import {describe, expect, test} from '@jest/globals'
import type {Report} from '../../src/model.ts'
import {defaultLimits} from '../../src/read/archive/limits.ts'
import {archiveMembers} from '../../src/read/archive/members.ts'
import {zip} from '../support/zip.ts'
import {outputsOf, reportOf} from './outputs.ts'
import {
  act,
  closeAfterAll,
  comments,
  failedLog,
  gitHub,
  green,
  hostPath,
  lineTime,
  own,
  red,
  repo,
  runId,
  stamped,
  world,
} from './world.ts'

closeAfterAll()

const suite = (report: Report, service: string) => report.suites.find(s => s.service === service)!

describe('what the action reads of a run', () => {
  test.concurrent('75 jobs over two pages, its own left out, one common cause', async () => {
    const jobs = Array.from({length: 120}, (_, i) =>
      i % 15 === 14 ? red(i + 1, `s${i}`) : green(i + 1, `s${i}`),
    )
    const github = await gitHub(world(jobs.slice(0, 105)))
    const result = await act(github)
    const report = await reportOf(result)
    expect(report.suites).toHaveLength(105)
    expect(report.suites.some(s => s.job?.id === own)).toBe(false)
    expect(outputsOf(result)).toEqual({
      conclusion: 'classified',
      incomplete: false,
      failed: ['s14', 's29', 's44', 's59', 's74', 's89', 's104'],
      counts: [7, 7, 0, 7],
    })
    expect(report.common_causes).toMatchObject([{pattern: 'host-path-missing', probable: []}])
    expect(report.common_causes[0]!.suites).toHaveLength(7)
    const pages = github.requests.filter(r => r.path.endsWith(`/runs/${runId}/attempts/1/jobs`))
    expect(pages.map(r => r.query['page'])).toEqual(['1', '2'])
    expect(github.peak).toBeLessThanOrEqual(8)
  })

  test.concurrent('a job without a log, and an expired artifact', async () => {
    const github = await gitHub(
      world([red(1, 'gateway', {status: 404}), red(2, 'auth')], {
        repository: {
          artifacts: [
            {id: 11, name: 'must-gather-gateway', run_id: runId, zip: zip([]), expired: true},
            {
              id: 12,
              name: 'must-gather-auth',
              run_id: runId,
              zip: zip([{name: 'events.txt', data: 'LAST SEEN\n'}]),
            },
          ],
        },
      }),
    )
    const result = await act(github)
    expect(outputsOf(result)).toMatchObject({conclusion: 'partly-classified', incomplete: true})
    const report = await reportOf(result)
    expect(suite(report, 'gateway')).toMatchObject({
      diagnosis: {state: 'no-evidence', root_cause: null},
      sources: [
        {kind: 'job-log', state: 'missing'},
        {kind: 'bundle', state: 'expired'},
      ],
    })
    expect(report.incomplete.map(n => n.what).join()).toMatch(/E2E \(gateway\).*must-gather-gateway/)
    expect(comments(github)[0]!.body).toMatch(/must-gather-gateway/)
    expect(result.summary).toMatch(/must-gather-gateway/)
  })

  test.concurrent('a job that still runs is pending, and the report says that it is incomplete', async () => {
    const running = {id: 2, name: 'E2E (auth)', status: 'in_progress', conclusion: null, completed_at: null}
    const result = await act(await gitHub(world([red(1, 'gateway'), running])))
    expect(outputsOf(result)).toEqual({
      conclusion: 'classified',
      incomplete: true,
      failed: ['gateway'],
      counts: [1, 1, 0, 1],
    })
    expect(suite(await reportOf(result), 'auth')).toMatchObject({status: 'pending', diagnosis: null})
  })

  test.concurrent('a time-out and a lost runner, which only annotations tell of', async () => {
    const timedOut = {
      ...red(1, 'gateway', stamped(['##[group]Run make test-e2e', 'waiting', 'waiting still'])),
      conclusion: 'cancelled',
      annotations: [
        {
          message:
            'The job running on runner GitHub Actions 12 has exceeded the maximum execution time of 60 minutes.',
        },
        {message: 'The operation was canceled.'},
      ],
    }
    const lost = {
      ...red(2, 'auth', {status: 404}),
      steps: [],
      annotations: [
        {
          message:
            'The self-hosted runner: runner-7 lost communication with the server. Verify the machine is running and has a healthy network connection.',
        },
      ],
    }
    const result = await act(await gitHub(world([timedOut, lost, green(3, 'other')])))
    const report = await reportOf(result)
    expect(suite(report, 'gateway')).toMatchObject({
      status: 'timed_out',
      diagnosis: {root_cause: {pattern: 'job-time-limit', captures: {limit: '60 minutes'}}},
    })
    expect(suite(report, 'auth')).toMatchObject({
      status: 'failed',
      diagnosis: {root_cause: {pattern: 'runner-lost-communication'}},
    })
    expect(outputsOf(result)).toMatchObject({conclusion: 'classified', counts: [2, 2, 0, 2]})
  })

  test.concurrent('a step that may fail prints an error, and is not the failure', async () => {
    const log = stamped([
      'Current runner version: 2.331.0',
      '##[group]Run ./warm-cache',
      '##[endgroup]',
      hostPath('/optional/cache'),
      '##[error]Process completed with exit code 1.',
      '##[group]Run make test-e2e',
      '##[endgroup]',
      hostPath('/x/coverdata'),
      '##[error]Process completed with exit code 2.',
    ])
    const forgiven = {
      ...red(1, 'gateway', log),
      steps: [
        {name: 'Set up job', started_at: lineTime(0)},
        {name: 'Run ./warm-cache', number: 2, started_at: lineTime(1)},
        {name: 'Run make test-e2e', number: 3, conclusion: 'failure', started_at: lineTime(5)},
      ],
    }
    const report = await reportOf(await act(await gitHub(world([forgiven, green(2, 'auth')]))))
    expect(suite(report, 'gateway')).toMatchObject({
      job: {failed_step: {number: 3, name: 'Run make test-e2e'}},
      diagnosis: {root_cause: {pattern: 'host-path-missing', captures: {path: '/x/coverdata'}}},
    })
    expect(suite(report, 'gateway').diagnosis!.root_cause!.evidence[0]).toMatchObject({line: 8})
  })

  test.concurrent('an earlier attempt is triaged where it is asked for', async () => {
    const github = await gitHub(
      world([], {
        run: {
          attempts: [
            {jobs: [red(1, 'gateway')], started_at: lineTime(0)},
            {jobs: [green(2, 'gateway')], started_at: lineTime(700)},
          ],
        },
      }),
    )
    expect(outputsOf(await act(github, {inputs: {'run-attempt': '1', comment: 'never'}}))).toMatchObject({
      failed: ['gateway'],
    })
    expect(outputsOf(await act(github, {inputs: {comment: 'never'}}))).toMatchObject({conclusion: 'passed'})
  })

  test.concurrent('the report artifact holds the three files that the outputs name', async () => {
    const github = await gitHub(world([red(1, 'gateway')]))
    const result = await act(github)
    const artifact = github.state.repositories[repo]!.artifacts!.find(a => a.name === 'e2e-triage-report')!
    expect(result.outputs['artifact-id']).toBe(String(artifact.id))
    const bytes = {
      size: artifact.zip.length,
      async *stream(from = 0, to = artifact.zip.length) {
        yield artifact.zip.subarray(from, to)
      },
    }
    const found: Record<string, string> = {}
    for await (const member of archiveMembers('report', bytes, defaultLimits, () => {})) {
      const chunks: Uint8Array[] = []
      for await (const chunk of member.bytes()) chunks.push(chunk)
      found[member.path] = Buffer.concat(chunks).toString()
    }
    const file = (name: string) => readFile(result.outputs[`${name}-path`]!, 'utf8')
    expect(found).toEqual({
      'report.json': await file('report'),
      'summary.md': await file('summary'),
      'comment.md': await file('comment'),
    })
    expect(result.summary).toBe(found['summary.md'])
  })

  test.concurrent('one annotation for each root cause, none where they are switched off', async () => {
    const jobs = [
      red(1, 'a'),
      red(2, 'b'),
      red(3, 'c', failedLog(hostPath('/y/other'))),
      red(4, 'd', failedLog('something never seen before broke here')),
    ]
    const result = await act(await gitHub(world(jobs)))
    const titles = result.stdout.match(/^::error title=[^:]*/gm) ?? []
    expect(titles).toHaveLength(result.errors.length)
    expect(result.errors.length).toBeGreaterThanOrEqual(2)
    expect(result.stdout.match(/^::error .*\/x\/coverdata/gm)).toHaveLength(1)
    const silent = await act(await gitHub(world(jobs)), {
      inputs: {annotations: 'false', 'job-summary': 'false', 'upload-report': 'false', comment: 'never'},
    })
    expect(silent.errors).toEqual([])
    expect(silent.summary).toBe('')
    expect(silent.outputs).toMatchObject({'artifact-id': '', 'comment-id': ''})
    expect(comments(silent.github)).toEqual([])
  })
})
