import type {PullFact} from '../model.ts'
import type {Commit} from './graph.ts'
import {
  asCommit,
  asIssue,
  asPull,
  asThread,
  type Found,
  isPull,
  type Listed,
  type Message,
  type Nodes,
  nodes,
  type Page,
  type Part,
  type PullPart,
  type Reply,
  type Told,
} from './graphql-answer.ts'
import type {Known} from './graphql-known.ts'
import type {Questions} from './graphql-query.ts'

/** What each answer adds to what is known. */

type Asked = Omit<Questions, 'pairs' | 'older'>

export function learnFirst(
  known: Known,
  reply: Reply,
  tips: Record<string, string>,
  asked: Asked,
  repository: string,
) {
  const data = reply.data ?? {}
  const {code, talk, told} = data
  const base = code?.['base'] as {name: string; target: Listed | null} | null | undefined
  const baseTip = base?.target ? learnListing(known, base.target) : null
  if (base && baseTip !== null) known.base = {name: base.name, tip: baseTip}
  for (const [name, sha] of Object.entries(tips)) {
    const tip = learnListing(known, code?.[name] as Listed | null)
    if (tip?.startsWith(sha)) known.tips.set(name, tip)
    else if (code && !brokenAt(reply).has(`code.${name}`)) known.gone.add(sha)
  }
  const found = Object.entries(data).flatMap(([name, part]) =>
    /^s\d+$/.test(name) ? nodes(part as Nodes<Told>) : [],
  )
  const listed = [
    ...nodes(talk?.['newest'] as Nodes<Told>),
    ...nodes(told?.['newest'] as Nodes<Told>),
    ...found,
  ]
  for (const part of listed.sort((a, b) => b.updatedAt.localeCompare(a.updatedAt)))
    learnTold(known, part, repository)
  for (const {number, commits} of nodes(talk?.['open'] as Nodes<Pick<PullPart, 'number' | 'commits'>>)) {
    const pull = known.pulls.get(number)
    if (pull)
      for (const {commit} of nodes(commits)) known.open.push({pull, commit: learnCommit(known, commit)})
  }
  learnAsked(known, reply, asked)
}

export function learnNext(known: Known, reply: Reply, questions: Questions): void {
  learnAsked(known, reply, questions)
  const code = reply.data?.['code']
  const compared = code?.['base'] as Record<string, {status: string} | null> | null | undefined
  for (const [i, {commit, head}] of questions.pairs.entries()) {
    const status = compared?.[`b${i}`]?.status
    const there = status ? status === 'BEHIND' || status === 'IDENTICAL' : windowTells(code, i, commit)
    known.has.set(`${commit}..${head}`, there)
  }
  const {older} = questions
  const listing = older && known.listings.get(older.tip)
  if (listing) {
    const page = (code?.['older'] as Listed | null | undefined)?.history
    listing.commits.push(...nodes(page).map(asCommit))
    // Without an answer no further page can follow, and the listing is not complete.
    listing.cursor = page ? cursorOf(page) : UNKNOWN
  }
}

/** A cursor that leads nowhere: there is more, but it cannot be had. */
export const UNKNOWN = ''

const cursorOf = ({pageInfo}: Page): string | null =>
  pageInfo.hasNextPage ? (pageInfo.endCursor ?? UNKNOWN) : null

/** Null where the history of that day is too long, or does not show even the commit's own. */
function windowTells(code: Part | undefined, index: number, commit: string): boolean | null {
  const history = (code?.[`w${index}`] as Listed | null | undefined)?.history
  const own = (code?.[`c${index}`] as Listed | null | undefined)?.history
  if (!history) return null
  if (nodes<Pick<Message, 'oid'>>(history).some(({oid}) => oid === commit)) return true
  const believable = nodes<Pick<Message, 'oid'>>(own).some(({oid}) => oid === commit)
  return believable && !history.pageInfo.hasNextPage ? false : null
}

function learnListing(known: Known, listed: Listed | null | undefined): string | null {
  if (!listed?.oid || !listed.history) return null
  known.listings.set(listed.oid, {
    commits: nodes(listed.history).map(asCommit),
    cursor: cursorOf(listed.history),
  })
  return listed.oid
}

function learnCommit(known: Known, part: Message): Commit {
  const commit = asCommit(part)
  known.commits.set(commit.sha, commit)
  return commit
}

function learnPull(known: Known, part: PullPart): PullFact {
  const pull = asPull(part)
  known.pulls.set(pull.number, pull)
  if (part.mergeCommit) learnCommit(known, part.mergeCommit)
  for (const {commit} of nodes(part.commits)) learnCommit(known, commit)
  return pull
}

function learnTold(known: Known, part: Told, repository: string): void {
  const thread = asThread(part, repository)
  const key = `${thread.type} ${thread.number}`
  if (!known.threads.has(key)) known.threads.set(key, thread)
  if (isPull(part)) learnPull(known, part)
  else known.issues.set(part.number, asIssue(part))
}

/** Where nothing stands for another reason than that there is nothing: `code.f0`. */
const brokenAt = ({errors = []}: Reply): Set<string> =>
  new Set(errors.flatMap(({type, path = []}) => (type === 'NOT_FOUND' ? [] : [path.slice(0, 2).join('.')])))

/** The answers to what was asked by hash and number; null: GitHub does not have it. */
function learnAsked(known: Known, reply: Reply, asked: Asked): void {
  const {code, talk, told} = reply.data ?? {}
  const broken = brokenAt(reply)
  /** What stands at a place; undefined where that is no answer. */
  const at = (name: string, part: Part | undefined, key: string, what: string): unknown => {
    if (part && (part[key] || !broken.has(`${name}.${key}`))) return part[key] ?? null
    known.refused.add(what)
    return undefined
  }
  for (const [i, ref] of asked.commits.entries()) {
    const part = at('code', code, `f${i}`, `commit ${ref}`) as Found | null | undefined
    if (part === undefined) continue
    // A branch may be named like a hash, and a tag may be what it names.
    const commit =
      part?.oid?.startsWith(ref) && part.message !== undefined ? learnCommit(known, part as Message) : null
    known.commits.set(ref, commit)
    if (commit)
      known.bringing.set(
        commit.sha,
        nodes(part?.associatedPullRequests).map(pull => learnPull(known, pull)),
      )
  }
  for (const [i, number] of asked.pulls.entries()) {
    const part = at('talk', talk, `p${i}`, `pull ${number}`) as PullPart | null | undefined
    if (part) learnPull(known, part)
    else if (part === null) known.pulls.set(number, null)
  }
  for (const [i, number] of asked.issues.entries()) {
    const part = at('told', told, `i${i}`, `issue ${number}`) as Told | null | undefined
    if (part !== undefined) known.issues.set(number, part && asIssue(part))
  }
}
