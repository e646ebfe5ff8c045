import {describe, expect, test} from '@jest/globals'
import {Ajv2020} from 'ajv/dist/2020.js'
import type * as z from 'zod'
import type {FixState, Report, SuiteStatus} from '../../src/model.ts'
import {buildReport, type SuiteInput} from '../../src/report/build.ts'
import {conclusion, outputs} from '../../src/report/conclusion.ts'
import {redactor, redactReport} from '../../src/report/redact.ts'
import {reportJsonSchema, reportSchema} from '../../src/report/schema.ts'
import {severity} from '../../src/report/severity.ts'
import {
  allGreen,
  diagnosis,
  findings,
  nineSuites,
  oneCause,
  run,
  suite,
  tests,
  unknownCauses,
} from '../render/fixture.ts'

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
const same: Equal<z.infer<typeof reportSchema>, Report> = true

const input = (service: string, status: SuiteStatus, more: Partial<SuiteInput> = {}): SuiteInput => ({
  suite: suite(service, service, status),
  findings: null,
  diagnosis: null,
  fix: null,
  history: null,
  ...more,
})
const build = (suites: SuiteInput[], incomplete: Report['incomplete'] = []) =>
  buildReport({tool: {version: '1', catalog: 'sha256:0'}, run, incomplete, suites, common_causes: []})

describe('schema', () => {
  test('agrees with the type and with what is built', () => {
    expect(same).toBe(true)
    const validate = new Ajv2020({strict: false}).compile(reportJsonSchema())
    for (const report of [nineSuites(), oneCause(), unknownCauses(), allGreen(), build([])]) {
      expect(reportSchema.parse(report)).toEqual(report)
      expect([validate(report), validate.errors]).toEqual([true, null])
    }
  })

  test('takes nothing that is not described', () => {
    expect(reportSchema.safeParse({...allGreen(), secret: 1}).success).toBe(false)
  })
})

describe('order and totals', () => {
  test('failed first, worst first, else as they came', () => {
    const p1 = {findings: findings('x', tests({ran: 3, failed: 1, phase: 'tests'}))}
    const p2 = {findings: findings('x', tests({ran: 3, passed: 3, phase: 'teardown'}))}
    const report = build([
      input('a', 'passed'),
      input('b', 'failed', p2),
      input('c', 'missing'),
      input('d', 'failed', p1),
      input('e', 'pending'),
      input('f', 'timed_out'),
      input('g', 'skipped'),
      input('h', 'cancelled'),
    ])
    expect(report.suites.map(s => [s.service, s.severity])).toEqual([
      ['f', 'P0'],
      ['h', 'P0'],
      ['d', 'P1'],
      ['b', 'P2'],
      ['c', 'P0'],
      ['e', null],
      ['a', null],
      ['g', null],
    ])
    expect(report.totals).toEqual({
      suites: 8,
      passed: 1,
      failed: 4,
      classified: 0,
      unclassified: 4,
      needs_fix: 0,
    })
  })

  test('numbers of the worked example', () => {
    expect(nineSuites().totals).toEqual({
      suites: 9,
      passed: 5,
      failed: 4,
      classified: 4,
      unclassified: 0,
      needs_fix: 1,
    })
    expect(
      nineSuites()
        .suites.map(s => s.service)
        .slice(0, 4),
    ).toEqual(['datastorage', 'notification', 'workflowexecution', 'holmesgpt-api'])
  })

  test('the failed step is the first that did not end well', () => {
    expect(nineSuites().suites[0]!.job!.failed_step).toEqual({number: 7, name: 'Run E2E tests'})
    expect(allGreen().suites[0]!.job!.failed_step).toBeNull()
  })

  test('notes of all suites, each once', () => {
    const note = {what: 'a', why: 'b'}
    const noted = {findings: {...findings('x', null), incomplete: [note, {what: 'c', why: 'd'}]}}
    expect(build([input('x', 'failed', noted), input('y', 'failed', noted)], [note]).incomplete).toEqual([
      note,
      {what: 'c', why: 'd'},
    ])
  })
})

