/** What a job's name says. */

import {UserError} from '../errors.ts'
import type {Job} from '../model.ts'

/** A job whose name was taken apart: `label` is the service's part, `base` what a group has in common. */
export interface Candidate {
  job: Job
  base: string
  label: string
}

/** Takes names apart by a regular expression with a group `service`; a job that does not fit gives none. */
export function byPattern(source: string): (job: Job) => Candidate[] {
  let regex: RegExp
  try {
    regex = new RegExp(source)
  } catch (cause) {
    throw new UserError(`job-name-pattern: not a regular expression: ${source}`, {cause})
  }
  return job => {
    const match = regex.exec(job.name)
    if (!match) return []
    const label = match.groups?.['service']?.trim() || byGroup(job).label
    // What is left of the name without the service tells two jobs of one service apart.
    return [
      {
        job,
        base: job.name
          .replace(label, '')
          .replace(/\(\s*\)/, '')
          .trim(),
        label,
      },
    ]
  }
}

/** `E2E (gateway)` is `gateway` of `E2E`; without parentheses a job is a group of its own. */
export function byGroup(job: Job): Candidate {
  const {name} = job
  const close = name.lastIndexOf(')')
  let depth = 0
  let open = -1
  // GitHub cuts long names: then the last parenthesis never closes.
  const cut = name.lastIndexOf('(') > close
  for (let i = cut ? name.length - 1 : close; i >= 0 && open < 0; i--) {
    if (name[i] === ')') depth++
    else if (name[i] === '(' && (cut || --depth === 0)) open = i
  }
  const end = cut ? name.length : close
  const label = open < 0 ? '' : name.slice(open + 1, end).trim()
  if (label === '') return {job, base: name, label: name}
  const parts = [name.slice(0, open).trim(), name.slice(end + 1).trim()]
  return {job, base: parts.filter(p => p !== '').join(' '), label}
}
