import type {FactsWanted} from '../model.ts'

/** The texts of what is asked by GraphQL. Every name that it uses is of GitHub's published schema. */

const PAGE = 100
const OPEN_PULLS = 10
const OPEN_COMMITS = 50
/** With more patterns than this one search for all of them is cheaper. */
const MANY_PATTERNS = 4
/** Clocks differ: as far as this before a commit is looked for it. */
const SKEW = 24 * 3600 * 1000

const FRAGMENTS: Record<string, string> = {
  Message:
    'on Commit {oid message committedDate url author {name email date} parents(first: 20) {nodes {oid}}}',
  Page: 'on CommitHistoryConnection {nodes {...Message} pageInfo {hasNextPage endCursor}}',
  Listed: `on Commit {oid history(first: ${PAGE}) {...Page}}`,
  Pull:
    'on PullRequest {number title url body updatedAt pullState: state headRefOid mergeCommit {...Message} ' +
    'closingIssuesReferences(first: 10) {nodes {number repository {nameWithOwner}}}}',
  Told: 'on Issue {number title url body updatedAt issueState: state}',
  Found: 'on Commit {...Message associatedPullRequests(first: 10) {nodes {...Pull}}}',
}

/** Whether `head` has `commit`, which was committed at `at`. */
export interface Pair {
  commit: string
  head: string
  /** RFC 3339. */
  at: string
}

/** What one more query is to find out. */
export interface Questions {
  /** Hashes, whole or not. */
  commits: string[]
  pulls: number[]
  issues: number[]
  pairs: Pair[]
  /** Older commits of the base branch: those after this cursor. */
  older: {tip: string; cursor: string} | null
}

// The escapes of JSON are those of GraphQL.
const text = (value: string) => JSON.stringify(value)
const NEWEST = 'orderBy: {field: UPDATED_AT, direction: DESC}'

const pulls = (numbers: readonly number[]) =>
  numbers.map(
    (n, i) => `p${i}: pullRequest(number: ${n}) {...Pull commits(last: 1) {nodes {commit {...Message}}}}`,
  )
const issues = (numbers: readonly number[]) =>
  numbers.map((n, i) => `i${i}: issueOrPullRequest(number: ${n}) {...Told ...Pull}`)
const commits = (refs: readonly string[]) =>
  refs.map((ref, i) => `f${i}: object(expression: ${text(ref)}) {...Found}`)

/**
 * Each part asks for the repository anew: what a token may not see makes that part null, and no other.
 */
function document(parts: Record<string, readonly string[]>, searches: readonly string[] = []): string {
  const asked = Object.entries(parts)
    .filter(([, fields]) => fields.length > 0)
    .map(([name, fields]) => `${name}: repository(owner: $owner, name: $name) {\n${fields.join('\n')}\n}`)
  const body = `query($owner: String!, $name: String!) {\n${[...asked, ...searches].join('\n')}\n}`
  const used = new Map<string, string>()
  const use = (from: string) => {
    for (const [, name] of from.matchAll(/\.\.\.([A-Z]\w*)/g))
      if (!used.has(name!)) {
        used.set(name!, `fragment ${name} ${FRAGMENTS[name!]}`)
        use(FRAGMENTS[name!]!)
      }
  }
  use(body)
  return [body, ...used.values()].join('\n')
}

