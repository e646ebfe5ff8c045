import {expect, test} from '@jest/globals'
import {fillCommand, fillTitle, fillWords, shellWord} from '../src/fill.ts'

test.each([
  ['Pod {pod} crashed', {pod: 'web-0'}, 'Pod web-0 crashed'],
  ['Pod {pod} crashed', {workload: 'web'}, 'Pod web crashed'],
  ['no kind {kind} of {version}', {kind: ' ', version: 'v1'}, 'no kind … of v1'],
  [
    'The policy is wrong: {reason}',
    {reason: 'eval_conflict_error: '},
    'The policy is wrong: eval_conflict_error',
  ],
  ['{name}', {name: 'x'.repeat(300)}, 'x'.repeat(200)],
])('the title %s', (title, captures, filled) => {
  expect(fillTitle(title, captures)).toBe(filled)
})

test('what was captured is never more than one word of a command', () => {
  expect(fillCommand('ls {path} {unknown}', {path: '/a/b'})).toBe('ls /a/b UNKNOWN')
  expect(fillCommand('ls {path}', {path: 'a;b\n$(c)'})).toBe("ls 'a;b $(c)'")
  expect(shellWord("it's")).toBe("'it'\\''s'")
  expect(shellWord('--all')).toBe("'./--all'")
  expect(shellWord('')).toBe("''")
  expect(fillWords('Create `{name}`', {name: 'x'})).toBe('Create `x`')
})
