import {type Client, type Found, listOwn, ownLogin, type Place, remove, retire, write} from './comments.ts'
import {type CommentState, isNewer, readState, withMarker} from './marker.ts'
import {refusal, statusOf} from './refusal.ts'

export type CommentMode = 'update' | 'recreate' | 'hide-and-recreate'

export interface CommentRequest {
  client: Client
  owner: string
  repo: string
  pr: number
  /** The page, without our marker; at most 60,000 characters together with it. */
  body: string
  state: CommentState
  mode: CommentMode
  /** Keeps the comments of several workflows apart. */
  key: string
  /** Whether a suite failed. Where none did, an old comment is resolved in place and no new one is made. */
  failed: boolean
  /** Makes a comment where nothing failed, too. */
  always: boolean
  /** Whether the run is of a fork: says what a refusal means. */
  fork: boolean
}

export interface CommentResult {
  done: 'created' | 'updated' | 'recreated' | 'silent' | 'outdated' | 'refused'
  id: number | null
  url: string | null
  /** What a person should know, for one warning. */
  warning: string | null
}

/**
 * Keeps the one comment of `key` on a pull request up to date. It is ours where marker and author agree; a
 * run older than the comment, or than the pull request's head, leaves it alone. Never throws.
 */
export async function publishComment(request: CommentRequest): Promise<CommentResult> {
  try {
    return await publish({...request, me: await ownLogin(request.client)})
  } catch (error) {
    return {...nothing('refused'), warning: refusal(error, request.fork)}
  }
}

type Task = CommentRequest & Place

async function publish(request: Task): Promise<CommentResult> {
  const {state, failed, always, mode} = request
  const own = await listOwn(request)
  if (own.length === 0 && !failed && !always) return nothing('silent')
  if (own.some(comment => isNewer(readState(comment.body), state)) || (await hasMoved(request))) {
    return nothing('outdated')
  }
  const text = withMarker(request.key, state, request.body)
  const [oldest, ...others] = own
  if (!oldest) return create(request, text)
  if (mode === 'update' || !failed) {
    const updated = await update(request, oldest, text)
    for (const other of others) await retire(request, other)
    return updated ? result('updated', updated) : create(request, text, own)
  }
  // A new comment first: where that is refused, the old one is still there.
  const made = await create(request, text, own)
  for (const old of own) await (mode === 'hide-and-recreate' ? retire(request, old) : remove(request, old))
  return {...made, done: 'recreated'}
}

/** Null where somebody has deleted the comment in the meantime. */
async function update(request: Task, old: Found, text: string): Promise<Found | null> {
  for (let tries = 0; ; tries++) {
    try {
      await write(request, old.id, text)
    } catch (error) {
      if (statusOf(error) !== 404) throw error
      return null
    }
    // Two runs that end at once may both have found the comment free: the newer one must win.
    const now = (await listOwn(request)).find(comment => comment.id === old.id)
    if (!now || now.body === text || isNewer(readState(now.body), request.state) || tries > 0) return old
  }
}

/** A new comment. Of two that were made at once, the later one goes again. */
async function create(request: Task, text: string, known: Found[] = []): Promise<CommentResult> {
  const {client, owner, repo, pr} = request
  const before = new Set(known.map(comment => comment.id))
  const outcome = await client
    .request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', {
      owner,
      repo,
      issue_number: pr,
      body: text,
      // A repeated POST is a second comment.
      request: {retries: 0},
    })
    .catch((error: unknown) => {
      // A gateway's error says nothing about whether the comment was made.
      if ((statusOf(error) ?? 0) < 500) throw error
      return error
    })
  const made = isAnswer(outcome) ? {...outcome.data, body: text} : null
  const listed = (await listOwn(request)).filter(comment => !before.has(comment.id))
  const [first, ...later] = listed.length > 0 || !made ? listed : [made]
  if (!first) throw outcome
  if (first.body !== text && !isNewer(readState(first.body), request.state))
    await write(request, first.id, text)
  for (const double of later.filter(comment => comment.body === text)) await remove(request, double)
  return result('created', first)
}

function isAnswer(outcome: unknown): outcome is {data: Omit<Found, 'body'>} {
  return typeof outcome === 'object' && outcome !== null && 'data' in outcome
}

/** Whether the pull request has got other commits since this run. Unknown heads count as not moved. */
async function hasMoved({client, owner, repo, pr, state}: CommentRequest): Promise<boolean> {
  if (state.head_sha === null) return false
  const {data} = await client.request('GET /repos/{owner}/{repo}/pulls/{pull_number}', {
    owner,
    repo,
    pull_number: pr,
  })
  return data.head.sha !== state.head_sha && data.merge_commit_sha !== state.head_sha
}

function nothing(done: CommentResult['done']): CommentResult {
  return {done, id: null, url: null, warning: null}
}

function result(done: CommentResult['done'], {id, html_url}: Found): CommentResult {
  return {done, id, url: html_url, warning: null}
}
