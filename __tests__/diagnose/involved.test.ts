import {describe, expect, test} from '@jest/globals'
import {diagnose} from '../../src/diagnose/diagnose.ts'
import {explainsGraph} from '../../src/diagnose/explains.ts'
import {involvement} from '../../src/diagnose/involved.ts'
import {defaultConfig} from '../../src/inputs/default-config.ts'
import type {Config, Findings, KubeEvent, KubeObject, Match, ObjectRef} from '../../src/model.ts'
import {readKubernetes} from '../../src/read/bundle/kubernetes.ts'
import {at, findings, inBundle, match, pattern} from './build.ts'

const place = {source: 'bundle', path: 'all.yaml', url: null}
const objects: KubeObject[] = readKubernetes(
  `
kind: Service
metadata: {name: ledger, namespace: bank}
spec: {clusterIP: 10.96.142.63, selector: {app: ledger}, ports: [{port: 5432, nodePort: 30432}]}
---
kind: Deployment
metadata: {name: ledger, namespace: bank}
spec:
  selector: {matchLabels: {app: ledger}}
  template: {spec: {serviceAccountName: ledger-sa, containers: [{name: ledger, image: 'bank/ledger:1'}]}}
---
kind: ReplicaSet
metadata: {name: ledger-5b9d7f6c8d, namespace: bank, ownerReferences: [{kind: Deployment, name: ledger}]}
spec: {selector: {matchLabels: {app: ledger}}}
---
kind: Pod
metadata: {name: ledger-5b9d7f6c8d-x4v8n, namespace: bank, labels: {app: ledger}, ownerReferences: [{kind: ReplicaSet, name: ledger-5b9d7f6c8d}]}
spec:
  nodeName: node-1
  serviceAccountName: ledger-sa
  volumes: [{name: data, persistentVolumeClaim: {claimName: ledger-data}}, {name: conf, configMap: {name: ledger-conf}}]
  containers: [{name: ledger, image: 'bank/ledger:1'}]
status: {phase: Pending}
---
kind: PersistentVolumeClaim
metadata: {name: ledger-data, namespace: bank}
spec: {volumeName: pv-7}
---
kind: Pod
metadata: {name: other-0, namespace: bank, labels: {app: other}}
spec: {nodeName: node-1, serviceAccountName: other-sa, containers: [{name: other, image: 'bank/other:1'}]}
status: {phase: Running, containerStatuses: [{name: other, ready: true, restartCount: 0}]}
---
kind: Pod
metadata: {name: ledger-5b9d7f6c8d-x4v8n, namespace: elsewhere}
spec: {serviceAccountName: stranger-sa, containers: [{name: x, image: x}]}
`,
  place,
  () => {},
).objects

const ref = (kind: string, name: string, namespace: string | null = 'bank'): ObjectRef => ({
  kind,
  name,
  namespace,
})
const said = (text: string, captures: Record<string, string> = {}) =>
  match('symptom', 1, {captures, at: {text}})

function reached(
  symptoms: Match[],
  {config = defaultConfig as Config, matches = [] as Match[], alone = false} = {},
) {
  const {distance} = involvement(findings(matches, {objects}), config)({from: symptoms, alone})
  return (kind: string, name: string, namespace?: string | null) => distance(ref(kind, name, namespace))
}

