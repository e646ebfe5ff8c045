/** The small objects that GitHub puts into everything: users and repositories. */
import {createHash} from 'node:crypto'
import type {Repository} from './state.ts'
import {NOON} from './state.ts'

/** A stable number for a name, as an id. */
export const idOf = (name: string) => createHash('sha1').update(name).digest().readUInt32BE() >>> 1
export const nodeId = (kind: string, id: number) => `${kind}_${Buffer.from(String(id)).toString('base64url')}`

export function user(api: string, login: string, type?: string) {
  const url = `${api}/users/${encodeURIComponent(login)}`
  return {
    login,
    id: idOf(login),
    node_id: nodeId('U', idOf(login)),
    avatar_url: 'https://avatars.githubusercontent.com/u/1?v=4',
    gravatar_id: '',
    url,
    html_url: `https://github.com/${encodeURIComponent(login)}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type: type ?? (login.endsWith('[bot]') ? 'Bot' : 'User'),
    user_view_type: 'public',
    site_admin: false,
  }
}

const links = {
  archive_url: '{archive_format}{/ref}',
  assignees_url: 'assignees{/user}',
  blobs_url: 'git/blobs{/sha}',
  branches_url: 'branches{/branch}',
  collaborators_url: 'collaborators{/collaborator}',
  comments_url: 'comments{/number}',
  commits_url: 'commits{/sha}',
  compare_url: 'compare/{base}...{head}',
  contents_url: 'contents/{+path}',
  contributors_url: 'contributors',
  deployments_url: 'deployments',
  downloads_url: 'downloads',
  events_url: 'events',
  forks_url: 'forks',
  git_commits_url: 'git/commits{/sha}',
  git_refs_url: 'git/refs{/sha}',
  git_tags_url: 'git/tags{/sha}',
  hooks_url: 'hooks',
  issue_comment_url: 'issues/comments{/number}',
  issue_events_url: 'issues/events{/number}',
  issues_url: 'issues{/number}',
  keys_url: 'keys{/key_id}',
  labels_url: 'labels{/name}',
  languages_url: 'languages',
  merges_url: 'merges',
  milestones_url: 'milestones{/number}',
  notifications_url: 'notifications{?since,all,participating}',
  pulls_url: 'pulls{/number}',
  releases_url: 'releases{/id}',
  stargazers_url: 'stargazers',
  statuses_url: 'statuses/{sha}',
  subscribers_url: 'subscribers',
  subscription_url: 'subscription',
  tags_url: 'tags',
  teams_url: 'teams',
  trees_url: 'git/trees{/sha}',
}

/** The short form that runs carry. */
export function minimalRepository(api: string, fullName: string, repo?: Repository) {
  const [owner = '', name = ''] = fullName.split('/')
  const url = `${api}/repos/${fullName}`
  return {
    id: idOf(fullName),
    node_id: nodeId('R', idOf(fullName)),
    name,
    full_name: fullName,
    private: repo?.private ?? false,
    owner: user(api, owner),
    html_url: `https://github.com/${fullName}`,
    description: null,
    fork: repo?.fork_of !== undefined,
    url,
    ...Object.fromEntries(Object.entries(links).map(([key, path]) => [key, `${url}/${path}`])),
  }
}

/** The form that pull requests carry and that `GET /repos/{owner}/{repo}` answers. */
export function fullRepository(api: string, fullName: string, repo: Repository = {}) {
  const base = `github.com/${fullName}`
  return {
    ...minimalRepository(api, fullName, repo),
    default_branch: repo.default_branch ?? 'main',
    visibility: repo.private ? 'private' : 'public',
    clone_url: `https://${base}.git`,
    git_url: `git://${base}.git`,
    ssh_url: `git@${base.replace('/', ':')}.git`,
    svn_url: `https://${base}`,
    mirror_url: null,
    homepage: null,
    language: 'Go',
    license: null,
    archived: false,
    disabled: false,
    has_issues: true,
    has_projects: true,
    has_wiki: true,
    has_pages: false,
    has_downloads: true,
    has_discussions: false,
    forks: 0,
    forks_count: 0,
    open_issues: 0,
    open_issues_count: 0,
    stargazers_count: 0,
    watchers: 0,
    watchers_count: 0,
    network_count: 0,
    subscribers_count: 0,
    size: 1,
    pushed_at: NOON,
    created_at: NOON,
    updated_at: NOON,
  }
}
