import type {Facts, FixRef} from '../model.ts'
import type {Case} from './outcome.ts'

/** One thing that may fix the cause: what the catalog, a trailer or a mention names. */
export interface Candidate {
  commit?: string | undefined
  pull?: number | undefined
  issue?: number | undefined
  summary: string | null
  verified: boolean
}

/** All that is declared or claimed to fix the cause for this service, each fix once. */
export function candidates(
  cause: {pattern: string; fixes: readonly FixRef[]},
  {facts, service}: Case,
): Candidate[] {
  const ours = (claim: {pattern: string; service: string | null}) =>
    claim.pattern === cause.pattern && (claim.service === null || claim.service === service)
  const declared: Candidate[] = cause.fixes.filter(
    fix => fix.services.length === 0 || fix.services.includes(service),
  )
  const trailers = facts.trailers.filter(ours).map(({commit, pull}) => ({commit, pull: pull ?? undefined}))
  const mentions = facts.mentions
    .filter(ours)
    .map(({type, number}) => (type === 'pull' ? {pull: number} : {issue: number}))
  const seen = new Map<string, Candidate>()
  for (const found of [
    ...declared,
    ...[...trailers, ...mentions].map(c => ({...c, summary: null, verified: false})),
  ]) {
    const key = identity(found, facts)
    const before = seen.get(key)
    if (!before) seen.set(key, found)
    else
      seen.set(key, {
        ...found,
        ...before,
        pull: before.pull ?? found.pull,
        verified: before.verified || found.verified,
      })
  }
  return [...seen.values()]
}

/** The same fix may be declared by hash, found as a trailer and mentioned as a pull request. */
function identity({commit, pull, issue}: Candidate, facts: Facts): string {
  if (commit !== undefined) return facts.commits[commit]?.sha ?? commit
  if (pull !== undefined) return facts.pulls[pull]?.merge_commit ?? `#${pull}`
  return `issue ${issue}`
}
