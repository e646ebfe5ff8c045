import {describe, expect, test} from '@jest/globals'
import {brief, fixture, readText} from './support.ts'

// [fixture, counts, failures as `name @ location: first line of the message`]
const cases: [string, string, string[]][] = [
  [
    'bats-pretty.log',
    'bats 2/3 1+1+1 tests',
    ["answers on the port @ test/e2e.bats:12: `curl -sf localhost:8080' failed with status 7"],
  ],
  [
    'bats-tap.log',
    'bats 3/4 2+1+1 tests',
    ["answers on the port @ test/e2e.bats:12:   `curl -sf localhost:8080' failed with status 7"],
  ],
  [
    'ginkgo-crash.log',
    'ginkgo ?/20 3+1+0 tests',
    ['API Suite @ /w/test/api/wait.go:33: panic: test timed out after 10m0s'],
  ],
  [
    'ginkgo-interrupt.log',
    'ginkgo 2/3 0+2+1 tests',
    ['API [It] creates @ /w/test/api/api_test.go:14: Timed out after 5.000s.'],
  ],
  [
    'ginkgo-setup.log',
    'ginkgo 0/30 0+0+30 setup',
    [
      '[SynchronizedBeforeSuite] @ /home/runner/work/app/app/test/e2e/gateway/suite_test.go:52: Unexpected error:',
    ],
  ],
  [
    'ginkgo-teardown.log',
    'ginkgo 2/2 2+0+0 teardown',
    ['[AfterSuite] @ /w/test/api/suite_test.go:22: namespace stuck'],
  ],
  ['gotestsum.log', 'gotest 11/12 10+1+1 tests', ['TestSum @ b_test.go:9: got 3, want 4']],
  [
    'jest.log',
    'jest 7/8 5+2+1 tests',
    [
      'Basket › adds an item @ src/b.test.ts:11: expect(received).toBe(expected) // Object.is equality',
      'Basket › empties @ src/b.test.ts:20: timed out',
    ],
  ],
  [
    'mocha.log',
    'mocha 3/4 1+2+1 tests',
    [
      'Basket adds an item @ test/basket.js:11: AssertionError: expected 1 to equal 2',
      'Store "before each" hook: connects for "saves" @ : Error: connect ECONNREFUSED 127.0.0.1:5432',
    ],
  ],
  [
    'playwright.log',
    'playwright 3/5 2+1+2 tests',
    ['[chromium] › login.spec.ts:9:1 › login › fails @ login.spec.ts:9: Test timeout of 30000ms exceeded.'],
  ],
  [
    'pytest-ci.log',
    'pytest 3/3 1+2+0 tests',
    [
      'tests/e2e/test_api.py::test_create[a b] @ : AssertionError: status 500',
      'tests/e2e/test_api.py::test_list @ : ConnectionError: refused',
    ],
  ],
  [
    'pytest-conftest.log',
    'pytest 0/? 0+1+0 setup',
    ["/app/tests/conftest.py @ tests/conftest.py:3: ModuleNotFoundError: No module named 'kubernetes'"],
  ],
  [
    'unittest.log',
    'unittest 3/4 1+2+1 tests',
    [
      'test_connect (app.tests.Store) @ /app/app/tests.py:8: ConnectionRefusedError: [Errno 111] Connection refused',
      'test_sum (app.tests.Math) @ /app/app/tests.py:14: AssertionError: 2 != 3',
    ],
  ],
]

describe('console output of each framework', () => {
  test.each(cases)('%s', (name, counts, failures) => {
    const t = readText(fixture(name))
    expect(brief(t)).toBe(counts)
    expect(t?.failures.map(f => `${f.name} @ ${f.location}: ${f.message.split('\n')[0]}`)).toEqual(failures)
    expect(t?.blocks).toHaveLength(failures.length)
  })

  test.each(cases)('%s with colours, whole or without their escape character', (name, counts) => {
    const coloured = fixture(name).replace(/^.+$/gm, l => `\x1b[38;5;9m\x1b[1m${l}\x1b[0m`)
    expect(brief(readText(coloured))).toBe(counts)
    const swallowed = fixture(name).replace(/^.+$/gm, l => `[38;5;9m${l}[0m`)
    expect(brief(readText(swallowed))).toBe(counts)
  })

  test('a message of several lines is whole under CI', () => {
    expect(readText(fixture('pytest-ci.log'))?.failures[0]?.message).toBe(
      'AssertionError: status 500\nassert 500 == 201\n +  where 500 = <Response [500]>.status_code',
    )
  })

  test('nothing is found where no test ran', () => {
    const log =
      ' ✓ Ensuring node image (kindest/node) 🖼\n ✗ Preparing nodes 📦\nERROR: failed to create cluster\nok\nFAIL\n'
    expect(readText(log)).toBeNull()
  })
})

describe('what gotestsum sums up', () => {
  const done = 'ok  \texample.com/a\t0.2s\n\nDONE 33 tests, 2 skipped in 1.204s\n'
  test('is what it says, and what other tests say later', () => {
    expect(brief(readText(done))).toBe('gotest 31/33 31+0+2 tests')
    const later =
      '=== RUN   TestA\n--- PASS: TestA (0.00s)\n=== RUN   TestB\n    b_test.go:9: got 3\n--- FAIL: TestB (0.00s)\n'
    expect(brief(readText(`${done}${later}FAIL\nFAIL\texample.com/b\t0.017s\n`))).toBe(
      'gotest 33/35 32+1+2 tests',
    )
    expect(brief(readText(`${done}${done}`))).toBe('gotest 62/66 62+0+4 tests')
  })
  test('of several runs holds what it said of the first', () => {
    const first = 'DONE 10 tests, 2 failures in 1.2s\n'
    expect(brief(readText(`${first}DONE 2 runs, 12 tests, 2 failures in 2.2s\n`))).toBe(
      'gotest 12/12 10+2+0 tests',
    )
  })
})
