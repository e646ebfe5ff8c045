import {expect, test} from '@jest/globals'
import fc from 'fast-check'
import {readTestFile} from '../../../src/read/tests/file.ts'
import {fixture, readText} from './support.ts'

const names = [
  'ginkgo-setup.log',
  'ginkgo-interrupt.log',
  'ginkgo-crash.log',
  'jest.log',
  'mocha.log',
  'playwright.log',
]
const more = [
  'bats-tap.log',
  'bats-pretty.log',
  'unittest.log',
  'gotestsum.log',
  'pytest-ci.log',
  'pytest-conftest.log',
]
const known = [...names, ...more].flatMap(n => fixture(n).split('\n'))
const line = fc.oneof(fc.constantFrom(...known), fc.string(), fc.string({unit: 'binary'}))

test('no reader throws, whatever the lines; what it answers is consistent', () => {
  fc.assert(
    fc.property(fc.array(line, {maxLength: 60}), lines => {
      const t = readText(lines.join('\n'))
      if (!t) return
      expect(t.blocks).toHaveLength(t.failures.length)
      for (const b of t.blocks) {
        expect(b.from).toBeGreaterThanOrEqual(1)
        expect(b.to).toBeGreaterThanOrEqual(b.from)
      }
      for (const n of [t.passed, t.failed, t.skipped, t.total ?? 0, t.ran ?? 0])
        expect(n).toBeGreaterThanOrEqual(0)
    }),
    {numRuns: 500, seed: 7},
  )
})

test('no file makes the reader throw', () => {
  const piece = fc.constantFrom(
    '<testsuite',
    ' name="a"',
    '>',
    '<testcase ',
    '</testcase>',
    '<failure',
    '/>',
    '<![CDATA[',
    ']]>',
    '&#x1;',
    '"',
    '{"Action":"',
    '[{"SuitePath":',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string())), parts => {
      readTestFile('junit.xml', new TextEncoder().encode(parts.join('')))
    }),
    {numRuns: 500, seed: 7},
  )
})
