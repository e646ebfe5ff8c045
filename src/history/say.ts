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
 * there is nothing to compare with. `compared` and `onBase`: how many earlier runs, and how many of them of the base
 * branch, say something about this suite. `green`: the base branch had it and passes again. `before`: the cause that is gone since the last run, null where none is.
 */
export function sayHistory(
  history: History,
  context: {
    run: Run
    base: string | null
    compared: number
    onBase: number
    green: boolean
    before: string | null
  },
): string {
  const {run, base, compared, onBase, green, before} = context
  const since = history.first_seen === null ? '' : ` since ${day(history.first_seen, run)}`
  const flaky = history.flaky ? 'the same commit passed in another run: flaky' : ''
  const gone =
    before === null ? '' : `the cause of the last run is gone (${before}), another one is now visible`
  return [compared > 0 ? place() : '', gone, flaky].filter(Boolean).join('; ')

  function place(): string {
    const own = base !== null && run.head_branch === base && run.pull_request === null
    const times = history.times_seen === 1 ? 'once' : `${history.times_seen} times`
    if (history.seen_on_base) return own ? `red here${since}` : `also red on ${base}${since}: not yours`
    const there = own || onBase === 0 ? '' : green ? `, green again on ${base}` : `, not on ${base}`
    if (history.times_seen > 0) return `seen ${times} before${since}${there}`
    if (own) return `new on ${base}`
    // Without a run of the base branch nobody knows whose it is.
    if (onBase === 0) return before === null ? 'not seen in earlier runs' : ''
    return run.pull_request !== null ? 'new in this pull request' : 'new on this branch'
  }
}
