import {describe, expect, test} from '@jest/globals'
import {readDescribe} from '../../../src/read/bundle/describe.ts'
import {segments} from '../../../src/read/bundle/dump.ts'
import {readInspect} from '../../../src/read/bundle/inspect.ts'
import {readTables} from '../../../src/read/bundle/tables.ts'

const place = {source: 'bundle', path: 'x.txt', url: null}

const podText = `Name:             web-1
Namespace:        ns
Service Account:  web-sa
Node:             n1/10.0.0.1
Labels:           app=web
                  tier=front
Status:           Running
Controlled By:    ReplicaSet/web
Init Containers:
  init:
    Image:         busybox
    State:          Terminated
      Reason:       Completed
      Exit Code:    0
    Ready:          True
    Restart Count:  0
Containers:
  c:
    Image:          registry/web:1
    State:          Waiting
      Reason:       CrashLoopBackOff
    Last State:     Terminated
      Reason:       Error
      Message:      panic: cannot reach
                    Host: db:5432
second line
      Exit Code:    2
      Started:      Wed, 19 Aug 2026 12:00:00 +0200
      Finished:     Wed, 19 Aug 2026 12:00:01 +0200
    Ready:          False
    Restart Count:  4
    Environment:
      A:  <set to the key 'a' in secret 'web-secret'>  Optional: false
Conditions:
  Type              Status
  Ready             False 
  PodScheduled      True 
Volumes:
  data:
    Type:       PersistentVolumeClaim (a reference to a PersistentVolumeClaim in the same namespace)
    ClaimName:  web-data
  config:
    Type:      ConfigMap (a volume populated by a ConfigMap)
    Name:      web-config
Events:
  Type     Reason     Age                From               Message
  ----     ------     ----               ----               -------
  Normal   Scheduled  5m                 default-scheduler  Successfully assigned ns/web-1 to n1
  Warning  BackOff    2m (x3 over 5m)    kubelet            spec.containers{c}: Back-off restarting failed container c in pod web-1_ns(uid)
`

