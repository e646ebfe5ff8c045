import * as z from 'zod'

const id = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'must be kebab-case: lower-case letters, digits and single hyphens')
const expression = z.string().min(3)

export const evidenceKinds = [
  'job-log',
  'container-log',
  'previous-log',
  'node-log',
  'event',
  'object',
  'test-report',
  'file',
] as const

/** A condition as written. Which fields go together is checked by `lint`, where it can be said in words. */
const condition = z.strictObject({
  in: z.array(z.enum(evidenceKinds)).min(1).optional().describe('Kinds of evidence; left out: every log'),
  line: expression.optional().describe('Regular expression of one line of a log'),
  reason: expression.optional().describe('Event reason, whole'),
  message: expression
    .optional()
    .describe('Regular expression of the message of an event, condition or container state'),
  kind: z.string().min(1).optional().describe('Kubernetes kind'),
  name: z.string().min(1).optional().describe('Glob of the object name'),
  phase: expression.optional().describe('Phase of the object, whole'),
  waiting: expression.optional().describe('Reason of a waiting container, whole'),
  terminated: expression.optional().describe('Reason of a terminated container, now or before, whole'),
  condition: z
    .strictObject({
      type: z.string().min(1),
      status: z.enum(['True', 'False', 'Unknown']).optional(),
      reason: expression.optional(),
    })
    .optional()
    .describe('Condition of the object'),
  absent: z
    .strictObject({kind: z.string().min(1), name: z.string().min(1)})
    .optional()
    .describe('Holds where a bundle has no such object'),
})

const conditions = z.array(condition).min(1)

const fix = z.strictObject({
  commit: z
    .string()
    .regex(/^[0-9a-f]{7,40}$/, 'must be a commit hash of 7 to 40 lower-case hex digits')
    .optional(),
  pull: z.int().positive().optional(),
  issue: z.int().positive().optional(),
  services: z.array(z.string().min(1)).optional().describe('Services that it fixes; left out: all'),
  summary: z.string().min(1).optional(),
  verified: z.boolean().optional().describe('Somebody has seen that it works'),
})

const pattern = z.strictObject({
  id,
  family: id.describe('A family of the taxonomy'),
  role: z.enum(['cause', 'symptom', 'noise']),
  title: z.string().min(3).max(160).describe('One line, with {capture} places'),
  any: conditions.optional(),
  all: conditions.optional(),
  sequence: conditions.optional().describe('In this order, in one source'),
  unless: conditions.optional(),
  explains: z.array(id).optional().describe('Patterns and families downstream of it'),
  same_when: z.array(z.string()).optional().describe('Captures that make it the same cause in two suites'),
  fallback: z.boolean().optional().describe('Only where no other cause was found'),
  advice: z.string().min(3).optional(),
  validate: z.array(z.string().min(1)).optional().describe('Commands that would confirm it'),
  references: z.array(z.url({protocol: /^https?$/})).optional(),
  fixes: z.array(fix).optional(),
})

/** A catalog file, as written. */
export const catalogFile = z.strictObject({
  $schema: z.string().optional(),
  patterns: z.array(pattern),
})

export type WrittenPattern = z.infer<typeof pattern>
export type WrittenCondition = z.infer<typeof condition>

/** The JSON schema of a catalog file, for editors. */
export function catalogJsonSchema(): object {
  return {title: 'E2E Failure Triage catalog', ...z.toJSONSchema(catalogFile, {io: 'input'})}
}
