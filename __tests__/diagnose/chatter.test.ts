import {expect, test} from '@jest/globals'
import {diagnose} from '../../src/diagnose/diagnose.ts'
import {explainsGraph} from '../../src/diagnose/explains.ts'
import {defaultConfig} from '../../src/inputs/default-config.ts'
import type {LocatedTests, Match} from '../../src/model.ts'
import {findings, job, match, pattern, steps, tests} from './build.ts'

const leads = {explains: ['timed-out']}
const patterns = [
  pattern('timed-out', {role: 'symptom'}),
  pattern('refused', {...leads, family: 'db-constraint', same_when: ['name']}),
  pattern('broken', leads),
  pattern('other', leads),
]
const visible = match('timed-out', 55)
const cause = (of: LocatedTests, ...matches: Match[]) => {
  const suite = {service: 'gateway', name: 'gateway', status: 'failed', job: job(), sources: []} as const
  return diagnose({...suite, sources: []}, findings([visible, ...matches], {steps, tests: of}), {
    patterns: new Map(patterns.map(p => [p.id, p])),
    explains: explainsGraph(patterns),
    config: defaultConfig,
  }).root_cause?.pattern
}
const collected = (id: string, more: {name?: string; time?: string; count?: number} = {}) =>
  match(id, 7, {
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
