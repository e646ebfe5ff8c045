import {describe, expect, test} from '@jest/globals'
import {diagnose} from '../../src/diagnose/diagnose.ts'
import {explainsGraph} from '../../src/diagnose/explains.ts'
import {defaultConfig} from '../../src/inputs/default-config.ts'
import type {KubeObject, LocatedTests, Match, ObjectRef} from '../../src/model.ts'
import {readKubernetes} from '../../src/read/bundle/kubernetes.ts'
import {findings, job, match, pattern, steps, tests} from './build.ts'

const leads = {explains: ['timed-out']}
const patterns = [
  pattern('timed-out', {role: 'symptom'}),
  pattern('refused', {...leads, family: 'db-constraint', same_when: ['name']}),
  pattern('broken', leads),
  pattern('other', leads),
  pattern('led', leads),
  pattern('deep', {explains: ['timed-out', 'led', 'panic']}),
  pattern('crashed', {...leads, family: 'panic'}),
  pattern('taken', {...leads, family: 'port-conflict'}),
  pattern('unfit', {...leads, family: 'scheduling-failed'}),
  pattern('unmatched', {...leads, family: 'mock-mismatch'}),
  pattern('no-stub', {...leads, family: 'mock-mismatch'}),
]
const visible = match('timed-out', 55)
const cause = (of: LocatedTests, ...found: (Match | KubeObject)[]) => {
  const objects = found.filter(f => 'containers' in f)
  const matches = found.filter(f => 'pattern' in f)
  const suite = {service: 'gateway', name: 'gateway', status: 'failed', job: job(), sources: []} as const
  return diagnose({...suite, sources: []}, findings([visible, ...matches], {steps, tests: of, objects}), {
    patterns: new Map(patterns.map(p => [p.id, p])),
    explains: explainsGraph(patterns),
    config: defaultConfig,
  }).root_cause?.pattern
}
const wellPod = (name: string) =>
  readKubernetes(
    JSON.stringify({
      kind: 'Pod',
      apiVersion: 'v1',
      metadata: {name, namespace: 'shop'},
      spec: {containers: [{name, image: 'x'}]},
      status: {
        phase: 'Running',
        containerStatuses: [{name, ready: true, restartCount: 0, state: {running: {}}}],
      },
    }),
    {source: 'bundle', path: 'all.json', url: null},
    () => {},
  ).objects[0]!
const inLog = {kind: 'container-log', source: 'bundle', path: 'api.log'} as const
const collected = (id: string, more: {name?: string; time?: string; count?: number} = {}) =>
  match(id, patterns.findIndex(p => p.id === id) + 70, {
    captures: {name: more.name ?? 'x'},
    count: more.count ?? 1,
    at: {kind: 'container-log', source: 'bundle', path: 'api.log', time: more.time ?? null},
  })
const printed = (id: string, line: number, time: string, name = 'x') =>
  match(id, line, {captures: {name}, at: {time}})

test('what a service said when an earlier step, or a passing test, printed the same was asked for', () => {
  const time = '2026-01-01T10:00:00.100Z'
  const said = collected('broken', {time})
  expect(cause(tests(), said)).toBe('broken')
  for (const line of [15, 40]) {
    expect(cause(tests(), said, printed('broken', line, '2026-01-01T10:00:00.400Z'))).toBeUndefined()
    expect(cause(tests(), said, printed('broken', line, '2026-01-01T10:00:09.400Z'))).toBe('broken')
    expect(cause(tests(), said, printed('other', line, '2026-01-01T10:00:00.400Z'))).toBe('broken')
  }
})

test('a refusal that is said all the time is a cause where nothing else is', () => {
  expect(cause(tests(), collected('refused', {count: 29}))).toBeUndefined()
  expect(cause(tests(), collected('refused', {count: 40}))).toBe('refused')
  const one = collected('refused', {count: 40, name: 'one'})
  expect(cause(tests(), one, collected('refused', {count: 5, name: 'two'}))).toBeUndefined()
  expect(cause(tests(), one, collected('refused', {count: 3, name: 'two'}))).toBe('refused')
  expect(cause(tests(), one, collected('other'))).toBe('other')
})

test('where set-up failed no test has asked for a refusal', () => {
  expect(cause(tests({phase: 'setup'}), collected('refused'))).toBe('refused')
})

