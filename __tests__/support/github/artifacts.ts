/** Artifacts: the REST API's view, and the results service that `@actions/artifact` uploads to. */
import {createHash} from 'node:crypto'
import {idOf, nodeId} from './people.ts'
import {type Answer, type Call, type Need, notFound, page, type Route, refuse, route} from './route.ts'
import type {Artifact, GitHubState, Repository, Run} from './state.ts'
import {NOON} from './state.ts'

const actions: Need = [['actions', 'read']]
const digest = (zip: Buffer) => `sha256:${createHash('sha256').update(zip).digest('hex')}`

function artifactObject(call: Call, artifact: Artifact) {
  const url = `${call.api}/repos/${call.name}/actions/artifacts/${artifact.id}`
  const run = call.repo.runs?.find(r => r.id === artifact.run_id)
  const created = artifact.created_at ?? NOON
  return {
    id: artifact.id,
    node_id: nodeId('A', artifact.id),
    name: artifact.name,
    size_in_bytes: artifact.size_in_bytes ?? artifact.zip.length,
    url,
    archive_download_url: `${url}/zip`,
    expired: artifact.expired ?? false,
    digest: digest(artifact.zip),
    created_at: created,
    updated_at: created,
    expires_at: artifact.expires_at ?? '2026-04-02T12:00:00Z',
    workflow_run: run
      ? {
          id: run.id,
          repository_id: idOf(call.name),
          head_repository_id: idOf(run.head_repository ?? call.name),
          head_branch: run.head_branch ?? 'main',
          head_sha: run.head_sha,
        }
      : null,
  }
}

/** The newest id first, which is not always the newest in time. */
function list(call: Call, path: string, all: Artifact[]): Answer {
  const name = call.query.get('name')
  const found = all.filter(a => name === null || a.name === name).sort((a, b) => b.id - a.id)
  return page(call, path, found, artifact => artifactObject(call, artifact), 'artifacts')
}

const find = (call: Call) => call.repo.artifacts?.find(a => a.id === Number(call.params['artifact_id']))

function download(call: Call): Answer {
  const artifact = find(call)
  if (!artifact || call.params['archive_format'] !== 'zip') return notFound()
  if (artifact.expired) return refuse(410, 'Artifact has expired')
  const location = call.blobs.sign(`${artifact.name}.zip`, artifact.zip, 'application/zip')
  return {status: 302, raw: '', headers: {location}}
}

// ---------------------------------------------------------------- the results service (Twirp: JSON, snake_case)

interface Asked {
  workflow_run_backend_id?: string
  workflow_job_run_backend_id?: string
  name?: string
  name_filter?: string
  id_filter?: string
}

const twirpError = (status: number, code: string, msg: string): Answer => ({status, json: {code, msg}})

/** What an upload's blocks became, until it is finalized. */
const pending = new WeakMap<GitHubState, Map<string, Buffer>>()

function findRun(state: GitHubState, backendId: string): {repo: Repository; run: Run} | null {
  for (const repo of Object.values(state.repositories))
    for (const run of repo.runs ?? []) if (backendId === `run-${run.id}`) return {repo, run}
  return null
}

/** The runtime token is a JWT that says which run it is for; nobody signs it here. */
function scopeOf(header: string | undefined): string | null {
  const payload = /^bearer [^.]+\.([^.]+)\./i.exec(header ?? '')?.[1]
  if (!payload) return null
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as {scp?: string}
  return /\bActions\.Results:([^:\s]+):/.exec(claims.scp ?? '')?.[1] ?? null
}

type Method = (call: Call, asked: Asked, found: {repo: Repository; run: Run}) => Answer
const named = (repo: Repository, run: Run, name: string | undefined) =>
  repo.artifacts?.find(a => a.run_id === run.id && a.name === name)

