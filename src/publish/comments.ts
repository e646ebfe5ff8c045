import type {Octokit} from '@octokit/rest'
import {hasMarker, markerLine, retiredLine} from './marker.ts'
import {statusOf} from './refusal.ts'

export type Client = Pick<Octokit, 'request' | 'paginate' | 'graphql'>

/** One of our comments, as far as we need it. */
export interface Found {
  id: number
  node_id: string
  html_url: string
  body: string
}

export interface Place {
  client: Client
  owner: string
  repo: string
  pr: number
  key: string
  /** Whom the token writes as. */
  me: string
}

/** Our comments on the pull request, on all pages, oldest first: marker and author must both be ours. */
export async function listOwn({client, owner, repo, pr, key, me}: Place): Promise<Found[]> {
  const all = await client.paginate('GET /repos/{owner}/{repo}/issues/{issue_number}/comments', {
    owner,
    repo,
    issue_number: pr,
    per_page: 100,
  })
  return all
    .filter(comment => hasMarker(key, comment.body) && sameLogin(comment.user?.login, me))
    .filter(comment => !(comment as {minimized?: unknown}).minimized)
    .sort((a, b) => a.created_at.localeCompare(b.created_at) || a.id - b.id)
    .map(({id, node_id, html_url, body}) => ({id, node_id, html_url, body: body ?? ''}))
}

/**
 * Whom the token writes as. A workflow's own token may not ask `GET /user`; an App's neither, but GraphQL
 * tells it.
 */
export async function ownLogin(client: Client): Promise<string> {
  try {
    return (await client.request('GET /user')).data.login
  } catch (error) {
    // Anything but a refusal says nothing about who we are: a wrong guess would make a second comment.
    if (![401, 403, 404].includes(statusOf(error) ?? 0)) throw error
    try {
      const {viewer} = await client.graphql<{viewer: {login: string}}>(VIEWER)
      return /\[bot\]$/.test(viewer.login) ? viewer.login : `${viewer.login}[bot]`
    } catch {
      return 'github-actions[bot]'
    }
  }
}

// REST and GraphQL spell a bot differently, but nobody can register a name that ends in `[bot]`.
function sameLogin(author: string | undefined, me: string): boolean {
  return author !== undefined && author.toLowerCase() === me.toLowerCase()
}

export async function write({client, owner, repo}: Place, id: number, body: string): Promise<void> {
  await client.request('PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', {
    owner,
    repo,
    comment_id: id,
    body,
  })
}

export async function remove({client, owner, repo}: Place, {id}: Found): Promise<void> {
  await client
    .request('DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}', {owner, repo, comment_id: id})
    .catch(() => {})
}

/** GraphQL: who we are. */
export const VIEWER = '{viewer {login}}'

/** GraphQL: folds a comment. */
export const HIDE = `mutation($id: ID!) {
  minimizeComment(input: {subjectId: $id, classifier: OUTDATED}) {minimizedComment {isMinimized}}
}`

/** Folds a comment away for good: without our marker no later run finds it. Best effort. */
export async function retire(place: Place, {id, node_id, body}: Found): Promise<void> {
  try {
    await write(place, id, body.replace(markerLine(place.key), retiredLine(place.key)))
    await place.client.graphql(HIDE, {id: node_id})
  } catch {
    // An old comment that stays visible does no harm.
  }
}
