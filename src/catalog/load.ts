import {readdirSync, readFileSync, statSync} from 'node:fs'
import {join, relative} from 'node:path'
import {type Document, isMap, isScalar, isSeq, LineCounter, parseDocument} from 'yaml'
import type * as z from 'zod'
import {describe, UserError} from '../errors.ts'
import type {Condition, Pattern} from '../model.ts'
import {compile} from './expression.ts'
import {lint} from './lint.ts'
import {catalogFile, type WrittenCondition, type WrittenPattern} from './schema.ts'

/** A fault in a catalog file; `where` is `file:line`. */
export interface Fault {
  where: string
  what: string
}

export interface Catalog {
  patterns: Pattern[]
  faults: Fault[]
}

/** The layer of each family: the part of the taxonomy that the catalog is checked against. */
export type Taxonomy = ReadonlyMap<string, string>

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

function toPattern(written: WrittenPattern, origin: string): Pattern {
  const modes = (['any', 'all', 'sequence'] as const).filter(mode => written[mode])
  if (modes.length !== 1) throw new Error('needs exactly one of `any`, `all` and `sequence`')
  const mode = modes[0]!
  return {
    id: written.id,
    family: written.family,
    role: written.role,
    title: written.title,
    mode,
    conditions: written[mode]!.map(toCondition),
    unless: (written.unless ?? []).map(toCondition),
    explains: written.explains ?? [],
    same_when: written.same_when ?? [],
    fallback: written.fallback ?? false,
    advice: written.advice ?? null,
    validate: written.validate ?? [],
    references: written.references ?? [],
    fixes: (written.fixes ?? []).map(f => {
      if ([f.commit, f.pull, f.issue].filter(ref => ref !== undefined).length !== 1) {
        throw new Error('each of `fixes` needs exactly one of `commit`, `pull` and `issue`')
      }
      return {...f, services: f.services ?? [], summary: f.summary ?? null, verified: f.verified ?? false}
    }),
    origin,
  }
}

function toCondition(c: WrittenCondition): Condition {
  const whole = (source: string | undefined) =>
    source === undefined ? null : named('reason', `^(?:${source})$`)
  const message = c.message === undefined ? null : named('message', c.message)
  const only = (allowed: string[]) => {
    const extra = Object.keys(c).filter(key => !allowed.includes(key))
    if (extra.length) throw new Error(`\`${extra.join('`, `')}\` does not go with \`${allowed[0]}\``)
  }
  if (c.absent) {
    only(['absent'])
    return {type: 'absent', kind: c.absent.kind, name: glob(c.absent.name)}
  }
  if (c.line !== undefined) {
    only(['line', 'in'])
    const structured = c.in?.find(kind => kind === 'event' || kind === 'object')
    if (structured) throw new Error(`\`line\` matches logs; for \`in: [${structured}]\` use \`message\``)
    return {type: 'line', in: c.in ?? [], line: named('line', c.line)}
  }
  if (c.in?.length !== 1)
    throw new Error(
      'a condition needs `line`, `absent`, or `in: [event]` or `in: [object]` with what to look for',
    )
  if (c.in[0] === 'event') {
    only(['in', 'reason', 'message', 'kind', 'name'])
    if (!c.reason && !c.message) throw new Error('an event condition needs `reason` or `message`')
    return {
      type: 'event',
      reason: whole(c.reason),
      message,
      kind: c.kind ?? null,
      name: c.name ? glob(c.name) : null,
    }
  }
  if (c.in[0] === 'object') {
    only(['in', 'kind', 'name', 'phase', 'waiting', 'terminated', 'condition', 'message'])
    if (!c.phase && !c.waiting && !c.terminated && !c.condition && !c.message) {
      throw new Error('an object condition needs `phase`, `waiting`, `terminated`, `condition` or `message`')
    }
    return {
      type: 'object',
      kind: c.kind ?? null,
      name: c.name ? glob(c.name) : null,
      phase: whole(c.phase),
      waiting: whole(c.waiting),
      terminated: whole(c.terminated),
      condition: c.condition
        ? {type: c.condition.type, status: c.condition.status ?? null, reason: whole(c.condition.reason)}
        : null,
      message,
    }
  }
  throw new Error('a condition without `line` needs `in: [event]` or `in: [object]`')
}

/** `*` and `?` only: names of Kubernetes objects hold nothing else that a glob could mean. */
function glob(pattern: string) {
  return compile(
    `^${pattern
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.')}$`,
  )
}

function named(field: string, source: string) {
  try {
    return compile(source)
  } catch (cause) {
    throw new Error(`\`${field}\`: ${source}: ${cause instanceof Error ? cause.message : cause}`, {cause})
  }
}

function issueFaults(issue: z.core.$ZodIssue, document: Document, at: (offset: number) => string): Fault[] {
  const path = issue.path.filter(key => typeof key !== 'symbol')
  const where = at(offsetOf(document, path))
  const id =
    path[0] === 'patterns' && typeof path[1] === 'number'
      ? document.getIn(['patterns', path[1], 'id'])
      : undefined
  const label = typeof id === 'string' ? `pattern ${id}: ` : ''
  const field = path.slice(2).join('.')
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map(key => ({
      where: at(keyOffset(document, path, key)),
      what: `${label}unknown key \`${[...path.slice(2), key].join('.')}\``,
    }))
  }
  return [{where, what: `${label}${field ? `\`${field}\`: ` : ''}${issue.message}`}]
}

/** Where the node at a path begins; the nearest one above it where the path leads nowhere. */
function offsetOf(document: Document, path: readonly (string | number)[]): number {
  for (let length = path.length; length >= 0; length--) {
    const node = length ? document.getIn(path.slice(0, length), true) : document.contents
    if ((isMap(node) || isSeq(node) || isScalar(node)) && node.range) return node.range[0]
  }
  return 0
}

function keyOffset(document: Document, path: readonly (string | number)[], key: string): number {
  const map = path.length ? document.getIn(path, true) : document.contents
  const pair = isMap(map) ? map.items.find(item => isScalar(item.key) && item.key.value === key) : undefined
  return pair && isScalar(pair.key) && pair.key.range ? pair.key.range[0] : offsetOf(document, path)
}
