import {mkdir, symlink, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {gzipSync} from 'node:zlib'
import {describe, expect, test} from '@jest/globals'
import {collectFromFiles, type FilesOptions} from '../../src/collect/files.ts'
import {parseSource} from '../../src/collect/source.ts'
import {UserError} from '../../src/errors.ts'
import {zip} from '../support/zip.ts'
import {limits, select, temp, whole} from './world.ts'

async function file(name: string, data: string | Uint8Array): Promise<string> {
  const path = join(await temp(), name)
  await writeFile(path, data)
  return path
}
const collect = async (path: string, more: Partial<FilesOptions> = {}) =>
  whole(
    await collectFromFiles({
      source: parseSource(path) as FilesOptions['source'],
      select,
      limits,
      tempDir: await temp(),
      ...more,
    }),
  )
const tar = (() => {
  const block = Buffer.alloc(1024)
  block.write('a.txt')
  block.write('ustar', 257)
  return block
})()
const endOfLog = '2026-01-01T00:00:00.0000000Z Cleaning up orphan processes\n'
const runLogs = zip([
  {name: '0_E2E (a).txt', data: `##[error]Process completed with exit code 1.\n${endOfLog}`},
  {name: 'E2E (a)/1_Set up job.txt', data: 'not read twice'},
  {name: 'E2E (a)/system.txt', data: 'Evaluating'},
  {name: 'E2E (b)/10_Last.txt', data: 'third\n'},
  {name: 'E2E (b)/2_Run.txt', data: 'second\n'},
  {name: 'E2E (b)/1_Set up job.txt', data: 'first\n'},
  {name: '1_lint.txt', data: endOfLog},
  {name: '2_E2E (c).txt', data: endOfLog},
])

describe('what a source is', () => {
  test.each<[string, object]>([
    [
      'https://github.com/o/r/actions/runs/12',
      {server: 'https://github.com', apiUrl: 'https://api.github.com', runId: 12, attempt: null},
    ],
    [
      'https://github.com/o/r.x/actions/runs/12/attempts/3?pr=1',
      {owner: 'o', repo: 'r.x', runId: 12, attempt: 3},
    ],
    ['https://github.com/o/r/actions/runs/12/job/4#step:1:2', {runId: 12, attempt: null}],
    ['https://x.ghe.com/o/r/actions/runs/1', {apiUrl: 'https://api.x.ghe.com'}],
    [
      'http://127.0.0.1:99/o/r/actions/runs/1',
      {server: 'http://127.0.0.1:99', apiUrl: 'http://127.0.0.1:99/api/v3'},
    ],
  ])('%s', (text, expected) => {
    expect(parseSource(text)).toMatchObject({type: 'run-url', ...expected})
  })

  test.each<[string, string, string | Uint8Array]>([
    ['log', 'a.zip', 'text, whatever its name\n'],
    ['log', 'a.log', ''],
    ['bundle', 'a.log', zip([{name: '0_build.txt'}, {name: 'pods/x.log'}])],
    ['bundle', 'a', tar],
    ['bundle', 'a', gzipSync(tar)],
    ['run-logs', 'a.bin', runLogs],
  ])('%s, told by its content', async (type, name, data) => {
    expect(parseSource(await file(name, data)).type).toBe(type)
  })

  test.each(['jobs.json', 'run.json', 'logs/1.log'])('a folder with %s is a recorded run', async path => {
    const dir = await temp()
    await mkdir(join(dir, path, '..'), {recursive: true})
    await writeFile(join(dir, path), '')
    expect(parseSource(dir)).toEqual({type: 'recorded', dir})
  })

  test('any other folder is a bundle', async () => {
    const dir = await temp()
    await mkdir(join(dir, 'logs/pods'), {recursive: true})
    expect(parseSource(dir)).toEqual({type: 'bundle', path: dir})
  })

  test.each<[string, () => Promise<string>]>([
    ['no such file', async () => '/nowhere/at/all'],
    ['not a run', async () => 'https://github.com/o/r/pull/1'],
    ['binary', () => file('a', Buffer.from([1, 2, 0, 4]))],
    ['gzip of something else', () => file('a.gz', gzipSync('text'))],
    ['a device', async () => '/dev/null'],
  ])('%s is the user’s mistake', async (_, make) => {
    const text = await make()
    expect(() => parseSource(text)).toThrow(UserError)
  })
})

test('one log is one failed suite', async () => {
  const services = {'my-log': {name: 'My Log', depends_on: [], ports: [], pods: []}}
  const collection = await collect(await file('my-log.log', 'hello'), {select: {...select, services}})
  expect(collection.suites).toMatchObject([
    {
      service: 'my-log',
      name: 'My Log',
      status: 'failed',
      job: null,
      sources: [{kind: 'job-log', text: 'hello'}],
    },
  ])
})

test('a bundle: a file or a folder, sorted, without links', async () => {
  expect((await collect(await file('must-gather.tar.gz', gzipSync(tar)))).suites).toMatchObject([
    {service: 'must-gather', sources: [{kind: 'bundle', name: 'must-gather'}]},
  ])
  const dir = await temp()
  for (const path of ['b/z', 'b/a', 'b-c', 'a']) {
    await mkdir(join(dir, path, '..'), {recursive: true})
    await writeFile(join(dir, path), path)
  }
  await symlink('/etc/passwd', join(dir, 'c'))
  await symlink('/etc', join(dir, 'd'))
  expect((await collect(dir)).suites).toMatchObject([{sources: [{paths: ['a', 'b-c', 'b/a', 'b/z']}]}])
})

describe('a folder that somebody filled', () => {
  const line = (text: string) => `2026-01-01T00:00:00.0000000Z ${text}\n`
  const jobLog = (text: string) => line('##[group]Run make e2e') + line(text)
  async function folder(files: Record<string, string | Uint8Array>): Promise<string> {
    const dir = join(await temp(), 'gateway')
    for (const [path, data] of Object.entries(files)) {
      await mkdir(join(dir, path, '..'), {recursive: true})
      await writeFile(join(dir, path), data)
    }
    return dir
  }

  test('with one job log: all else is its bundle', async () => {
    const files = {'pods/a.log': 'a', 'notes.txt': line('of no runner'), 'job.log': jobLog('one')}
    const {suites} = await collect(await folder(files))
    expect(suites).toMatchObject([
      {
        service: 'gateway',
        status: 'failed',
        sources: [
          {kind: 'job-log', text: jobLog('one')},
          {kind: 'bundle', paths: ['notes.txt', 'pods/a.log']},
        ],
      },
    ])
    const [named] = (await collect(await folder({'signal.log': jobLog('one')}))).suites
    expect(named).toMatchObject({service: 'signal', sources: [{kind: 'job-log'}]})
  })

  test('with several: each has what is called like it', async () => {
    const {suites} = await collect(
      await folder({
        'gateway.log': jobLog('first'),
        'signal.txt': jobLog('second'),
        'must-gather-gateway/pods/x.log': 'x',
        'must-gather-signal.tar.gz': gzipSync(tar),
      }),
    )
    expect(suites).toMatchObject([
      {
        service: 'gateway',
        job: null,
        sources: [{text: jobLog('first')}, {kind: 'bundle', paths: ['pods/x.log']}],
      },
      {service: 'signal', sources: [{text: jobLog('second')}, {kind: 'bundle', name: 'must-gather-signal'}]},
    ])
  })

  test('with several: a file, and a folder and an archive of one name, are all read; what is called like none is named', async () => {
    const {suites, incomplete} = await collect(
      await folder({
        'gateway.log': jobLog('first'),
        'signal.log': jobLog('second'),
        'gateway/pods/x.log': 'x',
        'gateway.zip': 'not a zip',
        'junit-gateway.xml': '<testsuites/>',
        'pods/y.log': 'y',
        'README.md': 'z',
      }),
    )
    expect(suites).toMatchObject([
      {
        service: 'gateway',
        sources: [
          {kind: 'job-log'},
          {name: 'gateway', paths: ['pods/x.log']},
          {name: 'gateway.zip'},
          {kind: 'test-report', paths: ['junit-gateway.xml']},
        ],
      },
      {service: 'signal', sources: [{kind: 'job-log'}]},
    ])
    expect(incomplete).toEqual([{what: 'README.md, pods', why: expect.stringContaining('not read')}])
  })
})

test('standard input is bounded', async () => {
  const stdin = (async function* () {
    for (let i = 0; i < 10; i++) yield 'x'.repeat(100)
  })()
  const collection = await collect('-', {stdin, limits: {maxLogBytes: 250, maxArtifactBytes: 1}})
  expect(collection.suites).toMatchObject([{service: 'stdin', sources: [{text: 'x'.repeat(250)}]}])
  expect(collection.incomplete).toMatchObject([{what: 'log of stdin'}])
})

test('too large a bundle and an empty log', async () => {
  const [bundle] = (await collect(await file('a.tar', tar), {limits: {maxLogBytes: 1, maxArtifactBytes: 1}}))
    .suites
  expect(bundle!.sources).toMatchObject([{state: 'unreadable'}])
  const [log] = (await collect(await file('a.log', ''))).suites
  expect(log!.sources).toMatchObject([{state: 'empty'}])
})

describe('a run-logs zip', () => {
  test('is one suite per job of a group in which one failed', async () => {
    const {suites, green_jobs, incomplete} = await collect(await file('logs.zip', runLogs))
    expect(suites).toMatchObject([
      {
        service: 'a',
        status: 'failed',
        job: null,
        sources: [{name: 'E2E (a)', text: expect.stringMatching(/exit code 1/)}],
      },
      {service: 'c', status: 'passed'},
      {service: 'b', status: 'failed', sources: [{text: 'first\nsecond\nthird\n'}]},
    ])
    expect(green_jobs).toBe(1)
    expect(incomplete).toEqual([])
  })

  test('with hostile names and sizes is a note', async () => {
    const evil = zip([
      {name: '0_a.txt', data: 'x'.repeat(5000)},
      {name: '1_b.txt', data: 'y', declaredSize: 9},
    ])
    const {suites, incomplete} = await collect(await file('logs.zip', evil), {
      limits: {maxLogBytes: 100, maxArtifactBytes: 9999},
    })
    expect(suites).toMatchObject([{service: 'a', sources: [{text: 'x'.repeat(100)}]}])
    expect(incomplete.map(n => n.what).sort()).toEqual(['log of a', 'log of b'])
  })
})

test('a folder that was removed', async () => {
  const source = {type: 'bundle' as const, path: '/nowhere'}
  await expect(collectFromFiles({source, select, limits, tempDir: '/tmp'})).rejects.toThrow(UserError)
})
