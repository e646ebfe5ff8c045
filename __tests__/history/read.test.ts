import {expect, test} from '@jest/globals'
import {parseReport} from '../../src/history/read.ts'
import {aReport, aRun, suite} from './samples.ts'

const report = aReport(aRun(), suite('failed', 'host-path', 'sig'))

test('what history compares is kept', () => {
  expect(parseReport(JSON.stringify(report))).toEqual(report)
})

test('evidence, excerpts and links are dropped', () => {
  const at = {
    kind: 'job-log',
    source: 'x',
    path: null,
    line: 1,
    time: null,
    text: 'secret',
    url: 'https://evil.example',
  }
  const full = structuredClone(report)
  full.suites[0]!.diagnosis!.root_cause!.evidence = [at as never]
  full.suites[0]!.diagnosis!.excerpt = [{line: 1, text: 'secret'}]
  full.incomplete = [{what: 'secret', why: 'secret'}]
  expect(JSON.stringify(parseReport(JSON.stringify(full)))).not.toMatch(/secret|evil/)
})

test('fields of a newer version are ignored, a broken time or hash is unknown', () => {
  const odd = {...report, more: 1, run: {...report.run, created_at: 'yesterday', head_sha: '--option'}}
  expect(parseReport(JSON.stringify(odd))?.run).toMatchObject({created_at: null, head_sha: null, id: 100})
})

test.each([
  ['', 'empty'],
  ['{', 'not JSON'],
  ['null', 'null'],
  ['[]', 'a list'],
  ['{"schema_version": 2}', 'another version'],
  [JSON.stringify({...report, suites: 'x'}), 'no suites'],
  [JSON.stringify({...report, suites: Array.from({length: 501}, () => report.suites[0])}), 'too many suites'],
  [`"${'x'.repeat(10_000_001)}"`, 'too large'],
])('%.10s… is none: %s', json => {
  expect(parseReport(json)).toBeNull()
})
