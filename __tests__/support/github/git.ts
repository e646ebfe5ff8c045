/** Repositories, branches, commits, comparisons. */

import {commitObject, fileObjects} from './commit-objects.ts'
import {ancestors, between, graph, mergeBase, ordered, resolve, when} from './dag.ts'
import {fullRepository} from './people.ts'
import {pullSimple, pullsWith} from './pull-objects.ts'
import {type Answer, type Call, type Need, notFound, page, type Route, refuse, route} from './route.ts'

const contents: Need = [['contents', 'read']]
const unknown = (ref: string) => refuse(422, `No commit found for SHA: ${ref}`)

function getCommit(call: Call): Answer {
  const commit = graph(call.state, call.name).get(resolve(call.state, call.name, call.params['ref']!) ?? '')
  if (!commit) return unknown(call.params['ref']!)
  const files = fileObjects(call, [commit])
  const stats = {additions: files.length, deletions: files.length, total: files.length * 2}
  return {json: {...commitObject(call, commit), stats, files}}
}

function listCommits(call: Call): Answer {
  const start = resolve(call.state, call.name, call.query.get('sha') ?? 'HEAD')
  if (start === null) return call.repo.commits?.length ? notFound() : refuse(409, 'Git Repository is empty.')
  const [path, since, until] = ['path', 'since', 'until'].map(name => call.query.get(name))
  const commits = graph(call.state, call.name)
  const inside = (file: string) => file === path || file.startsWith(`${path}/`)
  const found = ordered(commits, ancestors(commits, start)).filter(
    commit =>
      (!path || commit.files?.some(inside)) &&
      (!since || when(commit) >= since) &&
      (!until || when(commit) <= until),
  )
  return page(call, `/repos/${call.name}/commits`, found, commit => commitObject(call, commit))
}

function compare(call: Call): Answer {
  const [, from = '', to = ''] = /^(.+?)\.\.\.(.+)$/.exec(call.params['basehead']!) ?? []
  const base = resolve(call.state, call.name, from)
  const head = resolve(call.state, call.name, to)
  const commits = graph(call.state, call.name)
  const merge = base && head && mergeBase(commits, base, head)
  if (!base || !head) return notFound()
  if (!merge) return refuse(404, `No common ancestor between ${from} and ${to}.`)
  const ahead = between(commits, base, head)
  const behind = between(commits, head, base).length
  const diverged = behind > 0 ? 'diverged' : 'ahead'
  const html = `https://github.com/${call.name}/compare/${from}...${to}`
  // Without `page` GitHub gives the first 250 at once.
  const size = Number(call.query.get('per_page')) || (call.query.has('page') ? 30 : 250)
  const listed = page(call, `/repos/${call.name}/compare/${from}...${to}`, ahead, c => commitObject(call, c))
  const first = ahead.slice(0, size).map(commit => commitObject(call, commit))
  const paged = call.query.has('page') || call.query.has('per_page')
  return {
    headers: paged ? listed.headers! : {},
    json: {
      url: `${call.api}/repos/${call.name}/compare/${from}...${to}`,
      html_url: html,
      permalink_url: html,
      diff_url: `${html}.diff`,
      patch_url: `${html}.patch`,
      base_commit: commitObject(call, commits.get(base)!),
      merge_base_commit: commitObject(call, commits.get(merge)!),
      status: ahead.length > 0 ? diverged : behind > 0 ? 'behind' : 'identical',
      ahead_by: ahead.length,
      behind_by: behind,
      total_commits: ahead.length,
      commits: paged ? listed.json : first,
      files: fileObjects(call, ahead),
    },
  }
}

function commitPulls(call: Call): Answer {
  const hash = resolve(call.state, call.name, call.params['commit_sha']!)
  if (hash === null) return unknown(call.params['commit_sha']!)
  const path = `/repos/${call.name}/commits/${hash}/pulls`
  return page(call, path, pullsWith(call, hash), pull => pullSimple(call, pull))
}

function branchesWhereHead(call: Call): Answer {
  const hash = resolve(call.state, call.name, call.params['commit_sha']!)
  if (hash === null) return unknown(call.params['commit_sha']!)
  const url = `${call.api}/repos/${call.name}/commits/${hash}`
  const heads = Object.entries(call.repo.branches ?? {}).filter(([, sha]) => sha === hash)
  return {json: heads.map(([name]) => ({name, commit: {sha: hash, url}, protected: false}))}
}

function getBranch(call: Call): Answer {
  const name = call.params['branch']!
  const commit = graph(call.state, call.name).get(call.repo.branches?.[name] ?? '')
  if (!commit) return refuse(404, 'Branch not found')
  const url = `${call.api}/repos/${call.name}/branches/${name}`
  return {
    json: {
      name,
      commit: commitObject(call, commit),
      _links: {self: url, html: `https://github.com/${call.name}/tree/${name}`},
      protected: false,
      protection: {enabled: false},
      protection_url: `${url}/protection`,
    },
  }
}

export const gitRoutes: Route[] = [
  route('GET', '', [], call => ({json: fullRepository(call.api, call.name, call.repo)})),
  route('GET', 'compare/{basehead}', contents, compare),
  route('GET', 'branches/{branch}', contents, getBranch),
  route('GET', 'commits', contents, listCommits),
  route('GET', 'commits/{commit_sha}/pulls', [['pull_requests', 'read']], commitPulls),
  route('GET', 'commits/{commit_sha}/branches-where-head', contents, branchesWhereHead),
  route('GET', 'commits/{ref}', contents, getCommit),
]
