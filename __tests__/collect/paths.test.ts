import {mkdir, mkdtemp, rm, symlink, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {afterAll, beforeAll, expect, test} from '@jest/globals'
import {namedFiles} from '../../src/collect/paths.ts'

let base: string
beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'paths-'))
  for (const path of [
    'out/a.log',
    'out/deep/b.log',
    'out/.hidden/c.txt',
    'must-gather-1/pods/x.log',
    'junit.xml',
  ]) {
    await mkdir(dirname(join(base, path)), {recursive: true})
    await writeFile(join(base, path), path)
  }
  await symlink('/etc/passwd', join(base, 'out/link.log'))
})
afterAll(() => rm(base, {recursive: true, force: true}))

test.each<[string[], string[], string[]]>([
  [['out'], ['.hidden/c.txt', 'a.log', 'deep/b.log'], []],
  [['out/'], ['.hidden/c.txt', 'a.log', 'deep/b.log'], []],
  [['./out', '!out/deep'], ['.hidden/c.txt', 'a.log'], []],
  [['out', '!**/*.txt'], ['a.log', 'deep/b.log'], []],
  [['out/a.log'], ['a.log'], []],
  [['out/*.log'], ['a.log'], []],
  [['out/**/*.log', 'out'], ['.hidden/c.txt', 'a.log', 'deep/b.log'], []],
  [['must-gather-*'], ['must-gather-1/pods/x.log'], []],
  [['must-gather-*', 'junit.xml'], ['junit.xml', 'must-gather-1/pods/x.log'], []],
  [['out/deep', 'must-gather-1', 'none/**'], ['must-gather-1/pods/x.log', 'out/deep/b.log'], ['none/**']],
  [['none', '*.none'], [], ['none', '*.none']],
])('%j names %j', async (paths, names, missing) => {
  const {files, unfit, notes} = await namedFiles(base, paths)
  expect(files.map(f => f.path)).toEqual(names)
  expect(unfit).toEqual(missing)
  expect(notes).toEqual([])
})

test('a path from elsewhere is a path', async () => {
  const {files} = await namedFiles('/nowhere', [join(base, 'out/deep')])
  expect(files.map(f => f.path)).toEqual(['b.log'])
})
