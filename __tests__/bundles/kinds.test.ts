import {gzipSync} from 'node:zlib'
import {describe, expect, test} from '@jest/globals'
import {stringify} from 'yaml'
import {tar} from '../read/archive/support.ts'
import {zip} from '../support/zip.ts'
import {type Cluster, crashing, withoutAccount, withoutImage} from './cluster.ts'
import {layouts} from './layouts.ts'
import {triageSuite} from './triage.ts'

const kinds = Object.keys(layouts)

/** What the job log shows, and no more. */
const waited = [
  'timed out waiting for the condition on pods/billing-6c8d9f7b5c-q9w2z',
  'make: *** [e2e] Error 1',
]
const reset = [
  'read tcp 127.0.0.1:51234->127.0.0.1:18091: read: connection reset by peer',
  'make: *** [e2e] Error 1',
]
const refused = ['dial tcp 10.96.142.63:5432: connect: connection refused', 'make: *** [e2e] Error 1']

describe.each(kinds)('%s', kind => {
  const files = (cluster: Cluster) => layouts[kind]!(cluster)

  test('a wait for a pod leads to its image', async () => {
    const suite = await triageSuite(waited, files(withoutImage()))
    expect(suite.sources[1]).toMatchObject({state: 'read', format: kind})
    expect(suite.diagnosis.root_cause?.family).toMatch(/^image-(?:not-found|pull-failed)$/)
    expect(suite.diagnosis.chain.length).toBeGreaterThan(1)
  })

  test('a reset on a port leads to the ReplicaSet that cannot make its pod', async () => {
    const services = {storage: {depends_on: [], ports: [18091], pods: ['storage-*']}}
    const suite = await triageSuite(reset, files(withoutAccount()), services)
    expect(suite.diagnosis.root_cause).toMatchObject({
      family: 'missing-service-account',
      captures: {serviceaccount: 'storage-sa'},
    })
  })

  test('alone, it is diagnosed by what is still broken', async () => {
    const suite = await triageSuite(null, files(withoutImage()))
    expect(suite.diagnosis.root_cause?.family).toMatch(/^image-(?:not-found|pull-failed)$/)
  })
})

/** Kinds that hold Services: an address can be followed. */
const whole = kinds.filter(kind => Object.keys(layouts[kind]!(crashing())).some(path => /service/.test(path)))

describe.each(whole)('%s', kind => {
  test('an address leads to the Service, its pod and the log of the run before', async () => {
    const suite = await triageSuite(refused, layouts[kind]!(crashing()))
    expect(suite.diagnosis.root_cause?.family).toBe('db-auth-failed')
    expect(suite.diagnosis.root_cause?.evidence[0]?.path).toContain('ledger-5b9d7f6c8d-x4v8n')
  })

  test('a NodePort leads there without configuration', async () => {
    const suite = await triageSuite(reset, layouts[kind]!(withoutAccount()))
    expect(suite.diagnosis.root_cause?.family).toBe('missing-service-account')
  })

  test('a Deployment without pods is a link of the chain', async () => {
    const suite = await triageSuite(null, layouts[kind]!(withoutAccount()))
    expect(suite.diagnosis.root_cause?.family).toBe('missing-service-account')
    expect(suite.diagnosis.chain.map(c => c.family)).toContain('pod-missing')
  })
})

describe('the run of a container before its last', () => {
  test('is told from the last one by its number, whatever comes first', async () => {
    const files = layouts['kind-export']!(crashing())
    for (const order of [Object.entries(files), Object.entries(files).toReversed()]) {
      const suite = await triageSuite(
        refused.concat('pod/ledger-5b9d7f6c8d-x4v8n'),
        Object.fromEntries(order),
      )
      const symptom = ['timed out waiting for the condition on pods/ledger-5b9d7f6c8d-x4v8n']
      const named = await triageSuite(symptom, Object.fromEntries(order))
      expect(suite.service).toBe('gateway')
      expect(named.diagnosis.root_cause?.family).toBe('db-auth-failed')
      expect(named.diagnosis.root_cause?.evidence[0]).toMatchObject({
        kind: 'previous-log',
        path: expect.stringContaining('/3.log'),
        line: 2,
      })
    }
  })
})

