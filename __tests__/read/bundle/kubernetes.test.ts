import {describe, expect, test} from '@jest/globals'
import {stringify} from 'yaml'
import type {Note} from '../../../src/model.ts'
import {readKubernetes} from '../../../src/read/bundle/kubernetes.ts'
import type {Parsed} from '../../../src/read/bundle/values.ts'
import {event, pod} from './support.ts'

const place = {source: 'bundle', path: 'pods.json', url: null}
function read(text: string): Parsed & {notes: Note[]} {
  const notes: Note[] = []
  return {...readKubernetes(text, place, n => notes.push(n)), notes}
}

const forbidden =
  'Error creating: pods "x-" is forbidden: error looking up service account ns/x: serviceaccount "x" not found'
const items = [pod('p1'), event('x', forbidden, 12), pod('p2'), event('y', forbidden)]
const list = {apiVersion: 'v1', kind: 'List', items}

const serialisations: Record<string, string> = {
  'a JSON list': JSON.stringify(list, null, 4),
  'a compact JSON list': JSON.stringify(list),
  'a bare array': JSON.stringify(items, null, 2),
  'JSON documents one after the other': items.map(i => JSON.stringify(i, null, 2)).join('\n'),
  'a YAML list': stringify(list, {indentSeq: false, lineWidth: 80}),
  'a YAML list, indented': stringify(list, {indentSeq: true}),
  'YAML documents': items.map(i => stringify(i)).join('---\n'),
  'YAML with Windows line ends': stringify(list).replaceAll('\n', '\r\n'),
}

describe('every serialisation reads alike', () => {
  test.each(Object.entries(serialisations))('%s', (_, text) => {
    const {objects, events, notes} = read(text)
    expect(notes).toEqual([])
    expect(objects.map(o => o.name)).toEqual(['p1', 'p2'])
    expect(events.map(e => [e.object.name, e.message, e.count])).toEqual([
      ['x', forbidden, 12],
      ['y', forbidden, 1],
    ])
    const lines = text.split('\n')
    if (lines.length > 1) {
      for (const o of objects) expect(lines[o.at.line! - 1]).toContain(o.name)
      for (const e of events) expect(lines[e.at.line! - 1]).toContain('message')
      expect(events[1]!.at.line).toBeGreaterThan(events[0]!.at.line!)
    }
  })
})

test('a pod', () => {
  const {at, ...object} = read(JSON.stringify(pod('p1'), null, 2)).objects[0]!
  expect(object).toEqual({
    kind: 'Pod',
    namespace: 'ns',
    name: 'p1',
    uid: 'uid-p1',
    owners: [{kind: 'ReplicaSet', namespace: 'ns', name: 'web-1'}],
    labels: {app: 'web'},
    selector: null,
    phase: 'Pending',
    reason: null,
    message: null,
    node: 'n1',
    conditions: [
      {
        type: 'Ready',
        status: 'False',
        reason: 'ContainersNotReady',
        message: 'containers with unready status: [c]',
      },
    ],
    containers: [
      {
        name: 'c',
        init: false,
        image: 'registry/web:1',
        ready: false,
        restarts: 2,
        waiting: {reason: 'ImagePullBackOff', message: 'Back-off pulling image "registry/web:1"'},
        terminated: null,
        last_terminated: {
          reason: 'Error',
          message: null,
          exit_code: 1,
          signal: null,
          finished_at: '2026-08-19T10:00:09Z',
        },
      },
    ],
    wanted: null,
    ready: null,
    ports: [],
    host: null,
    refs: [
      {kind: 'ServiceAccount', namespace: 'ns', name: 'web-sa'},
      {kind: 'PersistentVolumeClaim', namespace: 'ns', name: 'web-data'},
      {kind: 'Image', namespace: null, name: 'registry/web:1', container: 'c'},
      {kind: 'Secret', namespace: 'ns', name: 'web-secret', container: 'c'},
      {kind: 'ConfigMap', namespace: 'ns', name: 'web-config', container: 'c'},
    ],
  })
  expect(at).toMatchObject({
    kind: 'object',
    source: 'bundle',
    path: 'pods.json',
    line: 5,
    time: '2026-08-19T10:00:09Z',
  })
  expect(at.text).toBe(
    'Pod ns/p1 Pending: waiting ImagePullBackOff: Back-off pulling image "registry/web:1"; terminated Error (exit code 1); restarts 2; Ready False: ContainersNotReady: containers with unready status: [c]',
  )
})

