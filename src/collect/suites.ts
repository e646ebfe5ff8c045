/** Which jobs are suites, and what they are called. */

import type {Job, SuiteStatus} from '../model.ts'
import {byGroup, byPattern, type Candidate} from './job-names.ts'
import {fold, glob, slug} from './names.ts'
import type {Selection} from './selection.ts'

export interface ChosenSuite {
  service: string
  name: string
  status: SuiteStatus
  job: Job | null
  /** What artifacts may call it. */
  aliases: string[]
}

export interface ChosenSuites {
  suites: ChosenSuite[]
  green_jobs: number
  /** Names of jobs that are no suite of the list; artifacts may belong to them. */
  others: string[]
  /** Unfinished jobs that are not listed. */
  unfinished: string[]
}

/** What a job's conclusion means; a job that ran out of time is only told by its annotation. */
export function statusOf(job: Job): SuiteStatus {
  if (job.status !== 'completed') return 'pending'
  const {conclusion} = job
  if (conclusion === 'success' || conclusion === 'neutral') return 'passed'
  if (conclusion === 'skipped') return 'skipped'
  if (
    conclusion === 'timed_out' ||
    job.annotations.some(a => a.includes('exceeded the maximum execution time'))
  )
    return 'timed_out'
  if (conclusion === 'cancelled' || conclusion === 'stale') return 'cancelled'
  return 'failed'
}

/**
 * The suites of a run: with a name pattern every job that fits, else every group of jobs in which one failed;
 * and a suite `missing` for every expected service without a job.
 */
export function chooseSuites(
  jobs: readonly Job[],
  select: Pick<Selection, 'jobName' | 'expected' | 'excludeJobs' | 'services'>,
): ChosenSuites {
  const excluded = select.excludeJobs.map(glob)
  const kept = jobs.filter(job => !excluded.some(fits => fits(job.name)))
  const candidates = select.jobName === null ? kept.map(byGroup) : kept.flatMap(byPattern(select.jobName))
  const expected = select.expected.map(fold)
  const isExpected = (c: Candidate) => expected.includes(fold(c.label))
  const failing = new Set(candidates.filter(c => failed(statusOf(c.job))).map(c => c.base))
  const listed = candidates.filter(c => {
    const status = statusOf(c.job)
    if (status === 'skipped') return isExpected(c)
    if (select.jobName !== null || failing.has(c.base)) return true
    return status === 'pending' && isExpected(c)
  })
  const rest = candidates.filter(c => !listed.includes(c))

  const suites = named(listed, select.services)
  const known = candidates.map(c => fold(c.label))
  for (const service of select.expected) {
    if (known.includes(fold(service))) continue
    known.push(fold(service))
    const key = configured(service, select.services) ?? slug(service)
    const name = shownName(key, select.services) ?? service
    suites.push({service: key, name, status: 'missing', job: null, aliases: [service, key, name]})
  }
  return {
    suites,
    green_jobs: rest.filter(c => statusOf(c.job) === 'passed').length,
    others: rest.map(c => c.label),
    unfinished: rest.filter(c => statusOf(c.job) === 'pending').map(c => c.job.name),
  }
}

const failed = (status: SuiteStatus) =>
  status === 'failed' || status === 'timed_out' || status === 'cancelled'

/** Keys and names, each once: with the base name in front, then numbered, where two would share one. */
function named(listed: readonly Candidate[], services: Selection['services']): ChosenSuite[] {
  const count = (key: string) => listed.filter(c => fold(c.label) === key).length
  const used = new Set<string>()
  return listed.map(({job, base, label}) => {
    const shared = count(fold(label)) > 1 && base !== '' && base !== label
    const text = shared ? `${base} ${label}` : label
    const own = configured(text, services) ?? slug(text)
    let service = own
    for (let n = 2; used.has(service); n++) service = `${own}-${n}`
    used.add(service)
    const shown = shownName(own, services)
    const name = shown ?? text
    return {
      service,
      name: service === own ? name : `${name} ${service.slice(own.length + 1)}`,
      status: statusOf(job),
      job,
      aliases: [...new Set([service, own, text, label, shown ?? own])],
    }
  })
}

const configured = (text: string, services: Selection['services']) =>
  Object.keys(services).find(key => fold(key) === fold(text))

/** Keys come from job names: `constructor` is no configured service. */
const shownName = (key: string, services: Selection['services']) =>
  Object.hasOwn(services, key) ? services[key]?.name : undefined
