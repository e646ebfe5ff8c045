import {describe, expect, test} from '@jest/globals'
import {diagnose} from '../../src/diagnose/diagnose.ts'
import {explainsGraph} from '../../src/diagnose/explains.ts'
import {quoting} from '../../src/diagnose/quoted.ts'
import {defaultConfig} from '../../src/inputs/default-config.ts'
import type {Match} from '../../src/model.ts'
import {findings, job, match, pattern, steps, tests} from './build.ts'

describe('a line speaks of what a failed test shows', () => {
  const id = '520986485847da9656ea1409c3bff6c6'
  const trace = '9f1c2b7e-5d1a-4c1e-8a43-0d1e2f3a4b5c'
  test.each([
    ['by the id of a request', `got 500 {"request_id":"${id}"}`, `ERROR req=${id} no such column`, true],
    ['by the id of a trace', `trace ${trace}: EOF`, `level=error trace_id=${trace} refused`, true],
    ['not by another id', `got 500 {"request_id":"${id}"}`, `ERROR req=${id.replace('5', '6')} gone`, false],
    ['not by a word or a number', 'facade deadbeefdead 123456789012', 'deadbeefdead 123456789012', false],
    [
      'in the words of a response',
      'got 503 ({"error":"cannot store label"})',
      '"msg":"cannot store label"',
      true,
    ],
    [
      'in words that were escaped',
      'body: "{\\"detail\\": \\"no tariff for zone\\"}"',
      'no tariff for zone: x',
      true,
    ],
    ['not in words that say nothing', '{"error":"Internal Server Error"}', 'Internal Server Error: x', false],
    ['not in a single word', '{"error":"unprocessable_tariff"}', 'unprocessable_tariff', false],
    ['not in what no response says', 'cannot store label', 'cannot store label', false],
  ])('%s', (_, shown, line, expected) => {
    expect(quoting([shown])(line)).toBe(expected)
  })
  test('is asked of hostile messages in no time', () => {
    const hostile = [
      `${'\\'.repeat(2e5)}"`,
      'a'.repeat(2e5),
      `${'"error":"'.repeat(2e4)}`,
      `${'not '.repeat(5e4)}!x`,
    ]
    expect(quoting([...hostile, hostile.map(h => `{"error":"${h.slice(0, 199)}"}`).join()])('x')).toBe(false)
  })
})

describe('what a service said in the words of the failure', () => {
  const leads = {explains: ['timed-out']}
  const patterns = [
    pattern('timed-out', {role: 'symptom'}),
    pattern('broken', leads),
    pattern('other', leads),
    pattern('plain', {...leads, fallback: true}),
  ]
  const said = (id: string, text: string, time: string | null = null): Match =>
    match(id, text.length, {at: {kind: 'container-log', source: 'bundle', path: 'api.log', text, time}})
  const all = {from: Date.parse('2026-01-01T10:00:00Z'), to: Date.parse('2026-01-01T10:09:00Z')}
  const failed = [{from: Date.parse('2026-01-01T10:04:00Z'), to: Date.parse('2026-01-01T10:05:00Z')}]
  const message = 'want 200, got 500 ({"error":"report aborted early"})'
  const of = tests({failures: [{name: 'a', location: '', message}], times: {all, failed}})
  const cause = (...matches: Match[]) =>
    diagnose(
      {service: 'gateway', name: 'gateway', status: 'failed', job: job(), sources: []},
      findings([match('timed-out', 55), ...matches], {steps, tests: of}),
      {
        patterns: new Map(patterns.map(p => [p.id, p])),
        explains: explainsGraph(patterns),
        config: defaultConfig,
      },
    ).root_cause
  const other = said('other', 'no such host')

  test('is part of it, and goes before what was said elsewhere', () => {
    expect(cause(said('broken', 'report aborted: no rights'), other)).toBeNull()
    expect(cause(said('broken', 'report aborted early: no rights'), other)?.pattern).toBe('broken')
  })
  test('but not while a test passed, and nothing that could be said of anything', () => {
    const then = said('broken', 'report aborted early: no rights', '2026-01-01T10:02:00Z')
    expect(cause(then, other)?.pattern).not.toBe('broken')
    expect(cause(said('plain', 'report aborted early: invalid'), other)?.pattern).not.toBe('plain')
  })
})
