import type {Run} from '../model.ts'

/**
 * The merge of the pull request's head with its base that Actions checked out, by the runner's environment: known only
 * inside the run itself. Null elsewhere, and for events whose tested commit is the run's head (`merge_group`, `push`).
 */
export function mergeCommit(run: Run, env: Readonly<Record<string, string | undefined>>): string | null {
  const {GITHUB_RUN_ID: id, GITHUB_EVENT_NAME: event, GITHUB_SHA: sha} = env
  if (event !== 'pull_request' || run.event !== event || run.id === null || String(run.id) !== id) return null
  return sha && /^[0-9a-f]{40}$/.test(sha) && sha !== run.head_sha ? sha : null
}
