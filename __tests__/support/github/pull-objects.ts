/** Pull requests as the API shows them, and their commits. */
import {ancestors, between, graph, resolve} from './dag.ts'
import {fullRepository, idOf, nodeId, user} from './people.ts'
import type {Call} from './route.ts'
import {NOON, type Pull} from './state.ts'

export const baseRef = (call: Call, pull: Pull) => pull.base?.ref ?? call.repo.default_branch ?? 'main'
function baseSha(call: Call, pull: Pull): string | null {
  if (pull.base?.sha) return pull.base.sha
  // Once merged, the base branch has all commits of the pull request: look at it as it was before.
  const merged = pull.merge_commit_sha && graph(call.state, call.name).get(pull.merge_commit_sha)
  if (pull.merged_at && merged) return merged.parents?.[0] ?? null
  return resolve(call.state, call.name, baseRef(call, pull))
}
export const commitsOf = (call: Call, pull: Pull) =>
  between(graph(call.state, call.name), baseSha(call, pull), pull.head.sha)
export const headRepo = (call: Call, pull: Pull) =>
  pull.head.repo === undefined ? call.name : pull.head.repo

/**
 * Pull requests that hold or landed a commit: of a commit on the default branch only merged ones, and none where no
 * branch of this repository has it, as for a fork's.
 */
export function pullsWith(call: Call, sha: string): Pull[] {
  const commits = graph(call.state, call.name)
  const branches = call.repo.branches ?? {}
  const has = (head: string | undefined) => head !== undefined && ancestors(commits, head).has(sha)
  if (!Object.values(branches).some(has)) return []
  const landed = has(branches[call.repo.default_branch ?? 'main'])
  return (call.repo.pulls ?? [])
    .filter(pull => pull.merged_at || !landed)
    .filter(pull => pull.merge_commit_sha === sha || commitsOf(call, pull).some(commit => commit.sha === sha))
}

export const stateOf = (pull: Pull) => pull.state ?? (pull.merged_at ? 'closed' : 'open')

/** A pull request as runs carry it. */
export function pullMinimal(call: Call, pull: Pull) {
  const repo = (name: string) => ({
    id: idOf(name),
    url: `${call.api}/repos/${name}`,
    name: name.split('/')[1],
  })
  return {
    id: idOf(`${call.name}#${pull.number}`),
    number: pull.number,
    url: `${call.api}/repos/${call.name}/pulls/${pull.number}`,
    head: {ref: pull.head.ref, sha: pull.head.sha, repo: repo(headRepo(call, pull) ?? call.name)},
    base: {ref: baseRef(call, pull), sha: baseSha(call, pull) ?? '', repo: repo(call.name)},
  }
}

export function pullSimple(call: Call, pull: Pull) {
  const repoUrl = `${call.api}/repos/${call.name}`
  const url = `${repoUrl}/pulls/${pull.number}`
  const issue = `${repoUrl}/issues/${pull.number}`
  const html = `https://github.com/${call.name}/pull/${pull.number}`
  const statuses = `${repoUrl}/statuses/${pull.head.sha}`
  const id = idOf(`${call.name}#${pull.number}`)
  const end = (ref: string, sha: string, name: string | null) => ({
    label: `${(name ?? 'unknown/repository').split('/')[0]}:${ref}`,
    ref,
    sha,
    user: name === null ? null : user(call.api, name.split('/')[0]!),
    repo: name === null ? null : fullRepository(call.api, name, call.state.repositories[name]),
  })
  return {
    id,
    node_id: nodeId('PR', id),
    number: pull.number,
    state: stateOf(pull),
    locked: pull.locked ?? false,
    title: pull.title ?? `Pull request ${pull.number}`,
    body: pull.body ?? null,
    draft: pull.draft ?? false,
    user: user(call.api, pull.user ?? 'octocat'),
    labels: (pull.labels ?? []).map(name => ({
      id: idOf(name),
      node_id: nodeId('LA', idOf(name)),
      url: `${repoUrl}/labels/${encodeURIComponent(name)}`,
      name,
      description: '',
      color: 'ededed',
      default: false,
    })),
    assignee: null,
    assignees: [],
    requested_reviewers: [],
    requested_teams: [],
    milestone: null,
    auto_merge: null,
    author_association: 'CONTRIBUTOR',
    created_at: pull.created_at ?? NOON,
    updated_at: pull.updated_at ?? NOON,
    closed_at: stateOf(pull) === 'closed' ? (pull.merged_at ?? pull.updated_at ?? NOON) : null,
    merged_at: pull.merged_at ?? null,
    merge_commit_sha: pull.merge_commit_sha ?? null,
    head: end(pull.head.ref, pull.head.sha, headRepo(call, pull)),
    base: end(baseRef(call, pull), baseSha(call, pull) ?? '', call.name),
    url,
    html_url: html,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    issue_url: issue,
    comments_url: `${issue}/comments`,
    commits_url: `${url}/commits`,
    review_comments_url: `${url}/comments`,
    review_comment_url: `${repoUrl}/pulls/comments{/number}`,
    statuses_url: statuses,
    _links: Object.fromEntries(
      Object.entries({
        self: url,
        html,
        issue,
        comments: `${issue}/comments`,
        review_comments: `${url}/comments`,
        review_comment: `${repoUrl}/pulls/comments{/number}`,
        commits: `${url}/commits`,
        statuses,
      }).map(([key, href]) => [key, {href}]),
    ),
  }
}
