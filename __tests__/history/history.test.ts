import {describe, expect, test} from '@jest/globals'
import {compare, history, later, tellingHeads} from '../../src/history/history.ts'
import {sayHistory} from '../../src/history/say.ts'
import type {Report, Run} from '../../src/model.ts'
import {aReport, aRun, onMain, suite} from './samples.ts'

const run = aRun()
const ask = (
  earlier: Report[],
  pattern: string | null = 'host-path',
  signature: string | null = 'sig',
  current: Run = run,
) => history({earlier, current: {run: current, service: 'gateway', pattern, signature}, base: 'main'})
const say = (earlier: Report[], now: Run = run, shown = ['host-path']) => {
  const current = {run: now, service: 'gateway', pattern: shown[0]!, signature: 'sig'}
  const told = compare({earlier, current, base: 'main', shown})
  return sayHistory(ask(earlier, shown[0], 'sig', now), {run: now, base: 'main', ...told})
}

const redMain = aReport(onMain(1, '2026-02-01'), suite('failed', 'host-path'))
const redAgain = aReport(onMain(2, '2026-02-03'), suite('failed', 'host-path'))
const otherMain = aReport(onMain(3, '2026-02-04'), suite('failed', 'registry-auth'))
const greenMain = aReport(onMain(4, '2026-02-05'), suite('passed'))
const mine = aReport(
  aRun({id: 50, head_sha: 'c'.repeat(40), created_at: '2026-02-06T00:00:00Z'}),
  suite('failed', 'host-path'),
)

describe('seen before', () => {
  test('nowhere', () => {
    expect(ask([])).toEqual({seen_on_base: false, first_seen: null, times_seen: 0, flaky: false})
    expect(say([])).toBe('')
    expect(say([otherMain])).toBe('new in this pull request')
  })
  test('on main', () => {
    expect(ask([redMain, redAgain])).toEqual({
      seen_on_base: true,
      first_seen: '2026-02-01T12:00:00Z',
      times_seen: 2,
      flaky: false,
    })
    expect(say([redMain, redAgain])).toBe('also red on main since Feb 1: not yours')
  })
  test('on main, which is green again', () => {
    expect(ask([redMain, greenMain])).toMatchObject({seen_on_base: false, times_seen: 1})
    expect(say([redMain, greenMain])).toBe('seen once before since Feb 1, green again on main')
  })
  test('on main, green in between: since the second time', () => {
    const again = aReport(onMain(5, '2026-02-07'), suite('failed', 'host-path'))
    expect(ask([redMain, greenMain, again])).toMatchObject({
      seen_on_base: true,
      first_seen: '2026-02-07T12:00:00Z',
    })
  })
  test('on main, where another failure hides it now', () => {
    expect(ask([redMain, otherMain]).seen_on_base).toBe(true)
  })
  test('in this pull request only', () => {
    expect(ask([mine])).toMatchObject({seen_on_base: false, times_seen: 1})
  })
  test('in another service', () => {
    const other = {...suite('failed', 'host-path'), service: 'other'}
    expect(ask([aReport(onMain(1, '2026-02-01'), other)])).toMatchObject({seen_on_base: false, times_seen: 0})
  })
  test('a fork’s branch that is called main is not main', () => {
    const fork = aReport(
      {...onMain(1, '2026-02-01'), event: 'pull_request', pull_request: 9},
      suite('failed', 'host-path'),
    )
    expect(ask([fork])).toMatchObject({seen_on_base: false, times_seen: 1})
  })
  test('by signature where nobody knows the cause', () => {
    const unknown = aReport(onMain(1, '2026-02-01'), suite('failed', null, 'sig'))
    expect(ask([unknown, redMain], null)).toMatchObject({seen_on_base: true, times_seen: 1})
    expect(ask([unknown], null, 'other')).toMatchObject({times_seen: 0})
    expect(ask([aReport(onMain(1, '2026-02-01'), suite('failed'))], null, '')).toMatchObject({times_seen: 0})
  })
  test('this attempt does not count, an earlier one does', () => {
    const same = aReport(aRun(), suite('failed', 'host-path'))
    expect(ask([same]).times_seen).toBe(0)
    expect(ask([aReport(aRun({attempt: 2}), suite('failed', 'host-path'))]).times_seen).toBe(1)
  })
  test('no more than 30 reports are read', () => {
    const many = Array.from({length: 40}, (_, i) =>
      aReport(onMain(i + 1, '2026-02-01'), suite('failed', 'host-path')),
    )
    expect(ask(many).times_seen).toBe(30)
  })
  test('a year is said where it is another', () => {
    const old = aReport(onMain(1, '2025-12-31'), suite('failed', 'host-path'))
    expect(say([old])).toBe('also red on main since Dec 31, 2025: not yours')
  })
})

