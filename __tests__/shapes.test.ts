import {expect, test} from '@jest/globals'
import {memoryBytes} from '../src/collect/bytes.ts'
import {usablePatterns} from '../src/commands/patterns.ts'
import {diagnose} from '../src/diagnose/diagnose.ts'
import {explainsGraph} from '../src/diagnose/explains.ts'
import {examine} from '../src/examine.ts'
import {defaultConfig} from '../src/inputs/default-config.ts'
import {buildMatcher} from '../src/match/matcher.ts'
import type {Job, Source, SourceKind, Suite} from '../src/model.ts'

/** The shapes that jobs have in real workflows: what failed is not always the step that says so. */

const {patterns} = await usablePatterns([], [])
const matcher = buildMatcher(patterns)
const knowledge = {
  patterns: new Map(patterns.map(p => [p.id, p])),
  explains: explainsGraph(patterns),
  config: defaultConfig,
}

interface Step {
  name: string
  conclusion: 'success' | 'failure'
  prints: string[]
}

const minute = (n: number) => `2026-03-01T10:${String(n).padStart(2, '0')}:00`

/** The log and the job as GitHub has them: a step a minute. */
function jobOf(steps: readonly Step[]): {job: Job; log: string} {
  const lines = steps.flatMap(({name, prints}, i) =>
    [`##[group]Run ${name}`, 'shell: /usr/bin/bash -e {0}', '##[endgroup]', ...prints].map(
      text => `${minute(i)}.1234567Z ${text}`,
    ),
  )
  const job = {
    id: 1,
    name: 'E2E (orders)',
    url: null,
    status: 'completed',
    conclusion: 'failure',
    started_at: null,
    completed_at: null,
    annotations: [],
    steps: steps.map(({name, conclusion}, i) => ({
      number: i + 1,
      name,
      status: 'completed',
      conclusion,
      started_at: `${minute(i)}Z`,
      completed_at: `${minute(i + 1)}Z`,
    })),
  } as const
  return {job: {...job, steps: [...job.steps], annotations: []}, log: `${lines.join('\n')}\n`}
}

function source(kind: SourceKind, name: string, text: string): Source {
  const bytes = memoryBytes(new TextEncoder().encode(text))
  return {kind, name, url: null, content: {type: 'bytes', open: async () => bytes}}
}

async function causeOf(steps: readonly Step[], more: Source[] = []): Promise<string> {
  const {job, log} = jobOf(steps)
  const sources = [source('job-log', job.name, log), ...more]
  const suite: Suite = {service: 'orders', name: job.name, status: 'failed', job, sources}
  const d = diagnose(suite, await examine(suite, matcher), knowledge)
  return d.root_cause?.pattern ?? d.state
}

const exit = (code: number) => `##[error]Process completed with exit code ${code}.`
const ginkgo = (failed: boolean) => [
  'Running Suite: Orders Suite - /src/test/e2e',
  '===========================================',
  'Random Seed: 1772445491',
  '',
  'Will run 2 of 2 specs',
  '------------------------------',
  ...(failed
    ? [
        '[BeforeSuite] [FAILED] [1.000 seconds]',
        '[BeforeSuite]',
        '/src/test/e2e/suite_test.go:41',
        '',
        '  [FAILED] failed to load image: write /var/lib/images/x.tar: no space left on device',
        '  In [BeforeSuite] at: /src/test/e2e/suite_test.go:52 @ 03/01/26 10:00:00.1',
        '------------------------------',
        '',
        'Summarizing 1 Failure:',
        '  [FAIL] [BeforeSuite]',
        '  /src/test/e2e/suite_test.go:52',
        '',
        'Ran 0 of 2 Specs in 1.001 seconds',
        'FAIL! -- 0 Passed | 1 Failed | 0 Pending | 0 Skipped',
      ]
    : [
        '',
        'Ran 2 of 2 Specs in 1.001 seconds',
        'SUCCESS! -- 2 Passed | 0 Failed | 0 Pending | 0 Skipped',
        'PASS',
      ]),
]
const collect: Step = {name: 'collect logs', conclusion: 'success', prints: ['exported']}

test('tests that the job tolerates, logs collected, then a step that fails because of the tests', async () => {
  const tests: Step = {name: 'make test-e2e', conclusion: 'success', prints: [...ginkgo(true), exit(1)]}
  const gate: Step = {name: 'exit 1', conclusion: 'failure', prints: ['E2E tests failed', exit(1)]}
  expect(await causeOf([tests, collect, gate])).toBe('disk-no-space')
})

test('a step that fails by itself behind tests that passed', async () => {
  const tests: Step = {name: 'make test-e2e', conclusion: 'success', prints: ginkgo(false)}
  const push: Step = {
    name: 'make push',
    conclusion: 'failure',
    prints: ['error: failed to push: write /tmp/x: no space left on device', exit(1)],
  }
  expect(await causeOf([tests, collect, push])).toBe('disk-no-space')
})

