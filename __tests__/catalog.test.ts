import {expect, test} from '@jest/globals'
import {checkCommand, testCommand} from '../src/commands/catalog.ts'

function terminal() {
  const lines: string[] = []
  return {
    lines,
    stdout: (text: string) => void lines.push(...text.trimEnd().split('\n')),
    progress: () => {},
    warn: () => {},
    columns: null,
    token: null,
    api: null,
  }
}

test('every pattern is sound', async () => {
  const out = terminal()
  await checkCommand([], out)
  expect(out.lines).toEqual([expect.stringMatching(/^\d+ patterns, no fault$/)])
})

test('every pattern names its examples, leaves its near-misses, and finds nothing in what works', async () => {
  const out = terminal()
  await testCommand([], out)
  expect(out.lines).toEqual([
    expect.stringMatching(/^\d+ patterns, \d+ examples, \d+ healthy sources: no faults$/),
  ])
}, 120_000)
