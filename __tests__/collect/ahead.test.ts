import {readdir} from 'node:fs/promises'
import {setTimeout} from 'node:timers/promises'
import {afterEach, expect, test} from '@jest/globals'
import type {FileBytes} from '../../src/collect/bytes.ts'
import {collectFromGitHub} from '../../src/collect/github.ts'
import {type GitHub, startGitHub} from '../support/github.ts'
import {zip} from '../support/zip.ts'
import {failed, oneRun, options, select} from './world.ts'

let github: GitHub | null = null
afterEach(async () => {
  await github?.close()
  github = null
})

const artifact = (id: number, name: string) => ({id, name, run_id: 7, zip: zip([{name: 'x', data: name}])})

test('artifacts come a few ahead of the one that is read, and go behind it', async () => {
  const names = Array.from({length: 9}, (_, i) => `s${i + 1}`)
  github = await startGitHub(
    oneRun([...names.map((name, i) => failed(71 + i, `E2E (${name})`, 'x')), {id: 99, name: 'E2E (green)'}], {
      artifacts: [...names, 'green'].map((name, i) => artifact(i + 1, `logs-${name}`)),
    }),
  )
  const given = await options(github)
  const {suites} = await collectFromGitHub(given)
  const asked = () => github!.requests.filter(r => /artifacts\/\d+\/zip$/.test(r.path)).length
  const zips = async () => (await readdir(given.tempDir)).filter(name => name.endsWith('.zip')).sort()
  const settled = () => setTimeout(150)
  const open = async (i: number) => {
    const {content} = suites[i]!.sources[1]!
    return content.type === 'bytes' ? ((await content.open()) as FileBytes) : null
  }
  await settled()
  expect(asked()).toBe(4)
  const first = await open(0)
  await settled()
  expect(await zips()).toEqual([1, 2, 3, 4].map(id => `artifact-${id}.zip`))
  first!.drop!()
  first!.drop!()
  await settled()
  expect(await zips()).toEqual([2, 3, 4, 5].map(id => `artifact-${id}.zip`))
  for (let i = 1; i < names.length; i++) (await open(i))!.drop!()
  await settled()
  expect(await zips()).toEqual([])
  expect(asked()).toBe(9)
})

test('an artifact of two suites stays until both have read it', async () => {
  github = await startGitHub(
    oneRun([failed(71, 'E2E (a)', 'x'), failed(72, 'E2E (b)', 'x')], {artifacts: [artifact(1, 'cluster')]}),
  )
  const given = await options(github, {select: {...select, artifacts: ['cluster']}})
  const {suites} = await collectFromGitHub(given)
  for (const [i, left] of [1, 0].entries()) {
    const {content} = suites[i]!.sources[1]!
    if (content.type === 'bytes') ((await content.open()) as FileBytes).drop!()
    await setTimeout(50)
    expect((await readdir(given.tempDir)).filter(name => name.endsWith('.zip'))).toHaveLength(left)
  }
})
