/** The large and hostile inputs, written on the fly. Every one holds the same planted cause. */
import {closeSync, createWriteStream, openSync, writeSync} from 'node:fs'
import {join} from 'node:path'
import {Readable, type Writable} from 'node:stream'
import {pipeline} from 'node:stream/promises'
import {createGzip, deflateRawSync, gzipSync} from 'node:zlib'
import {type Header, pack} from 'tar-stream'
import {type Entry, zipStream} from './zip.ts'

export interface Case {
  name: string
  /** Writes the input into the folder and gives its path. */
  make(folder: string): Promise<string>
  /** What must be said of what was left out; null where nothing may be. */
  says: RegExp | null
}

/** The family that must be found in each. */
export const planted = 'missing-service-account'

const line =
  'Error creating: pods "storage-5f6b7c8d9f-" is forbidden: error looking up service account shop/storage-sa: serviceaccount "storage-sa" not found'
const plant = `apiVersion: v1
kind: List
items:
- apiVersion: apps/v1
  kind: Deployment
  metadata: {name: storage, namespace: shop}
  spec: {replicas: 1, selector: {matchLabels: {app: storage}}}
  status: {conditions: [{type: Available, status: 'False'}]}
- apiVersion: v1
  kind: Event
  metadata: {name: storage.1, namespace: shop}
  involvedObject: {kind: ReplicaSet, name: storage-5f6b7c8d9f, namespace: shop}
  type: Warning
  reason: FailedCreate
  message: '${line}'
`
const healthy = (i: number) => `apiVersion: v1
kind: Pod
metadata: {name: web-5c6d7f8b9-${i.toString(36).padStart(5, 'b')}, namespace: shop, labels: {app: web}}
spec: {containers: [{name: web, image: 'registry.local/web:1'}]}
status:
  phase: Running
  containerStatuses: [{name: web, ready: true, restartCount: 0, state: {running: {}}}]
`

/** A server's chatter: errors that healthy services print among it, different in every block. */
export function chatter(bytes: number, seed: number): Buffer {
  const lines: string[] = []
  let size = 0
  for (let i = 0; size < bytes; i++) {
    const id = ((seed + 1) * 7919 + i * 104_729).toString(16)
    const text =
      i % 40 === 7
        ? `2026-03-01T10:00:00.${id.slice(-3)}Z WARN retrying: dial tcp 10.96.0.${i % 255}:5432: connect: connection refused id=${id}`
        : `2026-03-01T10:00:00.${id.slice(-3)}Z INFO handled request path=/api/v1/orders/${id} status=200 took=${i % 90}ms`
    lines.push(text)
    size += text.length + 1
  }
  return Buffer.from(`${lines.join('\n')}\n`)
}

const MiB = 1 << 20
type Files = Iterable<[Partial<Header> & {name: string}, Buffer]>

async function writeTar(out: Writable, files: Files, gzip: boolean): Promise<void> {
  const tar = pack()
  const written = gzip ? pipeline(tar, createGzip({level: 1}), out) : pipeline(tar, out)
  for (const [header, data] of files)
    await new Promise<void>((done, fail) => {
      const entry =
        header.type && header.type !== 'file'
          ? tar.entry(header as Header, e => (e ? fail(e) : done()))
          : tar.entry({...header, size: data.length}, data, e => (e ? fail(e) : done()))
      if (!entry) done()
    })
  tar.finalize()
  await written
}

const tarCase = (name: string, file: string, files: () => Files, says: RegExp | null): Case => ({
  name,
  says,
  async make(folder) {
    const path = join(folder, file)
    await writeTar(createWriteStream(path), files(), /gz$/.test(file))
    return path
  },
})

const zipCase = (name: string, file: string, entries: () => Iterable<Entry>, says: RegExp | null): Case => ({
  name,
  says,
  async make(folder) {
    const path = join(folder, file)
    await pipeline(Readable.from(zipStream(entries())), createWriteStream(path))
    return path
  },
})

function* manyLogs(count: number, each: number): Files {
  for (let i = 0; i < count; i++) {
    yield [{name: `must-gather/x/namespaces/shop/pods/web-${i}/web/web/logs/current.log`}, chatter(each, i)]
    if (i === count >> 1) yield [{name: 'must-gather/x/namespaces/shop/core/state.yaml'}, Buffer.from(plant)]
  }
}

