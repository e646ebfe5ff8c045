import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, describe, expect, test} from '@jest/globals'
import {lint} from '../../src/catalog/lint.ts'
import {parseCatalog} from '../../src/catalog/parse.ts'
import {addCommand, expressionOf} from '../../src/commands/add.ts'
import {parseExamples} from '../../src/commands/examples.ts'
import {fault, trial} from '../../src/commands/try-patterns.ts'
import {UserError} from '../../src/errors.ts'

const folder = mkdtempSync(join(tmpdir(), 'add-'))
afterAll(() => rmSync(folder, {recursive: true}))

/** What the command prints for the fourth line of a log. */
async function printed(line: string): Promise<{pattern: string; example: string}> {
  const stamped = ['one', 'two', 'three', line, 'five', 'six'].map(l => `2026-03-02T09:14:01.1042311Z ${l}`)
  const log = join(folder, 'job.log')
  writeFileSync(log, `${stamped.join('\n')}\n`)
  let text = ''
  const terminal = {stdout: (more: string) => void (text += more)}
  expect(await addCommand(log, 4, terminal)).toBe(0)
  const [pattern, example] = text.split(/^# Save what follows.*\n/m) as [string, string]
  return {pattern, example: example.replace(/^# ?/gm, '')}
}

const lines = [
  'seed: product 87: price list eu-2026 is not published (revision 3f9c21d7aa)',
  `it's "quoted" \\d{3} [a-z]+ (x|y)* {path} $HOME ^ @user #12 <b> 100%`,
  'x'.repeat(900),
  'word 17 '.repeat(300),
  'tab\there\tand  two blanks',
  'token=ghp_abcdefghijklmnopqrstuvwxyz0123456789 rejected by the mirror',
  'id 0f8fad5b-d9cb-469f-a165-70867728950e is gone',
  '\u001b[31mred error here\u001b[0m done',
  'Größe fehlt – „Zitat“',
  '# comment: value',
  '- item: value # x',
  '2026-03-02T09:14:03.221Z ERROR [main] c.a.Foo - Could not frobnicate bar-7f6d9c8b5-x2x4z',
  '{"level":"error","msg":"cannot frobnicate","n":3}',
]

describe('what `catalog add` prints passes as printed', () => {
  test.each(lines)('%.60s', async line => {
    const {pattern: yaml, example} = await printed(line)
    const {patterns, faults} = parseCatalog('new.yml', yaml)
    expect([...faults, ...lint(patterns, new Map([['config-invalid', 'deploy']]))]).toEqual([])
    const examples = parseExamples(example)
    expect(examples.map(e => e.expect)).toEqual(['true', 'near'])
    for (const e of examples)
      expect(await fault(patterns[0]!, e, {quiet: trial(patterns), loud: trial(patterns)})).toBeNull()
  })
})

test('secrets are masked, and the expression fits other ones', async () => {
  const {pattern, example} = await printed(
    'token=ghp_abcdefghijklmnopqrstuvwxyz0123456789 rejected by the mirror',
  )
  expect(pattern + example).not.toContain('ghp_')
  expect(pattern).toContain('\\S+ rejected by the mirror')
})

test('what differs from run to run is left open', () => {
  expect(expressionOf('Error 17 at 3f9c21d7aa')).toBe('Error \\d+ at [0-9a-f-]+')
})

test('a line that says nothing is refused', async () => {
  await expect(printed('=== 42')).rejects.toThrow(UserError)
})
