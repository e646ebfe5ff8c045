import {describe} from '../errors.ts'

const YAML = 'permissions:\n  pull-requests: write'

/** What GitHub's refusal to let us comment means, and what to do about it: one text for one warning. */
export function refusal(error: unknown, fork: boolean): string {
  const status = statusOf(error)
  const message = describe(error)
  if (/rate limit/i.test(message))
    return `No comment was written: GitHub's rate limit is reached (${message}).`
  if (/locked/i.test(message))
    return 'No comment was written: the conversation of the pull request is locked.'
  if (status === 422 || status === 413) return `No comment was written: GitHub refuses the text (${message}).`
  if (status === 410) return 'No comment was written: comments are switched off in this repository.'
  if (fork && (status === 401 || status === 403 || status === 404)) {
    return (
      'No comment was written: runs of forks have a read-only token, whatever the workflow says. ' +
      'Run the triage on `workflow_run` instead: see docs/workflow-recipes.md. The job summary has everything.'
    )
  }
  if (status === 401) return `No comment was written: GitHub does not accept the token (${message}).`
  if (status === 403 || status === 404) {
    return `No comment was written: the token may not comment on pull requests. Add to the job:\n${YAML}`
  }
  return `No comment was written: ${message}`
}

export function statusOf(error: unknown): number | null {
  const status = (error as {status?: unknown} | null)?.status
  return typeof status === 'number' ? status : null
}
