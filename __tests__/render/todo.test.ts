import {describe, expect, test} from '@jest/globals'
import type {FixRefReport, FixState, Report, SuiteReport} from '../../src/model.ts'
import {characters, fitPage} from '../../src/render/fit.ts'
import {headline} from '../../src/render/headline.ts'
import {md, text} from '../../src/render/markdown.ts'
import {renderText} from '../../src/render/terminal.ts'
import {whatToDo} from '../../src/render/todo.ts'
import {sameWords} from '../../src/render/unknown.ts'
import {context, diagnosis, nineSuites, oneCause} from './fixture.ts'

/** The first suite of the worked example alone, changed. */
function one(change: (suite: SuiteReport) => void): Report {
  const report = nineSuites()
  const suite = report.suites[0]!
  change(suite)
  return {
    ...report,
    suites: [suite],
    common_causes: [],
    totals: {...report.totals, suites: 1, passed: 0, failed: 1},
  }
}

const pull: FixRefReport = {
  type: 'pull',
  id: '24',
  url: 'https://github.com/jordigilh/kubernaut/pull/24',
  title: null,
  state: 'open',
}

test.each<[FixState, string, FixRefReport[], string]>([
  ['needs-fix', '', [], 'fix **DataStorage** (no fix is known)'],
  [
    'in-review',
    '',
    [pull],
    'wait for [#24](https://github.com/jordigilh/kubernaut/pull/24) (**DataStorage**)',
  ],
  ['in-review', '', [{...pull, url: 'https://evil.example/24'}], 'wait for `#24` (**DataStorage**)'],
  ['needs-fix', 'tracked in #27', [], 'fix **DataStorage** (tracked in `#27`)'],
  ['ineffective', '', [], 'fix **DataStorage** again (the fix is in and does not help)'],
  [
    'ineffective',
    'fix f37bbbc79 is in this commit and did not help; earlier fix ddceccb5c did not help',
    [],
    'fix **DataStorage** again (fix f37bbbc79 is in this commit and did not help)',
  ],
  [
    'fixed',
    'fixed on main by ddceccb5c: rebase, and a later run no longer shows it',
    [],
    'rebase for **DataStorage** (fixed on main by ddceccb5c)',
  ],
  [
    'should-be-fixed',
    'fixed on main by ddceccb5c: rebase; earlier fix f37bbbc79 did not help',
    [],
    'rebase for **DataStorage** (fixed on main by ddceccb5c)',
  ],
  [
    'should-be-fixed',
    'fixed in #7 by ddceccb5c, after this commit',
    [],
    'nothing for **DataStorage** (fixed in `#7` by ddceccb5c, which the next run has)',
  ],
  // A branch may be called so.
  [
    'fixed',
    'fixed on rebase by ddceccb5c, after this commit, and a later run no longer shows it',
    [],
    'nothing for **DataStorage** (fixed on rebase by ddceccb5c, which the next run has)',
  ],
  ['unknown', '', [], 'find out whether **DataStorage** is fixed'],
  ['unknown', 'no commit x in o/r', [], 'find out whether **DataStorage** is fixed (no commit x in o/r)'],
])('%s %s', (status, why, refs, expected) => {
  const report = one(suite => {
    suite.fix = {status, label: '', why, refs, next_run: 'unknown'}
  })
  expect(whatToDo(report, context)).toBe(`**What to do:** ${expected}.`)
})

test.each([
  ['unclassified' as const, false, 'look into **DataStorage** (cause not known yet)'],
  ['symptom-only' as const, true, 'not yours: **DataStorage** (also red on the base branch)'],
  ['no-evidence' as const, true, 'run **DataStorage** again (nothing readable was left)'],
])('%s', (state, seen_on_base, expected) => {
  const report = one(suite => {
    suite.diagnosis = diagnosis({state})
    suite.history = {seen_on_base, first_seen: null, times_seen: 1, flaky: false}
  })
  expect(whatToDo(report, context)).toBe(`**What to do:** ${expected}.`)
  expect(headline(report)).toBe('❌ E2E failed: cause not known yet')
})

