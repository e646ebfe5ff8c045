import {describe, expect, test} from '@jest/globals'
import {commonCauses} from '../../src/diagnose/correlate.ts'
import {diagnose} from '../../src/diagnose/diagnose.ts'
import {explainsGraph} from '../../src/diagnose/explains.ts'
import {stem} from '../../src/diagnose/owners.ts'
import {placer} from '../../src/diagnose/window.ts'
import {defaultConfig} from '../../src/inputs/default-config.ts'
import type {Config, Findings, Job, LocatedTests, Match, Pattern, Suite} from '../../src/model.ts'
import {findings, inBundle, job, match, pattern, steps, tests} from './build.ts'

const catalog = [
  pattern('disk-full', {explains: ['build-failed', 'readiness-timeout']}),
  pattern('build-failed', {explains: ['readiness-timeout']}),
  pattern('other-cause'),
  pattern('vague', {fallback: true}),
  pattern('account-missing', {
    explains: ['reset', 'readiness-timeout'],
    title: 'ServiceAccount `{serviceaccount}` missing',
    same_when: ['serviceaccount'],
  }),
  pattern('reset', {role: 'symptom', title: 'Reset on {port}'}),
  pattern('readiness-timeout', {role: 'symptom'}),
]
const config: Config = {
  ...defaultConfig,
  services: {datastorage: {depends_on: ['postgresql'], ports: [18091], pods: ['datastorage-*']}},
}

function run(found: Findings, of: Job | null = null, patterns: Pattern[] = catalog) {
  const suite: Suite = {service: found.service, name: found.service, status: 'failed', job: of, sources: []}
  return diagnose(suite, found, {
    patterns: new Map(patterns.map(p => [p.id, p])),
    explains: explainsGraph(patterns),
    config,
  })
}

describe('where a match stands', () => {
  const place = placer(findings([], {steps, tests: tests()}), job())
  test.each([
    ['an earlier, tolerated step', 15, 'before'],
    ['set-up in the failing step', 25, 'step'],
    ['between passing specs', 40, 'passing'],
    ['a failed spec', 55, 'failure'],
    ['after the verdict', 100, 'after'],
    ['a later step', 125, 'later'],
  ])('%s', (_, line, placement) => {
    expect(place(match('x', line))).toBe(placement)
  })
})

describe('where no API tells which step failed', () => {
  const unknown = steps.map(s => ({...s, number: null}))
  const ended = (line: number) => ({line, time: null, text: '##[error]Process completed with exit code 2.'})
  const placements = (of: LocatedTests | null, ...errors: number[]) => {
    const at = placer(findings([], {steps: unknown, tests: of, telling: errors.map(ended)}), null)
    return [15, 25, 125].map(line => at(match('x', line)))
  }
  test('it is the one in which tests failed, if it says that it failed', () => {
    expect(placements(tests(), 18, 118)).toEqual(['before', 'step', 'later'])
  })
  test('else the first that says so', () => {
    expect(placements(tests(), 18)).toEqual(['step', 'later', 'later'])
    expect(placements(null, 118)).toEqual(['before', 'step', 'later'])
    expect(placements(null, 18, 118)).toEqual(['step', 'later', 'later'])
  })
  test('or the only one with an error, as of an action that is no script', () => {
    const at = (...lines: number[]) => {
      const telling = lines.map(line => ({line, time: null, text: '##[error]Input required: token'}))
      const place = placer(findings([], {steps: unknown, telling}), null)
      return [15, 119, 125].map(line => place(match('x', line)))
    }
    expect(at(118, 120)).toEqual(['before', 'step', 'later'])
    expect(at(18, 118)).toEqual(['log', 'log', 'aside'])
  })
  test('else it is not known', () => {
    expect(placements(null)).toEqual(['log', 'log', 'log'])
  })
})

describe('a step behind the tests that only says that they failed', () => {
  const place = (says: string[]) => {
    const telling = says.map((text, i) => ({line: 125 + i, time: null, text}))
    const at = placer(findings([], {steps, tests: tests(), telling}), job(4))
    return [25, 55, 126].map(line => at(match('x', line)))
  }
  test('stands for theirs', () => {
    expect(place(['##[error]Process completed with exit code 1.'])).toEqual(['step', 'failure', 'later'])
  })
  test('is one of its own where it says more', () => {
    const says = ['##[error]kind load failed', 'ERROR: exit 1', 'no space left on device', 'Error 1']
    expect(place(says)).toEqual(['before', 'before', 'step'])
  })
})

