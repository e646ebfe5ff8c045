import {expect, test} from '@jest/globals'
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
