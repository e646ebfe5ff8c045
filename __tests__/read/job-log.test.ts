import {readdirSync, readFileSync} from 'node:fs'
import {describe, expect, test} from '@jest/globals'
import fc from 'fast-check'
import {memoryBytes} from '../../src/collect/bytes.ts'
import {buildMatcher, watch} from '../../src/match/matcher.ts'
import {scanBlock} from '../../src/match/scan.ts'
import type {LogLine} from '../../src/model.ts'
import {cleanBytes, decodeActionsLine} from '../../src/read/actions-log.ts'
import {blockRoom, blocks} from '../../src/read/blocks.ts'
import {type JobLog, jobLogReader} from '../../src/read/job-log.ts'
import {printedReader} from '../../src/read/printed.ts'
import {opensStep, type StepMarker, stepSpans} from '../../src/read/steps.ts'
import {withLastTelling} from '../../src/read/telling.ts'
import {clean} from '../../src/read/tests/clean.ts'
import {testReader} from '../../src/read/tests/console.ts'
import {anywhere} from '../../src/read/tests/line-start.ts'

/** Decodes every line and gives each to every reader. */
function simple(
  bytes: Uint8Array,
): Pick<JobLog, 'tests' | 'steps' | 'lines' | 'printed'> & {telling: LogLine[]} {
  const copy = Buffer.from(bytes)
  const text = new TextDecoder('utf-8', {ignoreBOM: true}).decode(
    copy.subarray(0, cleanBytes(copy, 0, copy.length, true)),
  )
  const tests = testReader()
  const printed = printedReader()
  const telling: LogLine[] = []
  const markers: StepMarker[] = []
  let time: string | null = null
  const raw = text.split('\n')
  if (raw.at(-1) === '') raw.pop()
  for (const [i, line] of raw.entries()) {
    const decoded = decodeActionsLine(line.slice(0, 16_384))
    time = decoded.time ?? time
    tests.line(i + 1, decoded.text)
    printed.line(i + 1, clean(decoded.text), () => decoded.time)
    const start = decoded.text.slice(0, 2000)
    if (sign.test(start)) telling.push({line: i + 1, time, text: start})
    if (opensStep(decoded.text)) markers.push({line: i + 1, time, text: decoded.text.slice(0, 200)})
  }
  return {
    tests: tests.result(),
    steps: stepSpans(markers, null, raw.length),
    telling: telling.length > 500 ? [...telling.slice(0, 100), ...telling.slice(-400)] : telling,
    printed: printed.result(raw.length),
    lines: raw.length,
  }
}

const sign =
  /error|fail|fatal|panic|exception|traceback|cannot|can't|could not|unable|denied|refused|invalid|unexpected|not found|no such|missing|unknown|undefined|timed? ?out|killed|abort|✗|❌|ERR!|^E {2,}|^\s*(?:expected|to equal|assert)/i

const matcher = buildMatcher([])
watch(matcher, anywhere)

async function quick(bytes: Uint8Array, chunk: number, size: number) {
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += chunk) yield bytes.subarray(at, at + chunk)
  }
  const reader = jobLogReader(null)
  for await (const block of blocks(chunks(), blockRoom(size))) {
    reader.block(
      block,
      scanBlock(matcher, block, null, decodeActionsLine, () => {}),
    )
  }
  const {stamped, telling, ...rest} = reader.result()
  const parts = [{from: 0, to: bytes.length, lastLine: rest.lines}]
  return {...rest, telling: await withLastTelling(telling, memoryBytes(bytes), parts)}
}

const fixtures = new URL('./tests/fixtures/', import.meta.url)
const logs = readdirSync(fixtures).filter(name => name.endsWith('.log'))
const stamp = (text: string) =>
  text
    .split('\n')
    .map((line, i) => `2026-02-01T10:00:${String(i % 60).padStart(2, '0')}.1234567Z ${line}`)
    .join('\n')