/** Histories, newest pull requests and issues, and all that is declared. `tips`: hashes by the name of their listing. */
export function firstQuery(options: {
  /** Null: the default branch. */
  base: string | null
  tips: Record<string, string>
  asked: Omit<Questions, 'pairs' | 'older'>
  /** Patterns to search all issues and pull requests for; none is searched where it is empty. */
  patterns: readonly string[]
  repository: string
}): string {
  const {base, tips, asked, patterns, repository} = options
  const branch = base === null ? 'defaultBranchRef' : `ref(qualifiedName: ${text(`refs/heads/${base}`)})`
  const listings = Object.entries(tips).map(
    ([name, sha]) => `${name}: object(expression: ${text(sha)}) {...Listed}`,
  )
  const phrases =
    patterns.length > MANY_PATTERNS ? ['e2e-triage'] : patterns.map(pattern => `e2e-triage: ${pattern}`)
  const searches = phrases
    .flatMap(phrase =>
      ['issue', 'pr'].map(kind => `repo:${repository} is:${kind} in:body sort:updated-desc "${phrase}"`),
    )
    .map(
      (query, i) => `s${i}: search(type: ISSUE, first: 50, query: ${text(query)}) {nodes {...Told ...Pull}}`,
    )
  const code = [`base: ${branch} {name target {...Listed}}`, ...listings, ...commits(asked.commits)]
  const talk = [
    `newest: pullRequests(first: ${PAGE}, ${NEWEST}) {nodes {...Pull}}`,
    `open: pullRequests(first: ${OPEN_PULLS}, states: [OPEN], ${NEWEST}) ` +
      `{nodes {number commits(last: ${OPEN_COMMITS}) {nodes {commit {...Message}}}}}`,
    ...pulls(asked.pulls),
  ]
  const told = [`newest: issues(first: ${PAGE}, ${NEWEST}) {nodes {...Told}}`, ...issues(asked.issues)]
  return document({code, talk, told}, searches)
}

/**
 * What the first answer left open. Ancestry has no field of its own: a head has a commit if its history of the day
 * before that commit shows it (`w`), which is believed only if the commit's own history does (`c`). To what the base
 * branch has, the comparison answers (`b`).
 */
export function nextQuery(questions: Questions, base: {name: string; tip: string | null} | null): string {
  const {pairs, older} = questions
  const window = (pair: Pair, first: number) => {
    const since = `${new Date(Date.parse(pair.at) - SKEW).toISOString().slice(0, 19)}Z`
    return `history(first: ${first}, since: ${text(since)}, until: ${text(pair.at)})`
  }
  const windows = pairs.flatMap((pair, i) => [
    `w${i}: object(expression: ${text(pair.head)}) ` +
      `{... on Commit {${window(pair, PAGE)} {nodes {oid} pageInfo {hasNextPage}}}}`,
    `c${i}: object(expression: ${text(pair.commit)}) {... on Commit {${window(pair, 1)} {nodes {oid}}}}`,
  ])
  const compared = pairs.flatMap((pair, i) =>
    pair.head === base?.tip ? [`b${i}: compare(headRef: ${text(pair.commit)}) {status}`] : [],
  )
  const code = [
    ...commits(questions.commits),
    ...windows,
    ...(base && compared.length > 0
      ? [`base: ref(qualifiedName: ${text(`refs/heads/${base.name}`)}) {\n${compared.join('\n')}\n}`]
      : []),
    ...(older
      ? [
          `older: object(expression: ${text(older.tip)}) ` +
            `{... on Commit {history(first: ${PAGE}, after: ${text(older.cursor)}) {...Page}}}`,
        ]
      : []),
  ]
  return document({code, talk: pulls(questions.pulls), told: issues(questions.issues)})
}

/** Whether a text is a hash that can be asked for. */
export const isHash = (value: string | null): value is string =>
  value !== null && /^[0-9a-f]{4,40}$/.test(value)

/** What the catalog declares, and what is asked for it at once. */
export function declared({causes}: FactsWanted): Omit<Questions, 'pairs' | 'older'> {
  const fixes = causes.flatMap(cause => cause.fixes)
  const once = <T>(values: readonly T[]) => [...new Set(values)].slice(0, 100)
  return {
    commits: once(fixes.flatMap(fix => fix.commit?.toLowerCase() ?? []).filter(isHash)),
    pulls: once(fixes.flatMap(fix => fix.pull ?? [])),
    issues: once(fixes.flatMap(fix => fix.issue ?? [])),
  }
}
