import {expect, test} from '@jest/globals'
import {
  closes,
  landedPull,
  mentions,
  pickedFrom,
  reverts,
  subject,
  trailers,
} from '../../src/fixes/messages.ts'

const sha = '0123456789abcdef0123456789abcdef01234567'

test('trailers', () => {
  const message =
    'Fix\n\nE2E-Fix: host-path\ne2e-fix: host-path/data storage\nE2E-Fix: host-path/gateway\r\nsee E2E-Fix: x'
  expect(trailers(message)).toEqual([
    {pattern: 'host-path', service: null},
    {pattern: 'host-path', service: 'gateway'},
  ])
})

test('mentions, also hidden in a comment or a list', () => {
  const body = 'Hello\n- e2e-triage: a\n<!-- e2e-triage: b/gateway -->\n`e2e-triage: c`\nabout e2e-triage: d'
  expect(mentions(body).map(claim => [claim.pattern, claim.service])).toEqual([
    ['a', null],
    ['b', 'gateway'],
    ['c', null],
  ])
})

test('closing keywords', () => {
  const text = 'Fixes #27, resolves: #28 and closes o/R#29; fixes other/x#30; prefixes #31; see #32'
  expect(closes(text, 'o/r')).toEqual([27, 28, 29])
})

test('reverts', () => {
  expect(reverts(`Revert "x"\n\nThis reverts commit ${sha}.`, null)).toEqual({commits: [sha], pulls: []})
  expect(reverts('Revert "x (#24)" (#30)\n\nReverts o/r#24', 'o/r')).toEqual({commits: [], pulls: [24]})
})

test('copies and landings', () => {
  expect(pickedFrom(`x\n\n(cherry picked from commit ${sha})`)).toEqual([sha])
  expect(landedPull('Fix it (#24)')).toBe(24)
  expect(landedPull('Merge pull request #24 from o/fix')).toBe(24)
  expect(landedPull('Revert "Fix it (#24)" (#30)')).toBe(30)
  expect(landedPull('Revert "Fix it (#24)"')).toBeNull()
  expect(subject(`${'x'.repeat(500)}\nmore`)).toHaveLength(200)
})

test('a hostile text takes no time', () => {
  const started = Date.now()
  for (const text of [
    'E2E-Fix: '.repeat(100_000),
    `${' '.repeat(500_000)}E2E-Fix:`,
    'fixes #1 '.repeat(100_000),
    '\t'.repeat(500_000),
    '- '.repeat(300_000),
  ]) {
    trailers(text)
    mentions(text)
    expect(closes(text, 'o/r').length).toBeLessThanOrEqual(50)
  }
  expect(Date.now() - started).toBeLessThan(20_000)
})
