import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {dirname} from 'node:path'
import {fileURLToPath} from 'node:url'
import {expect} from '@jest/globals'

/** Compares with the file of that name; `UPDATE_GOLDEN=1` writes it anew. */
export function expectGolden(name: string, text: string): void {
  const file = fileURLToPath(new URL(`../golden/render/${name}`, import.meta.url))
  if (process.env['UPDATE_GOLDEN']) {
    mkdirSync(dirname(file), {recursive: true})
    writeFileSync(file, text)
  }
  expect(text).toBe(existsSync(file) ? readFileSync(file, 'utf8') : `no ${name}; UPDATE_GOLDEN=1 writes it`)
}