test('what a single request was answered is no cause without its time, even of a pod that is broken', () => {
  const pod = {...wellPod('gateway'), phase: 'Failed'}
  const said = (id: string, time: string | null) =>
    match(id, 80, {at: {...inLog, time}, object: {kind: 'Pod', namespace: 'shop', name: 'gateway'}})
  const times = {
    all: {from: Date.parse('2026-01-01T10:00:00Z'), to: Date.parse('2026-01-01T10:09:00Z')},
    failed: [{from: Date.parse('2026-01-01T10:04:00Z'), to: Date.parse('2026-01-01T10:05:00Z')}],
  }
  expect(cause(tests({times}), pod, said('refused', null))).toBeUndefined()
  expect(cause(tests({times}), pod, said('broken', null))).toBe('broken')
  expect(cause(tests({times}), pod, said('refused', '2026-01-01T10:04:30Z'))).toBe('refused')
})

test('what a job tried again, and then went on, is no cause', () => {
  const tried = (line: number, retried?: true) => match('broken', line, {...(retried && {retried})})
  const of = tests({tests_line: 70, blocks: [{from: 72, to: 80}], verdict_line: 90})
  const at = (...matches: Match[]) => cause(of, match('timed-out', 75), ...matches)
  expect(at(tried(25))).toBe('broken')
  expect(at(tried(25, true))).toBeUndefined()
  expect(at(tried(75, true))).toBe('broken')
  expect(at(tried(25, true), tried(40))).toBe('broken')
})

describe('where tests ran side by side, and nearly always one that failed', () => {
  const minute = (n: number) => Date.parse(`2026-01-01T10:0${n}:00Z`)
  const times = (...failed: [number, number][]) => ({
    all: {from: minute(0), to: minute(9)},
    failed: failed.map(([from, to]) => ({from: minute(from), to: minute(to)})),
  })
  const said = (text: string, object: ObjectRef | null = null) =>
    match('refused', 7, {
      object,
      at: {kind: 'container-log', source: 'bundle', path: 'api.log', time: '2026-01-01T10:03:00Z', text},
    })
  const aside = tests({failed: 2, times: times([1, 7], [2, 8])})
  const inTurn = tests({failed: 2, times: times([1, 4], [4, 8])})

  test('a refusal may be what another test asked for', () => {
    expect(cause(inTurn, said('no such customer'))).toBe('refused')
    expect(cause(aside, said('no such customer'))).toBeUndefined()
    expect(cause(tests({failed: 2, times: times([1, 3], [2, 4])}), said('no such customer'))).toBe('refused')
  })
  test('but not one that a service met with itself', () => {
    const pod = (name: string) => ({kind: 'Pod', namespace: 'shop', name})
    const text = 'forbidden: User "system:serviceaccount:shop:api" cannot get'
    expect(cause(aside, said(text, pod('api-6c7f8d9b5-x2x4z')))).toBe('refused')
    expect(cause(aside, said(text, pod('store-0')))).toBeUndefined()
    expect(cause(aside, said('NOPERM User api has no permissions'))).toBe('refused')
  })
})

describe('what was said no more often while tests failed than at random', () => {
  const at = (n: number) => `2026-01-01T10:${String(n).padStart(2, '0')}:00Z`
  const span = (from: number, to: number) => ({from: Date.parse(at(from)), to: Date.parse(at(to))})
  const half = tests({times: {all: span(0, 40), failed: [span(20, 39)]}})
  const said = (id: string, ...minutes: number[]) =>
    minutes.map(n => collected(id, {time: at(n), name: `${n % 2}`}))
  test('has nothing to do with it', () => {
    expect(cause(half, ...said('broken', 3, 9, 15, 21, 27, 33, 39))).toBeUndefined()
    expect(cause(half, ...said('broken', 3, 21, 25, 27, 33, 37, 39))).toBe('broken')
    expect(cause(half, ...said('broken', 9, 15, 21, 27, 33))).toBe('broken')
  })
  test('nor where a passing test has printed that it was refused', () => {
    expect(cause(half, ...said('refused', 21))).toBe('refused')
    expect(cause(half, ...said('refused', 21), printed('refused', 40, at(5), '1'))).toBeUndefined()
    expect(cause(half, ...said('refused', 21), printed('refused', 40, at(5), '2'))).toBe('refused')
  })
})