describe('from what a symptom names', () => {
  const pod = ['Pod', 'ledger-5b9d7f6c8d-x4v8n'] as const
  test.each([
    ['a ClusterIP', said('dial tcp 10.96.142.63:5432: i/o timeout'), 1],
    ['a NodePort', said('read tcp 127.0.0.1:5->127.0.0.1:30432: connection reset by peer'), 1],
    ['a Service by its DNS name', said('lookup', {host: 'ledger.bank.svc.cluster.local'}), 1],
    ['a Service by its short name', said('Get "http://ledger:5432/": EOF'), 1],
    [
      'a pod that was waited for',
      said('timed out waiting for the condition on pods/ledger-5b9d7f6c8d-x4v8n'),
      0,
    ],
    ['a pod of the same workload, gone by now', said('x', {pod: 'ledger-5b9d7f6c8d-zzzz9'}), 0],
    ['a Deployment', said('error: deployment "ledger" exceeded its progress deadline'), 1],
    ['a container', said('x', {container: 'ledger', namespace: 'bank'}), 0],
  ])('%s leads to the pod', (_, symptom, steps) => {
    expect(reached([symptom])(...pod)).toBe(steps)
  })

  test('and on to what the pod rests on, not to who else does', () => {
    const distance = reached([said('dial tcp 10.96.142.63:5432: i/o timeout')])
    expect(distance('ServiceAccount', 'ledger-sa')).toBe(2)
    expect(distance('ConfigMap', 'ledger-conf')).toBe(2)
    expect(distance('PersistentVolumeClaim', 'ledger-data')).toBe(2)
    expect(distance('PersistentVolume', 'pv-7', null)).toBe(3)
    expect(distance('Image', 'bank/ledger:1', null)).toBe(2)
    expect(distance('Node', 'node-1', null)).toBe(2)
    expect(distance('Deployment', 'ledger')).toBe(1)
    expect(distance('Pod', 'other-0')).toBeNull()
    expect(distance('ServiceAccount', 'other-sa')).toBeNull()
    expect(distance('Pod', 'ledger-5b9d7f6c8d-x4v8n', 'elsewhere')).toBeNull()
  })

  test.each([
    ['another host', said('dial tcp 140.82.112.3:443: i/o timeout')],
    ['another name', said('Get "https://ledger.example.com/": EOF')],
    ['nothing', said('timed out')],
  ])('%s leads nowhere', (_, symptom) => {
    expect(reached([symptom])(...pod)).toBeNull()
  })

  test('a configured port, and what the service depends on', () => {
    const services = {other: {depends_on: ['ledger'], ports: [18091], pods: ['other-*']}}
    const distance = reached([said('127.0.0.1:18091: connection reset', {port: '18091'})], {
      config: {...defaultConfig, services},
    })
    expect(distance('Pod', 'other-0')).toBe(0)
    expect(distance(...pod)).toBe(1)
  })

  test('what an involved pod calls in its own log', () => {
    const call = match('refused', 3, {
      object: ref('Pod', 'other-0'),
      at: {
        kind: 'container-log',
        path: 'other.log',
        text: 'dial tcp 10.96.142.63:5432: connect: connection refused',
      },
    })
    const distance = reached([said('x', {pod: 'other-0'})], {matches: [call]})
    expect(distance('Service', 'ledger')).toBe(1)
    expect(distance(...pod)).toBe(2)
  })
})

describe('a bundle alone', () => {
  test('what is bad to the end is where it starts', () => {
    const distance = reached([], {alone: true})
    expect(distance('Pod', 'ledger-5b9d7f6c8d-x4v8n')).toBe(0)
    expect(distance('ServiceAccount', 'ledger-sa')).toBe(1)
    expect(distance('Pod', 'other-0')).toBeNull()
  })

  test('events of what is well again, or gone, are of nobody', () => {
    const matches = [inBundle('x', ref('Pod', 'other-0')), inBundle('x', ref('Pod', 'gone-1'))]
    const involved = involvement(findings(matches, {objects}), defaultConfig)({from: [], alone: true})
    expect(involved.state(ref('Pod', 'other-0'))).toBe('good')
    expect(involved.state(ref('Pod', 'gone-1'))).toBe('good')
    expect(involved.distance(ref('Pod', 'gone-1'))).toBeNull()
  })

  test('what befell a pod that is gone, or will be tried again, is no cause', () => {
    const known = [pattern('broken')]
    const cause = (match: Match) => {
      const sources: Findings['sources'] = [
        {kind: 'bundle', name: 'x', state: 'read', detail: null, format: null, bytes: 1, lines: 1},
      ]
      const suite = {service: 'x', name: 'x', status: 'failed', job: null, sources: []} as const
      const found = findings([match], {objects, sources})
      return diagnose({...suite, sources: []}, found, {
        patterns: new Map(known.map(p => [p.id, p])),
        explains: explainsGraph(known),
        config: defaultConfig,
      }).root_cause?.pattern
    }
    const ledger = ref('Pod', 'ledger-5b9d7f6c8d-x4v8n')
    expect(cause(inBundle('broken', ledger))).toBe('broken')
    expect(cause(inBundle('broken', ref('Pod', 'gone-1')))).toBeUndefined()
    const said = inBundle('broken', ledger, 'previous-log')
    expect(cause(said)).toBe('broken')
    expect(cause({...said, at: {...said.at, text: 'no such host, will retry'}})).toBeUndefined()
  })

  test('a ReplicaSet of which only an event tells is bad if it could make no pod, and has none', () => {
    const barren = ref('ReplicaSet', 'renderer-6c9d7b8f5d')
    const event: KubeEvent = {
      at: at(1, {kind: 'event', source: 'bundle', path: 'events.yaml'}),
      type: 'Warning',
      reason: 'FailedCreate',
      message: 'Error creating: pods "renderer-6c9d7b8f5d-" is forbidden',
      object: barren,
      count: 1,
      first: null,
      last: null,
    }
    const state = (events: KubeEvent[], of: ObjectRef) =>
      involvement(findings([], {objects, events}), defaultConfig)({from: [], alone: false}).state(of)
    expect(state([event], barren)).toBe('bad')
    expect(state([{...event, reason: 'SuccessfulCreate'}], barren)).toBeNull()
    const made = ref('StatefulSet', 'other')
    expect(state([{...event, object: made}], made)).toBe('good')
  })
})