describe('flaky', () => {
  const passed = aReport(aRun({id: 99}), suite('passed'))
  test('the same commit passed', () => {
    expect(ask([passed]).flaky).toBe(true)
    expect(say([passed])).toBe('not seen in earlier runs; the same commit passed in another run: flaky')
  })
  test.each(['cancelled', 'skipped', 'pending', 'missing'] as const)('%s is not another result', status => {
    expect(ask([aReport(aRun({id: 99}), suite(status))]).flaky).toBe(false)
  })
  test('neither is a suite that was not listed, nor another commit', () => {
    expect(ask([aReport(aRun({id: 99}))]).flaky).toBe(false)
    expect(ask([greenMain]).flaky).toBe(false)
  })
  test('unknown commits are not the same commit', () => {
    const nowhere = aReport(aRun({id: 99, head_sha: null}), suite('passed'))
    expect(ask([nowhere], 'host-path', null, aRun({head_sha: null})).flaky).toBe(false)
  })
})

test('later runs: only clear verdicts are evidence about fixes', () => {
  const reports = [
    redMain,
    greenMain,
    aReport(onMain(6, '2026-02-08'), suite('failed', null, 'sig')),
    aReport(onMain(7, '2026-02-08'), suite('cancelled')),
    aReport(aRun({id: 98}), suite('passed')),
    aReport(aRun({id: 97, head_sha: null}), suite('passed')),
  ]
  expect(later(reports, run).map(({head_sha, service_patterns}) => [head_sha[0], service_patterns])).toEqual([
    ['1', {gateway: ['host-path', 'setup-failed']}],
    ['4', {gateway: []}],
    ['6', {}],
    ['7', {}],
  ])
})

test('heads that can verify a fix: of the base branch, and of runs that are not older', () => {
  const older = aReport(aRun({id: 50, head_sha: 'c'.repeat(40), created_at: '2026-02-06T00:00:00Z'}))
  const newer = aReport(aRun({id: 150, head_sha: 'd'.repeat(40), created_at: '2026-02-12T00:00:00Z'}))
  expect(tellingHeads([redMain, older, newer], run, 'main').map(head => head?.[0])).toEqual(['1', 'd'])
})

describe('what the last run of this branch showed', () => {
  test('its cause is gone, another one is visible', () => {
    expect(say([mine], run, ['registry-auth'])).toBe(
      'the cause of the last run is gone (host-path), another one is now visible',
    )
    expect(say([redMain, mine], run, ['registry-auth'])).toBe(
      'new in this pull request; the cause of the last run is gone (host-path), another one is now visible',
    )
  })
  test('it is not gone where it is still seen beside the other one', () => {
    expect(say([mine], run, ['registry-auth', 'host-path'])).toBe('not seen in earlier runs')
  })
  test('another pull request, a later run and an attempt of this run say nothing about it', () => {
    const foreign = aReport(aRun({id: 51, pull_request: 9}), suite('failed', 'host-path'))
    const next = aReport(aRun({id: 150, created_at: '2026-02-12T00:00:00Z'}), suite('failed', 'host-path'))
    const attempt = aReport(aRun({attempt: 2}), suite('failed', 'host-path'))
    for (const one of [foreign, next, attempt])
      expect(say([one], run, ['registry-auth'])).not.toContain('gone')
  })
})

describe('without a word from the base branch', () => {
  test('nobody says whose failure it is', () => {
    expect(say([mine])).toBe('seen once before since Feb 6')
    const cancelled = aReport(onMain(8, '2026-02-08'), suite('cancelled'))
    expect(say([cancelled])).toBe('')
    expect(say([mine, cancelled])).toBe('seen once before since Feb 6')
  })
  test('an earlier attempt that passed says only that', () => {
    const attempt = {...aReport(aRun({attempt: 1}), suite('passed'))}
    expect(say([attempt], aRun({attempt: 2}))).toBe('the same commit passed in another run: flaky')
  })
})
