import {LineCounter, parseDocument} from 'yaml'
import type {Pattern} from '../model.ts'
import {type Fault, issueFaults, offsetOf} from './fault.ts'
import {toPattern} from './pattern.ts'
import {catalogFile, type WrittenPattern} from './schema.ts'

export interface Catalog {
  patterns: Pattern[]
  faults: Fault[]
}

/** One catalog file's text to patterns. */
export function parseCatalog(name: string, text: string): Catalog {
  const {written, faults} = parseWritten(name, text)
  const patterns: Pattern[] = []
  for (const {written: pattern, line} of written) {
    const origin = `${name}:${line}`
    try {
      patterns.push(toPattern(pattern, origin))
    } catch (error) {
      faults.push({
        where: origin,
        what: `pattern ${pattern.id}: ${error instanceof Error ? error.message : error}`,
      })
    }
  }
  return {patterns, faults}
}

/** One catalog file's text to patterns as they are written, each with its line; checked against the schema only. */
export function parseWritten(
  name: string,
  text: string,
): {written: {written: WrittenPattern; line: number}[]; faults: Fault[]} {
  const lines = new LineCounter()
  const document = parseDocument(text, {lineCounter: lines, prettyErrors: false})
  const lineOf = (offset: number) => lines.linePos(offset).line
  const at = (offset: number) => `${name}:${lineOf(offset)}`
  const faults: Fault[] = document.errors.map(e => ({where: at(e.pos[0]), what: e.message}))
  if (faults.length) return {written: [], faults}
  const parsed = catalogFile.safeParse(document.toJS({maxAliasCount: 0}) ?? {})
  if (!parsed.success) {
    return {written: [], faults: parsed.error.issues.flatMap(issue => issueFaults(issue, document, at))}
  }
  const written = parsed.data.patterns.map((pattern, index) => ({
    written: pattern,
    line: lineOf(offsetOf(document, ['patterns', index])),
  }))
  return {written, faults: []}
}