test('workloads, services, nodes, claims and custom resources', () => {
  const text = stringify({
    kind: 'List',
    items: [
      {
        kind: 'Deployment',
        metadata: {name: 'd', namespace: 'ns'},
        spec: {
          replicas: 3,
          selector: {matchLabels: {app: 'd'}},
          template: {spec: {serviceAccountName: 'd-sa', containers: [{name: 'c', image: 'i'}]}},
        },
        status: {
          readyReplicas: 1,
          conditions: [
            {type: 'Available', status: 'False', reason: 'MinimumReplicasUnavailable', message: 'm'},
          ],
        },
      },
      {kind: 'DaemonSet', metadata: {name: 'ds'}, status: {desiredNumberScheduled: 2, numberReady: 2}},
      {kind: 'Job', metadata: {name: 'j'}, spec: {}, status: {failed: 1}},
      {
        kind: 'Service',
        metadata: {name: 's', namespace: 'ns'},
        spec: {
          clusterIP: '10.0.0.1',
          selector: {app: 'd'},
          ports: [{port: 80, targetPort: 'http', nodePort: 30080, protocol: 'TCP'}],
        },
      },
      {
        kind: 'Node',
        metadata: {name: 'n'},
        status: {conditions: [{type: 'DiskPressure', status: 'True', reason: 'KubeletHasDiskPressure'}]},
      },
      {kind: 'PersistentVolumeClaim', metadata: {name: 'pvc'}, status: {phase: 'Pending'}},
      {
        kind: 'Endpoints',
        metadata: {name: 's'},
        subsets: [{addresses: [{ip: '1.1.1.1'}], notReadyAddresses: [{ip: '1.1.1.2'}]}],
      },
      {
        kind: 'WorkflowExecution',
        metadata: {name: 'w'},
        status: {
          phase: 'Failed',
          conditions: [
            {type: 'TektonPipelineComplete', status: 'False', reason: 'TaskFailed', message: 'tf'},
          ],
        },
      },
    ],
  })
  const {objects} = read(text)
  const by = Object.fromEntries(objects.map(o => [o.kind, o]))
  expect(by['Deployment']).toMatchObject({
    wanted: 3,
    ready: 1,
    selector: {app: 'd'},
    refs: [
      {kind: 'ServiceAccount', name: 'd-sa'},
      {kind: 'Image', name: 'i'},
    ],
  })
  expect(by['Deployment']!.at.text).toBe(
    'Deployment ns/d 1/3 ready: Available False: MinimumReplicasUnavailable: m',
  )
  expect(by['DaemonSet']).toMatchObject({wanted: 2, ready: 2})
  expect(by['Job']).toMatchObject({wanted: 1, ready: 0})
  expect(by['Service']).toMatchObject({
    host: '10.0.0.1',
    selector: {app: 'd'},
    ports: [{port: 80, target: 'http', node_port: 30080, protocol: 'TCP'}],
  })
  expect(by['Node']!.at.text).toContain('DiskPressure True: KubeletHasDiskPressure')
  expect(by['PersistentVolumeClaim']!.phase).toBe('Pending')
  expect(by['Endpoints']).toMatchObject({ready: 1, wanted: 2})
  expect(by['WorkflowExecution']).toMatchObject({phase: 'Failed', conditions: [{reason: 'TaskFailed'}]})
})

describe('events', () => {
  test('of core/v1', () => {
    const {events} = read(JSON.stringify(event('x', `(combined from similar events): ${forbidden}`, 12)))
    expect(events).toEqual([
      {
        type: 'Warning',
        reason: 'FailedCreate',
        message: forbidden,
        object: {kind: 'ReplicaSet', namespace: 'ns', name: 'x'},
        count: 12,
        first: '2026-08-19T10:00:00Z',
        last: '2026-08-19T10:05:00Z',
        at: {
          kind: 'event',
          source: 'bundle',
          path: 'pods.json',
          line: 1,
          time: '2026-08-19T10:05:00Z',
          url: null,
          text: `Warning FailedCreate ReplicaSet/x: ${forbidden} (x12)`,
        },
      },
    ])
  })
  test('of events.k8s.io/v1, in series, with a container', () => {
    const {events} = read(
      stringify({
        kind: 'EventList',
        items: [
          {
            metadata: {namespace: 'ns'},
            regarding: {kind: 'Pod', name: 'p', fieldPath: 'spec.containers{web}'},
            note: 'Back-off restarting failed container',
            reason: 'BackOff',
            type: 'Warning',
            eventTime: '2026-08-19T10:00:00.123456Z',
            series: {count: 7, lastObservedTime: '2026-08-19T10:03:00.000000Z'},
          },
          {
            regarding: {kind: 'Pod', name: 'q'},
            note: 'n',
            reason: 'R',
            eventTime: '2026-08-19T10:00:00.5Z',
            deprecatedLastTimestamp: null,
          },
        ],
      }),
    )
    expect(events[0]).toMatchObject({
      object: {kind: 'Pod', namespace: 'ns', name: 'p', container: 'web'},
      count: 7,
      last: '2026-08-19T10:03:00.000000Z',
    })
    expect(events[1]).toMatchObject({last: '2026-08-19T10:00:00.5Z', type: 'Normal'})
  })
  test('lists without items', () => {
    for (const text of [
      '{"kind":"EventList","items":null}',
      '{"kind":"PodList"}',
      'kind: List\nitems: []\n',
      '',
      '---\n',
      '[]',
      '{}',
    ])
      expect(read(text)).toEqual({objects: [], events: [], notes: []})
  })
})

