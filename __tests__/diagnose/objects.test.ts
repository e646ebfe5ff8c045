import {describe, expect, test} from '@jest/globals'
import {stuckDeletions} from '../../src/diagnose/deletions.ts'
import {mergeObjects} from '../../src/diagnose/objects.ts'
import {workloadsWithoutPods} from '../../src/diagnose/workloads.ts'
import {readStructured} from '../../src/read/bundle/structured.ts'
import type {Parsed} from '../../src/read/bundle/values.ts'

const read = (text: string, path = 'all.yaml'): Parsed =>
  readStructured(text, {source: 'bundle', path, url: null}, null, () => {})!

const pod = `kind: Pod
metadata: {name: web-5c6d7f8b9-abc12, namespace: shop, labels: {app: web}}
spec: {nodeName: n1, serviceAccountName: web-sa, containers: [{name: web, image: 'web:1'}]}
status:
  phase: Pending
  containerStatuses: [{name: web, ready: false, restartCount: 0, state: {waiting: {reason: ErrImagePull, message: no such image}}}]
`
const table = `NAME                  READY   STATUS         RESTARTS   AGE
web-5c6d7f8b9-abc12   0/1     ErrImagePull   0          5m
`
const description = `Name:             web-5c6d7f8b9-abc12
Namespace:        shop
Service Account:  web-sa
Node:             n1/10.0.0.1
Status:           Pending
Controlled By:    ReplicaSet/web-5c6d7f8b9
Containers:
  web:
    Image:          web:1
    State:          Waiting
      Reason:       ErrImagePull
`

describe('one object out of several descriptions', () => {
  test('the fullest, with what only others say', () => {
    const all = [table, description, pod].flatMap(
      (text, i) => read(text, i === 2 ? 'pods.yaml' : `pods${i}.txt`).objects,
    )
    const [merged, ...more] = mergeObjects(all)
    expect(more).toEqual([])
    expect(merged).toMatchObject({
      namespace: 'shop',
      labels: {app: 'web'},
      owners: [{kind: 'ReplicaSet', name: 'web-5c6d7f8b9'}],
      containers: [{name: 'web', waiting: {reason: 'ErrImagePull', message: 'no such image'}}],
      at: {path: 'pods.yaml'},
    })
  })

  test('of one name in two namespaces it is two', () => {
    const other = pod.replace('namespace: shop', 'namespace: bank')
    expect(mergeObjects([...read(pod).objects, ...read(other).objects])).toHaveLength(2)
  })
})

describe('workloads without pods', () => {
  const deployment = `---
kind: Deployment
metadata: {name: storage, namespace: shop}
spec: {replicas: 1, selector: {matchLabels: {app: storage}}}
`
  const event = `---
kind: Event
metadata: {name: e, namespace: shop}
involvedObject: {kind: ReplicaSet, name: storage-5f6b7c8d9f, namespace: shop}
type: Warning
reason: FailedCreate
message: 'serviceaccount "storage-sa" not found'
`
  const found = (text: string) => {
    const {objects, events} = read(text)
    return workloadsWithoutPods(objects, events)
  }

  test('with the reason that its ReplicaSet gives', () => {
    expect(found(pod + deployment + event)).toMatchObject([
      {
        kind: 'Deployment',
        name: 'storage',
        phase: 'NoPods',
        message: 'FailedCreate: serviceaccount "storage-sa" not found',
      },
    ])
  })
  test('not where no pods are listed, or none is wanted', () => {
    expect(found(deployment + event)).toEqual([])
    expect(found(pod + deployment.replace('replicas: 1', 'replicas: 0'))).toEqual([])
  })
  test('not where a pod is there, by owner, label or name', () => {
    expect(found(pod + deployment.replaceAll('storage', 'web'))).toEqual([])
    expect(found(pod.replace(', labels: {app: web}', '') + deployment.replaceAll('storage', 'web'))).toEqual(
      [],
    )
  })
})

describe('deletions', () => {
  const deleted = (more = '') =>
    read(pod.replace('labels: {app: web}', `deletionTimestamp: '2026-03-01T10:00:00Z'${more}`)).objects
  test.each([
    ['long ago', '2026-03-01T12:00:00Z', '', 1],
    ['just now', '2026-03-01T10:01:00Z', '', 0],
    ['nobody knows when, but held', null, ', finalizers: [bank.example.com/books]', 0],
  ])('asked for %s', (_, collected, more, count) => {
    expect(stuckDeletions(deleted(more), [], collected)).toHaveLength(count)
  })
})

describe('ages', () => {
  test.each([
    ['5m32s', 332],
    ['2d4h', 187_200],
    ['<unknown>', null],
  ])('%s', async (age, seconds) => {
    const collected = await import('../../src/read/bundle/collected.ts')
    expect(collected.seconds(age)).toBe(seconds)
  })
  test('become times where it is known when the bundle was made', async () => {
    const {anchor} = await import('../../src/read/bundle/collected.ts')
    const {events} = read(
      'LAST SEEN   TYPE      REASON   OBJECT    MESSAGE\n5m          Warning   Failed   pod/web   no such image\n',
      'events.txt',
    )
    expect(events[0]?.last).toBeNull()
    anchor(events, '2026-03-01T10:05:00Z')
    expect(events[0]).toMatchObject({
      last: '2026-03-01T10:00:00.000Z',
      at: {time: '2026-03-01T10:00:00.000Z'},
    })
  })
})
