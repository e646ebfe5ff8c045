import {realpathSync} from 'node:fs'
import {cp} from 'node:fs/promises'
import {join} from 'node:path'
import {expect, test} from '@jest/globals'
import {cli, folder, removeAfterAll, start} from './command.ts'
import {examples, product} from './product.ts'

removeAfterAll()

/** What is delivered, and nothing else: no `node_modules` in any folder above. */
async function delivered(): Promise<string> {
  const dir = await folder()
  for (const name of ['dist', 'catalog', 'package.json'])
    await cp(join(product, name), join(dir, name), {recursive: true})
  await cp(examples, join(dir, 'examples'), {recursive: true})
  return dir
}

const places = [
  process.execPath,
  '/usr/bin/node',
  '/usr/local/bin/node',
  ...(process.env['PATH'] ?? '').split(':').map(p => join(p, 'node')),
]
const real = (path: string) => {
  try {
    return [realpathSync(path)]
  } catch {
    return []
  }
}
const nodes = [...new Set(places.flatMap(real))].filter(path => /\/node$/.test(path)).slice(0, 4)

test('the demo runs without node_modules on every Node at hand, with the same bytes', async () => {
  const dir = await delivered()
  const entry = join(dir, 'dist/cli.js')
  const shown: string[] = []
  for (const node of nodes) {
    const {stdout: version} = await start(node, ['--version'])
    if (Number(/\d+/.exec(version)?.[0]) < 20) continue
    const args = ['triage', 'examples/kubernaut-2026-01-29', '--format', 'json']
    const ran = await cli(args, {node, entry, cwd: dir})
    expect({version, ...ran}).toMatchObject({version, code: 0, stderr: ''})
    shown.push(ran.stdout)
  }
  expect(shown.length).toBeGreaterThan(0)
  expect(new Set(shown).size).toBe(1)
  expect(JSON.parse(shown[0]!).totals).toMatchObject({failed: 3})
})