describe('describe', () => {
  test('a pod', () => {
    const {objects, events} = readDescribe(podText, place)
    expect(objects).toHaveLength(1)
    expect(objects[0]).toMatchObject({
      kind: 'Pod',
      namespace: 'ns',
      name: 'web-1',
      node: 'n1',
      phase: 'Running',
      labels: {app: 'web', tier: 'front'},
      owners: [{kind: 'ReplicaSet', name: 'web'}],
      conditions: [
        {type: 'Ready', status: 'False'},
        {type: 'PodScheduled', status: 'True'},
      ],
      at: {line: 1},
    })
    expect(objects[0]!.refs.map(r => `${r.kind}/${r.name}`)).toEqual([
      'ServiceAccount/web-sa',
      'Image/busybox',
      'Image/registry/web:1',
      'Secret/web-secret',
      'PersistentVolumeClaim/web-data',
      'ConfigMap/web-config',
    ])
    expect(objects[0]!.containers).toMatchObject([
      {name: 'init', init: true, ready: true, terminated: {reason: 'Completed', exit_code: 0}},
      {
        name: 'c',
        ready: false,
        restarts: 4,
        waiting: {reason: 'CrashLoopBackOff', message: null},
        last_terminated: {reason: 'Error', exit_code: 2, finished_at: '2026-08-19T10:00:01.000Z'},
      },
    ])
    expect(objects[0]!.containers[1]!.last_terminated!.message).toContain(
      'panic: cannot reach\nHost: db:5432',
    )
    expect(events).toMatchObject([
      {reason: 'Scheduled', count: 1},
      {
        type: 'Warning',
        reason: 'BackOff',
        message: 'Back-off restarting failed container c in pod web-1_ns(uid)',
        object: {kind: 'Pod', namespace: 'ns', name: 'web-1', container: 'c'},
        count: 3,
        last: null,
      },
    ])
    expect(podText.split('\n')[events[1]!.at.line! - 1]).toContain('Back-off restarting')
  })
  test('several objects in one file, of several kinds', () => {
    const text = `${podText}

Name:                   web
Namespace:              ns
Selector:               app=web
Replicas:               3 desired | 3 updated | 3 total | 1 available | 2 unavailable
StrategyType:           RollingUpdate
Conditions:
  Type           Status  Reason
  ----           ------  ------
  Progressing    False   ProgressDeadlineExceeded
Events:          <none>


Name:               n1
Conditions:
  Type             Status    LastHeartbeatTime                 LastTransitionTime                Reason              Message
  ----             ------    -----------------                 ------------------                ------              -------
  Ready            Unknown   Wed, 19 Aug 2026 10:00:00 +0000   Wed, 19 Aug 2026 10:00:00 +0000   NodeStatusUnknown   Kubelet stopped posting node status.
Capacity:
  cpu: 2
Allocatable:
  cpu: 2


Name:              web
Namespace:         ns
Selector:          app=web
Type:              NodePort
IP:                10.0.0.1
Port:              http  80/TCP
TargetPort:        8080/TCP
NodePort:          http  30080/TCP
Endpoints:         10.244.0.7:8080
Port:              metrics  9090/TCP
TargetPort:        metrics/TCP
NodePort:          metrics  30090/TCP
Endpoints:         10.244.0.7:9090
Session Affinity:  None
`
    const {objects} = readDescribe(text, place)
    expect(objects.map(o => o.kind)).toEqual(['Pod', 'Deployment', 'Node', 'Service'])
    expect(objects[1]).toMatchObject({
      wanted: 3,
      ready: 1,
      selector: {app: 'web'},
      conditions: [{reason: 'ProgressDeadlineExceeded'}],
    })
    expect(objects[2]!.conditions).toEqual([
      {
        type: 'Ready',
        status: 'Unknown',
        reason: 'NodeStatusUnknown',
        message: 'Kubelet stopped posting node status.',
      },
    ])
    expect(objects[3]).toMatchObject({
      host: '10.0.0.1',
      ports: [
        {port: 80, target: '8080', node_port: 30080, protocol: 'TCP'},
        {port: 9090, target: 'metrics', node_port: 30090, protocol: 'TCP'},
      ],
    })
    expect(text.split('\n')[objects[3]!.at.line! - 1]).toMatch(/^Name:/)
  })
})

