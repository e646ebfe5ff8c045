/**
 * The part of GitHub's GraphQL schema that the fake answers: names, arguments and nullability as GitHub publishes them
 * (https://docs.github.com/public/fpt/schema.docs.graphql). What is not here is refused, as a wrong name would be.
 */
import {parseSchema} from './graphql-parse.ts'

export const schema = parseSchema(`
scalar String
scalar Int
scalar Boolean
scalar ID
scalar URI
scalar DateTime
scalar GitObjectID
scalar GitTimestamp

enum OrderDirection { ASC DESC }
enum IssueOrderField { COMMENTS CREATED_AT UPDATED_AT }
enum IssueState { CLOSED OPEN }
enum PullRequestState { CLOSED MERGED OPEN }
enum ComparisonStatus { AHEAD BEHIND DIVERGED IDENTICAL }
enum SearchType { DISCUSSION ISSUE REPOSITORY USER }
input IssueOrder { direction: OrderDirection! field: IssueOrderField! }

type Query {
  repository(followRenames: Boolean, name: String!, owner: String!): Repository
  search(after: String, before: String, first: Int, last: Int, query: String!, type: SearchType!): SearchResultItemConnection!
}
type Repository {
  defaultBranchRef: Ref
  issue(number: Int!): Issue
  issueOrPullRequest(number: Int!): IssueOrPullRequest
  issues(after: String, before: String, first: Int, last: Int, labels: [String!], orderBy: IssueOrder, states: [IssueState!]): IssueConnection!
  nameWithOwner: String!
  object(expression: String, oid: GitObjectID): GitObject
  pullRequest(number: Int!): PullRequest
  pullRequests(after: String, baseRefName: String, before: String, first: Int, headRefName: String, labels: [String!], last: Int, orderBy: IssueOrder, states: [PullRequestState!]): PullRequestConnection!
  ref(qualifiedName: String!): Ref
}
type Ref {
  compare(headRef: String!): Comparison
  name: String!
  prefix: String!
  target: GitObject
}
type Comparison {
  aheadBy: Int!
  baseTarget: GitObject!
  behindBy: Int!
  headTarget: GitObject!
  status: ComparisonStatus!
}
interface GitObject { abbreviatedOid: String! id: ID! oid: GitObjectID! }
type Commit implements GitObject {
  abbreviatedOid: String!
  associatedPullRequests(after: String, before: String, first: Int, last: Int): PullRequestConnection
  author: GitActor
  committedDate: DateTime!
  committer: GitActor
  history(after: String, before: String, first: Int, last: Int, path: String, since: GitTimestamp, until: GitTimestamp): CommitHistoryConnection!
  id: ID!
  message: String!
  messageHeadline: String!
  oid: GitObjectID!
  parents(after: String, before: String, first: Int, last: Int): CommitConnection!
  url: URI!
}
type GitActor { date: GitTimestamp email: String name: String }
type PageInfo { endCursor: String hasNextPage: Boolean! hasPreviousPage: Boolean! startCursor: String }
type CommitConnection { nodes: [Commit] pageInfo: PageInfo! totalCount: Int! }
type CommitHistoryConnection { nodes: [Commit] pageInfo: PageInfo! totalCount: Int! }
type IssueConnection { nodes: [Issue] pageInfo: PageInfo! totalCount: Int! }
type PullRequestConnection { nodes: [PullRequest] pageInfo: PageInfo! totalCount: Int! }
type PullRequestCommitConnection { nodes: [PullRequestCommit] pageInfo: PageInfo! totalCount: Int! }
type SearchResultItemConnection { issueCount: Int! nodes: [SearchResultItem] pageInfo: PageInfo! }
type PullRequestCommit { commit: Commit! }
type Issue {
  body: String!
  number: Int!
  repository: Repository!
  state: IssueState!
  title: String!
  updatedAt: DateTime!
  url: URI!
}
type PullRequest {
  baseRefName: String!
  body: String!
  closingIssuesReferences(after: String, before: String, first: Int, last: Int, orderBy: IssueOrder): IssueConnection
  commits(after: String, before: String, first: Int, last: Int): PullRequestCommitConnection!
  headRefName: String!
  headRefOid: GitObjectID!
  mergeCommit: Commit
  merged: Boolean!
  mergedAt: DateTime
  number: Int!
  repository: Repository!
  state: PullRequestState!
  title: String!
  updatedAt: DateTime!
  url: URI!
}
union IssueOrPullRequest = Issue | PullRequest
union SearchResultItem = Issue | PullRequest
`)

/** Whether a value of the object type `name` may stand where `wanted` is asked for. */
export const isA = (name: string, wanted: string): boolean =>
  name === wanted ||
  (schema[name]?.names.includes(wanted) ?? false) ||
  (schema[wanted]?.kind === 'union' && schema[wanted].names.includes(name))

export const isLeaf = (name: string): boolean => ['scalar', 'enum'].includes(schema[name]?.kind ?? '')
