import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {dirname, join, relative} from 'node:path'
import {collectFromFiles} from '../collect/files.ts'
import {parseSource} from '../collect/source.ts'
import {UserError} from '../errors.ts'
import {nearest} from '../inputs/nearest.ts'
import type {Pattern} from '../model.ts'
import {root} from '../root.ts'
import {type Example, parseExamples} from './examples.ts'
import {compiledCatalog, readCatalog} from './patterns.ts'
import type {Terminal} from './triage.ts'
import {fault, loudTrial, type Trial, trial} from './try-patterns.ts'

/** `catalog check`: every fault with file and line. Exit status 1 where there is one. */
export async function checkCommand(paths: readonly string[], terminal: Terminal): Promise<number> {
  const {patterns, faults} = await readCatalog(paths)
  for (const f of faults) terminal.stdout(`${f.where}: ${f.what}\n`)
  if (!faults.length) terminal.stdout(`${patterns.length} patterns, no fault\n`)
  return faults.length ? 1 : 0
}

/** `catalog list`: the patterns, by family. */
export async function listCommand(
  format: 'text' | 'json',
  paths: readonly string[],
  terminal: Terminal,
): Promise<number> {
  const {patterns} = await readCatalog(paths, compiledCatalog())
  const sorted = patterns.toSorted(
    (a, b) => a.family.localeCompare(b.family, 'en') || a.id.localeCompare(b.id, 'en'),
  )
  if (format === 'json') {
    const rows = sorted.map(({id, family, role, title, fallback, origin}) => ({
      id,
      family,
      role,
      title,
      fallback,
      origin,
    }))
    terminal.stdout(`${JSON.stringify(rows, null, 2)}\n`)
    return 0
  }
  let family = ''
  for (const p of sorted) {
    if (p.family !== family) terminal.stdout(`${family ? '\n' : ''}${p.family}\n`)
    family = p.family
    terminal.stdout(`  ${p.id.padEnd(44)} ${p.role.padEnd(8)} ${p.title}\n`)
  }
  return 0
}

/** `catalog explain ID`: all that is known of one pattern. */
export async function explainCommand(
  id: string,
  paths: readonly string[],
  terminal: Terminal,
): Promise<number> {
  const {patterns, files} = await readCatalog(paths, compiledCatalog())
  const pattern = patterns.find(p => p.id === id)
  if (!pattern) {
    const near = nearest(
      id,
      patterns.map(p => p.id),
    )
    throw new UserError(
      `no pattern \`${id}\`${near ? `; is \`${near}\` meant?` : ''}; \`e2e-triage catalog list\` shows them all`,
    )
  }
  const names = (list: readonly string[]) => list.join(', ') || '-'
  const before = patterns
    .filter(p => p.explains.includes(id) || p.explains.includes(pattern.family))
    .map(p => p.id)
  const example = examplesOf(pattern, files)
  const out = [
    `${pattern.id} (${pattern.role}${pattern.fallback ? ', fallback' : ''}; family ${pattern.family})`,
    pattern.title,
    '',
    ...pattern.conditions.map(c => `${pattern.mode.padEnd(9)} ${sayCondition(c)}`),
    ...pattern.unless.map(c => `${'unless'.padEnd(9)} ${sayCondition(c)}`),
    '',
    `explained by  ${names(before)}`,
    `explains      ${names(pattern.explains)}`,
    `same when     ${names(pattern.same_when)}`,
    `advice        ${pattern.advice ?? '-'}`,
    ...pattern.validate.map(command => `validate      ${command}`),
    ...pattern.references.map(url => `reference     ${url}`),
    ...pattern.fixes.map(
      f =>
        `fix           ${f.commit ?? (f.pull ? `#${f.pull}` : `issue #${f.issue}`)} ${names(f.services)} ${f.summary ?? ''}`,
    ),
    `written in    ${pattern.origin}`,
    ...(example
      ? [
          '',
          `example (${example.file})`,
          ...example.examples
            .filter(e => e.expect === 'true')
            .slice(0, 1)
            .map(e => e.text.trimEnd()),
        ]
      : []),
  ]
  terminal.stdout(`${out.join('\n')}\n`)
  return 0
}

