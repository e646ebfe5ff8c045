import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {afterEach, describe, expect, test} from '@jest/globals'
import {download} from '../../src/collect/fetching.ts'
import {keepStart} from '../../src/collect/keep.ts'
import {type Storage, type Stored, startStorage} from '../support/storage.ts'
import {temp} from './world.ts'

let storage: Storage | null = null
afterEach(async () => {
  await storage?.close()
  storage = null
})

const data = Buffer.from(Array.from({length: 300_000}, (_, i) => `${i}\n`).join(''))
const cuts = [1000, 70_000, 70_001, 900_000, 1_500_000]

/** Downloads what is stored. `located` counts how often its address was asked for. */
async function fetched(stored: Stored, {max = 1e8, ms = 20_000} = {}) {
  storage = await startStorage({file: stored})
  const path = join(await temp(), 'file')
  const keeper = await keepStart(path, max)
  let located = 0
  let failure: unknown = null
  const whole = await download({
    locate: async () => {
      located++
      return new URL(storage!.url('file'))
    },
    keeper,
    deadline: Date.now() + ms,
    fetch,
    onBytes: () => {},
  }).catch(error => {
    failure = error
    return false
  })
  const {ranges} = await keeper.finish()
  const bytes = (await readFile(path)).subarray(...ranges[0]!)
  return {bytes, whole, located, failure, asked: storage.asked}
}

describe('a connection that is cut five times', () => {
  test('goes on where it broke', async () => {
    const {bytes, whole, asked, located} = await fetched({bytes: data, cuts: [...cuts]})
    expect(whole).toBe(true)
    expect(bytes.equals(data)).toBe(true)
    // What a connection that breaks was still carrying may be lost with it.
    const from = asked.map(one => Number(/bytes=(\d+)-$/.exec(one)?.[1] ?? 0))
    expect(from.toSorted((a, b) => a - b)).toEqual(from)
    expect(from.slice(1).every((at, i) => at > 0 && at <= cuts[i]!)).toBe(true)
    expect(located).toBe(6)
  })

  test.each<[string, Partial<Stored>]>([
    ['a server without ranges', {whole: true}],
    ['a server that does not say which version it sends', {tag: null}],
    ['a weak tag', {tag: 'W/"1"'}],
  ])('%s: begins again each time', async (_, more) => {
    const {bytes, whole, asked} = await fetched({bytes: data, cuts: [...cuts], ...more})
    expect(whole).toBe(true)
    expect(bytes.equals(data)).toBe(true)
    expect(asked).toHaveLength(6)
  })
})

test('an address that expired is asked for anew', async () => {
  const {bytes, located} = await fetched({bytes: data, cuts: [50_000], refusals: [403, 401]})
  expect(bytes.equals(data)).toBe(true)
  expect(located).toBe(4)
})

test.each([
  ['never lets anybody in', {refusals: [403, 403, 403, 403, 403]}, 3, 403],
  ['says that it is gone', {refusals: [410]}, 1, 410],
])('a storage that %s is given up', async (_, more, tries, status) => {
  const {failure, located} = await fetched({bytes: data, ...more})
  expect(failure).toMatchObject({status, storage: true})
  expect(located).toBe(tries)
})

test('what was changed meanwhile is not put together', async () => {
  const changed = Buffer.from(data.map(byte => byte ^ 1))
  const given: Stored = {bytes: data, cuts: [100_000]}
  const promise = fetched(given)
  const timer = setInterval(() => {
    if (given.cuts?.length === 0) Object.assign(given, {bytes: changed, tag: '"2"'})
  }, 1)
  const {bytes, asked} = await promise.finally(() => clearInterval(timer))
  expect(bytes.equals(changed)).toBe(true)
  expect(asked).toEqual(['file', 'file bytes=100000-', 'file'])
})

test('a connection that breaks at the same byte each time is given up; what came stays', async () => {
  const {bytes, failure, located} = await fetched({
    bytes: data,
    cuts: Array.from({length: 20}, () => 5000),
    whole: true,
  })
  expect(failure).not.toBeNull()
  expect(bytes.equals(data.subarray(0, 5000))).toBe(true)
  expect(located).toBeLessThan(8)
}, 30_000)

test('the deadline ends one that trickles; what came stays', async () => {
  const began = Date.now()
  const trickle = {bytes: 1000, ms: 50}
  const {bytes, failure} = await fetched({bytes: data, trickle}, {ms: 500})
  expect(Date.now() - began).toBeLessThan(15_000)
  expect(failure).toMatchObject({name: 'AbortError'})
  expect(bytes.length).toBeGreaterThan(0)
  expect(bytes.equals(data.subarray(0, bytes.length))).toBe(true)
})
