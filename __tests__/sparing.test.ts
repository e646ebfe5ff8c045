/** Logs that are left unread change nothing: the diagnosis is the one that reading all of them gives. */
import {expect, test} from '@jest/globals'
import fc from 'fast-check'
import {usablePatterns} from '../src/commands/patterns.ts'
import {diagnose, knowledgeOf} from '../src/diagnose/diagnose.ts'
import {examine} from '../src/examine.ts'
import {defaultConfig} from '../src/inputs/default-config.ts'
import {buildMatcher} from '../src/match/matcher.ts'
import type {Diagnosis, Source, SourceKind, Suite} from '../src/model.ts'
import {memoryBytes} from '../src/read/archive/streams.ts'
import {type ZipMember, zip} from './support/zip.ts'

const {patterns} = await usablePatterns([], [])
const matcher = buildMatcher(patterns)
const knowledge = knowledgeOf(patterns, defaultConfig)

/** Makes an archive large enough for leaving something. */
const ballast: ZipMember = {name: 'core.bin', data: new Uint8Array(9 << 20), method: 'stored'}

interface Workload {
  name: string
  state: 'well' | 'restarted' | 'bad'
  logs: string[]
}

const nameOf = (i: number) => `svc${i}`
const nodeOf = (i: number) => `worker-${i % 2}`
const podOf = (name: string) => `${name}-6c8d9f7b5c-q9w2z`

function objects(all: readonly Workload[]): string {
  const items = all.flatMap(({name, state}, i) => [
    {
      kind: 'Service',
      metadata: {name, namespace: 'shop'},
      spec: {clusterIP: `10.96.0.${i + 1}`, selector: {app: name}, ports: [{port: 8080}]},
    },
    {
      kind: 'Pod',
      metadata: {name: podOf(name), namespace: 'shop', labels: {app: name}},
      spec: {nodeName: nodeOf(i), containers: [{name, image: `acme/${name}:1`}]},
      status: {
        phase: 'Running',
        containerStatuses: [
          {
            name,
            ready: state !== 'bad',
            restartCount: state === 'well' ? 0 : 2,
            state: state === 'bad' ? {waiting: {reason: 'CrashLoopBackOff'}} : {running: {}},
          },
        ],
      },
    },
  ])
  const nodes = [0, 1].map(i => ({
    kind: 'Node',
    metadata: {name: nodeOf(i)},
    status: {conditions: [{type: 'Ready', status: 'True'}]},
  }))
  return JSON.stringify({kind: 'List', apiVersion: 'v1', items: [...nodes, ...items]})
}

function source(kind: SourceKind, name: string, data: Uint8Array): Source {
  return {kind, name, url: null, content: {type: 'bytes', open: async () => memoryBytes(data)}}
}

async function triage(
  log: readonly string[],
  all: readonly Workload[],
  isSparing: boolean,
  kubelets: readonly string[][] = [],
) {
  const members: ZipMember[] = [
    {name: 'namespaces/shop/core/all.json', data: objects(all)},
    ...all.map(({name, logs}) => ({
      name: `namespaces/shop/pods/${podOf(name)}/${name}/${name}/logs/current.log`,
      data: `${logs.map((text, i) => `2026-03-01T10:00:${String(10 + i * 4)}Z ${text}`).join('\n')}\n`,
    })),
    ...kubelets.map((logs, i) => ({
      name: `nodes/${nodeOf(i)}/${nodeOf(i)}_logs_kubelet`,
      data: `${logs.join('\n')}\n`,
    })),
    ballast,
  ]
  const sources = [
    source('job-log', 'job', Buffer.from(`${log.join('\n')}\n`)),
    source('bundle', 'logs', zip(members)),
  ]
  const suite: Suite = {service: 'svc0', name: 'svc0', status: 'failed', job: null, sources}
  const findings = await examine(suite, matcher, isSparing ? {knowledge} : {})
  return {diagnosis: diagnose(suite, findings, knowledge), sources: findings.sources}
}

