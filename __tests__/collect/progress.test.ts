import {expect, test} from '@jest/globals'
import {tally} from '../../src/collect/progress.ts'

const gigabyte = 1024 ** 3

test('how many, and how much of all, now and then', () => {
  const said: string[] = []
  let now = 0
  const {
    expect: wait,
    got,
    done,
  } = tally(
    line => said.push(line),
    5000,
    () => now,
  )
  for (let id = 1; id <= 40; id++) wait('log', id, null)
  for (let id = 1; id <= 4; id++) wait('artifact', id, 2 * gigabyte)
  for (let id = 1; id <= 40; id++) {
    now += 1000
    got('log', id, 1024 ** 2, 2 * 1024 ** 2)
    got('log', id, 2 * 1024 ** 2, 2 * 1024 ** 2)
    done('log', id)
  }
  expect(said).toHaveLength(9)
  expect(said[0]).toBe('4/40 logs, 0/4 artifacts, 0.0 of 8.0 GB')
  expect(said.at(-1)).toBe('40/40 logs, 0/4 artifacts, 0.1 of 8.1 GB')
  now += 5000
  got('artifact', 1, gigabyte, 2 * gigabyte)
  done('artifact', 2)
  expect(said.slice(9)).toEqual(['40/40 logs, 0/4 artifacts, 1.1 of 8.1 GB'])
})

test('one that failed is done, and is not waited for', () => {
  const said: string[] = []
  const {expect: wait, got, done} = tally(line => said.push(line), 0)
  wait('artifact', 1, 10_000_000)
  wait('artifact', 2, 10_000_000)
  got('artifact', 1, 5_000_000, 10_000_000)
  done('artifact', 1)
  done('artifact', 1)
  expect(said.at(-1)).toBe('1/2 artifacts, 4.8 of 14.3 MB')
})