describe('serialisations of one bundle', () => {
  const files = layouts['must-gather']!(withoutImage())
  const entries = Object.entries(files).map(([name, data]) => ({name, data}))
  test.each([
    ['zip', async () => zip(entries)],
    ['tar', async () => tar(files)],
    ['tar.gz', async () => gzipSync(await tar(files))],
    ['tar.gz in a zip', async () => zip([{name: 'logs.tar.gz', data: gzipSync(await tar(files))}])],
  ])('%s', async (_, pack) => {
    const suite = await triageSuite(waited, await pack())
    expect(suite.diagnosis.root_cause?.family).toMatch(/^image-/)
  })

  const {pods, events} = withoutImage()
  const list = (items: unknown[]) => ({apiVersion: 'v1', kind: 'List', items})
  const json = (value: unknown) => JSON.stringify(value)
  test.each([
    ['JSON list', json(list([...pods, ...events]))],
    ['JSON array', json([...pods, ...events])],
    ['JSON documents', [...pods, ...events].map(json).join('\n')],
    ['YAML list', stringify(list([...pods, ...events]))],
    ['YAML documents', [...pods, ...events].map(o => stringify(o)).join('---\n')],
  ])('%s', async (_, text) => {
    const suite = await triageSuite(waited, {'all.txt': text})
    expect(suite.diagnosis.root_cause?.family).toMatch(/^image-/)
  })

  test('one stream of `kubectl cluster-info dump`', async () => {
    const {pods, logs} = crashing()
    const ledger = logs.at(-1)!
    const stream = [
      json({kind: 'NodeList', apiVersion: 'v1', items: []})
        .replace(/^\{/, '{\n    ')
        .replace('"kind":', '"kind": '),
      json({...list(pods), kind: 'PodList'}),
      `==== START logs for container ledger of pod shop/${ledger.pod} ====`,
      ledger.previous!.trimEnd(),
      `==== END logs for container ledger of pod shop/${ledger.pod} ====`,
    ].join('\n')
    const suite = await triageSuite([`timed out waiting for the condition on pods/${ledger.pod}`], {
      'dump.txt': stream,
    })
    expect(suite.sources[1]?.format).toBe('cluster-info-dump')
    expect(suite.diagnosis.root_cause?.family).toBe('db-auth-failed')
    const line = stream.split('\n').findIndex(l => l.startsWith('FATAL')) + 1
    expect(suite.diagnosis.root_cause?.evidence[0]?.line).toBe(line)
  })
})

describe('containers of podman and docker', () => {
  const inspected = (name: string, state: object, ports: object = {}) => ({
    Id: 'f'.repeat(64),
    Name: name,
    State: {Status: 'running', Running: true, ExitCode: 0, ...state},
    Config: {Image: `registry.local/${name}:1`},
    HostConfig: {PortBindings: ports},
  })
  const folder = 'kubernaut-must-gather/shop-integration-20260301-100500'
  const files = {
    [`${folder}/shop_storage_inspect.json`]: JSON.stringify(
      [
        inspected(
          'storage',
          {Status: 'exited', Running: false, ExitCode: 1},
          {'8081/tcp': [{HostPort: '18091'}]},
        ),
      ],
      null,
      1,
    ),
    [`${folder}/shop_storage.log`]: 'FATAL: password authentication failed for user "ledger"\n',
    [`${folder}/shop_cache_inspect.json`]: JSON.stringify([inspected('cache', {})], null, 1),
    [`${folder}/shop_cache.log`]: 'ready\n',
  }

  test('a published port leads to the container and its log', async () => {
    const suite = await triageSuite(reset, files)
    expect(suite.sources[1]?.format).toBe('kubernaut-integration')
    expect(suite.diagnosis.root_cause?.family).toBe('db-auth-failed')
  })

  test('alone, the container that has exited is what failed', async () => {
    const suite = await triageSuite(null, files)
    expect(suite.diagnosis.root_cause?.family).toBe('db-auth-failed')
    expect(suite.diagnosis.chain.map(c => c.family)).toContain('pod-crashloop')
  })
})