describe('reading a job log line by line where it matters', () => {
  test.each(logs)('%s is read as if every line were', async name => {
    const text = readFileSync(new URL(name, fixtures), 'utf8')
    for (const variant of [text, stamp(text), stamp(text).replaceAll('\n', '\r\n'), `\uFEFF${stamp(text)}`]) {
      const bytes = new TextEncoder().encode(variant)
      const {tests, ...rest} = await quick(bytes, 4096, 32_768)
      // When tests ran is told by the stamps, which the test readers do not see.
      expect({...rest, tests: tests && {...tests, times: undefined}}).toEqual(simple(bytes))
    }
  })

  const known = logs.flatMap(name => readFileSync(new URL(name, fixtures), 'utf8').split('\n'))
  const odd = [
    '##[group]Run make',
    'Post job cleanup.',
    'Cleaning up orphan processes',
    '{"Time":"x","Action":"run","Package":"p","Test":"TestA"}',
    '{"Time":"x","Action":"output","Package":"p","Test":"TestA","Output":"    a_test.go:3: bad\\n"}',
    '{"Time":"x","Action":"fail","Package":"p","Test":"TestA"}',
    'output without end--- FAIL: TestGlued (0.01s)',
    'tests/a_test.py::test_x PASSED [ 12%]',
    'src/a_test.py::test_y \x1b[31mFAILED\x1b[0m [ 24%]',
    '  3 passing (20ms)',
    '  1 failing',
    '3 tests, 1 failure',
    ' ✗ fails',
    '1..3',
    'not ok 2 b',
    '# pkg/name',
    'panic: oh',
    'goroutine 1 [running]:',
    'NAME    READY   STATUS    RESTARTS   AGE',
    'api-0   0/1     Pending   0          2m',
    'Name:             api-0',
    'Namespace:        shop',
    'Status:           Pending',
    '+ kubectl logs -n shop deploy/api',
    '+ make clean',
    '$ ls',
    '*** done ***',
    '--- api.log ---',
    '=== logs of pod/api-0 ===',
    'E   AssertionError: x',
    '10 passed in 1.2s',
    'Überall ❌',
    '• [FAILED] [0.1 seconds]',
    '[It] does it',
    '',
    '\t',
    'x'.repeat(700),
    '2026-02-01T10:00:00Z short stamp',
    '2026-02-01T10:00:00.1234567Z',
    '2026-02-01T10:00:0x.1234567Z no stamp',
  ]
  const content = fc.oneof(fc.constantFrom(...known), fc.constantFrom(...odd), fc.string())
  const lines = fc.array(fc.tuple(content, fc.boolean()), {maxLength: 80})
  test('random lines of all runners', async () => {
    await fc.assert(
      fc.asyncProperty(lines, fc.integer({min: 1, max: 900}), fc.boolean(), async (list, chunk, last) => {
        const all = list.map(([text, stamped]) => (stamped ? stamp(text.replaceAll('\n', ' ')) : text))
        const bytes = new TextEncoder().encode(`${all.join('\n')}${last ? '\n' : ''}`)
        expect(await quick(bytes, chunk, 4096)).toEqual(simple(bytes))
      }),
      {numRuns: 400},
    )
  })

  test('keeps the first hundred and the last four hundred telling lines of a long log', async () => {
    const some = Array.from({length: 30_000}, (_, i) => (i % 9 ? `line ${i} is fine` : `line ${i}: Error`))
    const bytes = new TextEncoder().encode(some.join('\n'))
    expect(await quick(bytes, 65_536, 8192)).toEqual(simple(bytes))
  })

  test('of a long log with a line longer than what is read at once, and of the two parts of one', async () => {
    const lines = Array.from({length: 3000}, (_, i) => `line ${i}: error`)
    const endless = 'x'.repeat(700_000)
    const bytes = new TextEncoder().encode(
      [...lines.slice(0, 2950), endless, ...lines.slice(2950)].join('\n'),
    )
    const head = {lines: [], until: 100}
    const numbers = async (...parts: {from: number; to: number; lastLine: number}[]) =>
      (await withLastTelling(head, memoryBytes(bytes), parts)).map(l => [l.line, l.text])
    const last = (from: number, to: number) =>
      Array.from({length: to - from}, (_, i) => [from + i + 1, `line ${from + i}: error`])
    const after = (numbered: (number | string)[][]) =>
      numbered.map(([line, text]) => [Number(line) + 1, text])
    expect(await numbers({from: 0, to: bytes.length, lastLine: 3001})).toEqual([
      ...last(2600, 2950),
      ...after(last(2950, 3000)),
    ])
    // What was between the two parts is not there: five lines of the one, and all of the other.
    const five = bytes.indexOf(10, lines.slice(0, 205).join('\n').length) + 1
    expect(
      await numbers(
        {from: 0, to: five, lastLine: 205},
        {from: bytes.length - 17 * 10 + 1, to: bytes.length, lastLine: 9000},
      ),
    ).toEqual([...last(100, 205), ...last(2990, 3000).map(([, text], i) => [8991 + i, text])])
  })
})

test.each(['PASS', 'SKIP'])('after a line of go test that says %s, no line is wanted', result => {
  const reader = testReader()
  reader.line(1, '=== RUN   TestA')
  expect(reader.busy()).toBe(true)
  reader.line(2, `--- ${result}: TestA (0.00s)`)
  expect(reader.busy()).toBe(false)
})
