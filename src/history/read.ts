import * as z from 'zod'
import type {Report} from '../model.ts'

const MAX_TEXT = 10_000_000
const MAX_SUITES = 500
const MAX_CHAIN = 50

const text = (max: number) => z.string().max(max)
const orNull = <T extends z.ZodType>(schema: T) => schema.nullable().catch(null)
const pattern = text(100)
const title = text(1000).catch('')

const cause = z.object({
  pattern,
  family: text(100).catch(''),
  title,
  confidence: z.number().min(0).max(1).catch(0),
})
const link = z.object({pattern, family: text(100).catch(''), title, role: z.enum(['cause', 'symptom'])})

const suite = z.object({
  service: text(200),
  name: text(200).catch(''),
  status: z.enum(['passed', 'failed', 'cancelled', 'timed_out', 'skipped', 'pending', 'missing']),
  severity: orNull(z.enum(['P0', 'P1', 'P2'])),
  diagnosis: z
    .object({
      state: z.enum(['confirmed', 'likely', 'symptom-only', 'unclassified', 'no-evidence']),
      root_cause: cause.nullable(),
      chain: z.array(link).max(MAX_CHAIN),
      signature: text(200).catch(''),
    })
    .nullable()
    .catch(null),
})

const count = z.int().nonnegative()
const report = z.object({
  schema_version: z.literal(1),
  tool: z.object({name: z.literal('e2e-triage'), version: text(100), catalog: text(200)}),
  run: z.object({
    repository: orNull(text(300)),
    id: orNull(z.int().positive()),
    attempt: orNull(z.int().positive()),
    url: orNull(text(1000)),
    workflow: orNull(text(300)),
    event: orNull(text(100)),
    head_sha: orNull(z.string().regex(/^[0-9a-f]{40}$/)),
    head_branch: orNull(text(300)),
    pull_request: orNull(z.int().positive()),
    created_at: orNull(z.iso.datetime({offset: true})),
  }),
  totals: z.object({
    suites: count,
    passed: count,
    failed: count,
    classified: count,
    unclassified: count,
    needs_fix: count,
  }),
  suites: z.array(suite).max(MAX_SUITES),
})

/**
 * An earlier `report.json`, or null where it is none. It is untrusted: only what history compares is kept (run,
 * status, patterns, signature); evidence, excerpts, links and lists come back empty.
 */
export function parseReport(json: string): Report | null {
  if (json.length > MAX_TEXT) return null
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    return null
  }
  const parsed = report.safeParse(value)
  if (!parsed.success) return null
  const suites = parsed.data.suites.map(({diagnosis, ...rest}): Report['suites'][number] => ({
    ...rest,
    job: null,
    tests: null,
    sources: [],
    diagnosis: diagnosis && {
      ...diagnosis,
      root_cause: diagnosis.root_cause && {...diagnosis.root_cause, captures: {}, evidence: []},
      chain: diagnosis.chain.map(one => ({...one, evidence: []})),
      hypotheses: [],
      excerpt: [],
    },
    fix: null,
    history: null,
  }))
  return {...parsed.data, suites, incomplete: [], common_causes: [], fixes: [], remaining_work: []}
}
