import * as z from 'zod'
import {UserError} from '../errors.ts'

const list = z.string().transform(text =>
  text
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean),
)
const flag = z.enum(['true', 'false'], {error: 'expected true or false'}).transform(text => text === 'true')
const optionalNumber = z
  .string()
  .regex(/^\d{0,15}$/, 'expected a whole number')
  .transform(text => (text ? Number(text) : null))
const optionalText = z.string().transform(text => text || null)
const amount = z.coerce.number('expected a number').positive()
const one = <const T extends readonly [string, ...string[]]>(words: T) =>
  z.enum(words, {error: `expected ${words.join(', ').replace(/, ([^,]*)$/, ' or $1')}`})

/** The action's inputs, by their names in `action.yml`. */
const schema = z.strictObject({
  mode: one(['triage', 'scan', 'report']),
  'github-token': optionalText,
  'config-file': z.string(),
  'run-id': optionalNumber,
  'run-attempt': optionalNumber,
  'job-name-pattern': optionalText,
  'exclude-jobs': list,
  'artifact-pattern': list,
  paths: list,
  service: optionalText,
  'findings-name': z
    .string()
    .regex(/^[^{}]*\{service\}[^{}]*$/, 'needs {service} in it once, and no other placeholder')
    .regex(
      /^[^"<>|*?:\r\n\\/]{1,150}$/,
      'expected a name of an artifact: without " < > | * ? : / or a backslash',
    ),
  catalog: list,
  comment: one(['on-failure', 'always', 'never']),
  'comment-mode': one(['update', 'recreate', 'hide-and-recreate']),
  'comment-key': z.string(),
  'pr-number': z
    .string()
    .regex(/^(?:auto|none|[1-9]\d{0,9})$/, 'expected auto, none or a number')
    .transform(text => (text === 'auto' || text === 'none' ? text : Number(text))),
  'job-summary': flag,
  annotations: flag,
  'upload-report': flag,
  excerpts: one(['all', 'unclassified', 'none']),
  'fail-on': one(['none', 'unclassified', 'any']),
  'max-log-mb': amount,
  'max-artifact-mb': amount,
  'timeout-minutes': amount,
  'job-check-run-id': z.string().transform(text => (/^\d+$/.test(text) ? Number(text) : null)),
})

export type Options = z.infer<typeof schema>

export const inputNames = Object.keys(schema.shape) as (keyof Options)[]

/** The inputs as the runner gives them; all faults are named in one `UserError`. */
export function parseOptions(input: (name: string) => string): Options {
  const parsed = schema.safeParse(Object.fromEntries(inputNames.map(name => [name, input(name).trim()])))
  if (parsed.success) return parsed.data
  throw new UserError(
    parsed.error.issues.map(issue => `input ${issue.path.join('.')}: ${issue.message}`).join('; '),
  )
}
