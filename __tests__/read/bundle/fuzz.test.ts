import {gzipSync} from 'node:zlib'
import {expect, test} from '@jest/globals'
import {stringify} from 'yaml'
import {defaultLimits} from '../../../src/read/archive/limits.ts'
import {archiveMembers} from '../../../src/read/archive/members.ts'
import {memoryBytes} from '../../../src/read/archive/streams.ts'
import {zip} from '../../support/zip.ts'
import {tar} from '../archive/support.ts'
import {event, members, pod, readAll} from './support.ts'

/** Always the same numbers below `limit`. */
function random(seed: number): (limit: number) => number {
  let state = seed
  return limit => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff
    return Math.floor((state / 0x80000000) * limit)
  }
}

function damaged(bytes: Uint8Array, next: (limit: number) => number): Buffer {
  const copy = Buffer.from(bytes)
  for (let i = next(6); i >= 0; i--) copy[next(copy.length)] = next(256)
  const [a, b] = [next(copy.length), next(copy.length)]
  const how = next(4)
  if (how === 0) return copy.subarray(0, a)
  if (how === 1) return Buffer.concat([copy.subarray(0, a), copy.subarray(b)])
  return copy
}

const items = [pod('p'), event('x', 'm'), pod('q')]
const texts: Record<string, string> = {
  'ns/pods.json': JSON.stringify({kind: 'List', items}, null, 2),
  'ns/events.yaml': stringify({kind: 'List', items}),
  'a/describe.txt':
    'Name:  p\nNamespace:  ns\nNode:  n/1\nContainers:\n  c:\n    State:  Waiting\n      Reason:  X\nEvents:\n  Type  Reason  Age  From  Message\n  ----  ------  ---  ----  -------\n  Warning  A  1s  k  m\n',
  'a/pods.txt': 'NAME    READY   STATUS    RESTARTS   AGE\nweb-1   0/1     Pending   0          5m\n',
  'n/inspect.json': JSON.stringify([{Id: '1', Name: '/n', State: {Status: 'exited', ExitCode: 1}}], null, 1),
}

test('damaged files of every kind never throw', async () => {
  const next = random(1)
  for (let i = 0; i < 300; i++) {
    const files = Object.fromEntries(
      Object.entries(texts).map(([path, text]) => [path, damaged(Buffer.from(text), next)]),
    )
    for (const {at} of (await readAll(members(files))).objects) expect(at.line).toBeGreaterThan(0)
  }
})

test('damaged archives of every kind never throw', async () => {
  const next = random(2)
  const tarred = await tar(texts)
  const archives = [
    tarred,
    gzipSync(tarred),
    zip(Object.entries(texts).map(([name, data]) => ({name, data}))),
    zip([{name: 'x.tar.gz', data: gzipSync(tarred), method: 'stored'}]),
    zip([{name: 'x.zip', data: zip([{name: 'a', data: tarred, descriptor: true}]), descriptor: true}]),
  ]
  for (let i = 0; i < 300; i++) {
    const bytes = damaged(archives[i % archives.length]!, next)
    await readAll(archiveMembers('a', memoryBytes(bytes), defaultLimits, () => {}))
  }
})
