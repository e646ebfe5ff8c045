import {describe, expect, test} from '@jest/globals'
import {compile} from '../src/catalog/expression.ts'
import {exampleSuite, trial} from '../src/commands/try-patterns.ts'
import type {LineCondition, Pattern} from '../src/model.ts'
import {pattern} from './diagnose/build.ts'

const line = (source: string): LineCondition => ({type: 'line', in: [], line: compile(source)})
const cause = (source: string, more: Partial<Pattern> = {}) =>
  pattern('cause', {conditions: [line(source)], ...more})
const noise = (source: string) => pattern('noise', {role: 'noise', conditions: [line(source)]})

/** The lines and counts of what is found in a log that is quoted without timestamps. */
async function found(patterns: Pattern[], ...lines: string[]): Promise<[number, number][]> {
  const text = `${lines.join('\n')}\n`
  const example = {expect: 'true', kind: 'job-log', text, marked: [], line: 1} as const
  const {findings} = await trial(patterns)(exampleSuite({...example, marked: []}))
  return findings.matches.filter(m => m.pattern === 'cause').map(m => [m.at.line!, m.count])
}

test('what stands around a quoted table is looked at too, and a file of objects is none', async () => {
  const table = [
    '$ kubectl get pods',
    'NAME   READY   STATUS    RESTARTS   AGE',
    'web-0  0/1     Pending   0          4m',
  ]
  const full = cause('the disk is full')
  expect(await found([full], ...table, '', 'the node says: the disk is full')).toEqual([[5, 1]])
  const pod = [
    'kind: Pod',
    'metadata: {name: web-0, annotations: {note: the disk is full}}',
    'status: {phase: Pending}',
  ]
  expect(await found([full], ...pod)).toEqual([])
})

describe('what a person folded', () => {
  test('is found once, in the line in which it begins', async () => {
    const text = ['the run of today says:', 'pod "a" cannot', '  list resource "pods"', '  in API group ""']
    expect(await found([cause('cannot list resource "pods" in')], ...text)).toEqual([[2, 1]])
    expect(await found([cause('list resource')], ...text)).toEqual([[3, 1]])
  })
  test('is found through escaped quotes', async () => {
    const text = ['the log says:', '{"msg":"pod \\"a\\" cannot', '  list resource \\"pods\\" in it"}']
    expect(await found([cause('"a" cannot list resource "pods"')], ...text)).toEqual([[2, 1]])
  })
  test('is noise where one of the lines that it spans is', async () => {
    const text = ['here we saw:', 'connecting to cache', '  refused, retrying in 2s', '  gave up']
    const refused = cause('cache refused')
    expect(await found([refused], ...text)).toEqual([[2, 1]])
    expect(await found([refused, noise('retrying in')], ...text)).toEqual([])
    expect(await found([refused, noise('here we saw')], ...text)).toEqual([[2, 1]])
    expect(await found([cause('refused'), noise('retrying in')], ...text)).toEqual([])
  })
  test('is excused by what was folded with it, above as well', async () => {
    const excused = cause('cache refused', {unless: [line('in the (?:first )?attempt')]})
    expect(await found([excused], 'in the', '  attempt', '  cache', '  refused')).toEqual([])
    expect(await found([excused], 'in the', '  start', '  cache', '  refused')).toEqual([[3, 1]])
  })
})
