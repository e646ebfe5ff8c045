import {existsSync, readdirSync, readFileSync, statSync} from 'node:fs'
import {gzipSync} from 'node:zlib'
import {describe, expect, test} from '@jest/globals'
import {stringify} from 'yaml'
import {bundlesDoc} from '../../../scripts/write-bundles-doc.ts'
import type {Member} from '../../../src/model.ts'
import {defaultLimits} from '../../../src/read/archive/limits.ts'
import {archiveMembers} from '../../../src/read/archive/members.ts'
import {memoryBytes} from '../../../src/read/archive/streams.ts'
import {zip} from '../../support/zip.ts'
import {tar} from '../archive/support.ts'
import {event, members, pod, type Read, readAll} from './support.ts'

const json = (...items: object[]): string => JSON.stringify({kind: 'List', items}, null, 2)
const yaml = (...items: object[]): string => stringify({kind: 'List', items})
const eventsTable = `LAST SEEN   TYPE      REASON         OBJECT           MESSAGE
2m          Warning   FailedCreate   replicaset/web   Error creating: forbidden
`
const podsTable = `NAME    READY   STATUS             RESTARTS   AGE
web-1   0/1     ImagePullBackOff   0          5m
`
const hash = 'a'.repeat(64)
const log = 'a line\n'
const seen = (read: Read): unknown => ({
  format: read.format,
  logs: read.logs.map(l => [
    l.kind,
    l.object && `${l.object.kind}:${l.object.namespace}/${l.object.name}/${l.object.container}`,
  ]),
  objects: read.objects.map(o => `${o.kind}/${o.name}`),
  events: read.events.map(e => `${e.object.kind}/${e.object.name}`),
})

type Kind = [title: string, files: Record<string, string>, expected: object]