describe('beside what tests may have asked for', () => {
  const refusals = ['one', 'two', 'three'].map(name =>
    match('refused', 80, {
      captures: {name},
      at: {...inLog, path: `${name}.log`, time: '2026-01-01T10:04:30Z'},
    }),
  )
  const times = {
    all: {from: Date.parse('2026-01-01T10:00:00Z'), to: Date.parse('2026-01-01T10:09:00Z')},
    failed: [{from: Date.parse('2026-01-01T10:04:00Z'), to: Date.parse('2026-01-01T10:05:00Z')}],
  }
  test('what no request asks for is the cause', () => {
    const taken = collected('taken', {time: '2026-01-01T10:04:30Z'})
    expect(cause(tests({times}), ...refusals)).toBe('refused')
    expect(cause(tests({times}), taken, ...refusals)).toBe('taken')
  })
  test('nor is the answer that a service got asked for', () => {
    const said = (text: string) => match('refused', 3, {at: {...inLog, text}})
    expect(cause(tests(), said('422: price is required'))).toBeUndefined()
    expect(cause(tests(), said('decode inventory response: price is no number'))).toBe('refused')
  })
})

test('what shows in no system that is well counts where nothing else is found, two of it as one', () => {
  const said = (id: string, name = 'stub.log') => match(id, 3, {object: mock, at: {...inLog, path: name}})
  const mock = {kind: 'Pod', namespace: 'shop', name: 'stub-0'}
  expect(cause(tests(), wellPod('stub-0'), said('unmatched'))).toBe('unmatched')
  expect(cause(tests(), wellPod('stub-0'), said('unmatched'), said('no-stub'))).toBe('no-stub')
  expect(cause(tests(), wellPod('stub-0'), said('broken'))).toBeUndefined()
})

test('what says that somebody meant it to be wrong is no cause', () => {
  const said = (text: string) =>
    match('broken', 70, {at: {kind: 'container-log', source: 'bundle', path: 'api.log', text}})
  expect(cause(tests(), said('error: rejected'))).toBe('broken')
  for (const text of ['503 from sink (expected)', 'rejected (negative test fixture)', 'injected fault: EIO'])
    expect(cause(tests(), said(text))).toBeUndefined()
})

test('what a service was refused under its own account all the time was not asked for', () => {
  const at = (n: number) => `2026-01-01T10:0${n}:00Z`
  const span = (from: number, to: number) => ({from: Date.parse(at(from)), to: Date.parse(at(to))})
  const of = tests({times: {all: span(0, 9), failed: [span(6, 8)]}})
  const said = (account: string) =>
    [1, 2, 3, 7].map(n =>
      match('refused', n, {
        at: {
          kind: 'container-log',
          source: 'bundle',
          path: 'api.log',
          time: at(n),
          text: `failed to list *v1.Lease: forbidden: User "system:serviceaccount:shop:${account}" cannot list`,
        },
      }),
    )
  expect(cause(of, ...said('api'))).toBe('refused')
  expect(cause(of, ...said('someone'))).toBeUndefined()
})

test('where it is only told about when short tests ran, nothing is made of it', () => {
  const from = Date.parse('2026-01-01T10:00:01Z')
  const near = (apart: number, length: number) => ({
    all: {from, to: from + 60_000},
    failed: [0, apart].map(n => ({from: from + n, to: from + n + length})),
  })
  const early = collected('other', {time: '2026-01-01T10:00:30.000Z', count: 9})
  const then = collected('broken', {time: '2026-01-01T10:00:01.050Z'})
  const told = (apart: number, length: number) =>
    cause(tests({failed: 2, times: near(apart, length)}), early, then)
  expect(told(200, 100)).toBe('broken')
  expect(told(7, 100)).toBe('broken')
  expect(cause(tests({failed: 2, times: near(7, 100)}), then, collected('other', {count: 9}))).not.toBe(
    'broken',
  )
  expect(cause(tests({failed: 2, times: near(200, 100)}), then, collected('other', {count: 9}))).toBe(
    'broken',
  )
})

const crash = match('crashed', 3, {
  object: {kind: 'Pod', namespace: 'shop', name: 'api-0'},
  at: {kind: 'previous-log', source: 'bundle', path: 'p.log', time: '2026-01-01T10:04:30Z', text: 'panic: x'},
})

