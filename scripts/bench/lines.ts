import type {Random} from './random.ts'

/** Writes lines as the programs of an E2E run do. `count` is the number of the line. */
export type Writer = (r: Random, count: number) => string

const verbs = ['reconciling', 'updating', 'creating', 'watching', 'scaling', 'deleting', 'syncing', 'listing']
const kinds = ['Deployment', 'Pod', 'Service', 'ConfigMap', 'ReplicaSet', 'Lease', 'EndpointSlice', 'Job']
const services = [
  'gateway',
  'data-storage',
  'notifier',
  'workflow',
  'aggregator',
  'auth-proxy',
  'effectiveness',
]
const files = [
  'controller.go',
  'reflector.go',
  'httplog.go',
  'trace.go',
  'shared_informer.go',
  'leaderelection.go',
]
const words = [
  'ready',
  'pending',
  'complete',
  'in progress',
  'waiting for cache sync',
  'observed',
  'queued',
  'done',
]

const clock = (count: number) => new Date(Date.UTC(2026, 1, 1, 10) + count * 3).toISOString()

const klog: Writer = (r, n) =>
  `${r.pick(['I', 'I', 'I', 'W', 'E'])}0201 ${clock(n).slice(11, 23)}000 ${10000 + r.below(50000)} ${r.pick(files)}:${r.below(900)}] "${r.pick(verbs)} ${r.pick(kinds)}" namespace="e2e-${r.below(40)}" name="${r.pick(services)}-${r.hex(9)}" phase="${r.pick(words)}"`
const zap: Writer = (r, n) =>
  `{"level":"${r.pick(['info', 'info', 'debug', 'error'])}","ts":"${clock(n)}","logger":"${r.pick(services)}","msg":"${r.pick(verbs)} ${r.pick(kinds)}","controller":"${r.pick(kinds).toLowerCase()}","namespace":"e2e-${r.below(40)}","reconcileID":"${r.hex(8)}-${r.hex(4)}-${r.hex(12)}","duration":0.${r.below(9999)}}`
const ginkgo: Writer = (r, n) =>
  r.pick([
    `  \x1b[1mSTEP:\x1b[0m ${r.pick(verbs)} the ${r.pick(kinds)} \x1b[38;5;243m@ 02/01/26 ${clock(n).slice(11, 23)}\x1b[0m`,
    `\x1b[38;5;10m• [${r.below(40)}.${r.below(999)} seconds]\x1b[0m`,
    '\x1b[38;5;243m------------------------------\x1b[0m',
    `${r.pick(services)} \x1b[38;5;243mwhen ${r.pick(verbs)} a ${r.pick(kinds)} it becomes ${r.pick(words)}\x1b[0m`,
    `  \x1b[38;5;243m/home/runner/work/app/app/test/e2e/${r.pick(services)}_test.go:${r.below(900)}\x1b[0m`,
  ])
const shell: Writer = r =>
  r.pick([
    ` ✓ ${r.pick(verbs)} ${r.pick(kinds)} 📦`,
    `#${r.below(60)} ${r.below(200)}.${r.below(999)} Get:${r.below(90)} http://archive.example.org/ubuntu noble/main amd64 lib${r.hex(6)} amd64 1.${r.below(99)} [${r.below(900)} kB]`,
    `sha256:${r.hex(64)} ${r.below(90)}.${r.below(9)}MB / ${r.below(90)}.${r.below(9)}MB ${r.below(30)}.${r.below(9)}s done`,
    `go: downloading example.org/${r.pick(services)}/v${r.below(9)} v${r.below(9)}.${r.below(40)}.${r.below(9)}`,
    `deployment.apps/${r.pick(services)} condition met`,
  ])
const kubelet: Writer = (r, n) =>
  `Feb 01 ${clock(n).slice(11, 19)} kind-worker kubelet[${200 + r.below(9)}]: ${klog(r, n)} pod="kube-system/${r.pick(services)}-${r.hex(5)}"`
const postgres: Writer = (r, n) =>
  `{"timestamp":"${clock(n).replace('T', ' ').replace('Z', ' UTC')}","pid":${r.below(4000)},"session_id":"${r.hex(8)}.${r.hex(4)}","error_severity":"LOG","message":"duration: ${r.below(900)}.${r.below(999)} ms  statement: SELECT id, state, payload FROM ${r.pick(services).replace('-', '_')} WHERE id = ${r.below(99999)}","backend_type":"client backend","query_id":${r.below(1e9)}}`

/** What stands in a job log, and in the three kinds of logs of a bundle. */
export const jobLines: Writer = (r, n) => {
  const kind = r.below(100)
  return (kind < 45 ? klog : kind < 80 ? zap : kind < 90 ? ginkgo : shell)(r, n)
}
export const containerLines = zap
export const nodeLines = kubelet
export const databaseLines = postgres

/** A line that a pattern is for, spoilt: it holds much of what is looked for, and is not found. */
export function nearMiss(line: string, r: Random): string {
  const parts = line.trim().split(' ')
  const at = parts.length < 3 ? 0 : 1 + r.below(parts.length - 2)
  return [
    ...parts.slice(0, at),
    `(${r.pick(words)})`,
    ...parts.slice(at + 1).map(p => (r.below(3) ? p : r.pick(words))),
  ].join(' ')
}
