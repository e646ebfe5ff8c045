/** Pull requests. */
import {commitObject} from './commit-objects.ts'
import {user} from './people.ts'
import {baseRef, commitsOf, headRepo, pullSimple, stateOf} from './pull-objects.ts'
import {type Answer, type Call, type Need, notFound, page, type Route, route} from './route.ts'
import {NOON, type Pull} from './state.ts'

const read: Need = [['pull_requests', 'read']]

function list(call: Call): Answer {
  const query = (name: string) => call.query.get(name)
  const wanted = query('state') ?? 'open'
  const [owner, ref] = /^([^:]+):(.+)$/.exec(query('head') ?? '')?.slice(1) ?? []
  const sort = query('sort') === 'updated' ? 'updated_at' : 'created_at'
  const descending = (query('direction') ?? (query('sort') ? 'asc' : 'desc')) === 'desc'
  const found = (call.repo.pulls ?? [])
    .filter(pull => wanted === 'all' || stateOf(pull) === wanted)
    .filter(pull => !query('base') || baseRef(call, pull) === query('base'))
    // A head without an owner filters nothing.
    .filter(p => !owner || (p.head.ref === ref && headRepo(call, p)?.split('/')[0] === owner))
    .sort((a, b) => (a[sort] ?? NOON).localeCompare(b[sort] ?? NOON) || a.number - b.number)
  if (descending) found.reverse()
  return page(call, `/repos/${call.name}/pulls`, found, pull => pullSimple(call, pull))
}

function withPull(answer: (call: Call, pull: Pull) => Answer): Route['run'] {
  return call => {
    const pull = call.repo.pulls?.find(p => p.number === Number(call.params['pull_number']))
    return pull ? answer(call, pull) : notFound()
  }
}

function getPull(call: Call, pull: Pull): Answer {
  const commits = commitsOf(call, pull)
  return {
    json: {
      ...pullSimple(call, pull),
      merged: pull.merged_at != null,
      merged_by: pull.merged_at ? user(call.api, 'octocat') : null,
      mergeable: null,
      mergeable_state: 'unknown',
      rebaseable: null,
      maintainer_can_modify: false,
      comments: pull.comments?.length ?? 0,
      review_comments: 0,
      commits: commits.length,
      additions: commits.length,
      deletions: 0,
      changed_files: new Set(commits.flatMap(c => c.files ?? [])).size,
    },
  }
}

const getCommits = (call: Call, pull: Pull): Answer =>
  // GitHub lists 250 at most.
  page(
    call,
    `/repos/${call.name}/pulls/${pull.number}/commits`,
    commitsOf(call, pull).slice(0, 250),
    commit => commitObject(call, commit),
  )

export const pullRoutes: Route[] = [
  route('GET', 'pulls', read, list),
  route('GET', 'pulls/{pull_number}', read, withPull(getPull)),
  route('GET', 'pulls/{pull_number}/commits', read, withPull(getCommits)),
]