const kinds: Kind[] = [
  [
    'kind export logs',
    {
      './kind-version.txt': 'kind v0.30.0',
      './docker-info.txt': 'x',
      './e2e-control-plane/inspect.json': JSON.stringify([
        {Id: '1', Name: '/e2e-control-plane', State: {Status: 'running', Running: true}},
      ]),
      './e2e-control-plane/kubelet.log': log,
      './e2e-control-plane/journal.log': log,
      './e2e-control-plane/images.log': log,
      [`./e2e-control-plane/containers/web-1_ns_c-${hash}.log`]: 'the newest run\n',
      './e2e-control-plane/pods/ns_web-1_0000-11/c/0.log': 'the run before it, longer\n',
      './e2e-control-plane/pods/ns_web-1_0000-11/c/1.log': 'the newest run\n',
    },
    {
      format: 'kind-export',
      logs: [
        ['node-log', 'Node:null/e2e-control-plane/undefined'],
        ['node-log', 'Node:null/e2e-control-plane/undefined'],
        ['container-log', 'Pod:ns/web-1/c'],
        ['container-log', 'Pod:ns/web-1/c'],
      ],
      objects: ['Container/e2e-control-plane'],
      events: [],
    },
  ],
  [
    'the kubernaut image',
    {
      'kubernaut-must-gather-20260819-101112/version-info.yaml': 'a: b',
      'kubernaut-must-gather-20260819-101112/collection-metadata.json': '{}',
      'kubernaut-must-gather-20260819-101112/events/events-ns.json': json(event('web', 'm')),
      'kubernaut-must-gather-20260819-101112/events/events-ns.yaml': yaml(event('web', 'm')),
      'kubernaut-must-gather-20260819-101112/events/events-ns.yaml.pre-sanitize': 'secret',
      'kubernaut-must-gather-20260819-101112/logs/ns/web-1/current.log': log,
      'kubernaut-must-gather-20260819-101112/logs/ns/web-1/previous.log': log,
      'kubernaut-must-gather-20260819-101112/logs/ns/web-1/describe.txt':
        'Name:  web-1\nNamespace:  ns\nNode:  n/1\nStatus:  Pending\nContainers:\n  c:\n    Image: i\n',
      'kubernaut-must-gather-20260819-101112/crds/w.x.io/all-instances.yaml': yaml({
        kind: 'W',
        metadata: {name: 'w1'},
      }),
      'kubernaut-must-gather-20260819-101112/crds/w.x.io/crd-definition.yaml': yaml({
        kind: 'C',
        metadata: {name: 'w'},
      }),
      'kubernaut-must-gather-20260819-101112/jobs/j1/logs.txt': log,
    },
    {
      format: 'kubernaut-must-gather',
      logs: [
        ['container-log', 'Pod:ns/web-1/undefined'],
        ['previous-log', 'Pod:ns/web-1/undefined'],
        ['container-log', 'Job:null/j1/undefined'],
      ],
      objects: ['Pod/web-1', 'W/w1'],
      events: ['ReplicaSet/web'],
    },
  ],
  [
    'kubernaut E2E suites, with and without namespaces and clusters',
    {
      'kubernaut-must-gather/datastorage/events.txt': eventsTable,
      'kubernaut-must-gather/datastorage/pod_status.txt': podsTable,
      'kubernaut-must-gather/datastorage/web-1_c.log': log,
      'kubernaut-must-gather/gateway/ns/web-2_c_previous.log': log,
      'kubernaut-must-gather/gateway/ns/pod_status.json': json(pod('web-2')),
      'kubernaut-must-gather/gateway/ns/jobs.txt': 'error: You must be logged in to the server',
      'kubernaut-must-gather/gateway/ns/sp_crs.yaml': yaml({kind: 'S', metadata: {name: 's1'}}),
      'kubernaut-must-gather/fleet/hub/ns/web-3_c.log': log,
    },
    {
      format: 'kubernaut-e2e',
      logs: [
        ['container-log', 'Pod:null/web-1/c'],
        ['previous-log', 'Pod:ns/web-2/c'],
        ['file', null],
        ['container-log', 'Pod:ns/web-3/c'],
      ],
      objects: ['Pod/web-1', 'Pod/web-2', 'S/s1'],
      events: ['ReplicaSet/web'],
    },
  ],
  [
    'kubernaut integration',
    {
      'kubernaut-must-gather/gw-integration-20260110-101112/gw_postgres.log': log,
      'kubernaut-must-gather/gw-integration-20260110-101112/gw_postgres_inspect.json': JSON.stringify([
        {Id: '1', Name: 'gw_postgres_test', State: {Status: 'exited', ExitCode: 1}, HostConfig: {}},
      ]),
    },
    {
      format: 'kubernaut-integration',
      logs: [['container-log', 'Container:null/postgres/undefined']],
      objects: ['Container/gw_postgres_test'],
      events: [],
    },
  ],
  [
    'oc must-gather',
    {
      'must-gather.local.1/quay-io-x-sha256-1/namespaces/ns/core/events.yaml': yaml(event('web', 'm')),
      'must-gather.local.1/quay-io-x-sha256-1/namespaces/ns/core/secrets.yaml': yaml({
        kind: 'Secret',
        metadata: {name: 's'},
      }),
      'must-gather.local.1/quay-io-x-sha256-1/namespaces/ns/apps/deployments.yaml': yaml({
        kind: 'Deployment',
        metadata: {name: 'd'},
      }),
      'must-gather.local.1/quay-io-x-sha256-1/namespaces/ns/pods/p/p.yaml': stringify(pod('p')),
      'must-gather.local.1/quay-io-x-sha256-1/namespaces/ns/pods/p/c/c/logs/current.log': log,
      'must-gather.local.1/quay-io-x-sha256-1/namespaces/ns/pods/p/c/c/logs/previous.log': log,
      'must-gather.local.1/quay-io-x-sha256-1/cluster-scoped-resources/core/nodes/n.yaml': stringify({
        kind: 'Node',
        metadata: {name: 'n'},
      }),
      'must-gather.local.1/quay-io-x-sha256-1/host_service_logs/masters/kubelet_service.log': log,
    },
    {
      format: 'must-gather',
      logs: [
        ['container-log', 'Pod:ns/p/c'],
        ['previous-log', 'Pod:ns/p/c'],
        ['node-log', null],
      ],
      objects: ['Deployment/d', 'Pod/p', 'Node/n'],
      events: ['ReplicaSet/web'],
    },
  ],
  [
    'a support bundle',
    {
      'b/version.yaml': 'apiVersion: troubleshoot.sh/v1beta2\nkind: SupportBundle\n',
      'b/cluster-resources/pods/ns.json': JSON.stringify({
        kind: 'PodList',
        items: [{...pod('p'), kind: undefined}],
      }),
      'b/cluster-resources/events/ns.json': JSON.stringify({
        kind: 'EventList',
        items: [{...event('web', 'm'), kind: undefined}],
      }),
      'b/cluster-resources/events/default.json': '{"kind":"EventList","items":null}',
      'b/cluster-resources/pods/logs/ns/p/c.log': log,
      'b/cluster-resources/pods/logs/ns/p/c-previous.log': log,
      'b/secrets/ns/s.json': '{"data":"x"}',
    },
    {
      format: 'support-bundle',
      logs: [
        ['container-log', 'Pod:ns/p/c'],
        ['previous-log', 'Pod:ns/p/c'],
      ],
      objects: ['Pod/p'],
      events: ['ReplicaSet/web'],
    },
  ],
  [
    'sonobuoy',
    {
      'meta/run.log': log,
      'plugins/e2e/results/global/e2e.log': log,
      'plugins/e2e/results/global/junit_01.xml': '<testsuites/>',
      'resources/ns/ns/core_v1_pods.json': JSON.stringify([pod('p')]),
      'podlogs/ns/p/logs/c.txt': log,
    },
    {
      format: 'sonobuoy',
      logs: [
        ['file', null],
        ['file', null],
        ['container-log', 'Pod:ns/p/c'],
      ],
      objects: ['Pod/p'],
      events: [],
    },
  ],
  [
    'a cilium sysdump',
    {
      'k8s-pods-20260819-101112.yaml': yaml(pod('p')),
      'k8s-pods-20260819-101112.txt': podsTable,
      'k8s-events-20260819-101112.yaml': yaml(event('web', 'm')),
      'logs-cilium-x7k2p-cilium-agent-20260819-101112.log': log,
      'logs-cilium-x7k2p-cilium-agent-20260819-101112-prev.log': log,
    },
    {
      format: 'cilium-sysdump',
      logs: [
        ['container-log', 'Pod:null/cilium-x7k2p/cilium-agent'],
        ['previous-log', 'Pod:null/cilium-x7k2p/cilium-agent'],
      ],
      objects: ['Pod/p', 'Pod/web-1'],
      events: ['ReplicaSet/web'],
    },
  ],
  [
    'crust-gather',
    {
      'namespaces/ns/v1/pod/p.yaml': stringify(pod('p')),
      'namespaces/ns/v1/pod/p/c/current.log': log,
      'namespaces/ns/v1/pod/p/c/previous.log': log,
      'namespaces/ns/v1/event/e.yaml': stringify(event('web', 'm')),
      'namespaces/ns/v1/secret/s.yaml': 'kind: Secret\nmetadata: {name: s}\n',
    },
    {
      format: 'crust-gather',
      logs: [
        ['container-log', 'Pod:ns/p/c'],
        ['previous-log', 'Pod:ns/p/c'],
      ],
      objects: ['Pod/p'],
      events: ['ReplicaSet/web'],
    },
  ],
  [
    'a cluster-info dump',
    {
      'd/nodes.json': json({kind: 'Node', metadata: {name: 'n'}}),
      'd/ns/pods.json': json(pod('p')),
      'd/ns/events.json': json(event('web', 'm')),
      'd/ns/p/logs.txt': log,
    },
    {
      format: 'cluster-info-dump',
      logs: [['container-log', 'Pod:ns/p/undefined']],
      objects: ['Node/n', 'Pod/p'],
      events: ['ReplicaSet/web'],
    },
  ],
  [
    'a cluster-info dump on one stream',
    {
      'dump.txt': `${JSON.stringify({kind: 'NodeList', items: [{metadata: {name: 'n'}}]}, null, 4)}\n${json(event('web', 'm'))}\n==== START logs for container c of pod ns/p ====\n${log}==== END logs for container c of pod ns/p ====\n`,
    },
    {
      format: 'cluster-info-dump',
      logs: [['container-log', 'Pod:ns/p/c']],
      objects: ['Node/n'],
      events: ['ReplicaSet/web'],
    },
  ],
  [
    'loose files',
    {
      'out/get-pods.txt': podsTable,
      'out/ev.txt': `$ kubectl get events\n${eventsTable}exit 0\n`,
      'out/all.txt': `$ kubectl get pods -o yaml\n${yaml(pod('p'))}exit 0\n`,
      'out/web.log': log,
      'out/web.previous.log': log,
      'out/notes.txt': log,
      'out/compose.log': 'pg-1  | x\n',
      'out/core.bin': 'x',
      'out/binary.dat': 'a\0b',
      'out/empty.log': '',
      'out/results.xml': '<?xml version="1.0"?>\n<testsuite/>',
      'out/values.json': '{"a": 1, // no JSON',
    },
    {
      format: 'loose-files',
      logs: [
        ['container-log', null],
        ['previous-log', null],
        ['file', null],
        ['container-log', null],
      ],
      objects: ['Pod/web-1', 'Pod/p'],
      events: ['ReplicaSet/web'],
    },
  ],
]

