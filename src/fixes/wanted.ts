import type {FactsWanted, FixRef, Run} from '../model.ts'

/** What to ask git and GitHub: each cause once, whatever number of suites it broke. */
export function wantedFacts(input: {
  run: Run
  /** Base branch, null where unknown. */
  base: string | null
  /** The merge commit that was tested, null or absent where unknown. */
  merge?: string | null
  /** The root causes of all failed suites, with what the catalog declares for them. */
  causes: readonly {pattern: string; fixes: readonly FixRef[]}[]
  /** Heads of other runs that were recorded, oldest first. */
  heads: readonly (string | null)[]
}): FactsWanted {
  const {run, base, merge = null, causes, heads} = input
  const once = new Map(causes.map(({pattern, fixes}) => [pattern, {pattern, fixes}]))
  return {
    repository: run.repository,
    tested: run.head_sha,
    merge_sha: merge,
    base,
    causes: [...once.values()],
    heads: [...new Set(heads.filter(head => head !== null && head !== run.head_sha))] as string[],
  }
}
