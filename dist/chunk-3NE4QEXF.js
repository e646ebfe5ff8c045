import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  _enum,
  _null,
  array,
  boolean,
  int,
  literal,
  number,
  record,
  strictObject,
  string
} from "./chunk-OAKODS55.js";

// src/findings/schema.ts
var longestText = 2e4, longestName = 1e3, text = string().max(longestText), name = string().max(longestName), maybe = name.nullable(), maybeText = text.nullable(), time = string().max(64).nullable(), count = int().nonnegative(), maybeCount = count.nullable(), captures = record(string().regex(/^[A-Za-z]\w{0,63}$/), text), labels = record(name, name), few = (item) => array(item).max(2e3), evidence = strictObject({
  // Never a job's log: that is read from the API.
  kind: _enum(["container-log", "previous-log", "node-log", "event", "object", "test-report", "file"]),
  source: name,
  path: maybe,
  line: maybeCount,
  time,
  text,
  url: _null()
}), ref = strictObject({ kind: name, namespace: maybe, name, container: name.optional() }), place = strictObject({
  pattern: string().max(200),
  condition: int().min(-100).max(100),
  captures,
  at: evidence,
  object: ref.nullable(),
  count: int().positive(),
  noise: boolean()
}), event = strictObject({
  type: name,
  reason: name,
  message: text,
  object: ref,
  count,
  first: time,
  last: time,
  at: evidence
}), termination = strictObject({
  reason: maybe,
  message: maybeText,
  exit_code: int().nullable(),
  signal: int().nullable(),
  finished_at: time
}).nullable(), container = strictObject({
  name,
  init: boolean(),
  image: maybe,
  ready: boolean().nullable(),
  restarts: count,
  waiting: strictObject({ reason: maybe, message: maybeText }).nullable(),
  terminated: termination,
  last_terminated: termination
}), selector = few(strictObject({ key: name, values: few(name).nullable(), not: boolean() })), rules = few(
  strictObject({
    peers: few(strictObject({ pods: selector, namespaces: selector.nullable() })).nullable(),
    ports: few(name)
  })
).nullable(), object = strictObject({
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
  conditions: few(strictObject({ type: name, status: name, reason: maybe, message: maybeText })),
  containers: few(container),
  wanted: maybeCount,
  ready: maybeCount,
  ports: few(
    strictObject({ port: number(), target: maybe, node_port: number().nullable(), protocol: maybe })
  ),
  host: maybe,
  refs: few(ref),
  traffic: strictObject({ pods: selector, ingress: rules, egress: rules }).optional(),
  at: evidence
}), interval = strictObject({ from: number(), to: number() }), tests = strictObject({
  framework: string().max(40),
  total: maybeCount,
  ran: maybeCount,
  passed: count,
  failed: count,
  skipped: count,
  phase: _enum(["setup", "tests", "teardown"]),
  failures: few(strictObject({ name: text, location: name, message: text })),
  blocks: few(strictObject({ from: count, to: count })),
  verdict_line: maybeCount,
  tests_line: maybeCount,
  first_line: count,
  times: strictObject({ all: interval, failed: few(interval) }).optional()
}), source = strictObject({
  kind: _enum(["bundle", "test-report"]),
  name,
  state: _enum(["read", "missing", "expired", "empty", "unreadable", "truncated"]),
  detail: maybeText,
  format: string().max(60).nullable(),
  bytes: maybeCount,
  lines: maybeCount
}), findingsSchema = strictObject({
  schema_version: literal(1),
  tool: strictObject({
    name: literal("e2e-triage"),
    version: string().max(40),
    catalog: string().max(100)
  }),
  service: string().min(1).max(200),
  matches: array(place).max(25e3),
  events: array(event).max(5e3),
  objects: array(object).max(5e3),
  complete: boolean(),
  collected: time,
  tests: tests.nullable(),
  sources: array(source).max(20),
  incomplete: array(strictObject({ what: name, why: text })).max(200)
});

export {
  longestText,
  longestName,
  findingsSchema
};