describe('kinds of bundles', () => {
  test.each(kinds)('%s', async (_, files, expected) => {
    const read = await readAll(members(files))
    expect(seen(read)).toEqual(expected)
    expect(read.notes.every(n => n.why.includes('unsanitised'))).toBe(true)
  })
  test.each(kinds.filter(k => !k[0].includes('stream')))(
    '%s, below other folders, packed',
    async (_, files, expected) => {
      const wrapped = Object.fromEntries(
        Object.entries(files).map(([path, text]) => [`tmp/x/${path.replace('./', '')}`, text]),
      )
      const bytes = zip([{name: 'bundle.tar.gz', data: gzipSync(await tar(wrapped))}])
      const read = await readAll(archiveMembers('a', memoryBytes(bytes), defaultLimits, () => {}))
      expect(seen(read)).toEqual(expected)
    },
  )
})

test('runs, services and lines of logs', async () => {
  const [, kindFiles] = kinds[0]!
  const logs = (await readAll(members(kindFiles))).logs.filter(l => l.kind === 'container-log')
  expect(logs.map(l => [l.restart, l.text])).toEqual([
    [null, 'the newest run\n'],
    [0, 'the run before it, longer\n'],
  ])
  const e2e = await readAll(members(kinds[2]![1]))
  expect(e2e.logs.map(l => l.service)).toEqual(['datastorage', 'gateway', 'gateway', 'fleet'])
  const dump = kinds.find(k => k[0].includes('one stream'))![1]['dump.txt']!
  const read = await readAll(members({'dump.txt': dump}))
  const lines = dump.split('\n')
  expect(lines[read.logs[0]!.line - 1]).toBe('a line')
  expect(lines[read.events[0]!.at.line! - 1]).toContain('"message": "m"')
})