test('tests that only a report tells of do not move what the log shows', () => {
  const reported = tests({blocks: [], verdict_line: null, tests_line: null})
  const place = placer(findings([], {tests: reported}), null)
  expect([2, 40].map(line => place(match('x', line)))).toEqual(['log', 'log'])
})

describe('where all tests passed', () => {
  const passed = tests({failed: 0, passed: 10, blocks: []})
  test('what stands behind them in the step says why it failed', () => {
    const place = placer(findings([], {steps, tests: passed}), job())
    expect([40, 88, 100].map(line => place(match('x', line)))).toEqual(['passing', 'step', 'step'])
  })
  test('in an earlier step, all of the failing one counts', () => {
    const place = placer(findings([], {steps, tests: {...passed, verdict_line: 18}}), job())
    expect([15, 40, 115].map(line => place(match('x', line)))).toEqual(['before', 'step', 'step'])
  })
})

test('clean-up after a set-up that failed is after the verdict', () => {
  const place = placer(findings([], {steps, tests: tests({phase: 'setup', ran: 0, tests_line: null})}), job())
  expect([45, 55, 70].map(line => place(match('x', line)))).toEqual(['step', 'failure', 'after'])
})

test('the error below the heading of a failed set-up belongs to it, if the heading has none itself', () => {
  const quoted = tests({
    phase: 'setup',
    ran: 0,
    tests_line: null,
    failures: [{name: 'set-up', location: '', message: ''}],
  })
  const place = placer(findings([], {steps, tests: quoted}), job())
  const {to} = quoted.blocks[0]!
  expect([to + 1, to + 3, to + 4].map(line => place(match('x', line)))).toEqual(['step', 'step', 'after'])
})

test('what stands far from the errors that the job itself reports is aside', () => {
  const telling = [
    {line: 115, time: null, text: '##[error]#32 btf_dump'},
    {line: 116, time: null, text: '##[error]Process completed with exit code 1.'},
  ]
  const place = placer(findings([], {steps, telling}), job())
  expect([30, 112].map(line => place(match('x', line)))).toEqual(['aside', 'step'])
})

describe('what clean-up shows', () => {
  const spans = [{from: 50, to: 60}]
  const cleanedUp = (matches: Match[], elsewhere: boolean, more: Partial<Findings> = {}) =>
    run({...findings(matches, {tests: null, ...more}), ...{teardown: {spans, elsewhere}}})
  test('is no cause where something else failed, but a hypothesis', () => {
    const d = cleanedUp([match('disk-full', 55)], true)
    expect([d.state, d.hypotheses[0]?.family]).toEqual(['unclassified', 'disk-full'])
  })
  test('gives way to what was found elsewhere', () => {
    const both = [match('other-cause', 55), match('disk-full', 70)]
    expect(cleanedUp(both, true).root_cause?.pattern).toBe('disk-full')
  })
  test('is the cause where nothing else failed', () => {
    expect(cleanedUp([match('disk-full', 55)], false).root_cause?.pattern).toBe('disk-full')
  })
  test('comes second, without totals, where something was found before it', () => {
    const after = [match('readiness-timeout', 40), match('disk-full', 55)]
    expect(cleanedUp(after, false).state).toBe('symptom-only')
    const tested = {tests: tests({blocks: [{from: 50, to: 60}]})}
    expect(cleanedUp(after, false, tested).root_cause?.pattern).toBe('disk-full')
  })
})