const methods: Record<string, Method> = {
  CreateArtifact(call, {name = ''}, {repo, run}) {
    if (named(repo, run, name))
      return twirpError(
        409,
        'already_exists',
        'an artifact with this name already exists on the workflow run',
      )
    const store = pending.get(call.state) ?? new Map<string, Buffer>()
    pending.set(call.state, store)
    const url = call.blobs.receive(name, content => store.set(`${run.id}/${name}`, content))
    return {json: {ok: true, signed_upload_url: url}}
  },
  FinalizeArtifact(call, {name = ''}, {repo, run}) {
    const zip = pending.get(call.state)?.get(`${run.id}/${name}`)
    if (!zip) return twirpError(404, 'not_found', 'artifact not found')
    const id = Math.max(9_000, ...(repo.artifacts ?? []).map(a => a.id)) + 1
    const created_at = new Date().toISOString().replace(/\.\d+/, '')
    ;(repo.artifacts ??= []).push({id, name, run_id: run.id, zip, created_at})
    return {json: {ok: true, artifact_id: String(id)}}
  },
  ListArtifacts(_call, asked, {repo, run}) {
    const found = (repo.artifacts ?? [])
      .filter(a => a.run_id === run.id && !a.expired)
      .filter(a => asked.name_filter === undefined || a.name === asked.name_filter)
      .filter(a => asked.id_filter === undefined || String(a.id) === asked.id_filter)
    const artifacts = found.map(a => ({
      workflow_run_backend_id: asked.workflow_run_backend_id,
      workflow_job_run_backend_id: asked.workflow_job_run_backend_id,
      database_id: String(a.id),
      name: a.name,
      size: String(a.zip.length),
      created_at: a.created_at ?? NOON,
      digest: digest(a.zip),
    }))
    return {json: {artifacts}}
  },
  GetSignedArtifactURL(call, {name}, {repo, run}) {
    const artifact = named(repo, run, name)
    if (!artifact) return twirpError(404, 'not_found', 'artifact not found')
    return {json: {signed_url: call.blobs.sign(`${name}.zip`, artifact.zip, 'application/zip')}}
  },
  DeleteArtifact(_call, {name}, {repo, run}) {
    const artifact = named(repo, run, name)
    if (!artifact) return twirpError(404, 'not_found', 'artifact not found')
    repo.artifacts = repo.artifacts!.filter(a => a !== artifact)
    return {json: {ok: true, artifact_id: String(artifact.id)}}
  },
}

function twirp(call: Call): Answer {
  const asked = (call.body ?? {}) as Asked
  const method = methods[call.params['method']!]
  if (!method) return twirpError(404, 'bad_route', 'no such method')
  const scope = scopeOf(call.headers['authorization'])
  if (scope === null || scope !== asked.workflow_run_backend_id)
    return twirpError(401, 'unauthenticated', 'the runtime token is not for this run')
  const found = findRun(call.state, scope)
  return found ? method(call, asked, found) : twirpError(404, 'not_found', 'no such run')
}

const service = '/twirp/github.actions.results.api.v1.ArtifactService/{method}'
export const artifactRoutes: Route[] = [
  route('GET', 'actions/runs/{run_id}/artifacts', actions, call => {
    const id = Number(call.params['run_id'])
    if (!call.repo.runs?.some(run => run.id === id)) return notFound()
    const all = (call.repo.artifacts ?? []).filter(a => a.run_id === id)
    return list(call, `/repos/${call.name}/actions/runs/${id}/artifacts`, all)
  }),
  route('GET', 'actions/artifacts', actions, call =>
    list(call, `/repos/${call.name}/actions/artifacts`, call.repo.artifacts ?? []),
  ),
  route('GET', 'actions/artifacts/{artifact_id}', actions, call => {
    const artifact = find(call)
    return artifact ? {json: artifactObject(call, artifact)} : notFound()
  }),
  route(
    'GET',
    'actions/artifacts/{artifact_id}/{archive_format}',
    actions,
    download,
    refuse(401, 'Requires authentication'),
  ),
  route('POST', service, [], twirp),
]