test('suites that fail in the same words are said to, where nobody knows the cause', () => {
  const report = {...nineSuites(), common_causes: []}
  const red = report.suites.filter(suite => suite.status === 'failed')
  for (const suite of red) suite.diagnosis = diagnosis({signature: 'same'})
  expect(headline(report)).toBe('❌ 4 of 9 suites failed: cause not known yet, all fail in the same words')
  expect(sameWords(red[0]!, report)).toBe(
    `Fails in the same words as ${red
      .slice(1)
      .map(suite => `**${suite.name}**`)
      .join(', ')}.`,
  )
  red[0]!.diagnosis = diagnosis({signature: 'other'})
  red[1]!.diagnosis = diagnosis({state: 'no-evidence', signature: 'same'})
  expect(headline(report)).toBe('❌ 4 of 9 suites failed: cause not known yet, 2 in the same words')
  expect([red[0]!, red[1]!].map(suite => sameWords(suite, report))).toEqual(['', ''])
})

test('one suite, one cause: the headline names it', () => {
  expect(headline(one(() => {}))).toBe(
    '❌ E2E failed: Host path `/home/runner/work/kubernaut/kubernaut/coverdata` does not exist, fixed on main by ddceccb5c: rebase',
  )
})

describe('whose it is', () => {
  const red = {seen_on_base: true, first_seen: '2026-02-01T00:00:00Z', times_seen: 2, flaky: false}
  const said = (note: string) => ({...context, reviewerNotes: {datastorage: note}})
  const needsFix = (change: (suite: SuiteReport) => void = () => {}) =>
    one(suite => {
      suite.fix = {
        status: 'needs-fix',
        label: '',
        why: 'no fix is known',
        refs: [],
        next_run: 'still-failing',
      }
      suite.history = red
      change(suite)
    })
  test('red on the base branch too: headline and answer say so, in the words of history', () => {
    const note = said('also red on main since Feb 1: not yours; the same commit passed in another run: flaky')
    expect(headline(needsFix(), note)).toMatch(/ does not exist, also red on main since Feb 1: not yours$/)
    expect(whatToDo(needsFix(), note)).toBe(
      '**What to do:** not yours: **DataStorage** (also red on main since Feb 1).',
    )
  })
  test('without those words, in plain ones', () => {
    expect(headline(needsFix())).toMatch(/, also red on the base branch: not yours$/)
  })
  test('flaky', () => {
    const flaky = needsFix(suite => {
      suite.history = {...red, seen_on_base: false, flaky: true}
    })
    expect(whatToDo(flaky, context)).toBe(
      '**What to do:** fix **DataStorage** (no fix is known; the same commit passed in another run).',
    )
  })
})

test('a suite with only the symptom shares the fate of its probable cause', () => {
  expect(whatToDo(oneCause(), context)).toContain('**RemediationOrchestrator**')
  expect(renderText(oneCause(), context, {color: false, width: 80})).toContain('Probably, as in other suites')
})

test('nothing read is not nothing failed', () => {
  const report = one(() => {})
  const blank = {...report, suites: [], totals: {...report.totals, suites: 0, failed: 0}}
  expect(headline(blank)).toBe('✅ No E2E suite failed')
  expect(headline({...blank, incomplete: [{what: 'run', why: '404'}]})).toBe(
    '❔ Nothing could be read of the E2E suites',
  )
})

test('many suites are named in part', () => {
  const report = one(() => {})
  report.suites = Array.from({length: 9}, (_, i) => ({...report.suites[0]!, service: `s${i}`, name: `S${i}`}))
  expect(whatToDo(report, context)).toBe(
    '**What to do:** rebase for **S0**, **S1**, **S2**, **S3** and 5 more (fixed on main by ddceccb5c).',
  )
})

test('the least important parts go first, and the page says which', () => {
  const block = (priority: number, name: string) => ({
    priority,
    name,
    text: text(`${name} ${'x'.repeat(290)}`),
  })
  const blocks = [
    block(0, 'head'),
    block(1, 'part'),
    block(5, 'excerpt'),
    block(5, 'excerpt'),
    block(2, 'fix'),
  ]
  expect(fitPage(blocks, 2000, characters)).not.toContain('Left out')
  const page = fitPage(blocks, 1400, characters)
  expect(page.length).toBeLessThanOrEqual(1400)
  expect(page).toContain('> Left out, because GitHub limits the length of this page: 2 excerpts, 1 fix.')
  expect(fitPage([...blocks, {priority: 3, name: 'none', text: md``}], 10, characters)).toMatch(/^head x+/)
})
