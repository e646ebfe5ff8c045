import {createHash} from 'node:crypto'
import type {Literals, Pattern} from '../model.ts'
import {trusted} from './expression.ts'
import {parseWritten} from './parse.ts'
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

/** What `patternsOf` needs to give the patterns of these texts again. */
export function compileCatalog(texts: readonly {name: string; text: string}[]): Compiled {
  const files = Object.fromEntries(
    texts.map(({name, text}) => [digestOf(text), parseWritten(name, text).written]),
  )
  const patterns = Object.values(files).flatMap(all => all.map(p => toPattern(p.written, '', trusted)))
  const lines = patterns.flatMap(p =>
    [...p.conditions, ...p.unless].flatMap(c => (c.type === 'line' ? [c.line] : [])),
  )
  return {
    files,
    literals: Object.fromEntries(lines.map(({source, literals, needs}) => [source, {literals, needs}])),
  }
}

/** The patterns of a file that has not changed since, null for any other: that one must be parsed and checked. */
export function patternsOf({files, literals}: Compiled, name: string, text: string): Pattern[] | null {
  const known = files[digestOf(text)]
  const make = (source: string) => trusted(source, literals[source])
  return known ? known.map(({written, line}) => toPattern(written, `${name}:${line}`, make)) : null
}
