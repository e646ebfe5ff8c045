import {createHash} from 'node:crypto'
import type {Pattern} from '../model.ts'
import {trusted} from './expression.ts'
import {parseWritten} from './parse.ts'
import {toPattern} from './pattern.ts'
import type {WrittenPattern} from './schema.ts'

/** Catalog files that were read and checked when `dist/` was built, by their digest: parsing YAML takes most of a short run. */
export type Compiled = Record<string, {written: WrittenPattern; line: number}[]>

export const digestOf = (text: string) => createHash('sha256').update(text).digest('hex')

/** What `patternsOf` needs to give the patterns of these texts again. */
export function compileCatalog(files: readonly {name: string; text: string}[]): Compiled {
  return Object.fromEntries(files.map(({name, text}) => [digestOf(text), parseWritten(name, text).written]))
}

/** The patterns of a file that has not changed since, null for any other: that one must be parsed and checked. */
export function patternsOf(compiled: Compiled, name: string, text: string): Pattern[] | null {
  const known = compiled[digestOf(text)]
  return known ? known.map(({written, line}) => toPattern(written, `${name}:${line}`, trusted)) : null
}
