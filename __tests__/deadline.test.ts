import {describe, expect, test} from '@jest/globals'
import {memoryBytes} from '../src/collect/bytes.ts'
import {usablePatterns} from '../src/commands/patterns.ts'
import {clockAt, timesUntil} from '../src/deadline.ts'
import {examine} from '../src/examine.ts'
import {buildMatcher} from '../src/match/matcher.ts'
import type {Source, Suite} from '../src/model.ts'
import {zip} from './support/zip.ts'

const matcher = buildMatcher((await usablePatterns([], [])).patterns)
const line = 'Error: statfs /x/coverdata: no such file or directory\n'
const quiet = 'all is well here\n'

/** Up from the given call on. */
const afterCalls = (calls: number) => {
  let left = calls
  return () => left-- <= 0
}
const never = () => false

const source = (kind: Source['kind'], name: string, bytes: Uint8Array): Source => ({
  kind,
  name,
  url: null,
  content: {type: 'bytes', open: async () => memoryBytes(bytes)},
})
const suiteOf = (...sources: Source[]): Suite => ({
  service: 'a',
  name: 'A',
  status: 'failed',
  job: {
    id: 1,
    name: 'E2E (a)',
    url: null,
    status: 'completed',
    conclusion: 'failure',
    started_at: null,
    completed_at: null,
    steps: [],
    annotations: [],
  },
  sources,
})
const longLog = Buffer.from(line + quiet.repeat(200_000))
const bundle = zip(
  Array.from({length: 50}, (_, i) => ({
    name: `must-gather/namespaces/e2e/pods/p-${i}/app/app/logs/current.log`,
    data: (i === 0 ? line : quiet).repeat(i === 0 ? 1 : 50_000),
  })),
)

describe('reading until time is up', () => {
  test('a log: what was read of it counts, one note', async () => {
    const suite = suiteOf(source('job-log', 'E2E (a)', longLog))
    const findings = await examine(suite, matcher, {clocks: {logs: afterCalls(4), rest: never}})
    expect(findings.matches.map(m => m.pattern)).toContain('host-path-missing')
    expect(findings.incomplete).toEqual([
      {
        what: 'log of E2E (a)',
        why: expect.stringMatching(
          /^the time was up when \d\.\d of 3\.2 MB were read; raise timeout-minutes/,
        ),
      },
    ])
    expect(findings.sources).toMatchObject([{state: 'truncated'}])
  })

  test('a bundle: the same, and the log is still read', async () => {
    const sources = [source('bundle', 'must-gather', bundle), source('job-log', 'E2E (a)', longLog)]
    const findings = await examine(suiteOf(...sources), matcher, {
      clocks: {logs: never, rest: afterCalls(30)},
    })
    expect(findings.matches.map(m => m.at.source)).toEqual(['must-gather', 'E2E (a)'])
    expect(findings.incomplete).toEqual([
      {what: 'must-gather', why: expect.stringMatching(/^the time was up when 0\.\d of 0\.\d MB were read/)},
    ])
    expect(findings.sources).toMatchObject([{state: 'truncated'}, {state: 'read'}])
  })

  test('what comes after is not opened, and said', async () => {
    const opened: string[] = []
    const closed = (name: string): Source => ({
      ...source('bundle', name, bundle),
      content: {
        type: 'bytes',
        open: async () => {
          opened.push(name)
          return memoryBytes(bundle)
        },
      },
    })
    const suite = suiteOf(closed('one'), closed('two'))
    const findings = await examine(suite, matcher, {clocks: {logs: never, rest: clockAt(Date.now() - 1)}})
    expect(opened).toEqual([])
    expect(findings.incomplete).toEqual(
      ['one', 'two'].map(what => ({
        what,
        why: expect.stringMatching(/before it was read; raise timeout-minutes/),
      })),
    )
    expect(findings.sources).toMatchObject([{state: 'unreadable'}, {state: 'unreadable'}])
  })
})

test('a part of the time is kept for what comes after the evidence', () => {
  expect(timesUntil(600_000, 0)).toEqual({fetch: 570_000, rest: 585_000, logs: 600_000})
  expect(timesUntil(60_000, 0)).toEqual({fetch: 54_000, rest: 57_000, logs: 60_000})
  expect(timesUntil(10_000, 0)).toEqual({fetch: 7000, rest: 8500, logs: 10_000})
  expect(timesUntil(10, 20)).toEqual({fetch: 10, rest: 10, logs: 10})
})
