import {expect, test} from '@jest/globals'
import {compile} from '../../src/catalog/expression.ts'
import {lint} from '../../src/catalog/lint.ts'
import type {Pattern} from '../../src/model.ts'
import {pattern} from '../diagnose/build.ts'

const taxonomy = new Map([
  ['disk-full', 'runner'],
  ['readiness-timeout', 'symptom'],
])
const sound: Partial<Pattern> = {
  family: 'disk-full',
  conditions: [{type: 'line', in: [], line: compile('no space left on (?<path>\\S+)')}],
}
const faults = (...more: Partial<Pattern>[]) =>
  lint(
    more.map((m, i) => pattern(`p${i}`, {...sound, ...m})),
    taxonomy,
  ).map(f => f.what)

test('a sound pattern has no fault', () => {
  expect(faults({explains: ['readiness-timeout'], title: '{path} is full', same_when: ['path']})).toEqual([])
})

test.each<[string, Partial<Pattern>]>([
  ['pattern p0: unknown family `disk-fill`; is `disk-full` meant?', {family: 'disk-fill'}],
  ['pattern p0: family `readiness-timeout` is a symptom', {family: 'readiness-timeout'}],
  ['pattern p0: no condition captures `disk`', {title: '{disk} is full'}],
  ['pattern p0: no condition captures `disk`', {same_when: ['disk']}],
  ['pattern p0: a cause needs `advice`', {advice: null}],
  ['pattern p0: `explains`: no pattern or family `timeout`', {explains: ['timeout']}],
  [
    'pattern p0: `explains`: `readiness-timeout` stands there twice',
    {explains: ['readiness-timeout', 'disk-full', 'readiness-timeout']},
  ],
])('%s', (expected, wrong) => {
  expect(faults(wrong)).toEqual([expect.stringContaining(expected)])
})

test('an id is taken once', () => {
  expect(faults({}, {id: 'p0'})).toEqual(['pattern p0: the id is taken by x.yml:1'])
})
