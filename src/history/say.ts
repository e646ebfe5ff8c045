import type {History, Run} from '../model.ts'

/** `Feb 1`, with the year where it is not the run's. In UTC. */
function day(at: string, run: Run): string {
  const date = new Date(at)
  const year = run.created_at === null || new Date(run.created_at).getUTCFullYear() !== date.getUTCFullYear()
  return date.toLocaleDateString('en-US', {
    month: 'short',
    day: 'numeric',
    timeZone: 'UTC',
    ...(year ? {year: 'numeric'} : {}),
  })
}

/**
 * One phrase for the reviewer: `also red on main since Feb 1: not yours`, `new in this pull request`. Empty where
 * there is nothing to compare with. `compared`: how many earlier reports were given.
 */
export function sayHistory(
  history: History,
  context: {run: Run; base: string | null; compared: number},
): string {
  const {run, base, compared} = context
  if (compared === 0) return ''
  const since = history.first_seen === null ? '' : ` since ${day(history.first_seen, run)}`
  const flaky = history.flaky ? 'the same commit passed in another run: flaky' : ''
  return [place(), flaky].filter(Boolean).join('; ')

  function place(): string {
    const own = base !== null && run.head_branch === base && run.pull_request === null
    const times = history.times_seen === 1 ? 'once' : `${history.times_seen} times`
    if (history.seen_on_base) return own ? `red here${since}` : `also red on ${base}${since}: not yours`
    if (history.times_seen > 0)
      return `seen ${times} before${since}${own ? '' : `, not on ${base ?? 'the base branch'}`}`
    return own
      ? `new on ${base}`
      : run.pull_request !== null
        ? 'new in this pull request'
        : 'new on this branch'
  }
}