test('several bundles in one artifact', async () => {
  const read = await readAll(members({...kinds[0]![1], ...kinds[1]![1]}))
  expect(read.format).toBe('kubernaut-must-gather')
  expect(read.logs).toHaveLength(7)
})

test('a tree of containers alone is read', async () => {
  const read = await readAll(members({[`n/containers/web-1_ns_c-${hash}.log`]: log}))
  expect(read.logs).toHaveLength(1)
})

test('what stands in two files is read once, unless the first was damaged', async () => {
  const list = yaml(pod('p'))
  const twice = {
    'namespaces/ns/core/pods.yaml': list,
    'namespaces/ns/pods/p/p.yaml': stringify(pod('p')),
    'x/a.json': json(pod('q')),
    'x/a.yaml': yaml(pod('q')),
  }
  expect((await readAll(members(twice))).objects.map(o => o.name)).toEqual(['p', 'q'])
  const cut = {'x/a.json': json(pod('q')).slice(0, -40), 'x/a.yaml': yaml(pod('q'))}
  expect((await readAll(members(cut))).objects.map(o => o.name)).toEqual(['q'])
})

test('backups are not read, and that is said', async () => {
  const read = await readAll(members({'a/b.yaml.pre-sanitize': 'x', 'a/c.log.pre-sanitize': 'x'}))
  expect(read.logs).toEqual([])
  expect(read.notes).toEqual([{what: 'bundle', why: 'unsanitised backups are never read (2)'}])
})

