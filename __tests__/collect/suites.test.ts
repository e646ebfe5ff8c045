import {describe, expect, test} from '@jest/globals'
import {chooseSuites, statusOf} from '../../src/collect/suites.ts'
import {UserError} from '../../src/errors.ts'
import type {Job} from '../../src/model.ts'

let id = 0
const job = (name: string, conclusion: string | null = 'success', more: Partial<Job> = {}): Job => ({
  id: ++id,
  name,
  url: null,
  status: conclusion === null ? 'in_progress' : 'completed',
  conclusion,
  started_at: null,
  completed_at: null,
  steps: [],
  annotations: [],
  ...more,
})
const service = (name?: string) => ({name, depends_on: [], ports: [], pods: []})
const select = {jobName: null, expected: [], excludeJobs: [], services: {}}
const shown = (jobs: Job[], more: Partial<Parameters<typeof chooseSuites>[1]> = {}) => {
  const chosen = chooseSuites(jobs, {...select, ...more})
  return {
    suites: chosen.suites.map(s => `${s.service} | ${s.name} | ${s.status}`),
    green: chosen.green_jobs,
    unfinished: chosen.unfinished,
  }
}

describe('by group', () => {
  test.each<[string, [string, (string | null)?][], string[], number]>([
    [
      'a group with a failure is listed whole, green groups are counted',
      [['E2E (gateway)', 'failure'], ['E2E (datastorage)'], ['unit (18)'], ['unit (20)'], ['lint']],
      ['gateway | gateway | failed', 'datastorage | datastorage | passed'],
      3,
    ],
    [
      'a job without parentheses is a group',
      [['E2E summary', 'failure'], ['lint']],
      ['e2e-summary | E2E summary | failed'],
      1,
    ],
    ['a reusable workflow', [['ci / e2e (x)', 'failure'], ['ci / build (x)']], ['x | x | failed'], 1],
    [
      'the matrix on the caller',
      [['E2E (gateway) / run', 'failure'], ['E2E (storage) / run'], ['E2E (storage) / build']],
      ['gateway | gateway | failed', 'storage | storage | passed'],
      1,
    ],
    ['several matrix values', [['name (a, b)', 'timed_out']], ['a-b | a, b | timed_out'], 0],
    [
      'the base name tells shared names apart',
      [['E2E (gateway)', 'failure'], ['Smoke (gateway)', 'cancelled'], ['Smoke (other)']],
      [
        'e2e-gateway | E2E gateway | failed',
        'smoke-gateway | Smoke gateway | cancelled',
        'other | other | passed',
      ],
      0,
    ],
    [
      'equal names are numbered',
      [
        ['e2e', 'failure'],
        ['e2e', 'failure'],
      ],
      ['e2e | e2e | failed', 'e2e-2 | e2e 2 | failed'],
      0,
    ],
    ['nested parentheses', [['E2E (gateway (v2))', 'failure']], ['gateway-v2 | gateway (v2) | failed'], 0],
    [
      'a name that GitHub cut',
      [['E2E (gateway, very lo', 'failure']],
      ['gateway-very-lo | gateway, very lo | failed'],
      0,
    ],
    ['empty parentheses', [['E2E ()', 'failure']], ['e2e | E2E () | failed'], 0],
    [
      'skipped jobs are not listed',
      [
        ['E2E (a)', 'failure'],
        ['E2E (b)', 'skipped'],
      ],
      ['a | a | failed'],
      0,
    ],
    [
      'unfinished jobs of a failed group',
      [
        ['E2E (a)', 'failure'],
        ['E2E (b)', null],
      ],
      ['a | a | failed', 'b | b | pending'],
      0,
    ],
    ['nothing failed', [['E2E (a)'], ['E2E (b)']], [], 2],
    [
      'other conclusions',
      [
        ['a', 'action_required'],
        ['b', 'startup_failure'],
        ['c', 'neutral'],
      ],
      ['a | a | failed', 'b | b | failed'],
      1,
    ],
  ])('%s', (_, jobs, suites, green) => {
    const result = shown(jobs.map(([name, conclusion]) => job(name, conclusion)))
    expect(result.suites).toEqual(suites)
    expect(result.green).toBe(green)
  })

  test('unfinished jobs elsewhere are named, not listed', () => {
    const result = shown([job('E2E (a)', 'failure'), job('lint', null)])
    expect(result).toEqual({suites: ['a | a | failed'], green: 0, unfinished: ['lint']})
  })
})

describe('by pattern', () => {
  const jobName = '^E2E \\((?<service>.+)\\)$'

  test('every job that fits is a suite', () => {
    const jobs = [job('E2E (gateway)', 'failure'), job('E2E (storage)'), job('lint', 'failure')]
    expect(shown(jobs, {jobName}).suites).toEqual([
      'gateway | gateway | failed',
      'storage | storage | passed',
    ])
  })

  test('a bad pattern is the user’s mistake', () => {
    expect(() => shown([], {jobName: '('})).toThrow(UserError)
  })
})

test('services are called as the configuration says', () => {
  const services = {datastorage: service('DataStorage'), 'data-hub': service()}
  const jobs = [job('E2E (datastorage)', 'failure'), job('E2E (Data Hub)', 'failure')]
  expect(shown(jobs, {services}).suites).toEqual([
    'datastorage | DataStorage | failed',
    'data-hub | Data Hub | failed',
  ])
})

test('expected services without a job are missing, skipped and pending ones are listed', () => {
  const jobs = [job('E2E (a)'), job('E2E (b)', 'skipped'), job('E2E (c)', null)]
  const expected = ['a', 'B', 'c', 'Data Storage', 'data-storage']
  expect(shown(jobs, {expected}).suites).toEqual([
    'b | b | skipped',
    'c | c | pending',
    'data-storage | Data Storage | missing',
  ])
})

test('excluded jobs are as if they were not there', () => {
  const jobs = [job('E2E (a)', 'failure'), job('E2E (b)', 'failure'), job('x / lint', 'failure')]
  expect(shown(jobs, {excludeJobs: ['E2E (b)', '*lint']}).suites).toEqual(['a | a | failed'])
})

test('a job that ran out of time says so in its annotation', () => {
  const annotations = ['The job running on runner X has exceeded the maximum execution time of 30 minutes.']
  expect(statusOf(job('a', 'cancelled', {annotations}))).toBe('timed_out')
  expect(statusOf(job('a', 'cancelled'))).toBe('cancelled')
})

test('names that JavaScript knows are names like others', () => {
  const jobs = [job('E2E (constructor)', 'failure'), job('E2E (__proto__)', 'failure')]
  expect(shown(jobs).suites).toEqual(['constructor | constructor | failed', 'proto | __proto__ | failed'])
})
