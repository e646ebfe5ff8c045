import {createHash} from 'node:crypto'
import type {Literals, Pattern} from '../model.ts'
import {trusted} from './expression.ts'
import {toPattern} from './pattern.ts'
import type {WrittenPattern} from './schema.ts'

/**
 * Catalog files that were read and checked when `dist/` was built, by their digest, and the literals of their expressions:
 * parsing these takes most of a short run.
 */
export interface Compiled {
  readonly files: Readonly<Record<string, readonly {written: WrittenPattern; line: number}[]>>
  readonly literals: Readonly<Record<string, Literals>>
}

export const nothingCompiled: Compiled = {files: {}, literals: {}}

export const digestOf = (text: string) => createHash('sha256').update(text).digest('hex')

/** The patterns of a file that has not changed since, null for any other: that one must be parsed and checked. */
export function patternsOf({files, literals}: Compiled, name: string, text: string): Pattern[] | null {
  const known = files[digestOf(text)]
  const make = (source: string) => trusted(source, literals[source])
  return known ? known.map(({written, line}) => toPattern(written, `${name}:${line}`, make)) : null
}
