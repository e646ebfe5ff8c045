/** `GET /user`, `GET /rate_limit`, and `POST /graphql`. */

import {commentNodeId} from './comments.ts'
import {answerGraphQL} from './graphql.ts'
import {user} from './people.ts'
import {type Answer, type Call, type Route, refuse, route} from './route.ts'
import type {Comment} from './state.ts'

function getUser(call: Call): Answer {
  if (!call.token) return refuse(401, 'Requires authentication')
  if (call.token.integration ?? true) return refuse(403, 'Resource not accessible by integration')
  const zero = {public_repos: 0, public_gists: 0, followers: 0, following: 0}
  const none = {name: null, company: null, blog: null, location: null, email: null, hireable: null, bio: null}
  const times = {created_at: '2020-01-01T00:00:00Z', updated_at: '2020-01-01T00:00:00Z'}
  return {json: {...user(call.api, call.token.login), ...none, ...zero, ...times}}
}

function rateLimit(call: Call): Answer {
  const limit = call.state.rate_limit ?? {limit: 5000, remaining: 4999, reset: 1_900_000_000}
  const rate = {...limit, used: limit.limit - limit.remaining}
  return {json: {resources: {core: rate, search: rate, graphql: rate}, rate}}
}

const allComments = (call: Call): Comment[] =>
  Object.values(call.state.repositories).flatMap(repo =>
    [...(repo.issues ?? []), ...(repo.pulls ?? [])].flatMap(issue => issue.comments ?? []),
  )

const shown = (comment: Comment | undefined) =>
  comment === undefined
    ? null
    : {
        id: commentNodeId(comment),
        databaseId: comment.id,
        isMinimized: comment.minimized ?? false,
        minimizedReason: comment.minimized ? 'outdated' : null,
        body: comment.body,
        author: {login: comment.user.login.replace(/\[bot\]$/, '')},
      }

/** Of comments it knows `viewer`, `node`, `nodes` and `minimizeComment`, by their names and variables or literals. */
function graphql(call: Call): Answer {
  if (!call.token) return refuse(401, 'This endpoint requires you to be authenticated.')
  const answer = answerGraphQL(call)
  if (answer) return answer
  const {query = '', variables = {}} = call.body as {query?: string; variables?: Record<string, unknown>}
  const fail = (type: string, message: string) => ({json: {data: null, errors: [{type, message}]}})
  const texts = [query, ...Object.values(variables).flat(3), JSON.stringify(variables)].map(String)
  const named = (comment: Comment) =>
    texts.some(text => new RegExp(`\\b${commentNodeId(comment)}\\b`).test(text))
  const found = allComments(call).filter(named)
  if (/\bminimizeComment\b/.test(query)) {
    const comment = found[0]
    if (!comment) return fail('NOT_FOUND', 'Could not resolve to a node with the given global id.')
    const {issues, pull_requests} = call.token.permissions
    if (issues !== 'write' && pull_requests !== 'write')
      return fail('FORBIDDEN', 'Resource not accessible by integration')
    comment.minimized = true
    return {json: {data: {minimizeComment: {clientMutationId: null, minimizedComment: shown(comment)}}}}
  }
  if (/\bviewer\b/.test(query)) return {json: {data: {viewer: {login: call.token.login}}}}
  if (/\bnodes\s*\(/.test(query)) return {json: {data: {nodes: found.map(shown)}}}
  if (/\bnode\s*\(/.test(query)) return {json: {data: {node: shown(found[0])}}}
  return fail('UNSUPPORTED', `the fake does not know this query: ${query.slice(0, 200)}`)
}

export const accountRoutes: Route[] = [
  route('GET', '/user', [], getUser),
  route('GET', '/rate_limit', [], rateLimit),
  route('POST', '/graphql', [], graphql),
]
