/**
 * The other origin: signed, short-lived URLs of logs and artifacts, with `Range`, and Azure's block uploads.
 * It never wants the API's token; who sends it there leaks it.
 */
import {randomBytes} from 'node:crypto'
import type {Answer} from './route.ts'

type Stored = Buffer | null

export interface BlobStore {
  /** A URL that works for a while. `null`: the blob is not there. */
  sign(name: string, content: Stored, type: string): string
  /** A URL that takes an upload, then calls `done`. */
  receive(name: string, done: (content: Buffer) => void): string
  answer(
    method: string,
    path: string,
    query: URLSearchParams,
    headers: Record<string, string | undefined>,
    body: Buffer,
  ): Answer
}

const xml = (status: number, code: string, message: string): Answer => ({
  status,
  raw: `\u{feff}<?xml version="1.0" encoding="utf-8"?><Error><Code>${code}</Code><Message>${message}\nTime:2026-01-02T12:00:00Z</Message></Error>`,
  headers: {'content-type': 'application/xml', 'x-ms-error-code': code, 'x-ms-version': '2025-11-05'},
})

export function blobStore(origin: () => string, seconds: () => number): BlobStore {
  const known = new Map<string, {content: Stored; type: string; until: number}>()
  const uploads = new Map<string, {blocks: Map<string, Buffer>; done: (content: Buffer) => void}>()
  const key = () => randomBytes(8).toString('hex')
  return {
    sign(name, content, type) {
      const sig = key()
      known.set(sig, {content, type, until: Date.now() + seconds() * 1000})
      return `${origin()}/blob/${encodeURIComponent(name)}?sv=2025-11-05&sig=${sig}`
    },
    receive(name, done) {
      const sig = key()
      uploads.set(sig, {blocks: new Map(), done})
      return `${origin()}/blob/actions-results/${encodeURIComponent(name)}?sv=2025-11-05&sig=${sig}`
    },
    answer(method, _path, query, headers, body) {
      const sig = query.get('sig') ?? ''
      const upload = uploads.get(sig)
      if (method === 'PUT' && upload) return put(upload, query, body)
      const blob = known.get(sig)
      if (!blob || blob.until <= Date.now())
        return xml(403, 'AuthenticationFailed', 'Server failed to authenticate the request.')
      if (blob.content === null) return xml(404, 'BlobNotFound', 'The specified blob does not exist.')
      return get(blob.content, blob.type, headers['range'])
    },
  }
}

function get(content: Buffer, type: string, range: string | undefined): Answer {
  const headers: Record<string, string> = {
    'content-type': type,
    'accept-ranges': 'bytes',
    etag: `"0x${content.length.toString(16)}"`,
  }
  const wanted = /^bytes=(\d+)-(\d*)$/.exec(range ?? '')
  if (!wanted) return {raw: content, headers}
  const from = Number(wanted[1])
  if (from >= content.length) return xml(416, 'InvalidRange', 'The range specified is invalid.')
  const to = Math.min(wanted[2] ? Number(wanted[2]) : Number.POSITIVE_INFINITY, content.length - 1)
  headers['content-range'] = `bytes ${from}-${to}/${content.length}`
  return {status: 206, raw: content.subarray(from, to + 1), headers}
}

function put(
  upload: {blocks: Map<string, Buffer>; done: (content: Buffer) => void},
  query: URLSearchParams,
  body: Buffer,
): Answer {
  const created: Answer = {
    status: 201,
    raw: '',
    headers: {etag: '"0x1"', 'last-modified': 'Fri, 02 Jan 2026 12:00:00 GMT', 'x-ms-request-id': '1'},
  }
  const comp = query.get('comp')
  if (comp === 'block') upload.blocks.set(query.get('blockid') ?? '', body)
  else if (comp === 'blocklist') {
    const ids = [...body.toString().matchAll(/<(?:Latest|Committed|Uncommitted)>([^<]*)</g)].map(m => m[1]!)
    if (ids.some(id => !upload.blocks.has(id)))
      return xml(400, 'InvalidBlockList', 'The specified block list is invalid.')
    upload.done(Buffer.concat(ids.map(id => upload.blocks.get(id)!)))
  } else upload.done(body)
  return created
}
