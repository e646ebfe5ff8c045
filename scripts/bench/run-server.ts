import {createReadStream, statSync} from 'node:fs'
import {createServer, type IncomingMessage, type ServerResponse} from 'node:http'
import type {AddressInfo} from 'node:net'

/**
 * A GitHub on loopback that serves one run of `SUITES` failed jobs, each with the same log and bundle from disk. Arguments: the
 * number of suites, the log, the bundle. Prints its address.
 */
const [suites = '40', log = '', bundle = ''] = process.argv.slice(2)
const sha = 'a'.repeat(40)
const run = {
  id: 7,
  name: 'CI',
  run_attempt: 1,
  event: 'push',
  status: 'completed',
  conclusion: 'failure',
  head_sha: sha,
  head_branch: 'main',
  created_at: '2026-02-01T10:00:00Z',
  run_started_at: '2026-02-01T10:00:00Z',
  repository: {full_name: 'o/r'},
  pull_requests: [],
}
const numbers = Array.from({length: Number(suites)}, (_, i) => i + 1)
const jobs = numbers.map(id => ({
  id,
  name: `E2E (s${id})`,
  status: 'completed',
  conclusion: 'failure',
  started_at: '2026-02-01T10:00:00Z',
  completed_at: '2026-02-01T23:00:00Z',
  steps: [],
}))
const artifacts = numbers.map(id => ({
  id,
  name: `must-gather-s${id}`,
  size_in_bytes: statSync(bundle).size,
  expired: false,
  created_at: '2026-02-01T23:00:00Z',
}))

const server = createServer((request, response) => {
  const {pathname, searchParams} = new URL(request.url ?? '/', 'http://localhost')
  const page = Number(searchParams.get('page') ?? 1)
  const list = <T>(name: string, all: readonly T[]) =>
    json(response, {total_count: all.length, [name]: all.slice((page - 1) * 100, page * 100)})
  if (pathname.startsWith('/blob/')) blob(request, response, pathname === '/blob/log' ? log : bundle)
  else if (/\/jobs\/\d+\/logs$/.test(pathname)) redirect(response, '/blob/log')
  else if (/\/artifacts\/\d+\/zip$/.test(pathname)) redirect(response, '/blob/bundle')
  else if (/\/runs\/7$/.test(pathname)) json(response, run)
  else if (/\/runs\/7\/attempts\/1\/jobs$/.test(pathname)) list('jobs', jobs)
  else if (/\/runs\/7\/artifacts$/.test(pathname)) list('artifacts', artifacts)
  else if (pathname.endsWith('/annotations')) json(response, [])
  else json(response, {message: 'Not Found'}, 404)
})

function json(response: ServerResponse, body: unknown, status = 200): void {
  response.writeHead(status, {'content-type': 'application/json'}).end(JSON.stringify(body))
}

function redirect(response: ServerResponse, path: string): void {
  const {port} = server.address() as AddressInfo
  response.writeHead(302, {location: `http://127.0.0.1:${port}${path}`}).end()
}

function blob(request: IncomingMessage, response: ServerResponse, path: string): void {
  const {size} = statSync(path)
  const start = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0)
  const part = start > 0 ? {'content-range': `bytes ${start}-${size - 1}/${size}`} : {}
  response.writeHead(start > 0 ? 206 : 200, {'content-length': size - start, etag: '"1"', ...part})
  createReadStream(path, {start, highWaterMark: 1 << 20}).pipe(response)
}

server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}\n`)
})
process.on('disconnect', () => process.exit())
