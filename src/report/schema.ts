import * as z from 'zod'
import type {Report} from '../model.ts'

const text = z.string()
const maybe = z.string().nullable()
const count = z.int().nonnegative()
const maybeCount = count.nullable()
const share = z.number().min(0).max(1)

const note = z.strictObject({what: text, why: text})

const evidence = z.strictObject({
  kind: z.enum([
    'job-log',
    'container-log',
    'previous-log',
    'node-log',
    'event',
    'object',
    'test-report',
    'file',
  ]),
  source: text.describe('Job or artifact name'),
  path: maybe.describe('Path of the member within the artifact'),
  line: maybeCount.describe('1-based, in the raw file'),
  time: maybe.describe('RFC 3339, UTC'),
  text: text.describe('The line, redacted'),
  url: maybe,
})

const run = z.strictObject({
  repository: maybe,
  id: maybeCount,
  attempt: maybeCount,
  url: maybe,
  workflow: maybe,
  event: maybe,
  head_sha: maybe.describe('The tested commit: for pull_request runs the head of the pull request'),
  head_branch: maybe,
  pull_request: maybeCount,
  created_at: maybe,
})

const tests = z.strictObject({
  framework: text,
  total: maybeCount,
  ran: maybeCount,
  passed: count,
  failed: count,
  skipped: count,
  phase: z.enum(['setup', 'tests', 'teardown']),
  failures: z.array(z.strictObject({name: text, location: text, message: text})),
})

const source = z.strictObject({
  kind: z.enum(['job-log', 'bundle', 'test-report']),
  name: text,
  state: z.enum(['read', 'missing', 'expired', 'empty', 'unreadable', 'truncated']),
  detail: maybe,
  format: maybe,
  bytes: maybeCount,
  lines: maybeCount,
})

const link = {pattern: text, family: text, title: text}

const diagnosis = z.strictObject({
  state: z.enum(['confirmed', 'likely', 'symptom-only', 'unclassified', 'no-evidence']),
  root_cause: z
    .strictObject({
      ...link,
      confidence: share,
      captures: z.record(z.string(), z.string()),
      evidence: z.array(evidence),
    })
    .nullable()
    .describe('Null unless confirmed or likely'),
  chain: z
    .array(z.strictObject({...link, role: z.enum(['cause', 'symptom']), evidence: z.array(evidence)}))
    .describe('Cause first, the visible symptom last'),
  hypotheses: z.array(
    z.strictObject({
      family: text,
      title: text,
      confidence: share,
      for: z.array(evidence),
      against: z.array(evidence),
      validate: z.array(text),
    }),
  ),
  excerpt: z.array(z.strictObject({line: count, text})),
  signature: text,
})

const fix = z.strictObject({
  status: z.enum(['needs-fix', 'in-review', 'should-be-fixed', 'fixed', 'ineffective', 'unknown']),
  label: text,
  why: text,
  refs: z.array(
    z.strictObject({
      type: z.enum(['commit', 'pull', 'issue']),
      id: text,
      url: maybe,
      title: maybe,
      state: maybe,
    }),
  ),
  next_run: z.enum(['should-pass', 'still-failing', 'unknown']),
})

const suite = z.strictObject({
  service: text,
  name: text,
  status: z.enum(['passed', 'failed', 'cancelled', 'timed_out', 'skipped', 'pending', 'missing']),
  severity: z
    .enum(['P0', 'P1', 'P2'])
    .nullable()
    .describe('P0: no test could run; P1: some tests failed; P2: only teardown or reporting failed'),
  job: z
    .strictObject({
      id: z.int(),
      name: text,
      url: maybe,
      conclusion: maybe,
      failed_step: z.strictObject({number: count, name: text}).nullable(),
    })
    .nullable(),
  tests: tests.nullable(),
  sources: z.array(source),
  diagnosis: diagnosis.nullable(),
  fix: fix.nullable(),
  history: z
    .strictObject({seen_on_base: z.boolean(), first_seen: maybe, times_seen: count, flaky: z.boolean()})
    .nullable(),
})

/** The report as anybody may check it; strict, so that nothing is in it that is not described. */
export const reportSchema = z
  .strictObject({
    schema_version: z.literal(1),
    tool: z.strictObject({name: z.literal('e2e-triage'), version: text, catalog: text}),
    run,
    totals: z.strictObject({
      suites: count,
      passed: count,
      failed: count,
      classified: count,
      unclassified: count,
      needs_fix: count,
    }),
    incomplete: z.array(note).describe('Everything that could not be read'),
    suites: z.array(suite),
    common_causes: z.array(z.strictObject({...link, suites: z.array(text), probable: z.array(text)})),
    fixes: z.array(z.strictObject({ref: text, summary: text, services: z.array(text)})),
    remaining_work: z.array(z.strictObject({service: text, what: text})),
  })
  .describe('What E2E Failure Triage found out about one run') satisfies z.ZodType<Report>

/** The JSON schema of the report, as `schema report` prints it. */
export function reportJsonSchema(): Record<string, unknown> {
  return {title: 'E2E Failure Triage report', ...z.toJSONSchema(reportSchema, {target: 'draft-2020-12'})}
}
