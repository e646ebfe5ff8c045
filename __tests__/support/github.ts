/**
 * A GitHub of our own on loopback: a real HTTP server with REST API, artifact service and, on another origin, the
 * blob store that logs and artifacts are redirected to. See `github/state.ts` for what it can be told.
 */
import {createServer, type IncomingMessage, type Server, type ServerResponse} from 'node:http'
import type {AddressInfo} from 'node:net'
import {setTimeout as sleep} from 'node:timers/promises'
import {authenticate, countDown, isAnswer, permit} from './github/access.ts'
import {blobStore} from './github/blobs.ts'
import {type Fault, faultAnswer, takeFault} from './github/faults.ts'
import {checkAnswer, checkRequest} from './github/openapi.ts'
import {type Answer, type Call, notFound} from './github/route.ts'
import {findRoute} from './github/routes.ts'
import {completeState, type GitHubState} from './github/state.ts'

export {type Fault, fault} from './github/faults.ts'
export * from './github/state.ts'

export interface Seen {
  origin: 'api' | 'blob'
  method: string
  path: string
  query: Record<string, string>
  headers: Record<string, string | undefined>
  /** Parsed where it is JSON, else the bytes; null without a body. */
  body: unknown
  /** What it was answered, 0 where the connection was dropped before. */
  status: number
  /** Milliseconds since 1970. */
  at: number
}

export interface GitHub {
  /** Of the API, without a slash at its end: what `GITHUB_API_URL` is to be. */
  url: string
  port: number
  /** Of the blob store: another origin. */
  blobUrl: string
  /** May be changed at any time. */
  state: GitHubState
  requests: Seen[]
  /** Answers and requests that GitHub's description forbids, unknown routes, leaked tokens. Assert that it is empty. */
  violations: string[]
  faults: Fault[]
  /** Called for each request before it is answered: the place to let the world change at a certain moment. */
  onRequest: ((seen: Seen) => void) | null
  /** The most requests that were open at the same time. */
  peak: number
  close(): Promise<void>
}

export async function startGitHub(start: Partial<GitHubState> = {}): Promise<GitHub> {
  const state = completeState(start)
  const requests: Seen[] = []
  const violations: string[] = []
  const faults: Fault[] = []
  let open = 0
  const blobs = blobStore(
    () => github.blobUrl,
    () => state.blob_seconds,
  )

  function api(seen: Seen, query: URLSearchParams): Answer {
    const {headers} = seen
    // GitHub Enterprise Server has its API below a prefix; both addresses work here.
    const prefix = /^\/api(\/v3)?(?=\/)/.exec(seen.path)?.[0] ?? ''
    const path = seen.path.slice(prefix.length)
    const {route, params} = findRoute(seen.method, path) ?? {}
    if (!route || !params) {
      violations.push(`${seen.method} ${path}: the fake has no such route`)
      return notFound()
    }
    const twirp = path.startsWith('/twirp/')
    const {headers: limits, refusal} = countDown(state, path)
    if (refusal) return {...refusal, headers: limits}
    const token = twirp ? null : authenticate(state, headers['authorization'])
    if (isAnswer(token)) return token
    const name = params['owner'] ? `${params['owner']}/${params['repo']}` : ''
    const repo = state.repositories[name] ?? {}
    const call: Call = {
      state,
      name,
      repo,
      params,
      query,
      headers,
      body: seen.body,
      token,
      api: github.url + prefix,
      blobs,
      violations,
    }
    if (name && !state.repositories[name]) return {...notFound(), headers: limits}
    const answer = permit(route, call) ?? route.run(call)
    const operation = `${route.method} ${route.path}`
    const wrong = [
      checkRequest(operation, query.keys(), seen.body),
      answer.json === undefined ? null : checkAnswer(operation, answer.status ?? 200, answer.json),
    ]
    violations.push(...wrong.filter(text => text !== null))
    return {...answer, headers: {...limits, ...answer.headers}}
  }

  function blob(seen: Seen, query: URLSearchParams, body: Buffer): Answer {
    if (seen.headers['authorization'] !== undefined)
      violations.push(`${seen.method} ${seen.path}: the Authorization header went to the blob store`)
    return blobs.answer(seen.method, seen.path, query, seen.headers, body)
  }

  async function serve(origin: Seen['origin'], request: IncomingMessage, response: ServerResponse) {
    const url = new URL(request.url ?? '/', 'http://localhost')
    const bytes = await readAll(request)
    const headers = request.headers as Record<string, string | undefined>
    const seen: Seen = {
      origin,
      method: request.method ?? 'GET',
      path: url.pathname,
      query: Object.fromEntries(url.searchParams),
      headers,
      body: parse(bytes, headers['content-type']),
      status: 0,
      at: Date.now(),
    }
    requests.push(seen)
    github.onRequest?.(seen)
    const fault = takeFault(faults, `${seen.method} ${seen.path}`)
    if (fault?.delayMs) await sleep(fault.delayMs, undefined, {ref: false})
    if (fault?.dropAfterBytes === 0) return response.destroy()
    const answer =
      (fault && faultAnswer(fault)) ??
      (origin === 'api' ? api(seen, url.searchParams) : blob(seen, url.searchParams, bytes))
    seen.status = answer.status ?? 200
    send(response, answer, fault?.dropAfterBytes ?? null, seen.method)
  }

  const listen = async (origin: Seen['origin']): Promise<[Server, number]> => {
    const server = createServer((request, response) => {
      github.peak = Math.max(github.peak, ++open)
      response.on('close', () => open--)
      serve(origin, request, response).catch(error => {
        violations.push(`${request.method} ${request.url}: the fake failed: ${error?.stack}`)
        response.destroy()
      })
    })
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    return [server, (server.address() as AddressInfo).port]
  }
  const [[apiServer, port], [blobServer, blobPort]] = await Promise.all([listen('api'), listen('blob')])
  const stop = (server: Server) =>
    new Promise<void>(resolve => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  const github: GitHub = {
    url: `http://127.0.0.1:${port}`,
    port,
    blobUrl: `http://127.0.0.1:${blobPort}`,
    state,
    requests,
    violations,
    faults,
    onRequest: null,
    peak: 0,
    close: async () => void (await Promise.all([stop(apiServer), stop(blobServer)])),
  }
  return github
}

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

function parse(bytes: Buffer, type: string | undefined): unknown {
  if (bytes.length === 0) return null
  if (!type?.includes('json')) return bytes
  try {
    return JSON.parse(bytes.toString())
  } catch {
    return bytes
  }
}

function send(response: ServerResponse, answer: Answer, dropAfter: number | null, method: string): void {
  const body = Buffer.from(answer.raw ?? JSON.stringify(answer.json))
  response.writeHead(answer.status ?? 200, {
    ...(answer.raw === undefined ? {'content-type': 'application/json; charset=utf-8'} : {}),
    ...(answer.status === 204 ? {} : {'content-length': String(body.length)}),
    'x-github-request-id': 'FAKE:1',
    ...answer.headers,
  })
  if (dropAfter === null) response.end(method === 'HEAD' ? '' : body)
  else response.write(body.subarray(0, dropAfter), () => setImmediate(() => response.destroy()))
}