describe('the choice', () => {
  test('what explains another cause goes first, wherever it stands', () => {
    const d = run(findings([match('build-failed', 3), match('disk-full', 5), match('readiness-timeout', 9)]))
    expect(d.root_cause?.pattern).toBe('disk-full')
    expect(d.chain.map(c => c.pattern)).toEqual(['disk-full', 'build-failed', 'readiness-timeout'])
  })

  test('each link stands before what it led to, whatever was seen first', () => {
    const links = [
      pattern('root', {explains: ['refused', 'no-token']}),
      pattern('no-token', {role: 'symptom', explains: ['refused']}),
      pattern('refused', {role: 'symptom'}),
    ]
    const d = run(findings([match('root', 1), match('refused', 2), match('no-token', 3)]), null, links)
    expect(d.chain.map(c => c.pattern)).toEqual(['root', 'no-token', 'refused'])
  })

  test('a fallback loses to any specific cause', () => {
    expect(run(findings([match('vague', 1), match('other-cause', 9)])).root_cause?.pattern).toBe(
      'other-cause',
    )
    expect(run(findings([match('vague', 1)])).root_cause?.pattern).toBe('vague')
  })

  test('what is said for debugging alone is no cause, what is said as an error is one', () => {
    const said = (text: string) => {
      const m = match('disk-full', 5)
      return run(findings([{...m, at: {...m.at, text}}])).state
    }
    expect(said('10:00:01 DEBUG mmap failed: no space left on device')).toBe('unclassified')
    expect(said('10:00:01 ERROR no space left on device (DEBUG 7)')).not.toBe('unclassified')
  })

  test('a symptom never becomes the cause', () => {
    const d = run(findings([match('readiness-timeout', 1)]))
    expect(d).toMatchObject({state: 'symptom-only', root_cause: null})
    expect(d.chain.map(c => c.pattern)).toEqual(['readiness-timeout'])
  })

  test('an effect before its cause is not explained by it', () => {
    const d = run(
      findings([
        match('disk-full', 9, {at: {time: '2026-01-01T10:05:00Z'}}),
        match('readiness-timeout', 3, {at: {time: '2026-01-01T10:00:00Z'}}),
      ]),
    )
    expect(d.chain.map(c => c.pattern)).toEqual(['disk-full'])
  })

  test('what clean-up and tolerated steps print is no cause', () => {
    const found = findings([match('disk-full', 100), match('other-cause', 15)], {steps, tests: tests()})
    expect(run(found, job())).toMatchObject({state: 'unclassified', root_cause: null})
  })

  describe('what is printed between tests', () => {
    const minute = (n: number) => Date.parse(`2026-01-01T10:0${n}:00Z`)
    const times = {all: {from: minute(0), to: minute(9)}, failed: [{from: minute(4), to: minute(5)}]}
    const within = (id: string, time: string, framework = 'gotest') =>
      findings([match(id, 40, {at: {time}}), match('readiness-timeout', 55)], {
        steps,
        tests: {...tests(), framework, times},
      })
    test('by one that passed, is no cause, whatever it leads to', () => {
      const found = findings([match('build-failed', 40), match('readiness-timeout', 55)], {
        steps,
        tests: tests(),
      })
      expect(run(found, job()).root_cause).toBeNull()
      expect(run(within('build-failed', '2026-01-01T10:02:00Z'), job()).root_cause).toBeNull()
    })

    test('while one ran that failed, is a cause where it leads to the failure', () => {
      const cause = (id: string, framework?: string) =>
        run(within(id, '2026-01-01T10:04:30Z', framework), job()).root_cause?.pattern
      expect(cause('build-failed')).toBe('build-failed')
      expect(cause('other-cause')).toBeUndefined()
      // Ginkgo prints what the failed one wrote in its own block.
      expect(cause('build-failed', 'ginkgo')).toBeUndefined()
    })
  })

  test('what crashed while one of many tests failed is the cause of all', () => {
    const minute = (n: number) => Date.parse(`2026-01-01T10:0${n}:00Z`)
    const failed = [1, 2, 3, 4, 5, 6].map(n => ({from: minute(n), to: minute(n + 1)}))
    const cause = (family: string) => {
      const said = match('crash', 7, {
        at: {kind: 'container-log', source: 'bundle', path: 'a.log', time: '2026-01-01T10:01:30Z'},
      })
      const found = findings([match('readiness-timeout', 55), said], {
        steps,
        tests: tests({failed: 6, times: {all: {from: minute(0), to: minute(9)}, failed}}),
      })
      const patterns = [...catalog, pattern('crash', {family, explains: ['readiness-timeout']})]
      return run(found, job(), patterns).root_cause?.pattern
    }
    expect(cause('panic')).toBe('crash')
    expect(cause('config-invalid')).toBeUndefined()
  })

  test('what is said of one thing all the time speaks against that thing only', () => {
    const minute = (n: number) => Date.parse(`2026-01-01T10:0${n}:00Z`)
    const patterns = [
      ...catalog,
      pattern('key', {family: 'db-constraint', explains: ['readiness-timeout'], same_when: ['name']}),
    ]
    const said = (name: string, second: string) =>
      match('key', 7, {
        captures: {name},
        at: {kind: 'container-log', source: 'bundle', path: `${name}.log`, time: `2026-01-01T10:${second}Z`},
      })
    const cause = (...matches: Match[]) => {
      const times = {all: {from: minute(0), to: minute(9)}, failed: [{from: minute(4), to: minute(5)}]}
      const found = findings([match('readiness-timeout', 55), ...matches], {steps, tests: tests({times})})
      return run(found, job(), patterns).root_cause?.pattern
    }
    const asked = [said('email', '01:00'), said('email', '02:00')]
    expect(cause(...asked, said('email', '04:30'))).toBeUndefined()
    expect(cause(...asked, said('number', '04:30'))).toBe('key')
  })

  test('an assertion alone is an answer only where nothing else could be read', () => {
    const bare = pattern('bare', {family: 'assertion-failed', fallback: true})
    const state = (...kinds: ('job-log' | 'bundle')[]) => {
      const read = {name: 'x', state: 'read', detail: null, format: null, bytes: 1, lines: 1} as const
      const sources = kinds.map(kind => ({...read, kind}))
      const found = [match('bare', 55), ...more]
      return run(findings(found, {steps, tests: tests(), sources}), job(), [bare]).state
    }
    const more: Match[] = []
    expect(state('job-log')).not.toBe('unclassified')
    expect(state('job-log', 'bundle')).not.toBe('unclassified')
    more.push(inBundle('other', {kind: 'Pod', namespace: 'shop', name: 'api-0'}))
    expect(state('job-log', 'bundle')).toBe('unclassified')
  })

  test('where a step failed that ran no tests, what was collected is all there is', () => {
    const earlier = tests({failed: 0, passed: 10, blocks: [], tests_line: 5, verdict_line: 8})
    const log = match('other-cause', 7, {at: {kind: 'container-log', source: 'bundle', path: 'api.log'}})
    expect(run(findings([log], {steps, tests: earlier}), job()).root_cause?.pattern).toBe('other-cause')
    expect(run(findings([log, match('vague', 40)], {steps, tests: earlier}), job()).root_cause?.pattern).toBe(
      'vague',
    )
    const inStep = tests({failed: 0, passed: 10, blocks: []})
    expect(run(findings([log], {steps, tests: inStep}), job()).root_cause).toBeNull()
  })

  describe('of what was collected, without a time, of nobody knows what', () => {
    const kinds = ['one', 'two', 'three', 'four'].map(id => pattern(id, {fallback: true}))
    const patterns = [...catalog, ...kinds]
    const heard = (id: string, count: number) =>
      match(id, 7, {count, at: {kind: 'container-log', source: 'bundle', path: 'api.log'}})
    const cause = (...matches: Match[]) =>
      run(findings([match('readiness-timeout', 55), ...matches], {steps, tests: tests()}), job(), patterns)
        .root_cause?.pattern
    test('one error that leads to the failure is its cause', () => {
      expect(cause(heard('build-failed', 2))).toBe('build-failed')
      expect(cause(heard('build-failed', 2), heard('one', 3), heard('two', 1))).toBe('build-failed')
    })
    test('one among several kinds of errors is not, if it was not said most often', () => {
      const others = [heard('one', 3), heard('two', 1), heard('three', 1)]
      expect(cause(heard('build-failed', 2), ...others)).toBeUndefined()
      expect(cause(heard('build-failed', 3), ...others)).toBe('build-failed')
    })
  })

  test('two causes that have nothing to do with each other are said to be two', () => {
    const d = run(findings([match('other-cause', 1), match('build-failed', 2)]))
    expect(d.state).not.toBe('confirmed')
    expect(d.hypotheses.map(h => h.family)).toHaveLength(1)
  })

  test('nothing read is no evidence', () => {
    const none = findings([], {
      sources: [
        {kind: 'job-log', name: 'job', state: 'expired', detail: 'x', format: null, bytes: null, lines: null},
      ],
    })
    expect(run(none).state).toBe('no-evidence')
  })
})