test.each<[string, SuiteStatus, Parameters<typeof tests>[0] | null, string | null]>([
  ['set-up failed', 'failed', {ran: 0, phase: 'setup'}, 'P0'],
  ['no test output', 'failed', null, 'P0'],
  ['some failed', 'failed', {ran: 9, failed: 2, phase: 'tests'}, 'P1'],
  ['cut short', 'timed_out', {ran: 9, passed: 9, phase: 'tests'}, 'P1'],
  ['all passed and the job failed', 'failed', {ran: 9, passed: 9, phase: 'tests'}, 'P2'],
  ['clean-up failed', 'failed', {ran: 9, passed: 9, phase: 'teardown'}, 'P2'],
  ['green', 'passed', {ran: 9, passed: 9, phase: 'tests'}, null],
  ['never ran', 'missing', null, 'P0'],
])('severity: %s', (_, status, over, expected) => {
  expect(severity(status, over && tests(over))).toBe(expected)
})

describe('remaining work', () => {
  const known = nineSuites().suites[0]!.diagnosis!
  test.each<[FixState, string | null]>([
    ['needs-fix', 'Fix it: Host path'],
    ['in-review', 'Review and merge #7: Host path'],
    ['ineffective', 'Fix it again, #7 does not help: Host path'],
    ['unknown', 'Find out whether this is fixed (why): Host path'],
    ['fixed', null],
    ['should-be-fixed', null],
  ])('%s', (status, expected) => {
    const refs =
      status === 'needs-fix' ? [] : [{type: 'pull' as const, id: '7', url: null, title: null, state: null}]
    const fix = {status, label: '', why: 'why', refs, next_run: 'unknown' as const}
    const report = build([input('a', 'failed', {diagnosis: known, fix})])
    expect(report.remaining_work.map(work => work.what.slice(0, expected?.length))).toEqual(
      expected === null ? [] : [expected],
    )
    expect(report.totals.needs_fix).toBe(status === 'needs-fix' || status === 'ineffective' ? 1 : 0)
    expect(report.fixes).toEqual(
      refs.length === 0 ? [] : [{ref: '#7', summary: known.root_cause!.title, services: ['a']}],
    )
  })

  test('where the cause is not known', () => {
    const what = (state: Parameters<typeof diagnosis>[0]['state'] & string) =>
      build([input('a', 'failed', {diagnosis: diagnosis({state})})]).remaining_work[0]!.what
    expect(what('unclassified')).toMatch(/^Find the cause, then teach/)
    expect(what('symptom-only')).toMatch(/^Find the cause; only this symptom/)
    expect(what('no-evidence')).toMatch(/^Keep the evidence/)
  })
})

describe('conclusion', () => {
  const known = {diagnosis: nineSuites().suites[0]!.diagnosis!}
  const none = {diagnosis: diagnosis({state: 'no-evidence'})}
  const open = {diagnosis: diagnosis({state: 'unclassified'})}
  test.each<[string, Report, string]>([
    ['green', build([input('a', 'passed'), input('b', 'skipped')]), 'passed'],
    ['nothing at all', build([]), 'passed'],
    ['nothing could be read', build([], [{what: 'jobs', why: '403'}]), 'incomplete'],
    ['one pending', build([input('a', 'passed'), input('b', 'pending')]), 'incomplete'],
    ['one missing', build([input('a', 'passed'), input('b', 'missing')]), 'incomplete'],
    ['all known', build([input('a', 'failed', known)]), 'classified'],
    ['some known', build([input('a', 'failed', known), input('b', 'failed', none)]), 'partly-classified'],
    ['none known', build([input('a', 'failed', open), input('b', 'failed', none)]), 'unclassified'],
    ['nothing to read', build([input('a', 'cancelled', none)]), 'incomplete'],
  ])('%s', (_, report, expected) => {
    expect(conclusion(report)).toBe(expected)
  })

  test('outputs', () => {
    expect(outputs(oneCause())).toEqual({
      conclusion: 'partly-classified',
      'failed-count': 3,
      'classified-count': 2,
      'unclassified-count': 1,
      'needs-fix-count': 0,
      incomplete: true,
      'failed-services': '["notification","remediationorchestrator","gateway"]',
    })
  })
})

test('a report is redacted in every string, and stays the same in all else', () => {
  const report = nineSuites()
  report.suites[0]!.tests!.failures = [{name: 'password=hunter2', location: '', message: 'x'}]
  report.incomplete.push({what: 'https://me:hunter2@db/x', why: 'DB_PASSWORD=hunter2'})
  report.suites[0]!.diagnosis!.root_cause!.captures['dsn'] = 'user=a password=hunter2'
  const clean = redactReport(report, redactor([]))
  expect(JSON.stringify(clean)).not.toContain('hunter2')
  expect(reportSchema.parse(clean)).toEqual(clean)
  expect(redactReport(nineSuites(), redactor([]))).toEqual(nineSuites())
})
