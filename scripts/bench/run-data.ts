import {createWriteStream} from 'node:fs'
import {join} from 'node:path'
import {pipeline} from 'node:stream/promises'
import {createDeflateRaw, createGzip} from 'node:zlib'
import tar from 'tar-stream'
import type {Salt} from './data.ts'
import {containerLines, databaseLines, jobLines, nearMiss, nodeLines, type Writer} from './lines.ts'
import {type Random, random} from './random.ts'
import {zipOfOne} from './zip.ts'

/** Far more than what deflate looks back on, so that text that comes again costs as much as new text. */
const pool = 16e6

const kinds: {write: Writer; bytes: number; path: (i: number) => string}[] = [
  {write: containerLines, bytes: 2_600_000, path: i => container('manager', i)},
  {write: nodeLines, bytes: 2_200_000, path: i => `must-gather/nodes/worker-${i}/worker-${i}_logs_kubelet`},
  {write: databaseLines, bytes: 500_000, path: i => container('postgres', i)},
  {write: containerLines, bytes: 18_000, path: i => container('job', i)},
  {write: containerLines, bytes: 18_000, path: i => container('probe', i)},
  {write: containerLines, bytes: 18_000, path: i => container('init', i)},
]
const container = (name: string, i: number) =>
  `must-gather/namespaces/e2e/pods/${name}-${i}/${name}/${name}/logs/current.log`

/** More members than a bundle of so many packed bytes gets. */
const mostMembers = (packed: number) => Math.ceil(packed / 100_000)
/** One pod in so many is broken: its container never ran, and so has no log. */
const brokenEvery = 50
const notStarted = {reason: 'CreateContainerConfigError', message: 'secret "gateway" not found'}

/** The state of a cluster whose pods and nodes have the logs of a bundle. */
function stateOf(members: number): {path: string; text: string}[] {
  const items = Array.from({length: members}, (_, i) => {
    const [, , namespace, , name, container] = kinds[i % kinds.length]!.path(i).split('/')
    if (namespace !== 'e2e') {
      const conditions = [{type: 'Ready', status: 'True'}]
      return {apiVersion: 'v1', kind: 'Node', metadata: {name: `worker-${i}`}, status: {conditions}}
    }
    const isBroken = i % brokenEvery === 0
    const state = isBroken ? {waiting: notStarted} : {running: {}}
    return {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: {name, namespace},
      spec: {
        nodeName: `worker-${i - (i % kinds.length) + 1}`,
        containers: [{name: container, image: 'e2e/image:1'}],
      },
      status: {
        phase: 'Running',
        containerStatuses: [{name: container, ready: !isBroken, restartCount: 0, state}],
      },
    }
  })
  const list = (kind: string) =>
    JSON.stringify({apiVersion: 'v1', kind: 'List', items: items.filter(o => o.kind === kind)})
  return [
    {path: 'must-gather/cluster-scoped-resources/core/nodes.yaml', text: list('Node')},
    {path: 'must-gather/namespaces/e2e/core/pods.yaml', text: list('Pod')},
  ]
}

const waited = '2026-02-01T23:00:00.0000000Z error: timed out waiting for the condition on pods/manager-0\n'

/**
 * A must-gather of about `packed` bytes, as an artifact: a zip that holds one `.tar.gz`; with `state`, pods and nodes are described
 * before their logs come. Returns how much that is inflated.
 */
export async function bundleOf(path: string, packed: number, salt: Salt, state: boolean): Promise<number> {
  const r = random(3)
  const texts = new Map(
    [containerLines, nodeLines, databaseLines].map(write => [write, text(write, salt, r)]),
  )
  const pack = tar.pack()
  let inflated = 0
  const gzip = pack.pipe(createGzip({level: 6}))
  let made = 0
  gzip.on('data', (chunk: Buffer) => {
    made += chunk.length
  })
  const add = (name: string, data: Buffer | string) =>
    new Promise<void>((done, fail) => {
      inflated += data.length
      pack.entry({name, mtime: new Date(0)}, data, error => (error ? fail(error) : done()))
    })
  const fill = async () => {
    for (const {path: name, text} of state ? stateOf(mostMembers(packed)) : []) await add(name, text)
    for (let i = 0; made < packed; i++) {
      const {write, bytes, path: name} = kinds[i % kinds.length]!
      if (state && write !== nodeLines && i % brokenEvery === 0) continue
      const whole = texts.get(write)!
      const start = whole.indexOf(10, r.below(whole.length - bytes - 1000)) + 1
      const part = whole.subarray(start, whole.indexOf(10, start + bytes) + 1)
      await add(name(i), part)
    }
    pack.finalize()
  }
  const filled = fill()
  await zipOfOne(path, 'must-gather.tar.gz', gzip, createDeflateRaw({level: 6}))
  await filled
  return inflated
}

/** The log of a job that failed, of about `bytes`; with `state`, because it waited for what the bundle's state explains. */
export async function logOf(path: string, bytes: number, salt: Salt, state: boolean): Promise<void> {
  const r = random(4)
  const spice = state ? {...salt, trueEvery: Number.POSITIVE_INFINITY, nearPerMille: 0} : salt
  await pipeline(function* () {
    let written = 0
    for (let n = 0; written < bytes; ) {
      const lines: string[] = []
      for (let i = 0; i < 2000; i++) {
        const stamp = new Date(Date.UTC(2026, 1, 1, 10) + n * 3).toISOString().replace('Z', '0000Z')
        lines.push(`${stamp} ${line(jobLines, spice, r, n++)}\n`)
      }
      const part = lines.join('')
      written += part.length
      yield part
    }
    if (state) yield waited
    yield '2026-02-01T23:00:00.0000000Z ##[error]Process completed with exit code 2.\n'
  }, createWriteStream(path))
}

function text(write: Writer, salt: Salt, r: Random): Buffer {
  const parts: string[] = []
  for (let n = 0, length = 0; length < pool; n++) {
    const one = `${line(write, salt, r, n)}\n`
    parts.push(one)
    length += one.length
  }
  return Buffer.from(parts.join(''))
}

function line(write: Writer, {lines, trueEvery, nearPerMille}: Salt, r: Random, n: number): string {
  if (Number.isFinite(trueEvery) && r.below(trueEvery) === 0) return r.pick(lines)
  return r.below(1000) < nearPerMille ? nearMiss(r.pick(lines), r) : write(r, n)
}

/** Where the data files of a benchmark run lie. */
export const dataFiles = (folder: string) => ({
  log: join(folder, 'job.log'),
  bundle: join(folder, 'bundle.zip'),
})
