import * as z from 'zod'
import type {FindingsFile} from './file.ts'

/** Characters. A reader's texts are shorter; what a scan writes is cut to them. */
export const longestText = 20_000
export const longestName = 1000

const text = z.string().max(longestText)
const name = z.string().max(longestName)
const maybe = name.nullable()
const maybeText = text.nullable()
const time = z.string().max(64).nullable()
const count = z.int().nonnegative()
const maybeCount = count.nullable()
// Names of groups in an expression; `__proto__` is none that a pattern has.
const captures = z.record(z.string().regex(/^[A-Za-z]\w{0,63}$/), text)
const labels = z.record(name, name)
const few = <T extends z.ZodType>(item: T) => z.array(item).max(2000)

const evidence = z.strictObject({
  // Never a job's log: that is read from the API.
  kind: z.enum(['container-log', 'previous-log', 'node-log', 'event', 'object', 'test-report', 'file']),
  source: name,
  path: maybe,
  line: maybeCount,
  time,
  text,
  url: z.null(),
})

const ref = z.strictObject({kind: name, namespace: maybe, name, container: name.optional()})

const place = z.strictObject({
  pattern: z.string().max(200),
  condition: z.int().min(-100).max(100),
  captures,
  at: evidence,
  object: ref.nullable(),
  count: z.int().positive(),
  noise: z.boolean(),
})

const event = z.strictObject({
  type: name,
  reason: name,
  message: text,
  object: ref,
  count,
  first: time,
  last: time,
  at: evidence,
})

const termination = z
  .strictObject({
    reason: maybe,
    message: maybeText,
    exit_code: z.int().nullable(),
    signal: z.int().nullable(),
    finished_at: time,
  })
  .nullable()

const container = z.strictObject({
  name,
  init: z.boolean(),
  image: maybe,
  ready: z.boolean().nullable(),
  restarts: count,
  waiting: z.strictObject({reason: maybe, message: maybeText}).nullable(),
  terminated: termination,
  last_terminated: termination,
})

const selector = few(z.strictObject({key: name, values: few(name).nullable(), not: z.boolean()}))
const rules = few(
  z.strictObject({
    peers: few(z.strictObject({pods: selector, namespaces: selector.nullable()})).nullable(),
    ports: few(name),
  }),
).nullable()

const object = z.strictObject({
  kind: name,
  namespace: maybe,
  name,
  uid: maybe,
  owners: few(ref),
  labels,
  selector: labels.nullable(),
  phase: maybe,
  reason: maybeText,
  message: maybeText,
  node: maybe,
  conditions: few(z.strictObject({type: name, status: name, reason: maybe, message: maybeText})),
  containers: few(container),
  wanted: maybeCount,
  ready: maybeCount,
  ports: few(
    z.strictObject({port: z.number(), target: maybe, node_port: z.number().nullable(), protocol: maybe}),
  ),
  host: maybe,
  refs: few(ref),
  traffic: z.strictObject({pods: selector, ingress: rules, egress: rules}).optional(),
  at: evidence,
})

const interval = z.strictObject({from: z.number(), to: z.number()})

const tests = z.strictObject({
  framework: z.string().max(40),
  total: maybeCount,
  ran: maybeCount,
  passed: count,
  failed: count,
  skipped: count,
  phase: z.enum(['setup', 'tests', 'teardown']),
  failures: few(z.strictObject({name: text, location: name, message: text})),
  blocks: few(z.strictObject({from: count, to: count})),
  verdict_line: maybeCount,
  tests_line: maybeCount,
  first_line: count,
  times: z.strictObject({all: interval, failed: few(interval)}).optional(),
})

const source = z.strictObject({
  kind: z.enum(['bundle', 'test-report']),
  name,
  state: z.enum(['read', 'missing', 'expired', 'empty', 'unreadable', 'truncated']),
  detail: maybeText,
  format: z.string().max(60).nullable(),
  bytes: maybeCount,
  lines: maybeCount,
})

/** A findings file, strict and bounded: nothing else gets in. */
export const findingsSchema = z.strictObject({
  schema_version: z.literal(1),
  tool: z.strictObject({
    name: z.literal('e2e-triage'),
    version: z.string().max(40),
    catalog: z.string().max(100),
  }),
  service: z.string().min(1).max(200),
  matches: z.array(place).max(25_000),
  events: z.array(event).max(5000),
  objects: z.array(object).max(5000),
  complete: z.boolean(),
  collected: time,
  tests: tests.nullable(),
  sources: z.array(source).max(20),
  incomplete: z.array(z.strictObject({what: name, why: text})).max(200),
}) satisfies z.ZodType<FindingsFile>
