import {readFileSync} from 'node:fs'
import {describe, expect, test} from '@jest/globals'
import {withReport} from '../../../src/pieces.ts'
import {testReader} from '../../../src/read/tests/console.ts'
import {readGinkgoReport} from '../../../src/read/tests/ginkgo-json.ts'
import {readJUnit} from '../../../src/read/tests/junit.ts'

const at = (time: string) => Date.parse(`2026-03-04T${time}Z`)
/** Seconds after ten o'clock. */
const seconds = (intervals: readonly {from: number; to: number}[] | undefined) =>
  intervals?.map(({from, to}) => [from, to].map(t => (t - at('10:00:00')) / 1000)) ?? null

const junit = (suite: string, cases: string, properties = '') =>
  `<testsuites><testsuite ${suite}>${properties}${cases}</testsuite></testsuites>`
const passed = (time: string) => `<testcase name="t" time="${time}"/>`
const broken = (time: string) => `<testcase name="t" time="${time}"><failure message="no"/></testcase>`

describe('JUnit', () => {
  const cases = `${passed('4.5')}${broken('2')}${passed('3')}`

  test('pytest: one case after the other; what is left over may have been before or between them', () => {
    const xml = junit('name="pytest" timestamp="2026-03-04T10:00:00.500000+00:00" time="10"', cases)
    expect(seconds(readJUnit(xml)?.times?.failed)).toEqual([[5, 7.5]])
  })

  test('Ginkgo: a start without a fraction may be a second later', () => {
    const properties = '<properties><property name="SuiteSucceeded" value="false"/></properties>'
    const xml = junit('name="Suite" timestamp="2026-03-04T10:00:00" time="9.5"', cases, properties)
    expect(seconds(readJUnit(xml)?.times?.failed)).toEqual([[4.5, 7.5]])
  })

  test('a set-up that failed is no test: only what it took counts', () => {
    const setup = '<testcase name="[BeforeSuite]" time="3"><failure message="no"/></testcase>'
    const properties = '<properties><property name="SuiteSucceeded" value="false"/></properties>'
    const suite = 'name="Suite" timestamp="2026-03-04T10:00:00.0" time="5"'
    expect(readJUnit(junit(suite, setup, properties))?.times).toBeUndefined()
    const times = readJUnit(junit(suite, `${setup}${broken('2')}`, properties))?.times
    expect(seconds(times?.failed)).toEqual([[3, 5]])
  })

  test.each([
    ['side by side', 'name="pytest" timestamp="2026-03-04T10:00:00.5" time="5"', cases, ''],
    ['no start', 'name="pytest" time="10"', cases, ''],
    ['no length', 'name="pytest" timestamp="2026-03-04T10:00:00.5"', cases, ''],
    ['a case without a time', 'name="pytest" timestamp="2026-03-04T10:00:00.5" time="10"', '<testcase/>', ''],
    ['a writer whose order nobody knows', 'name="x" timestamp="2026-03-04T10:00:00.5" time="10"', cases, ''],
    [
      'Ginkgo on several processes',
      'name="x" timestamp="2026-03-04T10:00:00.5" time="10"',
      cases,
      '<properties><property name="SuiteSucceeded" value="false"/><property name="ParallelTotal" value="2"/></properties>',
    ],
  ])('unknown: %s', (_, suite, some, properties) => {
    const tests = readJUnit(junit(suite, `${some}${broken('0')}`, properties))
    expect(tests?.failed).toBeGreaterThan(0)
    expect(tests?.times).toBeUndefined()
  })
})

test("Ginkgo's report and its JUnit say the same", () => {
  const file = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8')
  const exact = readGinkgoReport(file('ginkgo-ordered.json'))!.times!
  const about = readJUnit(file('ginkgo-ordered.xml'))!.times!
  expect(exact.failed).toHaveLength(2)
  expect(about.failed).toHaveLength(2)
  for (const [i, {from, to}] of exact.failed.entries()) {
    expect(about.failed[i]!.from).toBeLessThanOrEqual(from)
    expect(about.failed[i]!.to).toBeGreaterThanOrEqual(to)
  }
})

describe('go test -json', () => {
  const event = (time: string, action: string, name?: string) =>
    JSON.stringify({Time: `2026-03-04T${time}.123456789Z`, Action: action, Package: 'x/api', Test: name})
  const read = (lines: string[]) => {
    const reader = testReader()
    for (const [i, line] of lines.entries()) reader.line(i + 1, line)
    return reader.result()
  }
  const begun = [
    event('10:00:01', 'run', 'TestA'),
    event('10:00:02', 'pass', 'TestA'),
    event('10:00:02', 'run', 'TestB'),
    event('10:00:03', 'run', 'TestB/sub'),
  ]

  test('from the event that begins the test to that of its failure', () => {
    const tests = read([
      ...begun,
      event('10:00:08', 'fail', 'TestB/sub'),
      event('10:00:09', 'fail', 'TestB'),
      event('10:00:09', 'fail'),
    ])
    expect(seconds(tests?.times?.failed)).toEqual([[2.123, 9.123]])
    expect(seconds([tests!.times!.all])).toEqual([[1.123, 9.123]])
  })

  test('unknown where a package broke outside of its tests', () => {
    const tests = read([...begun.slice(0, 2), event('10:00:09', 'fail')])
    expect(tests?.failed).toBe(1)
    expect(tests?.times).toBeUndefined()
  })
})

test('a report tells the log when its tests ran, if it tells of as many', () => {
  const xml = junit('name="pytest" timestamp="2026-03-04T10:00:00.5" time="10"', broken('2'))
  const report = readJUnit(xml)!
  const {times, ...log} = {...report, framework: 'gotest', first_line: 7}
  expect(withReport(log, [report])).toEqual({...log, times})
  expect(withReport({...log, failed: 2}, [report])?.times).toBeUndefined()
  expect(withReport(null, [report])?.times).toEqual(times)
})
