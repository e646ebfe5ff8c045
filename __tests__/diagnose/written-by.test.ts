import {describe, expect, test} from '@jest/globals'
import {writtenBy} from '../../src/diagnose/written-by.ts'
import {readPrinted} from '../../src/read/bundle/printed.ts'
import {match} from './build.ts'

const table = `NAMESPACE  NAME                  READY  STATUS   RESTARTS  AGE
shop       api-6c7f8d9b5-x2x4z   1/1    Running  0         5m
shop       db-0                  1/1    Running  0         5m

CONTAINER ID  IMAGE   STATUS                    NAMES
3f1c2a7b9d10  orders  Exited (1) 2 minutes ago  e2e-orders-1
9d103f1c2a7b  store   Up 2 minutes (unhealthy)  store
01c2d3e477aa  mail    Up 2 minutes (healthy)    mail`
const {objects} = readPrinted([{type: 'table', line: 1, time: null, text: table}], {
  source: 'job',
  path: null,
  url: null,
})
const printed = '2026-03-01T10:05:00Z'
const at = (line: number, text: string) =>
  match('x', line, {at: {line, text, time: printed, kind: 'job-log'}})
const logs = [
  {from: 20, to: 29, object: {kind: 'Deployment', namespace: null, name: 'api'}, previous: false},
  {from: 30, to: 39, object: {kind: 'Pod', namespace: null, name: 'db-0'}, previous: true},
  {from: 60, to: 69, object: {kind: 'Container', namespace: null, name: 'store'}, previous: false},
  {from: 40, to: 49, object: {kind: 'Deployment', namespace: null, name: 'tests'}, previous: false},
]
const of = (line: number, text: string) => {
  const [found] = writtenBy([at(line, text)], {logs, objects, events: []})
  return [found!.at.kind, found!.object?.name ?? null, found!.at.time]
}

describe('a line of the job log belongs to', () => {
  test('the pod in its prefix, at the time that it bears itself', () => {
    expect(of(5, '[pod/api-6c7f8d9b5-x2x4z/main] 2026-03-01T10:01:00Z ERROR gone')).toEqual([
      'container-log',
      'api-6c7f8d9b5-x2x4z',
      '2026-03-01T10:01:00.000Z',
    ])
    expect(of(5, '[pod/db-0/postgres] FATAL: gone')).toEqual(['container-log', 'db-0', null])
  })

  test('the workload of the heading above it, as far as the cluster has it', () => {
    expect(of(25, 'FATAL: gone')).toEqual(['container-log', 'api-6c7f8d9b5-x2x4z', null])
    expect(of(35, 'FATAL: gone')).toEqual(['previous-log', 'db-0', null])
    expect(of(45, 'FATAL: gone')).toEqual(['job-log', null, printed])
    expect(of(50, 'FATAL: gone')).toEqual(['job-log', null, printed])
  })

  test('the container of docker or podman, if it was listed and is not well', () => {
    expect(of(5, 'orders-1  | FATAL: gone')).toEqual(['container-log', 'e2e-orders-1', null])
    expect(of(5, 'gone-1    | FATAL: gone')).toEqual(['job-log', null, printed])
    expect(of(5, 'mail      | ERROR: one of many')).toEqual(['job-log', null, printed])
    expect(of(65, 'FATAL: gone')).toEqual(['container-log', 'store', null])
    expect(of(65, 'orders-1  | a table in a log')).toEqual(['container-log', 'store', null])
  })

  test('the object of an event', () => {
    const row = 'shop  4m  Warning  BackOff  pod/db-0  Back-off restarting failed container'
    expect(of(5, row)).toEqual(['event', 'db-0', null])
    expect(of(5, row.replace('db-0', 'other-0'))).toEqual(['job-log', null, printed])
  })

  test('the job, where nothing tells', () => {
    expect(of(5, '[pod/other-0/main] FATAL: gone')).toEqual(['job-log', null, printed])
    expect(of(5, 'FATAL: gone')).toEqual(['job-log', null, printed])
  })
})

test('a line of a kubelet is about a pod, where nothing else tells of pods', () => {
  const node = {kind: 'Node', namespace: null, name: 'worker'}
  const text = '"Error syncing pod, skipping" err="no such key" pod="shop/api-6c7f8d9b5-x2x4z" podUID="1"'
  const line = match('x', 1, {object: node, at: {kind: 'node-log', text}})
  const object = (known: typeof objects) => writtenBy([line], {objects: known, events: []})[0]!.object
  expect(object([])).toEqual({kind: 'Pod', namespace: 'shop', name: 'api-6c7f8d9b5-x2x4z'})
  expect(object(objects)).toEqual(node)
})
