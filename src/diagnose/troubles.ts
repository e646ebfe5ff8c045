import type {Match, Pattern} from '../model.ts'
import {stem} from './owners.ts'

/** What lasts: a program that crashed is gone for later tests, too, and a full disk stays full. */
const lasting = new Set([
  'data-race',
  'disk-full',
  'oom-killed',
  'panic',
  'pod-crashloop',
  'python-import-error',
])
/** What is so before any request comes: no test asks for it. */
const unasked = new Set([
  'arch-mismatch',
  'cli-flag-unsupported',
  'cli-missing',
  'config-missing',
  'container-args-invalid',
  'disk-full',
  'mock-mismatch',
  'port-conflict',
  'probe-misconfigured',
  'scheduling-failed',
  'volume-permission-denied',
])

/** Whether no request that a test sends on purpose has it for an answer. */
export const isUnasked = ({family}: Pattern): boolean => unasked.has(family)

/** Whether it shows in no system that is well, wherever it is seen. */
export const isOddAnywhere = ({family}: Pattern): boolean =>
  family === 'probe-misconfigured' || family === 'mock-mismatch'

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

/** Refusals of single requests: which one, only the time tells. */
const ofRequests = new Set([
  'db-constraint',
  'resource-already-exists',
  'resource-conflict',
  'schema-validation',
  'test-data-collision',
])

/** Whether a log may say what a single request was answered, as one of a healthy service also does. */
export const isAnswer = ({family}: Pattern, {at}: Match): boolean =>
  ofRequests.has(family) && at.kind !== 'test-report'

export const isRefusal = ({family}: Pattern, match: Match): boolean =>
  refusals.has(family) && !isSuffered(match)

/** Whether who logs it was refused itself, by what no test sets up, or tells what became of its own work. */
const isSuffered = (match: Match): boolean =>
  isRefusedItself(match) ||
  /\bReconcile(?:r error| failed)/.test(match.at.text) ||
  ofResponse.test(match.at.text)

/** What was wrong with the answer that it got itself. */
const ofResponse =
  /\b(?:decod|unmarshal|pars)\w*\b.{0,60}\bresponse\b|\bresponse\b.{0,40}\b(?:decod|unmarshal|pars)/i

/** Whether who logs it was refused under its own account: a controller by the Kubernetes API, anybody by Redis' ACL. That goes on until it is allowed. */
export function isRefusedItself({at, object}: Match): boolean {
  const account = /system:serviceaccount:[\w.-]+:([\w.-]+)/.exec(at.text)?.[1]
  const writer = object ? stem(object.name) : (at.path?.split('/').at(-1) ?? '')
  if (account && writer && (writer.startsWith(account) || account.startsWith(writer))) return true
  return /\bNOPERM\b|\bis invalid for the target audiences\b/.test(at.text)
}

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
