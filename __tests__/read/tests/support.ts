import {readFileSync} from 'node:fs'
import type {LocatedTests} from '../../../src/model.ts'
import {testReader} from '../../../src/read/tests/console.ts'
import type {TestReader} from '../../../src/read/tests/reader.ts'

export function readText(text: string, reader: TestReader = testReader()): LocatedTests | null {
  text.split('\n').forEach((line, i) => {
    reader.line(i + 1, line.replace(/\r$/, ''))
  })
  return reader.result()
}

export function fixture(name: string): string {
  return readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8')
}

/** `ran/total passed+failed+skipped phase`, which is quick to compare. */
export function brief(t: LocatedTests | null): string {
  if (!t) return 'none'
  return `${t.framework} ${t.ran ?? '?'}/${t.total ?? '?'} ${t.passed}+${t.failed}+${t.skipped} ${t.phase}`
}
