import {readdirSync, readFileSync, statSync} from 'node:fs'
import {join, relative} from 'node:path'
import {describe, UserError} from '../errors.ts'
import type {Pattern} from '../model.ts'
import {type Compiled, nothingCompiled, patternsOf} from './compiled.ts'
import type {Fault} from './fault.ts'
import {lint, type Taxonomy} from './lint.ts'
import type {Catalog} from './parse.ts'

/** The pattern files of a path: itself, or every `.yml` and `.yaml` below a folder, sorted. */
export function catalogFiles(path: string): string[] {
  let isFolder: boolean
  try {
    isFolder = statSync(path).isDirectory()
  } catch (cause) {
    throw new UserError(`catalog ${path}: no such file or folder`, {cause})
  }
  if (!isFolder) return [path]
  return readdirSync(path, {recursive: true, encoding: 'utf8'})
    .filter(name => /\.ya?ml$/.test(name) && !/(^|\/)taxonomy\.ya?ml$/.test(name))
    .sort()
    .map(name => join(path, name))
}

/**
 * Reads and checks catalog files. Never throws for what they hold: every fault is listed with its line. What reads YAML is
 * loaded for a file that was not checked before only.
 */
export async function loadCatalog(
  files: readonly string[],
  taxonomy: () => Promise<Taxonomy>,
  compiled: Compiled = nothingCompiled,
): Promise<Catalog> {
  const patterns: Pattern[] = []
  const faults: Fault[] = []
  let isChecked = true
  for (const file of files) {
    const shown = relative('.', file).startsWith('..') ? file : relative('.', file)
    let text: string
    try {
      text = readFileSync(file, 'utf8')
    } catch (error) {
      faults.push({where: shown, what: describe(error)})
      continue
    }
    const known = patternsOf(compiled, shown, text)
    const read = known
      ? {patterns: known, faults: []}
      : (await import('./parse.ts')).parseCatalog(shown, text)
    isChecked &&= known !== null
    patterns.push(...read.patterns)
    faults.push(...read.faults)
  }
  if (!isChecked) faults.push(...lint(patterns, await taxonomy()))
  return {patterns, faults}
}