test('what goes on behind the tests in the same step', async () => {
  const linted = ['golangci-lint run', 'bash: line 1: golangci-lint: command not found', exit(127)]
  const prints = [...ginkgo(false), ...linted, ...Array.from({length: 30}, (_, i) => `cleaning up ${i}`)]
  expect(await causeOf([{name: 'make', conclusion: 'failure', prints}])).toBe('command-not-found')
})

test('a runner that prints nothing but writes a report', async () => {
  const quiet = Array.from({length: 60}, (_, i) => `deploying part ${i}`)
  const prints = [...quiet, 'error: write /var/lib/x: no space left on device', exit(1)]
  const passed = Array.from({length: 40}, (_, i) => `<testcase classname="e2e" name="ok ${i}" time="1"/>`)
  const failed =
    '<testcase classname="e2e" name="writes"><failure message="no answer">no answer</failure></testcase>'
  const xml = [
    '<testsuites><testsuite name="e2e" tests="41" failures="1">',
    ...passed,
    failed,
    '</testsuite></testsuites>',
  ]
  const report = source('test-report', 'junit.xml', xml.join('\n'))
  expect(await causeOf([{name: 'make', conclusion: 'failure', prints}], [report])).toBe('disk-no-space')
})

const failing = (message: string[]) => [
  ...ginkgo(false).slice(0, 6),
  '• [FAILED] [60.001 seconds]',
  'Orders [It] answers',
  '/src/test/e2e/orders_test.go:41',
  '',
  ...message.map(line => `  ${line}`),
  '  In [It] at: /src/test/e2e/orders_test.go:52 @ 03/01/26 10:00:00.1',
  '------------------------------',
  '•',
  '',
  'Summarizing 1 Failure:',
  '  [FAIL] Orders [It] answers',
  '  /src/test/e2e/orders_test.go:52',
  '',
  'Ran 2 of 2 Specs in 61.001 seconds',
  'FAIL! -- 1 Passed | 1 Failed | 0 Pending | 0 Skipped',
]
const refused = failing([
  '[FAILED] Post "http://orders.orders.svc:8080/api": dial tcp 10.96.1.2:8080: connect: connection refused',
])

test('a script that describes its pods behind the verdict', async () => {
  const events = [
    'Events:',
    '  Type     Reason     Age   From               Message',
    '  ----     ------     ----  ----               -------',
    '  Normal   Scheduled  2m    default-scheduler  Successfully assigned orders/orders-6f9b7dcd84-7cgmr to kind-control-plane',
    '  Warning  Failed     1m    kubelet            Failed to pull image "quay.io/acme/orders:e2e": rpc error: code = NotFound desc = failed to pull and unpack image "quay.io/acme/orders:e2e": failed to resolve reference "quay.io/acme/orders:e2e": quay.io/acme/orders:e2e: not found',
  ]
  const prints = [...refused, 'kubectl describe pods -A', ...events, exit(1)]
  expect(await causeOf([{name: 'make', conclusion: 'failure', prints}])).toBe('image-manifest-unknown')
})

test('a step behind the tests that prints what services logged', async () => {
  const logged = [
    '=== logs of orders-6f9b7dcd84-7cgmr',
    '{"level":"error","msg":"failed to connect: FATAL: password authentication failed for user \\"orders\\" (SQLSTATE 28P01)"}',
  ]
  const dump: Step = {name: 'dump', conclusion: 'success', prints: logged}
  const tests: Step = {name: 'make', conclusion: 'failure', prints: [...refused, exit(1)]}
  expect(await causeOf([tests, dump])).toBe('db-password-rejected')
})

test('what clean-up itself complains of is no cause', async () => {
  const complaint = 'ERROR: no nodes found for cluster "orders-e2e"'
  const dump: Step = {name: 'kind export logs', conclusion: 'success', prints: [complaint]}
  const tests: Step = {name: 'make', conclusion: 'failure', prints: [...refused, complaint, exit(1)]}
  expect(await causeOf([tests, dump])).toBe('symptom-only')
})

test('the names of tests that passed are no cause, whatever they say', async () => {
  const names = [
    ' ✓ maps ENOSPC to 507: no space left on device 2ms',
    'test disk::full - no space left on device ... ok',
    'ok 3 - reports a full disk: no space left on device',
    '│  ├─ [4] no space left on device [OK]',
    '<testcase classname="e2e" name="no space left on device" time="1"/>',
  ]
  expect(await causeOf([{name: 'make', conclusion: 'failure', prints: [...names, exit(1)]}])).toBe(
    'unclassified',
  )
  const said = ['not ok 4 - uploads', '# Error: write /tmp/x: no space left on device']
  const prints = [...names, ...said, exit(1)]
  expect(await causeOf([{name: 'make', conclusion: 'failure', prints}])).toBe('disk-no-space')
})
