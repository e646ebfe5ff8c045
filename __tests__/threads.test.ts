import {mkdtemp, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from '@jest/globals'
import {fileBytes} from '../src/collect/bytes.ts'
import {Unavailable} from '../src/collect/unavailable.ts'
import {usablePatterns} from '../src/commands/patterns.ts'
import {examine} from '../src/examine.ts'
import {defaultConfig} from '../src/inputs/default-config.ts'
import {buildMatcher} from '../src/match/matcher.ts'
import type {Source, Suite} from '../src/model.ts'
import {startThreads, type Threads} from '../src/threads.ts'
import {zip} from './support/zip.ts'

const {patterns} = await usablePatterns([], [])
let threads: Threads
beforeAll(() => {
  threads = startThreads(patterns, defaultConfig, 2)
})
afterAll(() => threads.close())

const line = 'Error: statfs /x/coverdata: no such file or directory\n'

/** A suite with a log, a bundle, one that cannot be had and one that is not there; `dropped` lists what was given back. */
async function suite(service: string, dropped: string[] = []): Promise<Suite> {
  const dir = await mkdtemp(join(tmpdir(), 'threads-'))
  const file = async (kind: Source['kind'], name: string, data: Uint8Array): Promise<Source> => {
    await writeFile(join(dir, name), data)
    const open = async () => ({...(await fileBytes(join(dir, name))), drop: () => dropped.push(name)})
    return {kind, name, url: `https://example.org/${name}`, content: {type: 'bytes', open}}
  }
  const gone = async () => {
    throw new Unavailable('expired', 'it is gone')
  }
  const member = 'must-gather/namespaces/e2e/pods/p/app/app/logs/current.log'
  return {
    service,
    name: service,
    status: 'failed',
    job: null,
    sources: [
      await file('job-log', 'log', Buffer.from(`2026-01-01T00:00:00.0000000Z ${line}`.repeat(3))),
      await file('bundle', 'bundle', zip([{name: member, data: line}])),
      {kind: 'bundle', name: 'gone', url: null, content: {type: 'bytes', open: gone}},
      {
        kind: 'bundle',
        name: 'none',
        url: null,
        content: {type: 'none', state: 'missing', detail: 'never there'},
      },
    ],
  }
}

test('find what is found here, for several suites at once, and give back what they opened', async () => {
  const dropped: string[] = []
  const suites = await Promise.all(
    Array.from({length: threads.count}, (_, i) => suite(`service-${i}`, dropped)),
  )
  const there = await Promise.all(suites.map(s => threads.examine(s, null, null)))
  expect(dropped.sort()).toEqual(suites.flatMap(() => 'bundle').concat(suites.flatMap(() => 'log')))
  for (const [i, one] of suites.entries()) {
    const here = await examine(one, buildMatcher(patterns))
    expect(there[i]).toEqual(here)
    expect(here.matches.length).toBeGreaterThan(0)
    expect(here.sources.map(s => s.state)).toEqual(['read', 'read', 'expired', 'missing'])
  }
})

test('stop at the same time', async () => {
  const past = Date.now() - 1
  const {sources} = await threads.examine(await suite('late'), null, {fetch: past, rest: past, logs: past})
  expect(sources.map(s => s.state)).toEqual(['unreadable', 'unreadable', 'unreadable', 'missing'])
})

test('leave folders to this thread', async () => {
  const folder: Source = {
    kind: 'bundle',
    name: 'folder',
    url: null,
    content: {type: 'folder', async *members() {}},
  }
  const given = {...(await suite('folder')), sources: [folder]}
  await expect(threads.examine(given, null, null)).rejects.toThrow('folder')
})
