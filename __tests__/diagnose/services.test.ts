import {expect, test} from '@jest/globals'
import {diagnose} from '../../src/diagnose/diagnose.ts'
import {explainsGraph} from '../../src/diagnose/explains.ts'
import {defaultConfig} from '../../src/inputs/default-config.ts'
import {readInspect} from '../../src/read/bundle/inspect.ts'
import {readTables} from '../../src/read/bundle/tables.ts'
import {findings, job, match, pattern, steps, tests} from './build.ts'

const patterns = [
  pattern('refuses', {role: 'symptom', family: 'connection-refused'}),
  pattern('service-port-missing', {title: 'no port {port}', explains: ['connection-refused']}),
  pattern('service-selects-no-pod', {title: '{service} has no pods', explains: ['connection-refused']}),
]

/** What is said where the failure cannot reach an address, with a node that publishes 30080 and 31004. */
function said(
  address: string,
  services: string[],
  {line = 55, known = patterns, node = 'e2e-control-plane', pods = [] as string[]} = {},
) {
  const place = {source: 'bundle', path: 'services.txt', url: null}
  const table = [
    'NAMESPACE  NAME    TYPE       CLUSTER-IP   EXTERNAL-IP  PORT(S)         AGE  SELECTOR',
    ...services,
    '',
    'NAMESPACE  NAME          READY  STATUS   RESTARTS  AGE  LABELS',
    ...pods,
  ].join('\n')
  const published = {'30080/tcp': [{HostPort: '8080'}], '31004/tcp': [{HostPort: '19004'}]}
  const inspect = [{Name: `/${node}`, State: {Running: true}, HostConfig: {PortBindings: published}}]
  const objects = [
    ...readTables(table, place, null).objects,
    ...readInspect(JSON.stringify(inspect), {...place, path: 'inspect.json'}, () => {}).objects,
  ]
  const [, host, port] = /^(.*):(\d+)$/.exec(address)!
  const refused = match('refuses', line, {captures: {host: host!, port: port!}})
  const suite = {service: 'gateway', name: 'gateway', status: 'failed', job: job(), sources: []} as const
  const {root_cause} = diagnose(
    {...suite, sources: []},
    findings([refused], {steps, tests: tests(), objects}),
    {
      patterns: new Map(known.map(p => [p.id, p])),
      explains: explainsGraph(known),
      config: defaultConfig,
    },
  )
  return root_cause && [root_cause.title, ...root_cause.evidence.map(e => `${e.path}:${e.line} ${e.text}`)]
}
const web = 'shop       web     NodePort   10.96.12.9   <none>       80:30080/TCP    4m'
const moved = 'shop       intake  NodePort   10.96.88.20  <none>       8080:31014/TCP  4m'
const store = 'shop       store   ClusterIP  10.96.14.3   <none>       5432/TCP        5m'

test('a port of this machine that leads to a node port of no Service, while a Service has one that no node publishes', () => {
  for (const host of ['127.0.0.1', 'localhost', '[::1]'])
    expect(said(`${host}:19004`, [web, moved])).toEqual([
      'no port 31004',
      'inspect.json:1 Container e2e-control-plane: 30080:8080/tcp, 31004:19004/tcp',
      'services.txt:3 Service shop/intake: 8080:31014/TCP',
    ])
})

test.each<[string, string, string[], Parameters<typeof said>[2]]>([
  ['a port that leads to a Service', '127.0.0.1:8080', [web, moved], {}],
  ['a port that no node publishes', '127.0.0.1:18090', [web, moved], {}],
  ['all node ports published: the list may be of one namespace', '127.0.0.1:19004', [web], {}],
  ['no Services known', '127.0.0.1:19004', [], {}],
  ['a container that is no node', '127.0.0.1:19004', [web, moved], {node: 'postgres-1'}],
  ['what failed in an earlier step', '127.0.0.1:19004', [web, moved], {line: 15}],
  ['a catalog without the pattern', '127.0.0.1:19004', [web, moved], {known: patterns.slice(0, 1)}],
  ['a port that the Service has', 'store.shop.svc:5432', [store], {}],
  ['a name that two Services have', 'store:5433', [store, store.replace('shop', 'test')], {}],
  ['a name of no Service', 'mail:25', [store], {}],
  ['a headless Service', 'store:8000', [store.replace('10.96.14.3', 'None      ')], {}],
])('nothing is said of %s', (_, address, services, more) => {
  expect(said(address, services, more)).toBeNull()
})

test('the ports that a list of containers shows', () => {
  const list = [
    'CONTAINER ID  IMAGE         STATUS        PORTS                     NAMES',
    '3f1c2a7b9d10  kindest/node  Up 5 minutes  0.0.0.0:19004->31004/tcp  e2e-control-plane',
  ]
  expect(said('127.0.0.1:19004', [moved, '', ...list], {node: 'other'})).toEqual([
    'no port 31004',
    'services.txt:5 Container e2e-control-plane running: 31004:19004/tcp',
    'services.txt:2 Service shop/intake: 8080:31014/TCP',
  ])
})

test.each(['store:5433', 'store.shop.svc.cluster.local:5433', '10.96.14.3:5433'])(
  'a Service is called at a port that it does not have: %s',
  address => {
    expect(said(address, [web, store])).toEqual([
      'no port 5433',
      'services.txt:3 Service shop/store: 5432/TCP',
    ])
  },
)

const labelled = 'shop       store   ClusterIP  10.96.14.3   <none>       5432/TCP        5m   app=store'
const hidden = 'shop       intake  NodePort   10.96.88.20  <none>       8080:31004/TCP  4m   app=take-in'
const other = 'shop       mail-0        1/1    Running  0         5m   app=mail'
const storePod = 'shop       store-0       1/1    Running  0         5m   app=database'
const intakePod = 'shop       intake-0      1/1    Running  0         5m   app=intake'

test.each<[address: string, service: string, pod: string, name: string]>([
  ['store:5432', labelled, storePod, 'store'],
  ['10.96.14.3:5432', labelled, storePod, 'store'],
  ['db-svc:5432', labelled.replace('store ', 'db-svc'), storePod.replace('store-0', 'db-0   '), 'db-svc'],
  ['127.0.0.1:19004', hidden, intakePod, 'intake'],
])('a Service that selects none of its pods: %s', (address, service, pod, name) => {
  const selected = service.replace(/app=\S+/, /app=\S+/.exec(pod)![0])
  expect(said(address, [service], {pods: [other, pod]})).toEqual([
    `${name} has no pods`,
    expect.stringContaining(`services.txt:2 Service shop/${name}`),
    expect.stringContaining('services.txt:6 Pod shop/'),
  ])
  expect(said(address, [selected], {pods: [other, pod]})).toBeNull()
})

test.each<[string, string[]]>([
  ['pods whose labels were not shown', [storePod, other.replace('app=mail', '')]],
  ['a pod that is not well', [storePod.replace('1/1', '0/1')]],
  ['no pod of its name', [other]],
  ['a pod of another namespace', [storePod.replace('shop', 'test')]],
])('nothing is said of a Service with %s', (_, pods) => {
  expect(said('store:5432', [labelled], {pods})).toBeNull()
})