describe('tables', () => {
  test('pods', () => {
    const text = `NAME                  READY   STATUS                       RESTARTS        AGE   IP       NODE     NOMINATED NODE   READINESS GATES
ok-1                  1/1     Running                      0               5m    10.0.0   n1       <none>           <none>
crash-1               0/1     CrashLoopBackOff             4 (30s ago)     5m    10.0.0   n1       <none>           <none>
image-1               0/1     Init:ImagePullBackOff        0               5m    <none>   <none>   <none>           <none>
oom-1                 0/1     OOMKilled                    1               5m    10.0.0   n1       <none>           <none>
evicted-1             0/1     Evicted                      0               5m    <none>   n1       <none>           <none>
code-1                0/1     ExitCode:3                   0               5m    <none>   n1       <none>           <none>
init-1                0/1     Init:0/2                     0               5m    <none>   n1       <none>           <none>
`
    const {objects} = readTables(text, place, 'ns')
    expect(objects.map(o => o.name)).toEqual([
      'ok-1',
      'crash-1',
      'image-1',
      'oom-1',
      'evicted-1',
      'code-1',
      'init-1',
    ])
    expect(objects[0]).toMatchObject({
      namespace: 'ns',
      phase: 'Running',
      node: 'n1',
      containers: [{ready: true, restarts: 0, waiting: null}],
    })
    expect(objects[1]).toMatchObject({
      containers: [{restarts: 4, waiting: {reason: 'CrashLoopBackOff'}}],
      at: {line: 3},
    })
    expect(objects[2]).toMatchObject({
      node: null,
      phase: 'Pending',
      containers: [{init: true, waiting: {reason: 'ImagePullBackOff'}}],
    })
    expect(objects[3]).toMatchObject({containers: [{terminated: {reason: 'OOMKilled'}}]})
    expect(objects[4]).toMatchObject({phase: 'Failed', reason: 'Evicted'})
    expect(objects[5]).toMatchObject({containers: [{terminated: {exit_code: 3}}]})
    expect(objects[6]).toMatchObject({containers: [{waiting: null}]})
  })
  test('events, with and without namespaces', () => {
    const text = `LAST SEEN   TYPE      REASON         OBJECT                 MESSAGE
2m3s        Warning   FailedCreate   replicaset/web-6d5f9   Error creating: pods "web-" is forbidden
<unknown>   Normal    Pulled         pod/web-1              Pulled image
`
    const {events} = readTables(text, place, 'ns')
    expect(events).toMatchObject([
      {
        type: 'Warning',
        reason: 'FailedCreate',
        message: 'Error creating: pods "web-" is forbidden',
        object: {kind: 'ReplicaSet', namespace: 'ns', name: 'web-6d5f9'},
        at: {line: 2},
      },
      {reason: 'Pulled'},
    ])
    const all = `NAMESPACE   LAST SEEN   TYPE      REASON   OBJECT      SUBOBJECT               SOURCE        MESSAGE   FIRST SEEN   COUNT   NAME
a           2m          Warning   BackOff  pod/p       spec.containers{web}    kubelet, n1   back off  5m           7       p.1
`
    expect(readTables(all, place, null).events).toMatchObject([
      {count: 7, message: 'back off', object: {namespace: 'a', name: 'p', container: 'web'}},
    ])
  })
  test('containers of docker and compose', () => {
    const text = `CONTAINER ID   IMAGE                  COMMAND                  CREATED         STATUS                      PORTS                                                                         NAMES
3f1c2a7b9d10   kindest/node:v1.31.0   "/usr/local/bin/entr…"   5 minutes ago   Up 5 minutes                127.0.0.1:41877->6443/tcp, 0.0.0.0:8080->30080/tcp, [::]:8080->30080/tcp      e2e-control-plane
9d103f1c2a7b   redis:7                "docker-entrypoint.s…"   5 minutes ago   Up 5 minutes (unhealthy)    6379/tcp                                                                      cache
77aa01c2d3e4   init:1                 "up"                     5 minutes ago   Exited (0) 4 minutes ago                                                                                  init
not a row

NAME      IMAGE     COMMAND   SERVICE   CREATED         STATUS                            PORTS
e2e-db-1  postgres  "x"       db        3 minutes ago   Up 3 minutes (health: starting)   0.0.0.0:5432->5432/tcp
e2e-api   api:dev   "y"       api       3 minutes ago   Restarting (137) 5 seconds ago
`
    const {objects} = readTables(text, place, null)
    expect(objects.map(o => [o.name, o.phase, o.containers[0]!.terminated?.exit_code ?? null])).toEqual([
      ['e2e-control-plane', 'running', null],
      ['cache', 'running', null],
      ['init', 'exited', 0],
      ['e2e-db-1', 'running', null],
      ['e2e-api', 'restarting', 137],
    ])
    expect(objects[0]!.ports.map(p => [p.node_port, p.port])).toEqual([
      [41877, 6443],
      [8080, 30080],
    ])
    expect(objects[1]!.ports).toEqual([])
    expect(objects.map(o => o.conditions[0]?.reason)).toEqual([
      undefined,
      'unhealthy',
      undefined,
      'starting',
      undefined,
    ])
  })
  test('labels and selectors, where they are shown', () => {
    const text = `NAME    READY   STATUS    RESTARTS   AGE   LABELS
web-0   1/1     Running   0          5m    app=web,tier=front
one     1/1     Running   0          5m    <none>

NAME   TYPE        CLUSTER-IP   EXTERNAL-IP   PORT(S)   AGE   SELECTOR
web    ClusterIP   10.0.0.1     <none>        80/TCP    5m    app=web,tier=front
any    ClusterIP   10.0.0.2     <none>        80/TCP    5m    <none>
`
    expect(readTables(text, place, 'ns').objects).toMatchObject([
      {labels: {app: 'web', tier: 'front'}, selector: null},
      {labels: {}, selector: null},
      {labels: {}, selector: {app: 'web', tier: 'front'}},
      {labels: {}, selector: null},
    ])
  })
  test('several tables in one file', () => {
    const text = `NAME         READY   UP-TO-DATE   AVAILABLE   AGE
deploy/web   0/1     0            0           5m

NAME   TYPE       CLUSTER-IP   EXTERNAL-IP   PORT(S)        AGE
web    NodePort   10.0.0.1     <none>        80:30080/TCP   5m

NAME   STATUS                        ROLES           AGE   VERSION
n1     NotReady,SchedulingDisabled   control-plane   5m    v1.34.0

NAME   STATUS    VOLUME   CAPACITY   ACCESS MODES   STORAGECLASS   AGE
pvc    Pending                                      standard       5m

NAME   STATUS        AGE
ns     Terminating   5m
`
    const {objects} = readTables(text, place, 'ns')
    expect(objects).toMatchObject([
      {kind: 'Deployment', name: 'web', ready: 0, wanted: 1},
      {kind: 'Service', host: '10.0.0.1', ports: [{port: 80, node_port: 30080}]},
      {kind: 'Node', namespace: null, conditions: [{type: 'Ready', status: 'False'}]},
      {kind: 'PersistentVolumeClaim', phase: 'Pending'},
      {kind: 'Namespace', namespace: null, phase: 'Terminating'},
    ])
  })
})

