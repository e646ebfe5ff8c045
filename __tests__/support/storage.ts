/** A storage that downloads are redirected to, as bad as a test wants it: slow, cut short, without ranges, forgetful. */
import {createServer, type ServerResponse} from 'node:http'
import type {AddressInfo} from 'node:net'
import {setTimeout as sleep} from 'node:timers/promises'

export interface Stored {
  bytes: Uint8Array
  /** Ends the connection when this offset is reached; each is used once, in turn. */
  cuts?: number[]
  /** Does not know `Range`. */
  whole?: boolean
  /** Null: sends none. */
  tag?: string | null
  /** Answers of this status come first. */
  refusals?: number[]
  /** So many bytes, then so many milliseconds of silence. */
  trickle?: {bytes: number; ms: number}
}

export interface Storage {
  /** Address of what is stored under a name. */
  url(name: string): string
  files: Record<string, Stored>
  /** `name range`, as they were asked for. */
  asked: string[]
  close(): Promise<void>
}

export async function startStorage(files: Record<string, Stored>): Promise<Storage> {
  const asked: string[] = []
  const server = createServer((request, response) => {
    const name = (request.url ?? '').slice(1)
    const file = files[name]
    asked.push(`${name} ${request.headers.range ?? ''}`.trim())
    const refusal = file ? file.refusals?.shift() : 404
    if (!file || refusal !== undefined) return void response.writeHead(refusal ?? 404).end()
    send(file, request.headers.range, response).catch(() => response.destroy())
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const {port} = server.address() as AddressInfo
  return {
    url: name => `http://127.0.0.1:${port}/${name}`,
    files,
    asked,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function send(file: Stored, range: string | undefined, response: ServerResponse): Promise<void> {
  const {bytes, whole = false, tag = '"1"', trickle} = file
  const wanted = whole ? 0 : Number(/^bytes=(\d+)-$/.exec(range ?? '')?.[1] ?? 0)
  const headers = {
    'content-length': bytes.length - wanted,
    ...(tag === null ? {} : {etag: tag}),
    ...(wanted ? {'content-range': `bytes ${wanted}-${bytes.length - 1}/${bytes.length}`} : {}),
  }
  response.writeHead(wanted ? 206 : 200, headers)
  const cut = file.cuts?.shift() ?? null
  const end = cut ?? bytes.length
  const step = trickle?.bytes ?? end
  for (let at = wanted; at < end; at += step) {
    response.write(bytes.subarray(at, Math.min(end, at + step)))
    if (trickle) await sleep(trickle.ms, undefined, {ref: false})
    if (response.destroyed) return
  }
  if (cut === null) response.end()
  else setTimeout(() => response.destroy(), 20)
}
