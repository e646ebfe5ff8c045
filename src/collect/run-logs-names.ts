/** How a run-logs zip names its files: `0_job.txt`, `job/3_step.txt`, `job/system.txt`. */

const JOB = /^(-?\d+)_([^/]+)\.txt$/
const STEP = /^(.+)\/(\d+)_([^/]*)\.txt$/
const SYSTEM = /^.+\/system\.txt$/

/** Whether all files of a zip are named so. */
export function isRunLogs(names: readonly string[]): boolean {
  const files = names.filter(name => !name.endsWith('/'))
  return (
    files.some(n => JOB.test(n) || STEP.test(n)) &&
    files.every(n => JOB.test(n) || STEP.test(n) || SYSTEM.test(n))
  )
}

/** Which job's log a member is, or which step's of it; null for others. Names have lost `/` and `:`. */
export function logMember(name: string): {job: string; step: number | null} | null {
  const job = JOB.exec(name)
  if (job) return {job: job[2]!, step: null}
  const step = STEP.exec(name)
  return step ? {job: step[1]!, step: Number(step[2])} : null
}
