import {describe, expect, test} from '@jest/globals'
import {compile} from '../../src/catalog/expression.ts'
import {createCollector} from '../../src/match/collector.ts'
import {excusing} from '../../src/match/excuse.ts'
import {buildMatcher} from '../../src/match/matcher.ts'
import {retrying} from '../../src/match/retry.ts'
import {scanBlock} from '../../src/match/scan.ts'
import type {LineCondition, Pattern} from '../../src/model.ts'
import {lineBlock} from '../../src/read/blocks.ts'
import {pattern} from '../diagnose/build.ts'

const line = (source: string): LineCondition => ({type: 'line', in: [], line: compile(source)})
const decode = (text: string) => ({text, time: null})

/** The lines in which the texts of logs have each pattern, its `unless` looked for as in a job log. */
function found(patterns: Pattern[], ...texts: string[]): number[][] {
  const matcher = buildMatcher(patterns)
  const collector = createCollector(matcher)
  for (const [i, text] of texts.entries()) {
    const place = {kind: 'job-log', source: `job ${i}`, path: null, url: null, object: null} as const
    const block = lineBlock(new TextEncoder().encode(`${text}\n`))
    scanBlock(matcher, block, null, decode, excusing(matcher, block, decode, collector.log({...place})), true)
  }
  return collector.finish().map(m => [m.at, ...m.also].map(at => at.line!))
}

describe('unless', () => {
  const exists = (unless: string) =>
    pattern('exists', {conditions: [line('AlreadyExists')], unless: [line(unless)]})
  const lines = (unless: string, ...text: string[]) => found([exists(unless)], text.join('\n')).flat()

  test('counts in the same line and in the thirty after it', () => {
    expect(lines('ignored', 'AlreadyExists, ignored')).toEqual([])
    expect(lines('ignored', 'AlreadyExists', ...Array(29).fill('x'), 'ignored')).toEqual([])
    expect(lines('ignored', 'AlreadyExists', ...Array(30).fill('x'), 'ignored')).toEqual([1])
  })
  test.each([
    ['a command that may fail', '+ kubectl create ns x || true', []],
    ['a command that removes', '+ kubectl delete ns x', []],
    ['a heading', '  [FAILED] Timed out after 60.001s waiting to be ready', []],
    ['a step that cleans up', 'STEP: deleting namespace x', []],
    ['a command: the run went on to it', '+ kubectl apply -f x.yaml', [3]],
    ['another step', 'STEP: creating x', [3]],
    ['what was done before', 'namespace/x created', [3]],
  ])('above: %s', (_, above, expected) => {
    const source = above.trim().replace(/[+|[\](){}.]/g, '\\$&')
    expect(lines(source, above, 'some output', 'AlreadyExists')).toEqual(expected)
  })
  test('above, but not far, and not past a paragraph or another command', () => {
    const above = '+ create x || true'
    const at = (...between: string[]) => lines('create x', above, ...between, 'AlreadyExists')
    expect(at('a', 'b')).toEqual([])
    expect(at('a', 'b', 'c')).toEqual([5])
    expect(at('')).toEqual([3])
    expect(at('+ create y')).toEqual([3])
    expect(at('STEP: go on')).toEqual([3])
  })
})

describe('what is tried again', () => {
  const failed = pattern('failed', {conditions: [line('cannot connect')]})
  const retried = (...text: string[]) => {
    const matcher = buildMatcher([failed])
    const collector = createCollector(matcher)
    const place = {kind: 'job-log', source: 'job', path: null, url: null, object: null} as const
    const block = lineBlock(new TextEncoder().encode(`${text.join('\n')}\n`))
    const emit = retrying(matcher, block, decode, collector.log({...place}))
    scanBlock(matcher, block, null, decode, emit, true)
    return collector.finish().map(m => m.retried ?? false)
  }
  test.each([
    ['by the next line', ['cannot connect', 'retrying in 5s (1/24)'], true],
    ['by the second one', ['cannot connect', 'curl: (7)', '==> webhook not up yet'], true],
    ['by the line itself', ['cannot connect, retrying', 'done'], true],
    ['by one that counts', ['cannot connect', 'attempt 2 of 5: not ready yet'], true],
    ['by its count', ['attempt 1/10: cannot connect', 'done'], true],
    ['by its last count: no', ['attempt 10/10: cannot connect', 'done'], false],
    ['by a later one: no', ['cannot connect', 'a', 'b', 'will try again'], false],
    ['as advice only: no', ['cannot connect', 'please apply your changes and try again'], false],
    ['as a word only: no', ['cannot connect', 'test retry policy'], false],
    ['for the last time: no', ['cannot connect', 'retrying 5/5'], false],
    ['never: no', ['cannot connect', 'done'], false],
    ['at the end of the log: no', ['cannot connect'], false],
    ['no more: no', ['cannot connect', 'giving up, no retry left'], false],
  ])('%s', (_, text, expected) => {
    expect(retried(...text)).toEqual([expected])
  })
  test('is known of the last place where many are alike', () => {
    const tries = Array(9).fill(['cannot connect', 'retrying']).flat()
    expect(retried(...tries)).toEqual([true, true, true, true])
    expect(retried(...tries, 'cannot connect')).toEqual([true, true, true, false])
  })
})