test('two suites that fail in the same words but for their names have one signature', () => {
  const failing = (service: string, message: string) => {
    const failures = [{name: 'it', location: '', message}]
    return run({...findings([], {tests: tests({failures})}), service}).signature
  }
  expect(failing('data-storage', 'pod DataStorage-7d9c5b6f48-k2x7p of data_storage: 12 left')).toBe(
    failing('gateway', 'pod gateway-5c6d7f8b9a-abc12 of Gateway: 3 left'),
  )
  expect(failing('gateway', 'no such index')).not.toBe(failing('notification', 'no such table'))
})

describe('joining by object', () => {
  const reset = match('reset', 55, {captures: {port: '18091'}})
  const replicaSet = {kind: 'ReplicaSet', namespace: 'ns', name: 'datastorage-6c7f8d9b5'}
  const other = {kind: 'ReplicaSet', namespace: 'ns', name: 'billing-6c7f8d9b5'}

  test('follows a port to the service, its ReplicaSet and its events', () => {
    const d = run(findings([reset, inBundle('account-missing', replicaSet)], {steps, tests: tests()}), job())
    expect(d.root_cause?.pattern).toBe('account-missing')
    expect(d.chain.map(c => c.pattern)).toEqual(['account-missing', 'reset'])
  })

  test('what calls another thing that has a cause of its own is the victim', () => {
    const caller = match('other-cause', 3, {
      object: {kind: 'Pod', namespace: 'ns', name: 'gateway-7d9c5b6f48-k2x7p'},
      at: {
        kind: 'container-log',
        source: 'bundle',
        path: 'gateway.log',
        text: 'Get "http://datastorage:8080/": EOF',
      },
    })
    const shown = match('readiness-timeout', 55, {captures: {pod: 'gateway-7d9c5b6f48-k2x7p'}})
    const found = findings([shown, caller, inBundle('account-missing', replicaSet)], {steps, tests: tests()})
    const d = run(found, job())
    expect(d.root_cause?.pattern).toBe('account-missing')
    expect(d.hypotheses).toEqual([])
    const alone = run(findings([shown, caller], {steps, tests: tests()}), job())
    expect(alone.root_cause?.pattern).toBe('other-cause')
  })

  test('leaves what happened to somebody else alone', () => {
    const d = run(findings([reset, inBundle('account-missing', other)], {steps, tests: tests()}), job())
    expect(d).toMatchObject({state: 'symptom-only', root_cause: null})
    expect(d.hypotheses.map(h => h.family)).toEqual(['account-missing'])
  })

  test.each([
    ['datastorage-6c7f8d9b5-x2x4z', 'datastorage'],
    ['datastorage-6c7f8d9b5', 'datastorage'],
    ['postgres-0', 'postgres'],
    ['notification-controller-8d9bd69dc-dpjpx', 'notification-controller'],
    ['web', 'web'],
  ])('%s is of %s', (name, of) => {
    expect(stem(name)).toBe(of)
  })
})

