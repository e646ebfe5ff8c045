import type {Match, Pattern} from '../model.ts'

/** What lasts: a program that crashed is gone for later tests, too, and a full disk stays full. */
const lasting = new Set(['disk-full', 'oom-killed', 'panic', 'pod-crashloop'])
/** A server that catches a panic goes on. */
const died =
  /\bfatal error: (?:concurrent map|all goroutines are asleep|stack overflow)|\bSIG(?:SEGV|ABRT|BUS|ILL)\b/
const caught = /\brecover(?:ed|ing|y)\b|panic serving/i

export const isLasting = ({family}: Pattern, {at}: Match): boolean =>
  (lasting.has(family) || died.test(at.text)) && !caught.test(at.text)

/** What services answer to requests that are wrong, as many tests send them on purpose. */
const refusals = new Set([
  'api-contract-mismatch',
  'auth-unauthorized',
  'db-constraint',
  'rbac-forbidden',
  'resource-already-exists',
  'resource-conflict',
  'schema-validation',
  'test-data-collision',
])

export const isRefusal = ({family}: Pattern): boolean => refusals.has(family)

/** Whether it was said, in a log, and is not how an object was. */
export const isSaid = ({at}: Match): boolean => at.kind !== 'event' && at.kind !== 'object'

/** What nearly every cause ends in. */
export const vague: ReadonlySet<string> = new Set([
  'assertion-failed',
  'eventually-timeout',
  'request-timeout',
  'setup-failed',
  'suite-interrupted',
  'test-timeout',
])