test('docker and podman inspect', () => {
  const one = {
    Id: 'abc',
    Name: '/svc_postgres_test',
    State: {
      Status: 'exited',
      Running: false,
      OOMKilled: true,
      ExitCode: 137,
      Error: '',
      StartedAt: '2026-08-19T10:00:00Z',
      FinishedAt: '2026-08-19T10:05:00Z',
      Health: {Status: 'unhealthy', FailingStreak: 3, Log: [{ExitCode: 1, Output: 'no response'}]},
    },
    RestartCount: 2,
    Config: {Image: 'postgres:16', Env: ['POSTGRES_PASSWORD=hunter2']},
    NetworkSettings: {Ports: {'5432/tcp': [{HostIp: '', HostPort: '15432'}]}},
  }
  const {objects} = readInspect(JSON.stringify([one], null, 2), place, () => {})
  expect(objects).toMatchObject([
    {
      kind: 'Container',
      name: 'svc_postgres_test',
      phase: 'exited',
      reason: 'OOMKilled',
      conditions: [{type: 'Ready', status: 'False', reason: 'unhealthy', message: 'no response'}],
      containers: [{image: 'postgres:16', restarts: 2, terminated: {reason: 'OOMKilled', exit_code: 137}}],
      ports: [{port: 5432, node_port: 15432, protocol: 'tcp'}],
      at: {line: 5, time: '2026-08-19T10:05:00Z'},
    },
  ])
  expect(JSON.stringify(objects)).not.toContain('hunter2')
})

test('a dump on one stream', () => {
  const text = `{
    "kind": "NodeList"
}
==== START logs for container c of pod ns/p ====
line 1
line 2
==== END logs for container c of pod ns/p ====
{}
==== START logs for container d of pod ns/p ====
cut`
  expect([...segments(text)]).toMatchObject([
    {type: 'documents', line: 1},
    {type: 'log', namespace: 'ns', pod: 'p', container: 'c', text: 'line 1\nline 2\n', line: 5},
    {type: 'documents', text: '{}\n', line: 8},
    {type: 'log', container: 'd', text: 'cut', line: 10},
  ])
})
