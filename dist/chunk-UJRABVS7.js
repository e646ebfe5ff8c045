import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  iso_exports
} from "./chunk-MJJ3M4US.js";
import {
  _enum,
  array,
  int,
  literal,
  number,
  object,
  string
} from "./chunk-OAKODS55.js";

// src/history/read.ts
var MAX_TEXT = 1e7, MAX_SUITES = 500, MAX_CHAIN = 50, text = (max) => string().max(max), orNull = (schema) => schema.nullable().catch(null), pattern = text(100), title = text(1e3).catch(""), cause = object({
  pattern,
  family: text(100).catch(""),
  title,
  confidence: number().min(0).max(1).catch(0)
}), link = object({ pattern, family: text(100).catch(""), title, role: _enum(["cause", "symptom"]) }), suite = object({
  service: text(200),
  name: text(200).catch(""),
  status: _enum(["passed", "failed", "cancelled", "timed_out", "skipped", "pending", "missing"]),
  severity: orNull(_enum(["P0", "P1", "P2"])),
  diagnosis: object({
    state: _enum(["confirmed", "likely", "symptom-only", "unclassified", "no-evidence"]),
    root_cause: cause.nullable(),
    chain: array(link).max(MAX_CHAIN),
    signature: text(200).catch("")
  }).nullable().catch(null)
}), count = int().nonnegative(), report = object({
  schema_version: literal(1),
  tool: object({ name: literal("e2e-triage"), version: text(100), catalog: text(200) }),
  run: object({
    repository: orNull(text(300)),
    id: orNull(int().positive()),
    attempt: orNull(int().positive()),
    url: orNull(text(1e3)),
    workflow: orNull(text(300)),
    event: orNull(text(100)),
    head_sha: orNull(string().regex(/^[0-9a-f]{40}$/)),
    head_branch: orNull(text(300)),
    pull_request: orNull(int().positive()),
    created_at: orNull(iso_exports.datetime({ offset: !0 }))
  }),
  totals: object({
    suites: count,
    passed: count,
    failed: count,
    classified: count,
    unclassified: count,
    needs_fix: count
  }),
  suites: array(suite).max(MAX_SUITES)
});
function parseReport(json) {
  if (json.length > MAX_TEXT) return null;
  let value;
  try {
    value = JSON.parse(json);
  } catch {
    return null;
  }
  let parsed = report.safeParse(value);
  if (!parsed.success) return null;
  let suites = parsed.data.suites.map(({ diagnosis, ...rest }) => ({
    ...rest,
    job: null,
    tests: null,
    sources: [],
    diagnosis: diagnosis && {
      ...diagnosis,
      root_cause: diagnosis.root_cause && { ...diagnosis.root_cause, captures: {}, evidence: [] },
      chain: diagnosis.chain.map((one) => ({ ...one, evidence: [] })),
      hypotheses: [],
      excerpt: []
    },
    fix: null,
    history: null
  }));
  return { ...parsed.data, suites, incomplete: [], common_causes: [], fixes: [], remaining_work: [] };
}

export {
  parseReport
};