test('structured files that are too large are left out', async () => {
  async function* huge(): AsyncGenerator<Member> {
    const chunk = Buffer.alloc(1 << 20, '{"kind": ')
    const bytes = async function* (): AsyncGenerator<Uint8Array> {
      for (let i = 0; i < 33; i++) yield chunk
    }
    yield {path: 'ns/pods.json', size: 33 << 20, bytes}
  }
  const read = await readAll(huge())
  expect(read.notes).toEqual([{what: 'ns/pods.json', why: expect.stringContaining('longer than 32 MiB')}])
})

test('logs that nobody reads are dropped', async () => {
  const {readBundle} = await import('../../../src/read/bundle/bundle.ts')
  const pieces: string[] = []
  for await (const piece of readBundle({name: 'b', url: null}, members({'a.log': log, 'b.log': log})))
    pieces.push(piece.type)
  expect(pieces).toEqual(['log', 'log'])
})

test('docs/bundles.md is current; scripts/write-bundles-doc.ts writes it', () => {
  expect(readFileSync('docs/bundles.md', 'utf8')).toBe(bundlesDoc())
})

const samples = '../shared/samples/'
const folder = async function* (dir: string): AsyncGenerator<Member> {
  for (const path of readdirSync(dir, {recursive: true, encoding: 'utf8'}).sort()) {
    if (!statSync(`${dir}/${path}`).isFile()) continue
    const data = readFileSync(`${dir}/${path}`)
    yield {path, size: data.length, bytes: () => memoryBytes(data).stream()}
  }
}
const described = existsSync(samples) ? describe : describe.skip
described('real bundles', () => {
  test('a healthy support bundle', async () => {
    const data = readFileSync(`${samples}bundles/troubleshoot-baseline-healthy.tar.gz`)
    const read = await readAll(archiveMembers('b', memoryBytes(data), defaultLimits, () => {}))
    expect(read.format).toBe('support-bundle')
    expect(read.notes).toEqual([])
    expect(read.objects.filter(o => o.kind === 'Pod')).toHaveLength(9)
    expect(read.objects.flatMap(o => o.containers).filter(c => c.waiting)).toEqual([])
    expect(read.events.length).toBeGreaterThan(100)
  })
  test.each([
    ['image-pull-case1', 'ImagePullBackOff'],
    ['pending-pods', 'PodInitializing'],
    ['problem-pods', 'terminated Error'],
  ])('%s', async (name, what) => {
    const read = await readAll(folder(`${samples}bundles/cluster-dump/${name}`))
    expect(read.notes).toEqual([])
    expect(read.objects.filter(o => o.at.text.includes(what)).length).toBeGreaterThan(0)
    for (const {at} of [...read.objects, ...read.events]) {
      const file = readFileSync(`${samples}bundles/cluster-dump/${name}/${at.path}`, 'utf8').split('\n')
      expect(file[at.line! - 1]).toMatch(/"(?:name|message)":/)
    }
  })
  test('pods by their causes', async () => {
    const {objects} = await readAll(folder(`${samples}bundles/troubleshoot-pods`))
    expect(objects.map(o => o.at.text).join('\n')).toMatch(
      /OOMKilled[\s\S]*Unschedulable[\s\S]*CrashLoopBackOff/,
    )
  })
  test('out of a must-gather', async () => {
    const read = await readAll(folder(`${samples}bundles/oc-must-gather-fragment`))
    expect(read).toMatchObject({format: 'must-gather', notes: []})
    expect(read.objects.map(o => o.kind).sort()).toEqual(['Node', 'Node', 'Pod', 'Pod'])
    for (const o of read.objects) expect(o.at.line).toBeGreaterThan(1)
  })
  test('kubectl outputs', async () => {
    const read = await readAll(folder(`${samples}kubectl`))
    expect(read.notes).toEqual([])
    expect(read.objects.map(o => o.kind)).toEqual([
      'Deployment',
      'Pod',
      'Pod',
      'Pod',
      'Service',
      'Node',
      'Namespace',
    ])
    expect(read.events.map(e => e.reason)).toEqual([
      'ScalingReplicaSet',
      'FailedScheduling',
      'Scheduled',
      'FailedScheduling',
    ])
  })
})
