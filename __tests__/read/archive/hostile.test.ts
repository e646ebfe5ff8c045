import {randomBytes} from 'node:crypto'
import {gzipSync} from 'node:zlib'
import {describe, expect, test} from '@jest/globals'
import {zip} from '../../support/zip.ts'
import {readAll, tar} from './support.ts'

const one = (why: string, what: unknown = expect.any(String)): unknown => [
  {what, why: expect.stringContaining(why)},
]

describe('limits', () => {
  const zeros = Buffer.alloc(3 << 20)
  test('a bomb: ratio', async () => {
    const limits = {ratio: 100, ratioFrom: 1 << 20}
    const packed = await readAll('b.gz', gzipSync(zeros), limits)
    expect(packed.files['b']!.length).toBeLessThan(zeros.length)
    expect(packed.notes).toEqual(one('more than 100 times', 'b.gz'))
    const zipped = await readAll(
      'b.zip',
      zip([
        {name: 'z', data: zeros},
        {name: 'ok', data: 'ok'},
      ]),
      limits,
    )
    expect(zipped.files['ok']).toBe('ok')
    expect(zipped.notes).toEqual(one('more than 100 times', 'z'))
  })
  test('the total, over all members', async () => {
    const random = randomBytes(1 << 20)
    const {files, notes} = await readAll(
      'b.zip',
      zip(['a', 'b', 'c', 'd'].map(name => ({name, data: random}))),
      {total: 5 << 19},
    )
    expect(Object.keys(files)).toEqual(['a', 'b', 'c'])
    expect(notes).toEqual(one('more than 2.5 MiB', 'b.zip'))
  })
  test('one member', async () => {
    const {files, notes} = await readAll(
      'b',
      zip([
        {name: 'a', data: zeros},
        {name: 'b', data: 'B'},
      ]),
      {member: 1000},
    )
    expect(files['a']).toHaveLength(1000)
    expect(files['b']).toBe('B')
    expect(notes).toEqual(one('rest was cut', 'a'))
  })
  test('members', async () => {
    const names = Array.from({length: 20}, (_, i) => `m${i}`)
    const bytes = zip(names.map(name => ({name, data: name})))
    const {files, notes} = await readAll('b', bytes, {members: 5})
    expect(Object.keys(files)).toEqual(names.slice(0, 5))
    expect(notes).toEqual(one('more than 5 members', 'b'))
    const tarred = await readAll('b', await tar(Object.fromEntries(names.map(n => [n, n]))), {members: 5})
    expect(tarred.files).toEqual(files)
    expect(tarred.notes).toEqual(notes)
  })
  test('a nested zip too large for memory', async () => {
    const {notes} = await readAll('b', gzipSync(zip([{name: 'r', data: randomBytes(5000)}])), {nested: 1000})
    expect(notes).toEqual(one('not opened'))
  })
  test('20,000 tiny members', async () => {
    const names = Array.from({length: 20_000}, (_, i) => `m${i}`)
    const started = Date.now()
    const {files, notes} = await readAll('b', zip(names.map(name => ({name, data: name}))))
    expect(Object.keys(files)).toHaveLength(20_000)
    expect(notes).toEqual([])
    expect(Date.now() - started).toBeLessThan(50_000)
  })
})

describe('names', () => {
  const bad = [
    '../../etc/passwd',
    '/abs/file',
    'C:\\win\\x.txt',
    'a/../../b',
    `${'n'.repeat(5000)}`,
    'nul\0l',
  ]
  const cleaned = ['etc/passwd', 'abs/file', 'win/x.txt', 'a/b', 'n'.repeat(500), 'nul?l']
  test('in a zip', async () => {
    const {files, notes} = await readAll('b.zip', zip(bad.map(name => ({name, data: 'x'}))))
    expect(Object.keys(files)).toEqual(cleaned)
    expect(notes).toEqual(one('5 names pointed out', 'b.zip'))
  })
  test('in a tar', async () => {
    const {files, notes} = await readAll(
      'b',
      await tar(Object.fromEntries(bad.slice(0, 5).map(n => [n, 'x']))),
    )
    expect(Object.keys(files)).toEqual(cleaned.slice(0, 5))
    expect(notes).toEqual(one('4 names pointed out', 'b'))
  })
})