describe('what was said only while tests failed, and again and again', () => {
  const times = {
    all: {from: Date.parse('2026-01-01T10:00:00Z'), to: Date.parse('2026-01-01T10:09:00Z')},
    failed: [{from: Date.parse('2026-01-01T10:04:00Z'), to: Date.parse('2026-01-01T10:05:00Z')}],
  }
  const then = (id: string, count: number) => collected(id, {time: '2026-01-01T10:04:30Z', count})
  const earlier = (id: string) => collected(id, {time: '2026-01-01T09:50:00Z'})
  test('has no rival in what was said at other times, too', () => {
    expect(cause(tests({times}), then('broken', 3), then('other', 2), earlier('other'))).toBe('broken')
    expect(cause(tests({times}), then('broken', 2), then('other', 2), earlier('other'))).toBeUndefined()
    expect(cause(tests({times}), then('broken', 3), then('other', 3))).toBeUndefined()
  })
  test('in logs of what was well as in others', () => {
    const pods = ['api-0', 'db-0', 'log-0'].map(wellPod)
    const of = (name: string, id: string, minute: number, count = 1) =>
      match(id, minute, {
        object: pods.find(p => p.name === name)!,
        count,
        at: {
          kind: 'container-log',
          source: 'bundle',
          path: `${name}.log`,
          time: `2026-01-01T10:0${minute}:30Z`,
        },
      })
    const chosen = (...more: Match[]) =>
      cause(tests({times}), of('api-0', 'broken', 4, 3), of('db-0', 'other', 4, 2), ...pods, ...more)
    expect(chosen()).toBeUndefined()
    expect(chosen(of('db-0', 'other', 1))).toBe('broken')
    expect(chosen(of('log-0', 'other', 1))).toBeUndefined()
  })
})

test('what leads to something need not have led to what came and went before', () => {
  const crashed = match('deep', 3, {
    at: {
      kind: 'previous-log',
      source: 'bundle',
      path: 'p.log',
      time: '2026-01-01T10:04:30Z',
      text: 'SIGSEGV',
    },
  })
  const led = (line: number, time: string) => match('led', line, {at: {time}})
  const shown = led(55, '2026-01-01T10:04:31Z')
  expect(cause(tests(), crashed, led(15, '2026-01-01T10:00:00Z'), shown)).toBe('deep')
  expect(cause(tests(), crashed, led(55, '2026-01-01T10:00:00Z'), shown)).toBe('led')
})

test('two patterns that know one line do not make each other doubtful', () => {
  const at = {kind: 'container-log', source: 'bundle', path: 'api.log'} as const
  expect(cause(tests(), match('broken', 7, {at}), match('other', 7, {at}))).toBe('broken')
  expect(cause(tests(), match('broken', 7, {at}), match('other', 8, {at}))).toBeUndefined()
})

test('what no request asks for has no rival in what tests may have asked for', () => {
  expect(cause(tests(), collected('taken'), collected('broken', {count: 9}))).toBe('taken')
  const said = [collected('broken', {count: 5}), collected('other'), collected('led'), collected('deep')]
  expect(cause(tests(), collected('taken'), ...said)).toBe('taken')
  expect(cause(tests(), collected('taken'), collected('unfit'))).toBeUndefined()
  const times = {
    all: {from: Date.parse('2026-01-01T10:00:00Z'), to: Date.parse('2026-01-01T10:09:00Z')},
    failed: [{from: Date.parse('2026-01-01T10:04:00Z'), to: Date.parse('2026-01-01T10:05:00Z')}],
  }
  const then = collected('broken', {time: '2026-01-01T10:04:30Z'})
  expect(cause(tests({times}), collected('taken'), then)).toBe('broken')
})

test('what crashed has no rival in what was refused', () => {
  expect(cause(tests(), crash, collected('broken'), collected('other'), collected('broken'))).toBe('crashed')
})

describe('of causes that were only collected', () => {
  const times = {
    all: {from: Date.parse('2026-01-01T10:00:00Z'), to: Date.parse('2026-01-01T10:09:00Z')},
    failed: [{from: Date.parse('2026-01-01T10:04:00Z'), to: Date.parse('2026-01-01T10:05:00Z')}],
  }
  test('the one that was said while a test failed goes first, and has no rival in another', () => {
    const early = collected('other', {time: '2026-01-01T09:50:00Z', count: 9})
    const then = collected('broken', {time: '2026-01-01T10:04:30Z'})
    expect(cause(tests({times}), early, then)).toBe('broken')
  })
  test('none goes before one that the failing step shows', () => {
    const far = collected('deep', {count: 9})
    expect(cause(tests(), match('broken', 25), far, collected('led'))).toBe('broken')
  })
  test('what leads to a crash was said just before it', () => {
    const chosen = (time: string) => cause(tests({times}), crash, collected('deep', {time}))
    expect(chosen('2026-01-01T10:04:29Z')).toBe('deep')
    expect(chosen('2026-01-01T10:04:10Z')).toBe('crashed')
  })
})

test('a crash somewhere does not go before what the failure names, unless it explains it', () => {
  expect(cause(tests(), crash, collected('led'))).toBe('crashed')
  expect(cause(tests(), crash, match('broken', 55))).toBe('broken')
})
