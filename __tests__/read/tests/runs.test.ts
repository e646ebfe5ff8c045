import {describe, expect, test} from '@jest/globals'
import {testClock} from '../../../src/read/tests/runs.ts'

/** When the failed tests ran, in seconds, from lines with the second that the runner got them in. */
function failedIn(framework: string, lines: readonly [number, string][]) {
  const clock = testClock()
  for (const [second, text] of lines) clock.line(text, () => second * 1000)
  const times = clock.result(framework)
  return times?.failed.map(({from, to}) => [from / 1000, to / 1000]) ?? null
}

describe('one after the other', () => {
  test('pytest, with live logs or without', () => {
    const lines: [number, string][] = [
      [10, 'tests/test_a.py::test_one PASSED                       [ 25%]'],
      [11, 'INFO     api: GET /'],
      [14, 'FAILED                                                 [ 50%]'],
      [15, 'tests/test_a.py::test_three SKIPPED (later)            [ 75%]'],
      [19, 'tests/test_a.py::test_four ERROR                       [100%]'],
    ]
    expect(failedIn('pytest', lines)).toEqual([
      [10, 14],
      [15, 19],
    ])
  })

  test('bats', () => {
    const lines: [number, string][] = [
      [1, 'ok 1 starts'],
      [4, 'not ok 2 answers'],
      [5, '# refused'],
      [6, 'ok 3 stops'],
    ]
    expect(failedIn('bats', lines)).toEqual([[1, 4]])
  })

  test('Go, from the line that begins the test', () => {
    const lines: [number, string][] = [
      [1, '=== RUN   TestA'],
      [3, '--- PASS: TestA (2.00s)'],
      [3, '=== RUN   TestB'],
      [3, '=== RUN   TestB/sub'],
      [8, '--- FAIL: TestB (5.00s)'],
      [8, '    --- FAIL: TestB/sub (5.00s)'],
    ]
    expect(failedIn('gotest', lines)).toEqual([[3, 8]])
  })
})

test('pytest side by side: each worker takes one test after the other', () => {
  const lines: [number, string][] = [
    [1, '[gw0] linux Python 3.11.2 cwd: /work'],
    [2, 'a.py::test_one '],
    [3, 'a.py::test_two '],
    [5, '[gw0] [ 20%] PASSED a.py::test_one '],
    [6, 'a.py::test_three '],
    [7, '[gw1] [ 40%] FAILED a.py::test_two '],
    [8, '[gw0] [ 60%] RERUN a.py::test_three '],
    [9, '[gw0] [ 60%] FAILED a.py::test_three '],
  ]
  expect(failedIn('pytest', lines)).toEqual([
    [3, 7],
    [5, 9],
  ])
  expect(
    failedIn(
      'pytest',
      lines.filter(([, text]) => text !== 'a.py::test_two '),
    ),
  ).toBeNull()
})

test('Ginkgo tells how long a spec took; what came before the end of the last one was not its own', () => {
  const lines: [number, string][] = [
    [9, 'Will run 3 of 3 specs'],
    [10.1, '• [1.000 seconds]'],
    [14.1, '• [FAILED] [4.001 seconds]'],
    [20, '• [TIMEDOUT] [2.000 seconds]'],
  ]
  expect(failedIn('ginkgo', lines)).toEqual([
    [10.1, 14.1],
    [18, 20],
  ])
  const parallel: [number, string][] = [[9, 'Running in parallel across 4 processes'], ...lines]
  expect(failedIn('ginkgo', parallel)?.[0]).toEqual([10.099, 14.1])
})

describe('not known', () => {
  test('of lines that came at once, later', () => {
    const go: [number, string][] = [
      [60, '=== RUN   TestB'],
      [60, '--- FAIL: TestB (5.00s)'],
    ]
    expect(failedIn('gotest', go)).toBeNull()
    const ginkgo: [number, string][] = [
      [60, 'Will run 1 of 1 specs'],
      [60, '• [FAILED] [4.001 seconds]'],
    ]
    expect(failedIn('ginkgo', ginkgo)).toBeNull()
    const pytest: [number, string][] = [
      [60, 'a.py::test_one PASSED [ 50%]'],
      [60, 'a.py::test_two FAILED [100%]'],
    ]
    expect(failedIn('pytest', pytest)).toBeNull()
  })

  test('of a Go test that took nearly all of the time and in which subtests passed', () => {
    const lines: [number, string][] = [
      [1, '=== RUN   harness'],
      [90, '--- FAIL: harness (89.00s)'],
      [90, '    --- FAIL: harness/a (40.00s)'],
      [90, '    --- PASS: harness/b (40.00s)'],
    ]
    expect(failedIn('gotest', lines)).toBeNull()
    expect(failedIn('gotest', lines.slice(0, 3))).toEqual([[1, 90]])
    const after: [number, string][] = [
      [90, '=== RUN   TestC'],
      [190, '--- PASS: TestC (100.00s)'],
    ]
    expect(failedIn('gotest', [...lines, ...after])).toEqual([[1, 90]])
  })

  test('of the first test, which waits for the fixtures; without failures; of another framework', () => {
    expect(failedIn('pytest', [[3, 'a.py::test_one FAILED [ 50%]']])).toBeNull()
    const lines: [number, string][] = [
      [2, 'a.py::test_two PASSED [ 66%]'],
      [3, 'a.py::test_three FAILED [100%]'],
    ]
    expect(failedIn('pytest', lines)).toEqual([[2, 3]])
    expect(failedIn('pytest', lines.slice(0, 1))).toBeNull()
    expect(failedIn('ginkgo', lines)).toBeNull()
  })
})
