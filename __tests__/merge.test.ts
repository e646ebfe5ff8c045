/** What was scanned elsewhere and merged is what would have been read here. */
import {describe, expect, test} from '@jest/globals'
import {compile} from '../src/catalog/expression.ts'
import {readCatalog} from '../src/commands/patterns.ts'
import {examine} from '../src/examine.ts'
import {buildMatcher} from '../src/match/matcher.ts'
import type {Condition, Member, Pattern, Source, Suite} from '../src/model.ts'
import {memoryBytes} from '../src/read/archive/streams.ts'
import {scan} from '../src/scan.ts'
import {crashing, withoutAccount, withoutImage} from './bundles/cluster.ts'
import {layouts} from './bundles/layouts.ts'
import {triageSuite} from './bundles/triage.ts'

const builtIn = (await readCatalog([])).patterns

const members = (files: Record<string, string>): Member[] =>
  Object.entries(files).map(([path, text]) => {
    const data = Buffer.from(text)
    return {path, size: data.length, bytes: () => memoryBytes(data).stream()}
  })

const findingsOf = async (files: Record<string, string>, patterns: readonly Pattern[] = builtIn) => {
  const {text} = await scan({
    tool: {version: '1.0.0', catalog: 'sha256:0'},
    service: 'gateway',
    files: members(files),
    notes: [],
    patterns,
    redact: text => text,
  })
  return {'e2e-triage-findings.json': text}
}

const logs = {
  'a wait': [
    'timed out waiting for the condition on pods/billing-6c8d9f7b5c-q9w2z',
    'make: *** [e2e] Error 1',
  ],
  'a reset': ['read tcp 127.0.0.1:51234->127.0.0.1:18091: read: connection reset by peer'],
  'no log': null,
}
const clusters = {withoutImage, withoutAccount, crashing}

describe.each(Object.keys(layouts))('%s', kind => {
  test.each(Object.entries(clusters))('%s', async (_, cluster) => {
    const files = layouts[kind]!(cluster())
    const findings = await findingsOf(files)
    for (const log of Object.values(logs)) {
      const here = await triageSuite(log, files)
      const there = await triageSuite(log, findings)
      // An age is only needed until the time is known that it counts from.
      const events = here.events.map(e => ({...e, age: undefined}))
      expect(there).toEqual({...here, events})
    }
  })
})

describe('patterns over several sources', () => {
  const line = (source: string, ...kinds: 'job-log'[]): Condition => ({
    type: 'line',
    in: kinds,
    line: compile(source),
  })
  const event = (reason: string): Condition => ({
    type: 'event',
    reason: compile(reason),
    message: null,
    kind: null,
    name: null,
  })
  const pattern = (id: string, more: Partial<Pattern>): Pattern => ({...builtIn[0]!, ...common, id, ...more})
  const common = {role: 'cause', mode: 'any', conditions: [], unless: [], fallback: false} as const
  const patterns = [
    pattern('both', {mode: 'all', conditions: [line('make: (?<what>\\*+)', 'job-log'), event('Failed')]}),
    pattern('excused-by-event', {conditions: [line('timed out')], unless: [event('Failed')]}),
    pattern('excused-by-line', {conditions: [line('error: one')], unless: [line('never mind')]}),
    pattern('in-order', {mode: 'sequence', conditions: [line('error: one'), line('error: two')]}),
    pattern('gone', {
      mode: 'all',
      conditions: [line('timed out', 'job-log'), {type: 'absent', kind: 'Pod', name: compile('^nobody')}],
    }),
    pattern('loud', {conditions: [line('chatter')]}),
    pattern('chatter', {role: 'noise', conditions: [line('harmless chatter')]}),
  ]
  const matcher = buildMatcher(patterns)
  const suite = (bundle: Record<string, string>, log: string): Suite => {
    const bytes = memoryBytes(Buffer.from(log))
    const each = async function* () {
      yield* members(bundle)
    }
    const sources: Source[] = [
      {kind: 'job-log', name: 'job', url: null, content: {type: 'bytes', open: async () => bytes}},
      {kind: 'bundle', name: 'bundle', url: null, content: {type: 'folder', members: each}},
    ]
    return {service: 'gateway', name: 'gateway', status: 'failed', job: null, sources}
  }

  test('hold as if all were read in one place', async () => {
    const files = {
      ...layouts['kind-export']!(withoutImage()),
      ...layouts['cluster-info-dump']!(withoutImage()),
      'a.log': 'error: one\nnever mind\nerror: two\nchatter\nharmless chatter\n'.repeat(20),
      'b.log': 'error: one\nerror: two\n',
    }
    const log = 'timed out\nmake: *** [e2e] Error 1\nchatter\n'
    const here = await examine(suite(files, log), matcher)
    const there = await examine(suite(await findingsOf(files, patterns), log), matcher)
    expect(there).toEqual(here)
    const ids = new Set(here.matches.map(m => m.pattern))
    expect([...ids].sort()).toEqual(['both', 'excused-by-line', 'gone', 'in-order', 'loud'])
  })
})
