import {join} from 'node:path'
import {describe, expect, test} from '@jest/globals'
import {cli, folder, removeAfterAll} from './command.ts'
import {examples} from './product.ts'
import {failedLog, hostPath} from './world.ts'

removeAfterAll()

const example = join(examples, 'kubernaut-2026-01-29')
const log = failedLog(hostPath('/x/coverdata'))

describe("the user's mistakes are one line and exit status 2", () => {
  const mistakes: [string, string[], RegExp][] = [
    ['an unknown option', ['triage', 'x', '--fromat', 'json'], /unknown option '--fromat'.*--format/],
    ['an unknown command', ['traige', 'x'], /unknown command 'traige'.*triage/],
    ['no source', ['triage'], /missing required argument 'source'/],
    [
      'a wrong choice',
      ['triage', 'x', '--format', 'html'],
      /'html' is invalid.*text, summary, comment, json/,
    ],
    ['a missing file', ['triage', 'no/such/file.log'], /no\/such\/file\.log.*expected a run URL/],
    ['an address of no run', ['triage', 'https://github.com/o/r'], /not the address of a run/],
    ['a wrong number', ['triage', 'x', '--timeout-minutes', 'soon'], /expected minutes/],
    ['no commit', ['triage', 'x', '--head', '--all'], /expected the hash of a commit/],
    ['a missing configuration', ['triage', example, '--config', 'no.yml'], /no\.yml: ENOENT/],
    ['a missing catalog', ['triage', example, '--catalog', 'no.yml'], /catalog no\.yml: no such file/],
    ['a missing history', ['triage', example, '--history', 'no'], /--history no: ENOENT/],
    [
      'a place to write that is not there',
      ['triage', example, '--output', 'no/dir/x'],
      /cannot write no\/dir\/x/,
    ],
    ['no clone', ['triage', example, '--repo', 'no/clone'], /no\/clone/],
    ['an unknown pattern', ['catalog', 'explain', 'host-path-mising'], /is `host-path-missing` meant\?/],
    ['an unknown schema', ['schema', 'reports'], /report, catalog, config/],
  ]
  test.concurrent.each(mistakes)('%s', async (_, args, line) => {
    const {code, stdout, stderr} = await cli(args)
    expect({code, stdout}).toEqual({code: 2, stdout: ''})
    expect(stderr).toMatch(line)
    expect(stderr).toMatch(/^e2e-triage: [^\n]*\n$/)
  })

  test.concurrent('a binary file, a faulty catalog and a faulty configuration', async () => {
    const dir = await folder({
      'a.log': log,
      'core.bin': Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 0, 1, 2, 3]),
      'own.yml': 'patterns:\n  - id: own-one\n    famly: x\n    rol: cause\n    title: t\n    any: []\n',
      'config.yml': 'version: 1\nredakt: [x]\n',
      'folder.yml/x': '',
    })
    const run = async (...args: string[]) => {
      const {code, stdout, stderr} = await cli(['triage', ...args], {cwd: dir})
      expect({code, stdout}).toEqual({code: 2, stdout: ''})
      expect(stderr).toMatch(/^e2e-triage: [^\n]*\n$/)
      return stderr
    }
    expect(await run('core.bin')).toMatch(/core\.bin: neither text nor a known archive/)
    expect(await run('a.log', '--catalog', 'own.yml')).toMatch(/own\.yml:\d: .*; and \d more faults?/)
    expect(await run('a.log', '--config', 'config.yml')).toMatch(
      /config\.yml:2: unknown key `redakt`; is `redact` meant\?/,
    )
    expect(await run('a.log', '--config', 'folder.yml')).toMatch(/folder\.yml: EISDIR/)
  })

  test.concurrent('help and version', async () => {
    expect(await cli(['--version'])).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
      stderr: '',
    })
    const help = await cli(['--help'])
    expect(help).toMatchObject({code: 0, stderr: ''})
    for (const word of ['triage', 'download', 'catalog', 'schema']) expect(help.stdout).toContain(word)
  })
})
