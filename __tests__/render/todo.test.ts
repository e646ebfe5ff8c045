import {expect, test} from '@jest/globals'
import type {FixRefReport, FixState, Report, SuiteReport} from '../../src/model.ts'
import {fillCommand, fillWords, shellWord} from '../../src/render/fill.ts'
import {characters, fitPage} from '../../src/render/fit.ts'
import {headline} from '../../src/render/headline.ts'
import {md, text} from '../../src/render/markdown.ts'
import {renderText} from '../../src/render/terminal.ts'
import {whatToDo} from '../../src/render/todo.ts'
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
  ['ineffective', '', [], 'fix **DataStorage** again (the fix is in and does not help)'],
  ['fixed', 'on main: rebase', [], 'rebase for **DataStorage** (already fixed)'],
  [
    'should-be-fixed',
    'in a later commit of this branch',
    [],
    'nothing for **DataStorage** (the next run has the fix)',
  ],
  ['unknown', '', [], 'find out whether **DataStorage** is fixed'],
])('%s %s', (status, why, refs, expected) => {
  const report = one(suite => {
    suite.fix = {status, label: '', why, refs, next_run: 'unknown'}
  })
  expect(whatToDo(report, context)).toBe(`**What to do:** ${expected}.`)
})

test.each([
  ['unclassified' as const, false, 'look into **DataStorage** (cause not known yet)'],
  ['symptom-only' as const, true, 'not yours: **DataStorage** (fails on the base branch too)'],
  ['no-evidence' as const, true, 'run **DataStorage** again (nothing readable was left)'],
])('%s', (state, seen_on_base, expected) => {
  const report = one(suite => {
    suite.diagnosis = diagnosis({state})
    suite.history = {seen_on_base, first_seen: null, times_seen: 1, flaky: false}
  })
  expect(whatToDo(report, context)).toBe(`**What to do:** ${expected}.`)
  expect(headline(report)).toBe('❌ E2E failed: cause not known yet')
})

test('one suite, one cause: the headline names it', () => {
  expect(headline(one(() => {}))).toBe(
    '❌ E2E failed: Host path `/home/runner/work/kubernaut/kubernaut/coverdata` does not exist, already fixed: rebase',
  )
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
    '**What to do:** rebase for **S0**, **S1**, **S2**, **S3** and 5 more (already fixed).',
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

test('what was captured is never more than one word of a command', () => {
  expect(fillCommand('ls {path} {unknown}', {path: '/a/b'})).toBe('ls /a/b {unknown}')
  expect(fillCommand('ls {path}', {path: 'a;b\n$(c)'})).toBe("ls 'a;b $(c)'")
  expect(shellWord("it's")).toBe("'it'\\''s'")
  expect(shellWord('--all')).toBe("'./--all'")
  expect(shellWord('')).toBe("''")
  expect(fillWords('Create `{name}`', {name: 'x'})).toBe('Create `x`')
})
