import {spawnSync} from 'node:child_process'
import {cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {compileCatalog} from '../../src/catalog/compile.ts'
import {readCatalog} from '../../src/commands/patterns.ts'
import {anywhere, lineMatters, lineStarts} from '../../src/read/tests/line-start.ts'
import {root} from '../../src/root.ts'

/** The catalog's expressions for lines that ripgrep takes too, in the catalog's order. */
export async function lineExpressions(): Promise<string[]> {
  const all = (await readCatalog([])).patterns.flatMap(p =>
    p.conditions.flatMap(c => (c.type === 'line' ? [c.line.source] : [])),
  )
  const accepted = (source: string) =>
    spawnSync('rg', ['--no-unicode', '-e', forRipgrep(source)], {input: ''}).status !== 2
  return [...new Set(all)].filter(source => accepted(source) && !namesTwice(source))
}

function namesTwice(source: string): boolean {
  const names = [...source.matchAll(/\(\?<(\w+)>/g)].map(m => m[1])
  return new Set(names).size < names.length
}

/** `count` of them, evenly spread; where there are fewer, variants that no line matches. */
export function spread(sources: readonly string[], count: number): string[] {
  const some = Array.from(
    {length: Math.min(count, sources.length)},
    (_, i) => sources[Math.floor((i * sources.length) / Math.min(count, sources.length))]!,
  )
  for (let i = 0; some.length < count; i++)
    some.push(`${sources[i % sources.length]!.replace(/\$$/, '')} \\(variant ${i}\\)`)
  return some
}

/** The same for ripgrep's engine, which names groups otherwise. */
export const forRipgrep = (source: string) => source.replace(/\(\?<\w+>/g, '(?:').replaceAll('\\/', '/')

/** The same for `grep -E`, as far as POSIX expressions can say it. */
export const forGrep = (source: string) =>
  source
    .replace(/\(\?(?:<\w+>|:)/g, '(')
    .replace(/([*+?}])\?/g, '$1')
    .replace(/\[(\^?)((?:\\.|[^\]\\])*)\]/g, (_, not, inside: string) => `[${not}${brackets(inside)}]`)
    .replaceAll('\\/', '/')
    .replaceAll('\\d', '[0-9]')

/** Whether `grep -E` takes an expression. */
export const grepTakes = (source: string) => spawnSync('grep', ['-E', '-e', source], {input: ''}).status !== 2

function brackets(inside: string): string {
  const named = inside
    .replaceAll('\\d', '0-9')
    .replaceAll('\\s', '[:space:]')
    .replaceAll('\\w', '[:alnum:]_')
    .replace(/\\(.)/g, '$1')
  // A closing bracket must come first, a dash last.
  const first = named.replace(/\[:\w+:\]/g, '').includes(']')
  return first
    ? `]${named.replace(/\](?!\w)/g, (c, at: number) => (named.slice(0, at).endsWith(':') ? c : ''))}`
    : named
}

/** A copy of the tool, built in `dist`, whose catalog is these expressions, one pattern each. */
export function toolWith(folder: string, dist: string, sources: readonly string[]): string {
  const home = join(folder, `tool-${sources.length}`)
  mkdirSync(join(home, 'catalog'), {recursive: true})
  cpSync(dist, join(home, 'dist'), {recursive: true})
  cpSync(join(root, 'catalog/taxonomy.yml'), join(home, 'catalog/taxonomy.yml'))
  cpSync(join(root, 'package.json'), join(home, 'package.json'))
  const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`
  const patterns = sources.map((source, i) =>
    [
      `  - id: bench-${i}`,
      '    family: disk-full',
      '    role: cause',
      `    title: 'Pattern ${i}'`,
      '    any:',
      `      - line: ${quoted(source)}`,
      "    advice: 'None.'",
    ].join('\n'),
  )
  const text = `patterns:\n${patterns.join('\n')}\n`
  writeFileSync(join(home, 'catalog/bench.yml'), text)
  writeFileSync(join(home, 'dist/catalog.json'), compileCatalog([{name: 'catalog/bench.yml', text}]))
  return join(home, 'dist/cli.js')
}

/**
 * The lines that the catalog's own examples mark as true; without those of test runners, of which a job log has one, and the
 * data has Ginkgo's already.
 */
export function exampleLines(): string[] {
  const folder = join(root, '__tests__/catalog')
  const files = readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .filter(name => name.endsWith('.log'))
    .sort()
  const lines = files.flatMap(name => readFileSync(join(folder, name), 'utf8').split('\n'))
  return lines
    .filter(line => line.startsWith('#=>'))
    .map(line => line.slice(3))
    .filter(isPlain)
}

function isPlain(line: string): boolean {
  const bytes = new TextEncoder().encode(`${line}\n`)
  const isRunners =
    anywhere.some(mark => line.includes(mark)) || lineMatters(lineStarts(), bytes, 0, bytes.length - 1, false)
  return bytes.length < 400 && !isRunners
}
