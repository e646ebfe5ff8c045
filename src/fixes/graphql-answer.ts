import type {IssueFact, PullFact} from '../model.ts'
import type {Commit} from './graph.ts'
import type {Thread} from './repository.ts'

export interface Problem {
  type?: string
  path?: (string | number)[]
  message: string
}
export type Part = Record<string, unknown> | null
/** What GitHub says to a query: data with holes, and why they are there. */
export interface Reply {
  data?: Record<string, Part> | null
  errors?: Problem[]
}

/** Parts of GraphQL answers as `graphql-query.ts` asks for them; what a token may not see is null. */
export interface Message {
  oid: string
  message: string
  committedDate: string
  url: string
  author: {name: string | null; email: string | null; date: string | null} | null
  parents: {nodes: ({oid: string} | null)[] | null}
}
export interface Page {
  nodes: (Message | null)[] | null
  pageInfo: {hasNextPage: boolean; endCursor: string | null}
}
export interface Listed {
  oid?: string
  history?: Page
}
interface Common {
  number: number
  title: string
  url: string
  body: string
  updatedAt: string
}
export interface PullPart extends Common {
  pullState: 'OPEN' | 'CLOSED' | 'MERGED'
  headRefOid: string
  mergeCommit: Message | null
  closingIssuesReferences: Nodes<{number: number; repository: {nameWithOwner: string}}>
  commits?: Nodes<{commit: Message}>
}
export interface IssuePart extends Common {
  issueState: 'OPEN' | 'CLOSED'
}
export type Told = IssuePart | PullPart
export type Found = Partial<Message> & {associatedPullRequests?: Nodes<PullPart>}
export type Nodes<T> = {nodes: (T | null)[] | null} | null

/** What was found out of a connection, without the holes. */
export const nodes = <T>(connection: Nodes<T> | undefined): T[] =>
  (connection?.nodes ?? []).filter(node => node !== null) as T[]

export const isPull = (part: Told): part is PullPart => 'pullState' in part

export const asCommit = (part: Message): Commit => ({
  sha: part.oid,
  parents: nodes(part.parents).map(parent => parent.oid),
  message: part.message,
  committed_at: part.committedDate,
  author: part.author ? `${part.author.name} <${part.author.email}> ${part.author.date}` : null,
  url: part.url,
})

const lower = <T extends string>(state: T) => state.toLowerCase() as Lowercase<T>
const title = (part: Common) => part.title.slice(0, 200)

export const asPull = (part: PullPart): PullFact => ({
  number: part.number,
  title: title(part),
  url: part.url,
  state: lower(part.pullState),
  merge_commit: part.mergeCommit?.oid ?? null,
  head: part.headRefOid,
  why: null,
})

/** Of a pull request too, as REST has it: there a merged one is closed. */
export const asIssue = (part: Told): IssueFact => ({
  number: part.number,
  title: title(part),
  url: part.url,
  state: (isPull(part) ? part.pullState : part.issueState) === 'OPEN' ? 'open' : 'closed',
  why: null,
})

export const asThread = (part: Told, repository: string): Thread => ({
  type: isPull(part) ? 'pull' : 'issue',
  number: part.number,
  title: title(part),
  url: part.url,
  body: part.body,
  state: lower(isPull(part) ? part.pullState : part.issueState),
  ...(isPull(part)
    ? {
        closes: nodes(part.closingIssuesReferences)
          .filter(issue => issue.repository.nameWithOwner.toLowerCase() === repository.toLowerCase())
          .map(issue => issue.number),
      }
    : {}),
})
