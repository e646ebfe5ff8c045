import {readdirSync, readFileSync, statSync} from 'node:fs'
import {join, relative} from 'node:path'
import {LineCounter, parseDocument} from 'yaml'
import {describe, UserError} from '../errors.ts'
import type {Pattern} from '../model.ts'
import {type Fault, issueFaults, offsetOf} from './fault.ts'
import {lint, type Taxonomy} from './lint.ts'
import {toPattern} from './pattern.ts'
import {catalogFile} from './schema.ts'

export interface Catalog {
  patterns: Pattern[]
  faults: Fault[]
}

/** Reads `taxonomy.yml`. */
export function readTaxonomy(path: string): Taxonomy {
  const families = parseDocument(readFileSync(path, 'utf8')).toJS() as Record<string, {layer: string}>
  return new Map(Object.entries(families).map(([family, {layer}]) => [family, layer]))
}

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

/** Reads and checks catalog files. Never throws for what they hold: every fault is listed with its line. */
export function loadCatalog(files: readonly string[], taxonomy: Taxonomy): Catalog {
  const patterns: Pattern[] = []
  const faults: Fault[] = []
  for (const file of files) {
    const shown = relative('.', file).startsWith('..') ? file : relative('.', file)
    let text: string
    try {
      text = readFileSync(file, 'utf8')
    } catch (error) {
      faults.push({where: shown, what: describe(error)})
      continue
    }
    const read = parseCatalog(shown, text)
    patterns.push(...read.patterns)
    faults.push(...read.faults)
  }
  faults.push(...lint(patterns, taxonomy))
  return {patterns, faults}
}

/** One catalog file's text to patterns. */
export function parseCatalog(name: string, text: string): Catalog {
  const lines = new LineCounter()
  const document = parseDocument(text, {lineCounter: lines, prettyErrors: false})
  const at = (offset: number) => `${name}:${lines.linePos(offset).line}`
  const faults: Fault[] = document.errors.map(e => ({where: at(e.pos[0]), what: e.message}))
  if (faults.length) return {patterns: [], faults}
  const parsed = catalogFile.safeParse(document.toJS({maxAliasCount: 0}) ?? {})
  if (!parsed.success) {
    return {patterns: [], faults: parsed.error.issues.flatMap(issue => issueFaults(issue, document, at))}
  }
  const patterns: Pattern[] = []
  parsed.data.patterns.forEach((written, index) => {
    const origin = at(offsetOf(document, ['patterns', index]))
    try {
      patterns.push(toPattern(written, origin))
    } catch (error) {
      faults.push({
        where: origin,
        what: `pattern ${written.id}: ${error instanceof Error ? error.message : error}`,
      })
    }
  })
  return {patterns, faults}
}