function sayCondition(c: Pattern['conditions'][number]): string {
  if (c.type === 'line') return `${c.in.join(', ') || 'any log'}: /${c.line.source}/`
  if (c.type === 'absent')
    return `no ${c.kind} ${c.name.source.replace(/^\^|\$$/g, '').replaceAll('.*', '*')} in the bundle`
  const parts = Object.entries(c)
    .filter(([key, value]) => key !== 'type' && value !== null)
    .map(
      ([key, value]) =>
        `${key} ${typeof value === 'string' ? value : 'source' in value ? `/${value.source}/` : value.type}`,
    )
  return `${c.type}: ${parts.join(', ')}`
}

/** `catalog test`: every pattern over its examples, then all of them over the healthy corpus. */
export async function testCommand(paths: readonly string[], terminal: Terminal): Promise<number> {
  const {patterns, faults, files} = await readCatalog(paths)
  const all = faults.map(f => `${f.where}: ${f.what}`)
  const quiet = trial(patterns)
  const loud = loudTrial(patterns)
  let sections = 0
  for (const pattern of patterns) {
    const found = examplesOf(pattern, files)
    if (!found) {
      all.push(
        `${pattern.origin}: pattern ${pattern.id}: has no example: write ${exampleFile(pattern, files)}`,
      )
      continue
    }
    for (const kind of ['true', 'near'] as const) {
      if (!found.examples.some(e => e.expect === kind))
        all.push(`${found.file}:1: pattern ${pattern.id}: has no \`#=${kind.toUpperCase()}=#\` section`)
    }
    for (const example of found.examples) {
      sections++
      const wrong = await fault(pattern, example, {quiet, loud})
      if (wrong) all.push(`${found.file}:${example.line}: pattern ${pattern.id}: ${wrong}`)
    }
  }
  const healthy = await healthyFaults(quiet)
  all.push(...healthy.faults)
  for (const line of all) terminal.stdout(`${line}\n`)
  terminal.stdout(
    `${patterns.length} patterns, ${sections} examples, ${healthy.count} healthy sources: ${all.length || 'no'} fault${all.length === 1 ? '' : 's'}\n`,
  )
  return all.length ? 1 : 0
}

const healthyFolder = join(root, '__tests__', 'healthy')

/** A cause that is found in a log of something that works is a wrong pattern. */
async function healthyFaults(attempt: Trial): Promise<{count: number; faults: string[]}> {
  if (!existsSync(healthyFolder)) return {count: 0, faults: []}
  const names = readdirSync(healthyFolder)
    .filter(n => !n.endsWith('.md'))
    .sort()
  const faults: string[] = []
  for (const name of names) {
    const source = parseSource(join(healthyFolder, name))
    if (source.type === 'run-url' || source.type === 'recorded') continue
    const select = {jobName: null, expected: [], excludeJobs: [], artifacts: [], services: {}}
    const {suites} = await collectFromFiles({
      source,
      select,
      limits: {maxLogBytes: 1 << 28, maxArtifactBytes: 1 << 28},
      tempDir: root,
    })
    for (const suite of suites) {
      const {diagnosis} = await attempt(suite)
      const cause = diagnosis.root_cause
      if (cause)
        faults.push(
          `${relative('.', join(healthyFolder, name))}:${cause.evidence[0]?.line ?? 1}: pattern ${cause.pattern}: found in a healthy source: ${cause.evidence[0]?.text.slice(0, 160)}`,
        )
    }
  }
  return {count: names.length, faults}
}

/** Where a pattern's example stands: built-in ones by family, a user's in `examples/` beside the pattern file. */
function exampleFile(pattern: Pattern, files: readonly string[]): string {
  const file = pattern.origin.replace(/:\d+$/, '')
  const own = files.find(f => f.endsWith(file)) ?? file
  return dirname(own) === join(root, 'catalog')
    ? relative('.', join(root, '__tests__', 'catalog', pattern.family, `${pattern.id}.log`))
    : join(dirname(own), 'examples', `${pattern.id}.log`)
}

function examplesOf(pattern: Pattern, files: readonly string[]): {file: string; examples: Example[]} | null {
  const file = exampleFile(pattern, files)
  return existsSync(file) ? {file, examples: parseExamples(readFileSync(file, 'utf8'))} : null
}
