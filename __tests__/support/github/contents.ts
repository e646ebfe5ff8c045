/** Files and folders of a repository at a ref. */
import {createHash} from 'node:crypto'
import {resolve} from './dag.ts'
import {type Answer, type Call, notFound, type Route, refuse, route} from './route.ts'

const hash = (text: string | Buffer) => createHash('sha1').update(text).digest('hex')

/** The files at a ref: written for that very name, or for another name of the same commit. */
function filesAt(call: Call, ref: string): Record<string, string | Buffer> | null {
  const all = call.repo.contents ?? {}
  const hash = resolve(call.state, call.name, ref)
  const same = Object.keys(all).find(
    key => key === ref || (hash !== null && resolve(call.state, call.name, key) === hash),
  )
  return same === undefined ? null : all[same]!
}

function getContents(call: Call): Answer {
  const ref = call.query.get('ref') ?? call.repo.default_branch ?? 'main'
  const path = (call.params['path'] ?? '').replace(/\/$/, '')
  const files = filesAt(call, ref)
  if (!files) return call.query.has('ref') ? refuse(404, `No commit found for the ref ${ref}`) : notFound()
  const content = files[path]
  if (content !== undefined) {
    if (/\braw\b/.test(call.headers['accept'] ?? ''))
      return {raw: content, headers: {'content-type': 'application/vnd.github.raw+json; charset=utf-8'}}
    const data = Buffer.from(content)
    // GitHub leaves the content out of files over 1 MB.
    const small = data.length <= 1_048_576
    const text = (data.toString('base64').match(/.{1,60}/g) ?? []).map(line => `${line}\n`).join('')
    const body = {content: small ? text : '', encoding: small ? 'base64' : 'none'}
    return {json: {...entry(call, path, ref, 'file', data), ...body}}
  }
  const prefix = path === '' ? '' : `${path}/`
  const below = Object.keys(files).filter(name => name.startsWith(prefix))
  if (below.length === 0) return notFound()
  const names = [...new Set(below.map(name => name.slice(prefix.length).split('/')[0]!))].sort()
  return {
    json: names.map(name => {
      const full = prefix + name
      const file = files[full]
      return entry(call, full, ref, file === undefined ? 'dir' : 'file', Buffer.from(file ?? ''))
    }),
  }
}

function entry(call: Call, path: string, ref: string, type: 'file' | 'dir', data: Buffer) {
  const url = `${call.api}/repos/${call.name}/contents/${path}?ref=${ref}`
  const git = `${call.api}/repos/${call.name}/git/blobs/${hash(data)}`
  const html = `https://github.com/${call.name}/blob/${ref}/${path}`
  return {
    type,
    name: path.split('/').at(-1),
    path,
    sha: hash(data),
    size: data.length,
    url,
    git_url: git,
    html_url: html,
    download_url: type === 'file' ? `https://raw.githubusercontent.com/${call.name}/${ref}/${path}` : null,
    _links: {self: url, git, html},
  }
}

export const contentsRoutes: Route[] = [route('GET', 'contents/{path}', [['contents', 'read']], getContents)]