test('bodies of Secrets and ConfigMaps are not kept', () => {
  const secret = {
    kind: 'Secret',
    metadata: {name: 's', namespace: 'ns', annotations: {a: 'hunter2'}},
    data: {password: 'hunter2'},
    type: 'Opaque',
  }
  const config = {kind: 'ConfigMap', metadata: {name: 'c'}, data: {'a.yaml': 'x: hunter2\n'}}
  for (const text of [
    JSON.stringify([secret, config]),
    stringify({kind: 'List', items: [secret, config]}),
    stringify(secret),
  ]) {
    const {objects} = read(text)
    expect(objects[0]).toMatchObject({kind: 'Secret', name: 's', namespace: 'ns'})
    expect(JSON.stringify(objects)).not.toContain('hunter2')
  }
})

describe('damage', () => {
  test('a cut JSON list gives its whole items', () => {
    const text = JSON.stringify(list, null, 2)
    const {objects, events, notes} = read(text.slice(0, text.lastIndexOf('"involvedObject"')))
    expect(objects.map(o => o.name)).toEqual(['p1', 'p2'])
    expect(events).toHaveLength(1)
    expect(notes).toEqual([{what: 'pods.json', why: 'damaged JSON: 1 part(s) left out, 3 read'}])
  })
  test('a broken YAML item costs itself alone', () => {
    const broken = 'kind: Pod\n  bad: [indent\nmetadata: {name: x'
    const {objects, notes} = read(`${stringify(pod('a'))}---\n${broken}\n---\n${stringify(pod('b'))}`)
    expect(objects.map(o => o.name)).toEqual(['a', 'b'])
    expect(notes[0]!.why).toContain('damaged YAML: 1 part(s) left out, 2 read')
  })

  test('what could grow without end is left out, and the note shows no line of the file', () => {
    const text = [
      'kind: Pod\nmetadata: &x {name: a, labels: {secret: hunter2}}\nstatus: {a: *x, b: *x}\n',
      `kind: Pod\nmetadata: {name: b}\nstatus: ${'['.repeat(5000)}\n`,
      'kind: Pod\nmetadata: {name: c, name: d}\nstatus: {phase: Failed}\n',
    ].join('---\n')
    const {objects, notes} = read(text)
    expect(objects.map(o => o.name)).toEqual(['d'])
    expect(notes).toEqual([{what: 'pods.json', why: expect.stringContaining('2 part(s) left out, 1 read')}])
    expect(notes[0]!.why).not.toContain('hunter2')
  })
  test('nothing hostile gets through', () => {
    const bomb = `kind: Pod\na: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghi'
      .split('')
      .map((c, i) => `${c}: &${c} [${Array(9).fill(`*${'abcdefgh'[i]}`).join(',')}]`)
      .join('\n')}\n`
    expect(read(bomb).notes).toHaveLength(1)
    const deep = `{"kind":"Pod","metadata":{"name":"p"},"x":${'['.repeat(100_000)}`
    expect(read(deep).notes).toHaveLength(1)
    read(`kind: Pod\nx: ${'['.repeat(20_000)}`)
    const proto = '{"kind":"Pod","metadata":{"name":"p","labels":{"__proto__":"x"}},"__proto__":{"a":1}}'
    expect(read(proto).objects[0]!.name).toBe('p')
    expect(({} as {a?: number}).a).toBeUndefined()
    for (const odd of [
      null,
      1,
      'x',
      [],
      {metadata: 1},
      {kind: 'Pod', metadata: {name: {}}},
      {kind: 'Pod', metadata: {name: 'p'}, spec: 'x', status: [1]},
    ])
      read(JSON.stringify(odd))
  })
})
