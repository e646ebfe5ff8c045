import {expect, test} from '@jest/globals'
import {isGhLog, withoutGhColumns} from '../../src/read/gh-log.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const plain = (text: string) =>
  new TextDecoder('utf-8', {ignoreBOM: true}).decode(withoutGhColumns(bytes(text)))

test('what gh prints loses the names of job and step', () => {
  const printed =
    'E2E (orders)\tRun tests\t\uFEFF2026-03-01T10:00:00.1Z a\tb\nE2E (orders)\tUNKNOWN STEP\t2026-03-01T10:00:01.1Z c'
  expect(isGhLog(bytes(printed))).toBe(true)
  expect(plain(printed)).toBe('\uFEFF2026-03-01T10:00:00.1Z a\tb\n2026-03-01T10:00:01.1Z c')
})

test('lines stay where they are, and those of another kind as they are', () => {
  const printed =
    'job\tstep\t2026-03-01T10:00:00.1Z a\n\nno tab\none\ttab\njob\tstep\t2026-03-01T10:00:01.1Z b\n'
  expect(plain(printed)).toBe('2026-03-01T10:00:00.1Z a\n\nno tab\none\ttab\n2026-03-01T10:00:01.1Z b\n')
})

test.each(['2026-03-01T10:00:00.1Z a\tb\tc', 'a\tb\tc', '', 'NAME\tREADY\t1/1'])(
  '%j is another log',
  text => {
    expect(isGhLog(bytes(text))).toBe(false)
  },
)
