import {expect, test} from '@jest/globals'
import {decodeLogLine} from '../../../src/read/bundle/logline.ts'

const cases: [string, string, [string | null, string | null, string]][] = [
  [
    'CRI',
    '2026-08-19T10:11:12.345678901Z stdout F plain words',
    ['2026-08-19T10:11:12.345678901Z', null, 'plain words'],
  ],
  [
    'CRI around zap',
    '2026-08-19T10:11:12.3Z stderr F {"level":"error","ts":1787134272.5,"logger":"x","msg":"Reconciler error","error":"dial tcp: refused"}',
    ['2026-08-19T10:11:12.500Z', 'error', 'Reconciler error error: dial tcp: refused'],
  ],
  [
    'kubectl logs --timestamps',
    '2026-08-19T10:11:12Z ERROR failed',
    ['2026-08-19T10:11:12Z', 'error', 'ERROR failed'],
  ],
  [
    'zap console',
    '2026-08-19T10:11:12.3Z\tERROR\tsetup\tproblem',
    ['2026-08-19T10:11:12.3Z', 'error', 'ERROR\tsetup\tproblem'],
  ],
  [
    'slog',
    '{"time":"2026-08-19T12:11:12+02:00","level":"WARN","msg":"m","err":"e"}',
    ['2026-08-19T10:11:12.000Z', 'warn', 'm err: e'],
  ],
  ['an error object', '{"msg":"m","error":{"message":"inner"}}', [null, null, 'm error: inner']],
  [
    'PostgreSQL JSON',
    '{"timestamp":"2026-08-19 10:11:12.345 UTC","error_severity":"FATAL","message":"role \\"x\\" does not exist"}',
    ['2026-08-19T10:11:12.345Z', 'fatal', 'role "x" does not exist'],
  ],
  [
    'klog',
    'E0819 10:11:12.345678       1 leaderelection.go:330] error retrieving',
    ['0000-08-19T10:11:12.345678Z', 'error', 'error retrieving'],
  ],
  [
    'logrus',
    'time="2026-08-19T10:11:12Z" level=error msg="a \\"quoted\\" word" error="it failed"',
    ['2026-08-19T10:11:12Z', 'error', 'a "quoted" word error: it failed'],
  ],
  [
    'journald around klog',
    'Aug 19 10:11:12 node-1 kubelet[236]: W0819 10:11:12.345678     236 x.go:1] m',
    ['0000-08-19T10:11:12.345678Z', 'warn', 'm'],
  ],
  [
    'PostgreSQL',
    '2026-08-19 10:11:12.345 UTC [123] FATAL:  password authentication failed',
    ['2026-08-19T10:11:12.345Z', 'fatal', 'FATAL:  password authentication failed'],
  ],
  [
    'Redis',
    '1:M 19 Aug 2026 10:11:12.345 # Server initialized',
    ['2026-08-19T10:11:12.345Z', 'warn', 'Server initialized'],
  ],
  ['kubectl', 'error: timed out waiting', [null, 'error', 'error: timed out waiting']],
  ['kubeadm', '[ERROR Swap]: running with swap on', [null, 'error', '[ERROR Swap]: running with swap on']],
  [
    'a bracketed time',
    '[2026-08-19 10:11:12.345] [ERROR] x',
    ['2026-08-19T10:11:12.345Z', 'error', '[ERROR] x'],
  ],
  [
    'compose',
    'postgres-1  | 2026-08-19 10:11:12.345 UTC [1] LOG:  ready',
    ['2026-08-19T10:11:12.345Z', 'info', 'LOG:  ready'],
  ],
  [
    'a local time',
    '2026-08-19 10:11:12,345 INFO started',
    ['2026-08-19T10:11:12.345Z', 'info', 'INFO started'],
  ],
  ['prose', 'the level=x is not a key', [null, null, 'the level=x is not a key']],
  ['broken JSON', '{"msg": "cut', [null, null, '{"msg": "cut']],
  ['JSON that says nothing', '{"a":1}', [null, null, '{"a":1}']],
  ['nothing', '', [null, null, '']],
]

test.each(cases)('%s', (_, text, [time, level, message]) => {
  expect(decodeLogLine(text)).toEqual({time, level, message, partial: false})
})

test('a line that the runtime cut', () => {
  expect(decodeLogLine('2026-08-19T10:11:12Z stdout P half')).toMatchObject({message: 'half', partial: true})
})

test('is cheap, also for hostile lines', () => {
  const lines = [
    ...cases.map(c => c[1]),
    'a'.repeat(60_000),
    `time=${'"'.repeat(60_000)}`,
    `level=${'a='.repeat(15_000)}`,
    `level=x ${'a'.repeat(30_000)}`,
    `level=x ${'a="b\\\\" '.repeat(4_000)}`,
    `2026-08-19T10:11:12Z ${' '.repeat(60_000)}x`,
    'x'.repeat(10_000_000),
  ]
  const started = Date.now()
  for (const line of lines) for (let i = 0; i < 20; i++) decodeLogLine(line)
  expect(Date.now() - started).toBeLessThan(50_000)
})
