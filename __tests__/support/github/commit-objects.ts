/** Commits as the API shows them. */
import {createHash} from 'node:crypto'
import {when} from './dag.ts'
import {idOf, nodeId, user} from './people.ts'
import type {Call} from './route.ts'
import type {Commit} from './state.ts'

const hash = (text: string | Buffer) => createHash('sha1').update(text).digest('hex')

export function commitObject(call: Call, commit: Commit) {
  const url = `${call.api}/repos/${call.name}`
  const html = `https://github.com/${call.name}/commit`
  const login = commit.author ?? 'octocat'
  const person = {name: login, email: `${login}@example.com`, date: when(commit)}
  const tree = hash(`tree ${commit.sha}`)
  return {
    sha: commit.sha,
    node_id: nodeId('C', idOf(commit.sha)),
    url: `${url}/commits/${commit.sha}`,
    html_url: `${html}/${commit.sha}`,
    comments_url: `${url}/commits/${commit.sha}/comments`,
    commit: {
      url: `${url}/git/commits/${commit.sha}`,
      message: commit.message ?? 'Change something',
      author: person,
      committer: person,
      tree: {sha: tree, url: `${url}/git/trees/${tree}`},
      comment_count: 0,
      verification: {verified: false, reason: 'unsigned', signature: null, payload: null, verified_at: null},
    },
    author: user(call.api, login),
    committer: user(call.api, login),
    parents: (commit.parents ?? []).map(sha => ({
      sha,
      url: `${url}/commits/${sha}`,
      html_url: `${html}/${sha}`,
    })),
  }
}

export const fileObjects = (call: Call, commits: Commit[]) =>
  [...new Set(commits.flatMap(commit => commit.files ?? []))].map(filename => ({
    sha: hash(filename),
    filename,
    status: 'modified',
    additions: 1,
    deletions: 1,
    changes: 2,
    blob_url: `https://github.com/${call.name}/blob/main/${filename}`,
    raw_url: `https://github.com/${call.name}/raw/main/${filename}`,
    contents_url: `${call.api}/repos/${call.name}/contents/${filename}`,
  }))
