import {describe, expect, test} from '@jest/globals'
import {readPrinted} from '../../src/read/bundle/printed.ts'
import {printedReader} from '../../src/read/printed.ts'
import {logHeading} from '../../src/read/printed-logs.ts'

const place = {source: 'job', path: null, url: null}
const read = (text: string) => {
  const reader = printedReader()
  const lines = text.split('\n')
  for (const [i, line] of lines.entries()) reader.line(i + 1, line, () => '2026-03-01T10:00:00Z')
  return reader.result(lines.length)
}

describe('state', () => {
  const log = `+ kubectl get pods,deploy -A
NAMESPACE     NAME                       READY   STATUS             RESTARTS      AGE
shop          api-6c7f8d9b5-x2x4z        0/1     CrashLoopBackOff   5 (2m ago)    5m
shop          db-0                       1/1     Running            0             5m
sh: 1: jqq: not found
+ kubectl describe pod api-6c7f8d9b5-x2x4z
Name:             api-6c7f8d9b5-x2x4z
Namespace:        shop
Status:           Running
Node:             kind-worker/172.18.0.3
Containers:
  api:
    State:          Waiting
      Reason:       CrashLoopBackOff
Events:
  Type     Reason   Age               From     Message
  ----     ------   ----              ----     -------
  Warning  BackOff  5s (x9 over 4m)   kubelet  Back-off restarting failed container api
##[endgroup]
LAST SEEN   TYPE      REASON         OBJECT                        MESSAGE
4m          Warning   FailedCreate   replicaset/web-5d4f8c7b9      Error creating: quota
6s          Warning   BackOff        pod/api-6c7f8d9b5-x2x4z       Back-off restarting failed container api
done
NAME    SOMETHING ELSE
x       y`

  test('tables and descriptions, each to where it ends', () => {
    const {states} = read(log)
    expect(states.map(s => [s.type, s.line, s.text.split('\n').length])).toEqual([
      ['table', 2, 3],
      ['description', 7, 12],
      ['table', 20, 3],
      ['table', 24, 2],
    ])
  })

  test('become objects and events with their lines in the job log, and the times that their ages mean', () => {
    const {objects, events} = readPrinted(read(log).states, place)
    expect(objects.map(o => [o.kind, o.name, o.at.line, o.at.path])).toEqual([
      ['Pod', 'api-6c7f8d9b5-x2x4z', 7, null],
      ['Pod', 'api-6c7f8d9b5-x2x4z', 3, null],
      ['Pod', 'db-0', 4, null],
    ])
    expect(events.map(e => [e.reason, e.object.name, e.at.line, e.last])).toEqual([
      ['FailedCreate', 'web-5d4f8c7b9', 21, '2026-03-01T09:56:00.000Z'],
      ['BackOff', 'api-6c7f8d9b5-x2x4z', 22, '2026-03-01T09:59:54.000Z'],
      ['BackOff', 'api-6c7f8d9b5-x2x4z', 18, '2026-03-01T09:59:55.000Z'],
    ])
  })

  test('containers of docker and podman', () => {
    const text = `$ podman ps -a
CONTAINER ID  IMAGE                  COMMAND     CREATED        STATUS                    PORTS                    NAMES
3f1c2a7b9d10  docker.io/postgres:16  postgres    5 minutes ago  Up 5 minutes (healthy)    0.0.0.0:15433->5432/tcp  orders_postgres
77aa01c2d3e4  localhost/migrate:dev  up          5 minutes ago  Exited (1) 4 minutes ago                           orders_migrations
##[endgroup]`
    const {objects} = readPrinted(read(text).states, place)
    expect(objects.map(o => [o.at.line, o.at.text])).toEqual([
      [3, 'Container orders_postgres running: 5432:15433/tcp'],
      [4, 'Container orders_migrations exited: terminated Error (exit code 1)'],
    ])
  })

  test('what was printed last comes first: it is how things were in the end', () => {
    const table = (status: string) =>
      `NAME   READY   STATUS    RESTARTS   AGE\napi-0  0/1     ${status}   0          1m`
    const {objects} = readPrinted(read(`${table('Pending')}\n\n${table('Running')}`).states, place)
    expect(objects.map(o => o.phase)).toEqual(['Running', 'Pending'])
  })

  test('only so much is kept, of the newest', () => {
    const row = `x${'-'.repeat(5000)}  1/1  Running  0  1m`
    const table = `NAME  READY  STATUS  RESTARTS  AGE\n${Array(200).fill(row).join('\n')}\n\n`
    const {states} = read(table.repeat(12))
    expect(states.length).toBeGreaterThan(3)
    expect(states.reduce((sum, s) => sum + s.text.length, 0)).toBeLessThanOrEqual(8 << 20)
    expect(states.at(-1)?.line).toBe(11 * 202 + 1)
  })
})

