import {writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {setTimeout} from 'node:timers/promises'
import {describe, expect, test} from '@jest/globals'
import fc from 'fast-check'
import {fileBytes, memoryBytes, partBytes} from '../../src/collect/bytes.ts'
import {limiter} from '../../src/collect/limit.ts'
import {fileName, fold, glob, slug} from '../../src/collect/names.ts'
import {allPages} from '../../src/collect/pages.ts'
import type {Bytes, Note} from '../../src/model.ts'
import {read, temp} from './world.ts'

describe('bytes', () => {
  const data = Buffer.from(Array.from({length: 600_000}, (_, i) => i % 251))
  const make: [string, () => Promise<Bytes>][] = [
    ['memory', async () => memoryBytes(data)],
    [
      'a file',
      async () => {
        const path = join(await temp(), 'x')
        await writeFile(path, data)
        return fileBytes(path)
      },
    ],
  ]
  test.each(make)('%s: ranges, more than once', async (_, open) => {
    const bytes = await open()
    expect(bytes.size).toBe(data.length)
    for (const [start, end] of [
      [0, data.length],
      [5, 300_000],
      [599_999, 700_000],
      [7, 7],
      [9, 3],
    ] as const) {
      const chunks: Uint8Array[] = []
      for await (const chunk of bytes.stream(start, end)) chunks.push(chunk)
      expect(Buffer.concat(chunks).equals(data.subarray(start, Math.max(start, end)))).toBe(true)
    }
  })

  test('a file is cut where it is too long', async () => {
    const path = join(await temp(), 'x')
    await writeFile(path, 'abcdef')
    const part = {path, gap: null, short: null}
    expect(await read(partBytes({...part, ranges: [[0, 3]]}))).toBe('abc')
    const bytes = partBytes({
      ...part,
      ranges: [
        [4, 6],
        [1, 3],
      ],
    })
    expect(await read(bytes)).toBe('efbc')
    const some = []
    for await (const chunk of bytes.stream(1, 3)) some.push(Buffer.from(chunk).toString())
    expect(some.join('')).toBe('fb')
  })
})

test('no more than so many tasks at once', async () => {
  const limit = limiter(3)
  let running = 0
  let most = 0
  const task = async (n: number) => {
    most = Math.max(most, ++running)
    await setTimeout(2)
    running--
    if (n % 4 === 0) throw new Error('failed')
    return n
  }
  const results = await Promise.allSettled(Array.from({length: 20}, (_, n) => limit(() => task(n))))
  expect(most).toBe(3)
  expect(results.filter(r => r.status === 'fulfilled')).toHaveLength(15)
})

describe('names', () => {
  test.each([
    ['DataStorage', 'datastorage'],
    ['data_storage.v2', 'data_storage.v2'],
    ['a, b', 'a-b'],
    ['Überprüfung', 'überprüfung'],
    ['../..', 'suite'],
    ['', 'suite'],
  ])('%p has the key %p', (name, key) => expect(slug(name)).toBe(key))

  test.each([
    ['E2E (*)', 'E2E (gateway)', true],
    ['*', 'a/b', true],
    ['e2e-{a,b}', 'E2E-b', true],
    ['x [y]+', 'x [y]+', true],
    ['x [y]', 'x y', false],
    ['!a', 'b', false],
    ['', '', false],
  ])('%p on %p: %p', (pattern, name, fits) => expect(glob(pattern)(name)).toBe(fits))

  test('separators and case are equal', () => expect(fold(' Data_Storage. x')).toBe(fold('data-storage-x')))

  test('any name is one harmless file name, and each its own', () => {
    const name = fc.string({unit: 'binary', maxLength: 300})
    fc.assert(
      fc.property(name, name, (a, b) => {
        expect(fileName(a)).toMatch(/^[A-Za-z0-9 %_~()-][A-Za-z0-9 %_~().-]{0,190}$/)
        if (a !== b) expect(fileName(a)).not.toBe(fileName(b))
      }),
    )
    expect(fileName('..')).toBe('%2E%2E')
    expect(fileName('logs (a) 1.zip')).toBe('logs (a) 1.zip')
  })
})

describe('pages', () => {
  test('fewer than announced is a note', async () => {
    const notes: Note[] = []
    const all = await allPages('jobs', 'actions: read', notes, async n => ({
      total: 5,
      items: n === 1 ? [1, 2, 3] : [],
    }))
    expect(all).toEqual([1, 2, 3])
    expect(notes).toMatchObject([{what: 'jobs', why: expect.stringMatching(/announced 5 and listed 3/)}])
  })

  test('what came before a refusal stays', async () => {
    const notes: Note[] = []
    const all = await allPages('jobs', 'actions: read', notes, async n => {
      if (n === 2) throw Object.assign(new Error('Bad Gateway'), {status: 502, response: {}})
      return {total: 5, items: [1, 2, 3]}
    })
    expect(all).toEqual([1, 2, 3])
    expect(notes).toHaveLength(1)
  })
})
