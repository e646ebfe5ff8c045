import {expect, test} from '@jest/globals'
import fc from 'fast-check'
import {emptyFingerprint, mayMeet, signatureOf, takeFingerprint} from '../../src/match/fingerprint.ts'

const fingerprint = emptyFingerprint()

function may(line: string, requirements: string[][]): boolean {
  const bytes = new TextEncoder().encode(`before\n${line}\nbehind`)
  takeFingerprint(fingerprint, bytes, 7, bytes.length - 7)
  return mayMeet(fingerprint, signatureOf(requirements))
}

test('a line that meets all requirements is never turned away', () => {
  const text = fc.string({minLength: 3, maxLength: 12, unit: fc.constantFrom(...'abc 403é/"')})
  fc.assert(
    fc.property(
      fc.array(fc.array(text, {minLength: 1, maxLength: 4}), {maxLength: 4}),
      text,
      (sets, rest) => {
        const ascii = sets.map(set => set.map(t => t.replaceAll('é', 'e')))
        const line = ascii.map((set, i) => set[i % set.length]).join(rest)
        expect(may(line, ascii)).toBe(true)
      },
    ),
  )
})

test('a line that lacks one is, and what stands in other lines does not count', () => {
  const line = '{"level":"info","msg":"waiting for pod data-storage-0 to become ready"}'
  expect(may(line, [['waiting for'], ['not found', 'refused']])).toBe(false)
  expect(may(line, [['waiting for'], ['not found', 'ready']])).toBe(true)
  expect(may(line, [['before']])).toBe(false)
  expect(may(line, [['behind']])).toBe(false)
  expect(may('', [['abc']])).toBe(false)
  expect(may('', [])).toBe(true)
})
