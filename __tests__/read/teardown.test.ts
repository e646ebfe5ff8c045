import {describe, expect, test} from '@jest/globals'
import {lineBlock} from '../../src/read/blocks.ts'
import {teardown} from '../../src/read/teardown.ts'

const read = (...lines: string[]) => teardown([lineBlock(new TextEncoder().encode(`${lines.join('\n')}\n`))])
const expectation = [
  '  [FAILED] Timed out after 60.001s.',
  '  Expected',
  '      <bool>: false',
  '  to be true',
]
const inIt = '  In [It] at: /src/a_test.go:12 @ 05/01/26 10:00:00.000'

describe("clean-up by Ginkgo's headings", () => {
  test('a body ends with the node that it belongs to', () => {
    const cleanUp = [
      '  [FAILED] namespaces "x" not found',
      '  In [DeferCleanup (Each)] at: /src/a_test.go:20',
    ]
    expect(read(...expectation, inIt, ...cleanUp, 'kubectl get pods')).toEqual({
      spans: [{from: 6, to: 7}],
      elsewhere: true,
    })
    expect(read(...cleanUp)).toEqual({spans: [{from: 1, to: 2}], elsewhere: false})
  })
  test('what a panic adds below its place belongs to it', () => {
    const panic = [
      '[AfterEach] [PANICKED] [0.001 seconds]',
      '  Test Panicked',
      '  In [AfterEach] at: /go/src/runtime/panic.go:262',
      '',
      '  runtime error: invalid memory address or nil pointer dereference',
      '',
      '  Full Stack Trace',
      '    a.go:58 +0x3e',
    ]
    expect(read(...panic, 'make: *** [e2e] Error 1')).toEqual({spans: [{from: 1, to: 8}], elsewhere: false})
    expect(read(...panic, 'There were additional failures detected.  To view them')).toEqual({
      spans: [{from: 1, to: 8}],
      elsewhere: true,
    })
  })
  test('the header and name of a spec tell its node', () => {
    const spec = (node: string) => [
      '• [FAILED] [1.2 seconds]',
      `Orders [${node}] pays`,
      '/src/a_test.go:9',
      '',
    ]
    expect(read(...spec('AfterEach'), ...expectation)?.elsewhere).toBe(false)
    expect(read(...spec('It'), ...expectation, inIt, '  [FAIL] [AfterSuite]')).toEqual({
      spans: [{from: 10, to: 10}],
      elsewhere: true,
    })
  })
  test.each(['[AfterAll]', '[AfterSuite]', '[SynchronizedAfterSuite]', '[ReportAfterSuite]'])('%s', node => {
    const spans = [{from: 2, to: 3}]
    expect(read('', 'cannot remove x', `In ${node} at: /src/a_test.go:3`)).toEqual({spans, elsewhere: false})
  })
  test('a summary names nodes', () => {
    const summary = ['Summarizing 2 Failures:', '  [FAIL] [AfterSuite] ', '  /src/a_test.go:3']
    expect(read(...summary)).toEqual({spans: [{from: 2, to: 2}], elsewhere: false})
    expect(read(...summary, '  [FAIL] Orders [It] pays')?.elsewhere).toBe(true)
  })
  test('a skipped spec did not fail', () => {
    const skipped = ['  [SKIPPED] no cluster', '  In [It] at: /src/a_test.go:3']
    expect(read(...skipped, '[FAILED] in [AfterEach] - /src/a_test.go:8')).toEqual({
      spans: [{from: 3, to: 3}],
      elsewhere: false,
    })
  })
  test('a log without such a node has none', () => {
    expect(read(...expectation, inIt)).toBeNull()
    expect(read('> Enter [AfterEach] TOP-LEVEL', '< Exit [AfterEach] TOP-LEVEL')).toBeNull()
  })
})
