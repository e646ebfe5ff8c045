import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  catalogJsonSchema
} from "./chunk-DCGKBV7I.js";
import {
  configJsonSchema
} from "./chunk-S2QBRILZ.js";
import "./chunk-NWYLOCUV.js";
import "./chunk-M6SK7KEV.js";
import "./chunk-I5PRSRFB.js";
import "./chunk-MJJ3M4US.js";
import {
  _enum,
  array,
  boolean,
  int,
  literal,
  number,
  record,
  strictObject,
  string,
  toJSONSchema
} from "./chunk-OAKODS55.js";
import "./chunk-UIGTJO4Z.js";
import "./chunk-6636AVS4.js";

// src/report/schema.ts
var text = string(), maybe = string().nullable(), count = int().nonnegative(), maybeCount = count.nullable(), share = number().min(0).max(1), note = strictObject({ what: text, why: text }), evidence = strictObject({
  kind: _enum([
    "job-log",
    "container-log",
    "previous-log",
    "node-log",
    "event",
    "object",
    "test-report",
    "file"
  ]),
  source: text.describe("Job or artifact name"),
  path: maybe.describe("Path of the member within the artifact"),
  line: maybeCount.describe("1-based, in the raw file"),
  time: maybe.describe("RFC 3339, UTC"),
  text: text.describe("The line, redacted"),
  url: maybe
}), run = strictObject({
  repository: maybe,
  id: maybeCount,
  attempt: maybeCount,
  url: maybe,
  workflow: maybe,
  event: maybe,
  head_sha: maybe.describe("The tested commit: for pull_request runs the head of the pull request"),
  head_branch: maybe,
  pull_request: maybeCount,
  created_at: maybe
}), tests = strictObject({
  framework: text,
  total: maybeCount,
  ran: maybeCount,
  passed: count,
  failed: count,
  skipped: count,
  phase: _enum(["setup", "tests", "teardown"]),
  failures: array(strictObject({ name: text, location: text, message: text }))
}), source = strictObject({
  kind: _enum(["job-log", "bundle", "test-report"]),
  name: text,
  state: _enum(["read", "missing", "expired", "empty", "unreadable", "truncated"]),
  detail: maybe,
  format: maybe,
  bytes: maybeCount,
  lines: maybeCount
}), link = { pattern: text, family: text, title: text }, diagnosis = strictObject({
  state: _enum(["confirmed", "likely", "symptom-only", "unclassified", "no-evidence"]),
  root_cause: strictObject({
    ...link,
    confidence: share,
    captures: record(string(), string()),
    evidence: array(evidence)
  }).nullable().describe("Null unless confirmed or likely"),
  chain: array(strictObject({ ...link, role: _enum(["cause", "symptom"]), evidence: array(evidence) })).describe("Cause first, the visible symptom last"),
  hypotheses: array(
    strictObject({
      family: text,
      title: text,
      confidence: share,
      for: array(evidence),
      against: array(evidence),
      validate: array(text)
    })
  ),
  excerpt: array(strictObject({ line: count, text })),
  signature: text
}), fix = strictObject({
  status: _enum(["needs-fix", "in-review", "should-be-fixed", "fixed", "ineffective", "unknown"]),
  label: text,
  why: text,
  refs: array(
    strictObject({
      type: _enum(["commit", "pull", "issue"]),
      id: text,
      url: maybe,
      title: maybe,
      state: maybe
    })
  ),
  next_run: _enum(["should-pass", "still-failing", "unknown"])
}), suite = strictObject({
  service: text,
  name: text,
  status: _enum(["passed", "failed", "cancelled", "timed_out", "skipped", "pending", "missing"]),
  severity: _enum(["P0", "P1", "P2"]).nullable().describe("P0: no test could run; P1: some tests failed; P2: only teardown or reporting failed"),
  job: strictObject({
    id: int(),
    name: text,
    url: maybe,
    conclusion: maybe,
    failed_step: strictObject({ number: count, name: text }).nullable()
  }).nullable(),
  tests: tests.nullable(),
  sources: array(source),
  diagnosis: diagnosis.nullable(),
  fix: fix.nullable(),
  history: strictObject({ seen_on_base: boolean(), first_seen: maybe, times_seen: count, flaky: boolean() }).nullable()
}), reportSchema = strictObject({
  schema_version: literal(1),
  tool: strictObject({ name: literal("e2e-triage"), version: text, catalog: text }),
  run,
  totals: strictObject({
    suites: count,
    passed: count,
    failed: count,
    classified: count,
    unclassified: count,
    needs_fix: count
  }),
  incomplete: array(note).describe("Everything that could not be read"),
  suites: array(suite),
  common_causes: array(strictObject({ ...link, suites: array(text), probable: array(text) })),
  fixes: array(strictObject({ ref: text, summary: text, services: array(text) })),
  remaining_work: array(strictObject({ service: text, what: text }))
}).describe("What E2E Failure Triage found out about one run");
function reportJsonSchema() {
  return { title: "E2E Failure Triage report", ...toJSONSchema(reportSchema, { target: "draft-2020-12" }) };
}

// src/commands/schema.ts
var schemas = { report: reportJsonSchema, catalog: catalogJsonSchema, config: configJsonSchema };
function schemaCommand(what, terminal) {
  return terminal.stdout(`${JSON.stringify(schemas[what](), null, 2)}
`), 0;
}
export {
  schemaCommand
};
