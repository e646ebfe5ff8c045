import {expect, test} from '@jest/globals'
import {momentOfMatch, ownTime, shareOfFailed} from '../../src/diagnose/moment.ts'
import type {Match} from '../../src/model.ts'
import {match, tests} from './build.ts'

const iso = (text: string) => {
  const time = ownTime(text)
  return time === null ? null : new Date(time).toISOString()
}

test.each([
  ['2026-03-01 10:00:01.250 UTC [285] app@db ERROR:  relation "x" does not exist', '10:00:01.250'],
  ['2026-03-01T10:00:01.250123Z\tERROR\tworker\tgone', '10:00:01.250'],
  ['2026-03-01 10:00:01,250 ERROR root: gone', '10:00:01.250'],
  ['2026/03/01 10:00:01 [error] 9#9: *1 connect() failed', '10:00:01.000'],
  ['time=2026-03-01T10:00:01.250Z level=ERROR msg=gone', '10:00:01.250'],
  ['{"level":"error","ts":"2026-03-01T11:00:01.250+01:00","msg":"gone"}', '10:00:01.250'],
  ['{"msg":"gone","ts":1772359201.25}', '10:00:01.250'],
  ['api-1  | 2026-03-01T10:00:01Z gone', '10:00:01.000'],
])('%s', (text, time) => {
  expect(iso(text)).toBe(`2026-03-01T${time}Z`)
})

test('klog has no year: it is that of the tests', () => {
  const about = Date.parse('2026-03-01T09:00:00Z')
  expect(ownTime('E0301 10:00:01.250000     297 controller.go:99] "Reconcile failed"', about)).toBe(
    Date.parse('2026-03-01T10:00:01.250Z'),
  )
})

test.each(['no time at all', 'id=2026030110000 seen', '{"ts":"soon"}'])('%s has no time', text => {
  expect(ownTime(text)).toBeNull()
})

const at = (n: number) => Date.parse('2026-03-01T10:00:00Z') + n * 1000
const times = {all: {from: at(0), to: at(60)}, failed: [{from: at(20), to: at(30)}]}
const printed = (second: number, text = 'x') =>
  momentOfMatch(match('x', 1, {at: {time: new Date(at(second)).toISOString(), text}}), times)

test('a line of the job log was said when it was printed, or when it says itself', () => {
  expect([10, 25, 45, 70, -5].map(second => printed(second))).toEqual([
    'passing',
    'failing',
    'passing',
    'outside',
    'outside',
  ])
  expect(printed(70, '2026-03-01T10:00:25Z ERROR gone')).toBe('failing')
  expect(printed(70, '2026-03-01T10:00:05Z ERROR gone')).toBe('passing')
})

test('the runner stamps a line a little after it was written', () => {
  expect(printed(19.995)).toBe('passing')
  expect(printed(70, '2026-03-01T10:00:19.995Z ERROR gone')).toBe('failing')
  expect(printed(70, '2026-03-01T10:00:19.980Z ERROR gone')).toBe('passing')
  expect(printed(70, '2026-03-01T10:00:30.005Z ERROR gone')).toBe('passing')
})

test('without times of tests, or of an event, nothing is known', () => {
  const line = match('x', 1, {at: {time: '2026-03-01T10:00:25Z'}})
  expect(momentOfMatch(line, undefined)).toBeNull()
})

test('what happened to an object while a test failed is worth a look; at other times it says nothing', () => {
  const happened = (second: number, kind: 'event' | 'object') =>
    momentOfMatch(match('x', 1, {at: {kind, time: new Date(at(second)).toISOString()}}), times)
  expect(happened(25, 'event')).toBe('failing')
  expect(happened(25, 'object')).toBe('failing')
  expect([happened(10, 'event'), happened(70, 'object'), happened(-5, 'event')]).toEqual([null, null, null])
  expect(momentOfMatch(match('x', 1, {at: {kind: 'event', time: null}}), times)).toBeNull()
})

test('what was said during one of many failed tests is told from what was said during most', () => {
  const many = {
    all: {from: at(0), to: at(100)},
    failed: [0, 10, 20, 30, 40].map(n => ({from: at(n), to: at(n + 5)})),
  }
  const said = (...seconds: number[]) =>
    seconds.map(n => match('x', 1, {at: {text: `${new Date(at(n)).toISOString()} ERROR gone`}}))
  const share = (...seconds: number[]) => shareOfFailed(said(...seconds), tests({times: many}))
  expect(share(21, 22, 24)).toBe(0.2)
  expect(share(1, 11, 42)).toBe(1)
  expect(share(-5, 21)).toBe(1)
  expect(shareOfFailed(said(21), tests())).toBe(1)
  expect(shareOfFailed(said(21), null)).toBe(1)
})

test('what only the failures show themselves is as much of them as show it', () => {
  const blocks = [10, 20, 30, 40].map(from => ({from, to: from + 5}))
  const share = (...matches: Match[]) => shareOfFailed(matches, tests({failed: 8, blocks}))
  expect(share(match('x', 12), match('x', 13))).toBe(1 / 8)
  expect(share(match('x', 12), match('x', 31))).toBe(2 / 8)
  // Places that are alike are not all kept, but counted.
  expect(share(match('x', 12), match('x', 43, {count: 5}))).toBe(6 / 8)
  expect(share(match('x', 12), match('x', 18))).toBe(1)
})

test('where a report tells only about when tests ran, a line may have been said in any of those', () => {
  const failed = [21, 22, 23, 24].map(second => ({from: at(second), to: at(second + 3)}))
  const vague = {all: {from: at(0), to: at(60)}, failed}
  const said = (second: number) => [match('x', 1, {at: {time: new Date(at(second)).toISOString()}})]
  expect(shareOfFailed(said(23.5), tests({times: vague}))).toBe(0.75)
  expect(shareOfFailed(said(21.5), tests({times: vague}))).toBe(0.25)
})
