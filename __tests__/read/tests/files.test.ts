import {describe, expect, test} from '@jest/globals'
import {readTestFile} from '../../../src/read/tests/file.ts'
import {readGinkgoReport} from '../../../src/read/tests/ginkgo-json.ts'
import {readJUnit} from '../../../src/read/tests/junit.ts'
import {brief} from './support.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const junit = `<?xml version="1.0"?>
<testsuites tests="4" failures="1" errors="1"><testsuite name="api" tests="4">
  <testcase classname="api.Store" name="opens" time="1,234.5"/>
  <testcase classname="api.Store" name="saves" file="api/store.ts" line="12">
    <failure message="expected 1 &lt; 2" type="AssertionError"><![CDATA[at x (a.ts:1:1) \x1b[31mred\x1b[0m \x08]]></failure>
    <system-out>[FAILED] not this</system-out>
  </testcase>
  <testcase classname="api.Store" name="flaky"><flakyFailure message="first"/></testcase>
  <testcase classname="api.Store" name="dies"><error>Error: gone
  at f (src/b.ts:7:3)</error></testcase>
</testsuite></testsuites>`

describe('JUnit', () => {
  test('counts, names, messages, places and lines', () => {
    const t = readJUnit(junit)
    expect(brief(t)).toBe('junit 4/4 2+2+0 tests')
    expect(t?.failures).toEqual([
      {name: 'api.Store › saves', location: 'a.ts:1', message: 'expected 1 < 2'},
      {name: 'api.Store › dies', location: 'src/b.ts:7', message: 'Error: gone\n  at f (src/b.ts:7:3)'},
    ])
    expect(t?.blocks).toEqual([
      {from: 4, to: 7},
      {from: 9, to: 10},
    ])
  })

  test.each(['utf-16le', 'utf-16be', 'bom'])('%s', encoding => {
    const marked = `\ufeff${junit}`
    const units = Uint8Array.from([...marked].flatMap(c => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8]))
    if (encoding === 'utf-16be') for (let i = 0; i < units.length; i += 2) units.subarray(i, i + 2).reverse()
    const {tests, notes} = readTestFile('junit.xml', encoding === 'bom' ? bytes(marked) : units)
    expect(brief(tests)).toBe('junit 4/4 2+2+0 tests')
    expect(notes).toEqual([])
  })

  test('what is there of a cut file is read, and said to be cut', () => {
    const {tests, notes} = readTestFile('out/junit.xml', bytes(junit.slice(0, junit.indexOf('<system-out>'))))
    expect(tests?.failures[0]?.name).toBe('api.Store › saves')
    expect(notes).toEqual([{what: 'out/junit.xml', why: expect.stringContaining('ends before its root')}])
  })

  test('every prefix is read without an exception', () => {
    for (let i = 0; i < junit.length; i++) readTestFile('junit.xml', bytes(junit.slice(0, i)))
  })

  test('time grows with the size, whatever the text', () => {
    const started = performance.now()
    for (const piece of ['a', 'a=" ', '<failure message="" ', ' ', '<testcase name="x">'])
      readTestFile('junit.xml', bytes(`<testsuite ${piece.repeat(20_000)}>`))
    expect(performance.now() - started).toBeLessThan(20_000)
  })

  test('empty, foreign and hostile files', () => {
    expect(readTestFile('junit.xml', bytes('')).notes).toHaveLength(1)
    expect(readTestFile('pom.xml', bytes('<project><a/></project>'))).toEqual({tests: null, notes: []})
    const bomb =
      '<!DOCTYPE a [<!ENTITY b "bbbb">]><testsuite name="&b;"><testcase name="&b;&#x110000;"/></testsuite>'
    expect(brief(readJUnit(bomb))).toBe('junit 1/1 1+0+0 tests')
  })
})

describe('JSON', () => {
  const spec = (state: string, type: string, message: string) => ({
    LeafNodeType: type,
    LeafNodeText: 'works',
    ContainerHierarchyTexts: ['API'],
    LeafNodeLocation: {FileName: '/w/a_test.go', LineNumber: 3},
    State: state,
    Failure: {Message: message, Location: {FileName: '/w/a_test.go', LineNumber: 7}, FailureNodeType: type},
  })

  test("Ginkgo's report", () => {
    const reports = [
      {
        SuitePath: '/w',
        PreRunStats: {TotalSpecs: 2},
        SpecReports: [spec('passed', 'It', ''), spec('failed', 'It', 'boom')],
      },
    ]
    const t = readGinkgoReport(JSON.stringify(reports, null, 2))
    expect(brief(t)).toBe('ginkgo 2/2 1+1+0 tests')
    expect(t?.failures).toEqual([{name: 'API [It] works', location: '/w/a_test.go:7', message: 'boom'}])
  })

  test('a set-up that failed', () => {
    const reports = [
      {
        SuitePath: '/w',
        PreRunStats: {TotalSpecs: 9},
        SpecReports: [spec('failed', 'BeforeSuite', 'no cluster')],
      },
    ]
    expect(brief(readGinkgoReport(JSON.stringify(reports)))).toBe('ginkgo 0/9 0+0+9 setup')
  })

  test('a report that is cut is noted, other JSON is not', () => {
    expect(readTestFile('r.json', bytes('[{"SuitePath": "/w", "SpecReports": [')).notes).toHaveLength(1)
    expect(readTestFile('package.json', bytes('{"name": "x"}'))).toEqual({tests: null, notes: []})
  })

  test('the output of go test -json', () => {
    const lines = [
      {Action: 'run', Package: 'x/a', Test: 'TestA'},
      {Action: 'output', Package: 'x/a', Test: 'TestA', Output: '    a_test.go:5: bad\n'},
      {Action: 'fail', Package: 'x/a', Test: 'TestA'},
      {Action: 'fail', Package: 'x/a'},
    ]
    const {tests} = readTestFile('go.json', bytes(lines.map(l => JSON.stringify(l)).join('\n')))
    expect(brief(tests)).toBe('gotest 1/1 0+1+0 tests')
    expect(tests?.failures).toEqual([{name: 'TestA', location: 'a_test.go:5', message: 'bad'}])
  })
})
