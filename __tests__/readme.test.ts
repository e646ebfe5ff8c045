import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from '@jest/globals'
import {readAction, withTables} from '../scripts/write-readme.ts'
import {schemaFiles} from '../scripts/write-schema.ts'

const root = join(import.meta.dirname, '..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')

test('the tables of README.md are those of action.yml; `npm run readme` writes them', () => {
  expect(withTables(read('README.md'), readAction())).toBe(read('README.md'))
})

test('a README without marks is refused', () => {
  expect(() => withTables('# Title\n', readAction())).toThrow('inputs:begin')
})

test.each(Object.entries(schemaFiles()))('%s is current; `npm run schema` writes it', (path, text) => {
  expect(read(path)).toBe(text)
})

test('README.md tells every command that CI runs', () => {
  const readme = read('README.md')
  const told = (command: string) => expect(readme).toContain(command)
  const ci = read('.ci/run')
  expect(ci).toContain('npm cit')
  told('npm cit')
  const checks = /^for check in (.+); do$/m.exec(ci)?.[1]?.split(' ') ?? []
  expect(checks.length).toBeGreaterThan(0)
  for (const check of checks) told(`npm run ${check}`)
  const workflow = read('.github/workflows/ci.yml')
  for (const [, command] of workflow.matchAll(/^ *- run: (npm .+|node dist.+)$/gm)) told(command!)
})