test('noise is known in each of its lines, though something may excuse it', () => {
  const noise = pattern('noise', {role: 'noise', conditions: [line('as expected')], unless: [line('not as')]})
  const refused = pattern('refused', {conditions: [line('refused')]})
  const text = Array(20).fill('refused as expected').join('\n')
  expect(found([noise, refused], text)).toEqual([])
  expect(found([noise, refused], `${text}\nrefused`).flat()).toContain(21)
})

test('a sequence is looked for in the order of the lines, whatever was captured', () => {
  const sequence = pattern('sequence', {
    mode: 'sequence',
    conditions: [line('begin (?<name>\\w+)'), line('end')],
  })
  expect(found([sequence], 'begin a\nbegin b\nbegin a\nbegin c\nend')).toEqual([[4, 5]])
  expect(found([sequence], 'begin a\nbegin b\nbegin a\nend\nbegin c')).toEqual([[3, 4]])
  expect(found([sequence], 'begin a\nend', 'end\nbegin b', 'x\nbegin c\nend')).toEqual([
    [1, 2],
    [2, 3],
  ])
})

describe('a line of noise', () => {
  const noise = pattern('noise', {role: 'noise', conditions: [line('already (?:deleted|gone)')]})
  const lost = pattern('lost', {
    conditions: [line('cluster\\b.* already (?:deleted|gone)\\b.*\\blogs are gone')],
  })
  const failed = pattern('failed', {conditions: [line('export failed.*gone')]})
  const gone = pattern('gone', {conditions: [line('x already deleted(?:$|[^,])')]})
  const text = 'export failed: cluster already deleted, logs are gone'

  test('silences what stands in it', () => {
    expect(found([noise, failed], text)).toEqual([])
    expect(found([noise, gone], 'x already deleted ')).toEqual([])
  })
  test('but not what needs its words and says more', () => {
    expect(found([noise, lost], text)).toEqual([[1]])
  })
})

describe('of many places the first and the last are kept, and some of when a test failed', () => {
  const at = (second: number) => Date.parse('2026-03-01T10:00:00Z') + second * 1000
  const refused = pattern('refused', {conditions: [line('refused (?<id>\\w+)?')]})
  const seconds = (text: (second: number) => string, failed: readonly [number, number][]) => {
    const matcher = buildMatcher([refused])
    const collector = createCollector(matcher)
    const intervals = failed.map(([from, to]) => ({from: at(from), to: at(to)}))
    collector.tests({all: {from: at(0), to: at(90)}, failed: intervals})
    const place = {kind: 'container-log', source: 'x', path: 'a.log', url: null, object: null} as const
    const lines = Array.from({length: 60}, (_, i) => `${i} ${text(i)}\n`).join('')
    const timed = (raw: string) => ({text: raw, time: new Date(at(Number.parseInt(raw, 10))).toISOString()})
    const block = lineBlock(new TextEncoder().encode(lines))
    scanBlock(matcher, block, null, timed, collector.log({...place}))
    const places = collector.finish()
    return places.map(m => m.at.line! - 1).toSorted((a, b) => a - b)
  }

  test('of one thing said again and again', () => {
    expect(seconds(() => 'refused ', [])).toEqual([0, 1, 2, 59])
    expect(
      seconds(
        () => 'refused ',
        [
          [20.5, 22.5],
          [30, 31],
        ],
      ),
    ).toEqual([0, 1, 2, 20, 21, 22, 29, 30, 31, 59])
  })

  test('of things that differ', () => {
    const own = (second: number) => `refused n${second}`
    expect(seconds(own, [])).toEqual([0, 1, 2, 3, 56, 57, 58, 59])
    expect(seconds(own, [[20.5, 21.5]])).toContain(21)
  })
})
