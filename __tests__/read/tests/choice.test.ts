import {describe, expect, test} from '@jest/globals'
import {brief, fixture, readText} from './support.ts'

const units = '=== RUN   TestA\n--- PASS: TestA (0.00s)\nPASS\nok  \texample.com/a\t0.003s\n'

test('the wrapper around a Ginkgo suite is no Go failure', () => {
  const log = `=== RUN   TestE2E\n${fixture('ginkgo-interrupt.log')}--- FAIL: TestE2E (5.1s)\nFAIL\nFAIL\texample.com/e2e\t5.2s\nFAIL\n`
  expect(brief(readText(log))).toBe('ginkgo 2/3 0+2+1 tests')
})

test('the failing framework is chosen before the larger one', () => {
  expect(brief(readText(`${units.repeat(50)}${fixture('pytest-ci.log')}`))).toBe('pytest 3/3 1+2+0 tests')
})

test('a suite that was cut in its set-up is chosen before green tests', () => {
  const cut = 'Running Suite: A - /w\n=====\nWill run 3 of 3 specs\ncreating cluster\n'
  expect(brief(readText(`${units.repeat(5)}${cut}`))).toBe('ginkgo ?/3 0+0+0 setup')
})

test('events of packages that run side by side are told apart', () => {
  const event = (pkg: string, output: string) =>
    JSON.stringify({Action: 'output', Package: pkg, Test: 'TestE2E', Output: `${output}\n`})
  const a = fixture('ginkgo-interrupt.log').split('\n')
  const b = fixture('ginkgo-teardown.log').split('\n')
  const mixed = a.flatMap((l, i) => [event('x/a', l), ...(b[i] === undefined ? [] : [event('x/b', b[i])])])
  const ends = ['x/a', 'x/b'].flatMap(p => [
    JSON.stringify({Action: 'fail', Package: p, Test: 'TestE2E'}),
    JSON.stringify({Action: 'fail', Package: p}),
  ])
  expect(brief(readText([...mixed, ...ends].join('\n')))).toBe('ginkgo 4/5 2+2+1 tests')
})

test('of TAP that prints failures alone it is not known how many ran', () => {
  const log = '1..62\nnot ok 9 one\n# no\nnot ok 11 two\n# no\n'
  expect(brief(readText(log))).toBe('tap ?/62 0+2+0 tests')
  expect(brief(readText('1..3\nok 1 one\nnot ok 2 two\n# no\n'))).toBe('tap 2/3 1+1+0 tests')
})

describe('what others printed between the lines of a Go test is not its own', () => {
  const blocks = (...lines: string[]) => readText(`${lines.join('\n')}\n`)?.blocks

  test('of subtests side by side, which say who goes on', () => {
    const all = blocks(
      '=== RUN   harness',
      '    h.go:1: set up',
      '=== RUN   harness/a',
      '=== PAUSE harness/a',
      '=== RUN   harness/b',
      '=== PAUSE harness/b',
      '=== CONT  harness/a',
      '    case.go:9: not as it should be',
      '=== CONT  harness/b',
      '    logger.go:4: refused, as it should be',
      '=== NAME  harness/a',
      '    case.go:10: nor this',
      '=== NAME  harness',
      '    h.go:2: cleaned up',
      '--- FAIL: harness (9.00s)',
      '    --- FAIL: harness/a (9.00s)',
      '    --- PASS: harness/b (1.00s)',
      'FAIL',
    )
    expect(all).toEqual([
      {from: 12, to: 12},
      {from: 14, to: 15},
      {from: 7, to: 8},
      {from: 1, to: 2},
    ])
  })

  test('of subtests one after the other, whose results stand at the end', () => {
    const all = blocks(
      '=== RUN   TestA',
      '=== RUN   TestA/one',
      '    a_test.go:9: got 3, want 4',
      '=== RUN   TestA/two',
      '    a_test.go:12: refused, as it should be',
      '--- FAIL: TestA (2.00s)',
      '    --- FAIL: TestA/one (1.00s)',
      '    --- PASS: TestA/two (1.00s)',
      'FAIL',
    )
    expect(all).toEqual([{from: 2, to: 3}])
  })

  test('parts are counted up to a bound, and the last one is kept', () => {
    const turns = Array.from({length: 400}, (_, i) => [`=== NAME  h/${i % 2}`, `    c.go:${i}: said`]).flat()
    const all = blocks('=== RUN   h/0', '=== RUN   h/1', ...turns, '--- FAIL: h/0 (1.00s)', 'FAIL')
    expect(all).toHaveLength(51)
    expect(all?.[0]).toEqual({from: 800, to: 800})
    expect(all?.[1]).toEqual({from: 3, to: 4})
  })

  test('a sum of earlier tests is no verdict on those that begin after it', () => {
    const log = ['=== RUN   TestU', '--- PASS: TestU (0.00s)', 'PASS', 'ok  \texample.com/a\t0.1s']
    const all = readText(
      [...log, '=== RUN   harness', '    c.go:9: no', '--- FAIL: harness (1.00s)', ''].join('\n'),
    )
    expect(all?.verdict_line).toBeNull()
    expect(readText(`${log.join('\n')}\n`)?.verdict_line).toBe(4)
  })
})
