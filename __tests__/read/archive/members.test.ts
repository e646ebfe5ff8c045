import {gzipSync} from 'node:zlib'
import {describe, expect, test} from '@jest/globals'
import type {Member, Note} from '../../../src/model.ts'
import {defaultLimits} from '../../../src/read/archive/limits.ts'
import {archiveMembers, expandMembers} from '../../../src/read/archive/members.ts'
import {collect, pull, remaining} from '../../../src/read/archive/pull.ts'
import {memoryBytes} from '../../../src/read/archive/streams.ts'
import {readingOrder} from '../../../src/read/bundle/route.ts'
import {zip} from '../../support/zip.ts'
import {readAll, tar} from './support.ts'

const long = `${'d/'.repeat(80)}file.log`

describe('archives, by content', () => {
  test('a plain file is its own member', async () => {
    expect(await readAll('job.zip', Buffer.from('hello'))).toEqual({files: {'job.zip': 'hello'}, notes: []})
    expect(await readAll('empty', Buffer.from(''))).toEqual({files: {empty: ''}, notes: []})
  })
  test('a gzip file loses its ending', async () => {
    expect(await readAll('a/b.log.gz', gzipSync('x'))).toEqual({files: {'a/b.log': 'x'}, notes: []})
  })
  test('two gzip members are one file', async () => {
    const two = Buffer.concat([gzipSync('one\n'), gzipSync('two\n')])
    expect((await readAll('b.gz', two)).files).toEqual({b: 'one\ntwo\n'})
  })
  test('tar, tar.gz with ./ in front, long names', async () => {
    const files = {'./a.txt': 'A', 'b/c.txt': 'C'.repeat(2000), [long]: 'L'}
    const expected = {'a.txt': 'A', 'b/c.txt': 'C'.repeat(2000), [long]: 'L'}
    const bytes = await tar(files)
    expect(await readAll('x', bytes)).toEqual({files: expected, notes: []})
    expect(await readAll('x', gzipSync(bytes))).toEqual({files: expected, notes: []})
  })
  test('zip: stored, deflated, with sizes after the data, empty, folders', async () => {
    const big = Buffer.alloc(300_000, 'line of a log, repeated\n')
    const members = [
      {name: 'dir/', method: 'stored' as const},
      {name: 'dir\\s.txt', data: 'S', method: 'stored' as const},
      {name: 'd.txt', data: 'D', descriptor: true},
      {name: 'big.log', data: big},
      {name: 'empty.txt', data: ''},
    ]
    expect(await readAll('x', zip(members))).toEqual({
      files: {'dir/s.txt': 'S', 'd.txt': 'D', 'big.log': big.toString(), 'empty.txt': ''},
      notes: [],
    })
    expect(await readAll('x', zip([]))).toEqual({files: {}, notes: []})
  })
})

describe('the order of a zip', () => {
  const members = [
    {name: 'pods/a.log', data: 'log\n'.repeat(1000)},
    {name: 'notes.txt', data: 'N'},
    {name: 'pods/ns_a_1/c/0.log', data: 'log\n'.repeat(1000)},
    {name: 'events.yaml', data: 'E'},
    {name: 'resources/pods.json', data: '{}'},
  ]
  const names = async (limits: typeof defaultLimits, order?: (path: string) => number) => {
    const found: string[] = []
    for await (const member of archiveMembers('x', memoryBytes(zip(members)), limits, () => {}, order)) {
      found.push(member.path)
      for await (const _ of member.bytes());
    }
    return found
  }
  test('is its own, or what tells most comes first, before a limit cuts the rest', async () => {
    expect(await names(defaultLimits)).toEqual(members.map(m => m.name))
    const best = ['events.yaml', 'resources/pods.json', 'pods/a.log', 'pods/ns_a_1/c/0.log', 'notes.txt']
    expect(await names(defaultLimits, readingOrder)).toEqual(best)
    expect(await names({...defaultLimits, total: 3}, readingOrder)).toEqual(best.slice(0, 3))
  })
})