describe('over suites', () => {
  const knowledge = {patterns: new Map(catalog.map(p => [p.id, p])), explains: explainsGraph(catalog), config}
  const replicaSet = {kind: 'ReplicaSet', namespace: 'ns', name: 'datastorage-6c7f8d9b5'}
  const diagnosed = (service: string, found: Findings) => ({
    service,
    diagnosis: run({...found, service}, job()),
  })
  const reset = (port: string) => match('reset', 55, {captures: {port}})
  const caused = (serviceaccount: string) =>
    findings([reset('18091'), {...inBundle('account-missing', replicaSet), captures: {serviceaccount}}], {
      steps,
      tests: tests(),
    })

  test('one cause, one group; a suite with its symptom alone is probable', () => {
    const suites = [
      diagnosed('gateway', caused('data-sa')),
      diagnosed('notification', caused('data-sa')),
      diagnosed('ro', findings([reset('18091')], {steps, tests: tests()})),
      diagnosed('elsewhere', findings([reset('9999')], {steps, tests: tests()})),
    ]
    expect(commonCauses(suites, knowledge)).toEqual([
      {
        pattern: 'account-missing',
        family: 'account-missing',
        title: 'ServiceAccount `data-sa` missing',
        suites: ['gateway', 'notification'],
        probable: ['ro'],
      },
    ])
  })

  test('another account is another cause', () => {
    const suites = [diagnosed('a', caused('one')), diagnosed('b', caused('two'))]
    expect(commonCauses(suites, knowledge)).toEqual([])
  })
})
