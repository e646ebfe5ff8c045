import {closeSync, existsSync, openSync, renameSync, writeSync} from 'node:fs'
import {join} from 'node:path'
import {createDeflateRaw, createGzip} from 'node:zlib'
import tar from 'tar-stream'
import {containerLines, databaseLines, jobLines, nearMiss, nodeLines, type Writer} from './lines.ts'
import {type Random, random} from './random.ts'
import {zipOfOne} from './zip.ts'

/** What is mixed into the data: true lines of the catalog's examples, one in so many, and spoilt ones, so many in a thousand. */
export interface Salt {
  lines: readonly string[]
  trueEvery: number
  nearPerMille: number
}

/** A job log of `bytes`, as the runner writes them. Made once. */
export function jobLog(folder: string, bytes: number, salt: Salt): string {
  const path = join(folder, `job-${Math.round(bytes / 1e6)}.log`)
  if (existsSync(path)) return path
  const r = random(1)
  const out = openSync(`${path}.part`, 'w')
  let written = 0
  for (let n = 0; written < bytes; ) {
    let text = ''
    while (text.length < 1 << 20) {
      const stamp = new Date(Date.UTC(2026, 1, 1, 10) + n * 3)
        .toISOString()
        .replace('Z', `${1000 + (n % 9000)}Z`)
      text += `${stamp} ${salted(jobLines, salt, r, n++)}\n`
    }
    written += writeSync(out, text)
  }
  closeSync(out)
  renameSync(`${path}.part`, path)
  return path
}

function salted(write: Writer, {lines, trueEvery, nearPerMille}: Salt, r: Random, n: number): string {
  if (r.below(trueEvery) === 0) return r.pick(lines)
  return r.below(1000) < nearPerMille ? nearMiss(r.pick(lines), r) : write(r, n)
}

/** 2,000 files of together some 300 MB: containers', kubelets' and databases' logs, large and small. */
function* bundleFiles(): Generator<{name: string; write: Writer; bytes: number}> {
  const log = (pod: string, container: string) =>
    `must-gather/namespaces/e2e/pods/${pod}/${container}/${container}/logs/current.log`
  for (let i = 0; i < 40; i++)
    yield {name: log(`manager-${i}`, 'manager'), write: containerLines, bytes: 2_600_000}
  for (let i = 0; i < 30; i++)
    yield {name: `must-gather/nodes/worker-${i}/worker-${i}_logs_kubelet`, write: nodeLines, bytes: 2_200_000}
  for (let i = 0; i < 200; i++)
    yield {name: log(`postgres-${i}`, 'postgres'), write: databaseLines, bytes: 500_000}
  for (let i = 0; i < 1730; i++) yield {name: log(`job-${i}`, 'job'), write: containerLines, bytes: 18_000}
}

/** A bundle as an artifact: a zip that holds one `.tar.gz`. Made once. */
export async function bundle(folder: string, salt: Salt): Promise<string> {
  const path = join(folder, 'must-gather.zip')
  if (existsSync(path)) return path
  const pack = tar.pack()
  const gzip = pack.pipe(createGzip({level: 6}))
  const r = random(2)
  const fill = async () => {
    for (const {name, write, bytes} of bundleFiles()) {
      let text = ''
      for (let n = 0; text.length < bytes; n++) text += `${salted(write, salt, r, n)}\n`
      await new Promise<void>((done, fail) => {
        pack.entry({name, mtime: new Date(0)}, text, error => (error ? fail(error) : done()))
      })
    }
    pack.finalize()
  }
  const filled = fill()
  await zipOfOne(`${path}.part`, 'must-gather.tar.gz', gzip, createDeflateRaw({level: 6}))
  await filled
  renameSync(`${path}.part`, path)
  return path
}