describe('archives in archives', () => {
  test('the usual artifact: a tar.gz in a zip keeps its own paths', async () => {
    const bundle = gzipSync(await tar({'kind-version.txt': 'kind', 'n/kubelet.log': 'k'}))
    for (const method of ['stored', 'deflate'] as const)
      expect(await readAll('artifact', zip([{name: 'must-gather.tar.gz', data: bundle, method}]))).toEqual({
        files: {'kind-version.txt': 'kind', 'n/kubelet.log': 'k'},
        notes: [],
      })
  })
  test('several keep apart by their own names', async () => {
    const one = gzipSync(await tar({'a.log': '1'}))
    const two = zip([{name: 'a.log', data: '2'}])
    const {files} = await readAll(
      'x',
      zip([
        {name: 'one.tar.gz', data: one},
        {name: 'sub/two.zip', data: two},
        {name: 'c', data: '3'},
      ]),
    )
    expect(files).toEqual({'one/a.log': '1', 'sub/two/a.log': '2', c: '3'})
  })
  test('zip in tar.gz, and rotated logs', async () => {
    const bytes = gzipSync(
      await tar({'l/0.log.2026.gz': gzipSync('old'), 'z.zip': zip([{name: 'i', data: 'I'}])}),
    )
    expect((await readAll('x', bytes)).files).toEqual({'l/0.log.2026': 'old', 'z/i': 'I'})
  })
  test('not deeper than four', async () => {
    let data: Uint8Array = Buffer.from('core')
    for (let i = 0; i < 6; i++) data = zip([{name: `l${i}.zip`, data}])
    const {files, notes} = await readAll('x', data)
    expect(files).toEqual({})
    expect(notes).toEqual([{what: expect.any(String), why: expect.stringContaining('4 archives deep')}])
  })
  test('in a folder', async () => {
    async function* folder(): AsyncGenerator<Member> {
      for (const [path, data] of [
        ['n/x.tar.gz', gzipSync(await tar({'a.log': 'A'}))],
        ['b.log', Buffer.from('B')],
      ] as const)
        yield {path, size: data.length, bytes: () => memoryBytes(data).stream()}
    }
    const paths: string[] = []
    for await (const m of expandMembers(folder(), defaultLimits, () => {})) paths.push(m.path)
    expect(paths).toEqual(['n/x/a.log', 'b.log'])
  })
})

test('members that nobody reads are skipped, and a reader may stop early', async () => {
  const bytes = gzipSync(await tar({a: 'x'.repeat(3_000_000), b: 'B', c: 'C'}))
  const seen: string[] = []
  const notes: Note[] = []
  for await (const m of archiveMembers('x', memoryBytes(bytes), defaultLimits, n => notes.push(n))) {
    seen.push(m.path)
    if (m.path === 'a') for await (const _ of m.bytes()) break
    if (m.path === 'b') break
  }
  expect(seen).toEqual(['a', 'b'])
  expect(notes).toEqual([])
})

describe('chunks that are valid until the next one', () => {
  const text = Array.from({length: 400_000}, (_, i) => `line ${i}\n`).join('')

  test('lose nothing where several are put together', async () => {
    const files = {'a.log': text, 'b.log': 'B'.repeat(1_500_000), 'c.log': text.slice(0, 700_001)}
    const expected = {...files}
    const packed = gzipSync(await tar(files))
    expect(await readAll('x', packed)).toEqual({files: expected, notes: []})
    expect(await readAll('x', gzipSync(await tar({'in.tar.gz': packed})))).toMatchObject({
      notes: [],
    })
  })

  test('pulled, peeked at, taken and collected', async () => {
    const chunks = async function* () {
      for (const word of ['abc', 'def', 'ghi', 'jkl', 'mno']) {
        const own = new TextEncoder().encode(word)
        yield own
        own.fill(0)
      }
    }
    const source = pull(chunks())
    const peeked = Buffer.from(await source.peek(4)).toString()
    const taken = await source.take(5)
    const rest = await collect(remaining(source), 100)
    expect([peeked, Buffer.from(taken).toString(), Buffer.from(rest!).toString()]).toEqual([
      'abcd',
      'abcde',
      'fghijklmno',
    ])
  })
})