test('links, devices and pipes are counted and left out', async () => {
  const {files, notes} = await readAll(
    't',
    await tar({
      l1: {type: 'symlink', linkname: '/etc/passwd'},
      l2: {type: 'link', linkname: 'x'},
      dev: {type: 'character-device'},
      pipe: {type: 'fifo'},
      dir: {type: 'directory'},
      ok: 'ok',
    }),
  )
  expect(files).toEqual({ok: 'ok'})
  expect(notes.map(n => n.why)).toEqual([
    '2 links were left out: links in archives are never followed',
    '2 devices and pipes were left out',
  ])
  const zipped = await readAll(
    'z',
    zip([
      {name: 'l', data: '/etc', mode: 0o120777},
      {name: 'e', data: 'x', encrypted: true},
    ]),
  )
  expect(zipped.files).toEqual({})
  expect(zipped.notes).toHaveLength(2)
})

describe('damage', () => {
  const text = Array.from({length: 40_000}, (_, i) => `line ${i} ${(i * 7919) % 1013}`).join('\n')
  test('a truncated gzip gives what was readable, once', async () => {
    const whole = gzipSync(text)
    const {files, notes} = await readAll('l.gz', whole.subarray(0, whole.length >> 1))
    expect(text.startsWith(files['l']!)).toBe(true)
    expect(files['l']!.length).toBeGreaterThan(text.length / 3)
    expect(notes).toEqual(one('unexpected end of file', 'l.gz'))
  })
  test('a wrong check sum loses nothing', async () => {
    const bytes = gzipSync('short text')
    bytes[bytes.length - 6]! ^= 1
    expect(await readAll('l.gz', bytes)).toEqual({
      files: {l: 'short text'},
      notes: one('incorrect data check'),
    })
    const tarred = gzipSync(await tar({a: 'A'}))
    tarred[tarred.length - 6]! ^= 1
    expect(await readAll('t', tarred)).toEqual({files: {a: 'A'}, notes: one('incorrect data check')})
  })
  test('a truncated tar.gz, and a truncated tar', async () => {
    const tarred = await tar({a: 'A', b: text, c: 'C'})
    const packed = gzipSync(tarred)
    const cut = await readAll('t.tar.gz', packed.subarray(0, packed.length >> 1))
    expect(Object.keys(cut.files)).toEqual(['a', 'b'])
    expect(text.startsWith(cut.files['b']!)).toBe(true)
    expect(cut.notes.map(n => n.why)[0]).toContain('damaged gzip')
    const plain = await readAll('t.tar', tarred.subarray(0, 5000))
    expect(plain.files['b']).toHaveLength(5000 - 3 * 512)
    expect(plain.notes).toEqual(one('ends within b', 't.tar'))
    const header = Buffer.from(tarred)
    header[512 * 2 + 3] = 7
    expect((await readAll('t.tar', header)).notes).toEqual(one('damaged header', 't.tar'))
  })
  test('a truncated zip is read by its local headers', async () => {
    for (const descriptor of [false, true]) {
      const bytes = zip([
        {name: 'a', data: 'A', descriptor},
        {name: 'b', data: text, descriptor},
        {name: 'c', data: text, descriptor},
      ])
      const {files, notes} = await readAll('z.zip', bytes.subarray(0, bytes.length * 0.7))
      expect(Object.keys(files)).toEqual(['a', 'b', 'c'])
      expect(files['b']).toBe(text)
      expect(text.startsWith(files['c']!)).toBe(true)
      expect(notes.map(n => n.why)[0]).toContain('damaged zip')
    }
  })
  test('lying sizes and check sums', async () => {
    const {files, notes} = await readAll(
      'z',
      zip([
        {name: 'more', data: text, declaredSize: 10},
        {name: 'less', data: 'abc', declaredSize: 1_000_000_000},
        {name: 'crc', data: 'abc', declaredCrc: 1},
        {name: 'stored', data: 'abc', declaredSize: 10, method: 'stored'},
      ]),
    )
    expect(files).toEqual({more: text, less: 'abc', crc: 'abc', stored: 'abc'})
    expect(notes.map(n => n.what)).toEqual(['more', 'less', 'crc', 'stored'])
  })
  test('noise behind a signature', async () => {
    for (const head of ['PK\x03\x04', '\x1f\x8b\x08\x00', 'PK\x05\x06']) {
      const {notes} = await readAll(
        'n',
        Buffer.concat([Buffer.from(head, 'latin1'), Buffer.alloc(3000, 0xa5)]),
      )
      expect(notes.length).toBeGreaterThan(0)
    }
  })
})