describe('logs', () => {
  test.each([
    ['+ kubectl logs -n shop deploy/api --tail=200', 'Deployment shop api'],
    ['+ kubectl --context kind-e2e logs api-0 -c main -n shop --previous', 'Pod shop api-0 main previous'],
    ['$ kubectl logs statefulset/db', 'Statefulset? no'],
    ['+ kubectl logs -l app=api -n shop', 'Deployment shop api'],
    ['+ oc logs deployment.apps/web', 'Deployment - web'],
    ['=== logs of pod/api-6c7f8d9b5-x2x4z ===', 'Pod - api-6c7f8d9b5-x2x4z'],
    ['##[group]Logs for data-storage', 'Deployment - data-storage'],
    ['--- previous logs of api-6c7f8d9b5-x2x4z ---', 'Pod - api-6c7f8d9b5-x2x4z previous'],
    ['==== START logs for container api of pod shop/api-0 ====', 'Pod shop api-0 api'],
    ['==== END logs for container api of pod shop/api-0 ====', 'nothing'],
    ['==> out/logs/api1.log <==', 'Deployment - api1'],
    ['##[group]pricing.log', 'Deployment - pricing'],
    ['===== /tmp/e2e/worker.err =====', 'Deployment - worker'],
    ['##[group]Run tail -n 60 logs/*.log', 'nothing'],
    ['##[group]Run kubectl logs deploy/api', 'nothing'],
    ['+ podman logs --tail 100 orders_migrations 2>&1', 'Container - orders_migrations'],
    ['$ docker container logs "web-1" | tail -n 50', 'Container - web-1'],
    ['+ sudo docker logs $id', 'nothing'],
    ['##[group]Run docker logs web-1', 'nothing'],
    ['+ kubectl get pods', 'nothing'],
    ['=== RUN   TestLogs', 'nothing'],
    ['##[endgroup]', 'nothing'],
    ['level=info msg="kubectl logs deploy/api"', null],
  ])('%s', (line, expected) => {
    const heading = logHeading(line)
    if (expected === null) expect(heading).toBeNull()
    else if (expected.startsWith('Statefulset?')) expect(heading?.object?.kind).toBe('StatefulSet')
    else {
      const {kind, namespace, name, container} = heading?.object ?? {}
      const said = [kind, namespace ?? '-', name, container, heading?.previous && 'previous']
      expect(heading?.object ? said.filter(Boolean).join(' ') : 'nothing').toBe(expected)
    }
  })

  test('go on to the next heading, or to the end', () => {
    const {logs} = read('+ kubectl logs a-0\none\ntwo\n+ kubectl logs b-0\nthree\n+ kubectl get x\nfour')
    expect(logs.map(l => [l.object.name, l.from, l.to])).toEqual([
      ['a-0', 2, 3],
      ['b-0', 5, 5],
    ])
    expect(read('+ kubectl logs a-0\none\ntwo').logs[0]).toMatchObject({from: 2, to: 3})
  })
})
