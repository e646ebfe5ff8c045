import {isMap, isScalar, LineCounter, parseDocument} from 'yaml'
import * as z from 'zod'
import {UserError} from '../errors.ts'
import type {Config} from '../model.ts'
import {checkJobName} from './job-name.ts'
import {nearest} from './nearest.ts'

const serviceName = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._/-]*$/, 'must be letters, digits, `.`, `_`, `/` and `-`')

const service = z.strictObject({
  name: z.string().min(1).optional().describe('As shown'),
  depends_on: z.array(serviceName).default([]),
  ports: z.array(z.int().min(1).max(65535)).default([]).describe('Ports by which tests reach it'),
  pods: z.array(z.string().min(1)).default([]).describe('Globs of its pods'),
})

const schema = z.strictObject({
  $schema: z.string().optional(),
  version: z.literal(1),
  jobs: z
    .strictObject({
      name: z.string().optional().describe('Regular expression with a group `service`'),
      expected: z.array(serviceName).default([]).describe('Services that must have run'),
    })
    .default({expected: []}),
  artifacts: z.array(z.string().min(1)).default([]).describe('Globs; {service} and {run_id} are filled in'),
  services: z.record(serviceName, service).default({}),
  catalog: z.array(z.string().min(1)).default([]).describe('Further pattern files, as paths or globs'),
  disable: z.array(z.string()).default([]).describe('Ids of patterns to leave out'),
  redact: z.array(z.string().min(1)).default([]).describe('Regular expressions of further secrets'),
})

/** The JSON schema of the configuration, for editors. */
export function configJsonSchema(): object {
  return {title: 'E2E Failure Triage configuration', ...z.toJSONSchema(schema, {io: 'input'})}
}

/** Reads a project's configuration. Every fault is named with file, line and the nearest right key, in one `UserError`. */
export function parseConfig(file: string, text: string): Config {
  const lines = new LineCounter()
  const document = parseDocument(text, {lineCounter: lines, prettyErrors: false})
  const at = (offset: number) => `${file}:${lines.linePos(offset).line}`
  const syntax = document.errors[0]
  if (syntax) throw new UserError(`${at(syntax.pos[0])}: ${syntax.message}`)
  const parsed = schema.safeParse(document.toJS({maxAliasCount: 0}) ?? {})
  if (parsed.success) {
    const config = toConfig(parsed.data)
    checkJobName(file, config.jobs.name)
    return config
  }
  const faults = parsed.error.issues.flatMap(issue => {
    const path = issue.path.filter(key => typeof key !== 'symbol')
    if (issue.code !== 'unrecognized_keys')
      return [`${at(offsetOf(document, path))}: \`${path.join('.') || 'version'}\`: ${issue.message}`]
    return issue.keys.map(key => {
      const near = nearest(key, keysAt(path))
      return `${at(offsetOf(document, [...path, key]))}: unknown key \`${[...path, key].join('.')}\`${near ? `; is \`${near}\` meant?` : ''}`
    })
  })
  throw new UserError(faults.join('; '))
}

function toConfig(written: z.infer<typeof schema>): Config {
  const {jobs, artifacts, services, catalog, disable, redact} = written
  return {
    jobs: {name: jobs.name ?? null, expected: jobs.expected},
    artifacts,
    services,
    catalog,
    disable,
    redact,
  }
}

function keysAt(path: readonly (string | number)[]): string[] {
  if (path[0] === 'services' && path.length === 2) return Object.keys(service.shape)
  if (path[0] === 'jobs') return ['name', 'expected']
  return Object.keys(schema.shape)
}

function offsetOf(document: ReturnType<typeof parseDocument>, path: readonly (string | number)[]): number {
  for (let length = path.length; length > 0; length--) {
    const parent = length > 1 ? document.getIn(path.slice(0, length - 1), true) : document.contents
    const pair = isMap(parent)
      ? parent.items.find(i => isScalar(i.key) && i.key.value === path[length - 1])
      : undefined
    if (pair && isScalar(pair.key) && pair.key.range) return pair.key.range[0]
  }
  return 0
}
