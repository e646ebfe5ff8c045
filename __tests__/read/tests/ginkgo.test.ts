import {describe, expect, test} from '@jest/globals'
import {brief, fixture, readText} from './support.ts'

describe('places', () => {
  test('the block is what was printed of the failure, the verdict is the summary', () => {
    const text = fixture('ginkgo-setup.log')
    const t = readText(text)
    const lines = text.split('\n')
    const block = lines.slice((t?.blocks[0]?.from ?? 1) - 1, t?.blocks[0]?.to)
    expect(block[0]).toBe('[SynchronizedBeforeSuite] [FAILED] [61.000 seconds]')
    expect(block.at(-1)).toContain('In [SynchronizedBeforeSuite] at: ')
    expect(lines[(t?.verdict_line ?? 0) - 1]).toBe('Summarizing 2 Failures:')
    expect(t?.tests_line).toBeNull()
    expect(t?.first_line).toBe(1)
  })

  test('text that a test printed is no failure, the body is', () => {
    expect(readText(fixture('ginkgo-setup.log'))?.failures[0]?.message).toBe(
      'Unexpected error:\n    failed to create Kind cluster: exit status 1\noccurred',
    )
  })
})

describe('several suites', () => {
  test('add up', () => {
    const both = `${fixture('ginkgo-teardown.log')}\n${fixture('ginkgo-interrupt.log')}`
    expect(brief(readText(both))).toBe('ginkgo 4/5 2+2+1 tests')
  })

  test('a suite that was cut makes the sum unknown and takes the verdict away', () => {
    const t = readText(`${fixture('ginkgo-teardown.log')}\n${fixture('ginkgo-crash.log')}`)
    expect(brief(t)).toBe('ginkgo ?/22 5+1+0 tests')
    expect(t?.verdict_line).toBeNull()
  })

  test('a green suite under `-r` has no result line of its own', () => {
    const log =
      '[17] Green Suite - 3/5 specs SP•P• SUCCESS! 691.7µs PASS\n[17] Second Suite - 2/2 specs •• SUCCESS! 1ms PASS\n'
    expect(brief(readText(`${log}\nGinkgo ran 2 suites in 3s\nTest Suite Passed`))).toBe(
      'ginkgo 4/7 4+0+1 tests',
    )
  })
})

describe('what a person pastes', () => {
  const pasted: [string, string, string][] = [
    [
      '[FAILED] Timed out after 15.000s.\nExpected\n    <int>: 0\nto equal\n    <int>: 1',
      '',
      'Timed out after 15.000s.',
    ],
    ['  [FAILED] pod is gone\n  In [It] at: /w/a_test.go:3 @ 11/21/26 22:29:22.57', '', 'pod is gone'],
    [
      '[FAILED] in [SynchronizedBeforeSuite]\ncluster is not there',
      '[SynchronizedBeforeSuite]',
      'cluster is not there',
    ],
    [
      '[FAIL] Audit\n   when it stores\n   [It] keeps the event',
      'Audit when it stores [It] keeps the event',
      '',
    ],
    ['• [FAILED] [1.0 seconds]\nA [It] b\n/w/a_test.go:3', 'A [It] b', ''],
    ['[38;5;9m[FAILED] Expected[0m\n  to be true', '', 'Expected'],
  ]
  test.each(pasted)('%j', (text, name, message) => {
    const t = readText(text)
    expect(t?.failures).toHaveLength(1)
    expect(t?.failures[0]?.name).toBe(name)
    expect(t?.failures[0]?.message.split('\n')[0]).toBe(message)
    expect([t?.framework, t?.total, t?.ran]).toEqual(['ginkgo', null, null])
  })

  test('a pytest summary line', () => {
    const t = readText('FAILED tests/x.py::t - AssertionError: 1 != 2')
    expect(t?.failures).toEqual([{name: 'tests/x.py::t', location: '', message: 'AssertionError: 1 != 2'}])
    expect([t?.framework, t?.total, t?.ran, t?.failed]).toEqual(['pytest', null, null, 1])
  })

  test('systemd is not Ginkgo, nor is a stray mark in a long log', () => {
    expect(readText('[FAILED] Failed to start crio.service')).toBeNull()
    expect(readText(`${'line\n'.repeat(200)}[FAILED] something`)).toBeNull()
  })
})

describe('bounds', () => {
  test('failures, messages, names and blocks', () => {
    const one = (i: number) =>
      `• [FAILED] [1.0 seconds]\n${'n'.repeat(900)} ${i}\n/w/a_test.go:3\n\n  [FAILED] ${'x'.repeat(5000)}\n${'  more\n'.repeat(900)}------------------------------\n`
    const log = `Running Suite: A - /w\n${Array.from({length: 250}, (_, i) => one(i)).join('')}\nRan 250 of 250 Specs in 1.0 seconds\nFAIL! -- 0 Passed | 250 Failed | 0 Pending | 0 Skipped\n`
    const t = readText(log)
    expect(t?.failed).toBe(250)
    expect(t?.failures).toHaveLength(200)
    expect(t?.failures[0]?.name).toHaveLength(500)
    expect(t?.failures[0]?.message.length).toBeLessThanOrEqual(2000)
    expect(Math.max(...(t?.blocks ?? []).map(b => b.to - b.from + 1))).toBeLessThanOrEqual(400)
  })

  test('long lines take time by their length', () => {
    const pieces = [
      'a.py::',
      ' - ',
      '_ ',
      '● a',
      '• [1',
      ' [It',
      'In [It] at: ',
      '--- FAIL: ',
      '1 passed, ',
      '(a',
      '[FAILED] in [',
    ]
    const started = performance.now()
    for (const p of pieces) readText(`${p.repeat(3000)}\nFAILED ${p.repeat(3000)}\n`.repeat(20))
    expect(performance.now() - started).toBeLessThan(30_000)
  })

  test('a million lines of other text are read in no time to speak of', () => {
    const text = [
      'I1121 10:00:00.000000 1 a.go:1] "msg" pod="a/b"',
      '  [INFO] indented',
      'ok then',
      '{"level":"info"}',
      '#12 0.1 Get',
    ]
    const started = performance.now()
    const t = readText(Array.from({length: 1_000_000}, (_, i) => text[i % text.length]).join('\n'))
    expect(t).toBeNull()
    expect(performance.now() - started).toBeLessThan(40_000)
  })
})