function* tinyFiles(count: number): Iterable<Entry> {
  yield {name: 'bundle/namespaces/shop/core/state.yaml', data: Buffer.from(plant)}
  for (let i = 0; i < count; i++)
    yield i % 2
      ? {name: `bundle/namespaces/shop/pods/web-${i}/web-${i}.yaml`, data: Buffer.from(healthy(i))}
      : {name: `bundle/logs/web-${i}.log`, data: chatter(300, i)}
}

function* hostileTar(): Files {
  const text = Buffer.from('PATH OF A STRANGER\n')
  yield [{name: '../../e2e-triage-escaped.log'}, text]
  yield [{name: '/tmp/e2e-triage-escaped.log'}, text]
  yield [{name: 'a/../../../e2e-triage-escaped.log'}, text]
  yield [{name: 'link', type: 'symlink', linkname: '/etc/passwd'}, text]
  yield [{name: 'hard', type: 'link', linkname: '/etc/shadow'}, text]
  yield [{name: 'device', type: 'character-device', devmajor: 1, devminor: 5}, text]
  yield [{name: 'pipe', type: 'fifo'}, text]
  yield [{name: 'link/through.log'}, text]
  yield [{name: 'shop/state.yaml'}, Buffer.from(plant)]
}

function* longNames(): Files {
  yield [{name: `${'n'.repeat(5000)}.log`}, Buffer.from('x\n')]
  yield [{name: `${'d/'.repeat(2500)}x.log`}, Buffer.from('x\n')]
  yield [{name: 'shop/state.yaml'}, Buffer.from(plant)]
}

/** All cases; `scale` below 1 makes them small enough for tests. */
export function cases(scale = 1): Case[] {
  const big = Math.max(1, Math.round(2000 * scale))
  return [
    tarCase('300 MB in 2,000 files', 'large.tar.gz', () => manyLogs(big, 150_000), null),
    zipCase('20,000 tiny files', 'tiny.zip', () => tinyFiles(Math.round(20_000 * scale)), null),
    {
      name: 'one log of 2 GB',
      says: scale === 1 ? /log/ : null,
      async make(folder) {
        const path = join(folder, 'job.log')
        const file = openSync(path, 'w')
        const block = chatter(MiB, 1)
        const blocks = Math.max(2, Math.round(2048 * scale))
        for (let i = 0; i < blocks; i++) {
          if (i === 1 || i === blocks - 1) writeSync(file, `${line}\n`)
          writeSync(file, block)
        }
        closeSync(file)
        return path
      },
    },
    zipCase(
      'zip bomb',
      'bomb.zip',
      function* () {
        const size = Math.max(80, Math.round(1024 * scale)) * MiB
        yield {name: 'repeated.log', packed: deflateRawSync(Buffer.alloc(size, 'aaaaaaa\n')), size}
        let nested = gzipSync(chatter(1000, 3))
        for (let i = 0; i < 12; i++) nested = gzipSync(nested)
        yield {name: 'nested.log.gz.gz.gz.gz.gz.gz.gz', data: nested}
        yield {name: 'shop/state.yaml', data: Buffer.from(plant)}
      },
      /times|archives/,
    ),
    tarCase('tar of ../, absolute names, links, devices', 'hostile.tar', hostileTar, /left out/),
    {
      name: 'truncated gzip',
      says: /end|cut|truncated|damaged|incomplete/i,
      async make(folder) {
        const path = join(folder, 'cut.tar.gz')
        const tar = pack()
        tar.entry({name: 'shop/state.yaml'}, plant)
        for (let i = 0; i < 20; i++) tar.entry({name: `shop/web-${i}.log`}, chatter(50_000, i))
        tar.finalize()
        const chunks: Buffer[] = []
        for await (const chunk of tar.pipe(createGzip())) chunks.push(chunk as Buffer)
        const whole = Buffer.concat(chunks)
        await pipeline(Readable.from([whole.subarray(0, whole.length * 0.6)]), createWriteStream(path))
        return path
      },
    },
    tarCase('names of 5,000 characters', 'names.tar', longNames, /path|name/),
  ]
}
