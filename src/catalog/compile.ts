import {type Compiled, digestOf} from './compiled.ts'
import {trusted} from './expression.ts'
import {parseWritten} from './parse.ts'
import {toPattern} from './pattern.ts'

/** What `patternsOf` needs to give the patterns of these texts again, as the text of a JSON file in ASCII, which is read fastest. */
export function compileCatalog(texts: readonly {name: string; text: string}[]): string {
  const files = Object.fromEntries(
    texts.map(({name, text}) => [digestOf(text), parseWritten(name, text).written]),
  )
  const patterns = Object.values(files).flatMap(all => all.map(p => toPattern(p.written, '', trusted)))
  const lines = patterns.flatMap(p =>
    [...p.conditions, ...p.unless].flatMap(c => (c.type === 'line' ? [c.line] : [])),
  )
  const compiled: Compiled = {
    files,
    literals: Object.fromEntries(lines.map(({source, literals, needs}) => [source, {literals, needs}])),
  }
  const escaped = (c: string) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`
  return `${JSON.stringify(compiled).replace(/[\x7f-\uffff]/g, escaped)}\n`
}