const causes = [
  'FATAL: password authentication failed for user "shop"',
  'write /data/wal: no space left on device',
  'panic: runtime error: invalid memory address or nil pointer dereference',
  'Error: unknown flag: --audit-level',
]
const said = fc.oneof(
  fc.constantFrom('level=info msg=ready', 'GET /healthz 200', ...causes),
  fc
    .nat(5)
    .map(
      i =>
        `Post "http://10.96.0.${i + 1}:8080/v1": dial tcp 10.96.0.${i + 1}:8080: connect: connection refused`,
    ),
  fc.nat(5).map(i => `dial tcp: lookup ${nameOf(i)}.shop.svc on 10.96.0.10:53: no such host`),
  fc.nat(5).map(i => `timed out waiting for the condition on pods/${podOf(nameOf(i))}`),
)
const shown = fc.oneof({weight: 4, arbitrary: said}, fc.constant("AssertionError: assert 'red' == 'green'"))
const workload = fc.record({
  state: fc.constantFrom('well', 'well', 'well', 'restarted', 'bad') as fc.Arbitrary<Workload['state']>,
  logs: fc.array(said, {maxLength: 4}),
})

/** The log of tests of which one fails and says this, and then one passes: so it is known what was said at which time. */
function withTests(log: readonly string[]): string[] {
  const at = (second: number, text: string) => `2026-03-01T10:00:${second}.0000000Z ${text}`
  return [
    at(10, '=== RUN   TestA'),
    ...log.map(text => at(12, `    a_test.go:7: ${text}`)),
    at(16, '--- FAIL: TestA (6.00s)'),
    at(16, '=== RUN   TestB'),
    at(20, '--- PASS: TestB (4.00s)'),
    at(21, 'FAIL'),
    at(21, 'FAIL\tshop/e2e\t11.0s'),
  ]
}

test('what is left unread would not have changed the diagnosis', async () => {
  let left = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(shown, {minLength: 1, maxLength: 4}),
      fc.array(workload, {minLength: 6, maxLength: 6}),
      fc.array(fc.array(said, {maxLength: 3}), {minLength: 2, maxLength: 2}),
      fc.boolean(),
      async (lines, states, kubelets, isTimed) => {
        const log = isTimed ? withTests(lines) : lines
        const all = states.map((w, i) => ({...w, name: nameOf(i)}))
        const whole = await triage(log, all, false, kubelets)
        const spared = await triage(log, all, true, kubelets)
        left += spared.sources.some(s => s.detail !== null) ? 1 : 0
        expect(spared.diagnosis).toEqual(whole.diagnosis)
      },
    ),
    {numRuns: Number(process.env['RUNS'] ?? 100)},
  )
  expect(left).toBeGreaterThan(8)
}, 300_000)

const cause = 'write /data/wal: no space left on device'
const quiet: Workload = {
  name: 'svc1',
  state: 'well',
  logs: ['FATAL: password authentication failed for user "shop"'],
}
const causeOf = ({root_cause}: Diagnosis) => root_cause?.pattern ?? null

test('a log of what is well is left where the job log names the cause, and that is said', async () => {
  const {diagnosis, sources} = await triage([cause], [quiet], true)
  expect(causeOf(diagnosis)).toBe('disk-no-space')
  expect(sources[1]).toMatchObject({
    state: 'read',
    detail: expect.stringMatching(/^1 log of pods and nodes that were well/),
  })
})

test('where nothing but an assertion is known to have failed, what tells more is read', async () => {
  const well = (i: number): Workload => ({name: nameOf(i), state: 'well', logs: i === 5 ? [cause] : []})
  const log = withTests(["AssertionError: assert 'red' == 'green'"])
  const {diagnosis} = await triage(log, [0, 1, 2, 3, 4, 5].map(well), true)
  expect(causeOf(diagnosis)).toBe('disk-no-space')
})

test('without a cause all logs are read', async () => {
  const {diagnosis, sources} = await triage(['expected 3 orders, got 2'], [quiet], true)
  expect(sources[1]).toMatchObject({state: 'read', detail: null})
  expect(diagnosis.hypotheses.map(h => h.family)).toEqual(['db-auth-failed'])
})

test('a log that another log leads to is read after all', async () => {
  const refused = 'dial tcp 10.96.0.1:8080: connect: connection refused'
  const last: Workload = {name: 'svc9', state: 'bad', logs: [refused]}
  const {diagnosis, sources} = await triage([cause], [quiet, last], true)
  expect(sources[1]).toMatchObject({state: 'read', detail: null})
  expect(diagnosis).toEqual((await triage([cause], [quiet, last], false)).diagnosis)
})
