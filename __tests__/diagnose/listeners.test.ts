import {expect, test} from '@jest/globals'
import {withListeners} from '../../src/diagnose/listeners.ts'
import type {Placed} from '../../src/diagnose/placed.ts'
import {readTables} from '../../src/read/bundle/tables.ts'
import {findings, match, pattern} from './build.ts'

const place = {source: 'bundle', path: 'state.txt', url: null}
const {objects} = readTables(
  `NAMESPACE  NAME     READY  STATUS   RESTARTS  AGE  LABELS
shop       rates-0  1/1    Running  0         5m   app=rates
shop       store-0  1/1    Running  0         5m   app=store

NAMESPACE  NAME   TYPE       CLUSTER-IP  EXTERNAL-IP  PORT(S)   AGE  SELECTOR
shop       rates  ClusterIP  10.96.0.9   <none>       8081/TCP  5m   app=rates
`,
  place,
  null,
)

/** Where a server of a pod (of none that is known, if null) is said to be a cause, and the line that says where it listens. */
function found(text: string, writer: string | null = 'rates-0', address = '127.0.0.1:8081') {
  const object = writer === null ? null : {kind: 'Pod', namespace: 'shop', name: writer}
  const all: Placed[] = [
    {
      match: match('listens-on-loopback-only', 1, {object, captures: {address}}),
      pattern: pattern('listens-on-loopback-only'),
      placement: 'before',
    },
    {match: match('refused', 55, {at: {text}}), pattern: pattern('refused'), placement: 'failure'},
  ]
  return withListeners(all, findings([], {objects}))
    .filter(p => p.match.pattern === 'listens-on-loopback-only')
    .map(p => [p.placement, p.match.at.line, p.match.also.map(e => e.line), p.match.captures['address']])
}
const cause = [['failure', 55, [1], '127.0.0.1:8081']]

test('a server that others are refused at is a cause, where they were refused', () => {
  for (const host of ['10.244.0.7', 'rates', 'rates.shop', 'rates.shop.svc.cluster.local', '10.96.0.9'])
    expect(found(`dial tcp ${host}:8081: connect: connection refused`)).toEqual(cause)
})

test('who wrote the line is not known: the port tells', () => {
  expect(found('dial tcp 172.18.0.5:8081: connect: connection refused', null)).toEqual(cause)
})

test.each([
  ['nobody was refused', 'all is well'],
  ['another port was refused', 'dial tcp 10.244.0.7:8080: connect: connection refused'],
  ['this machine was refused', 'dial tcp 127.0.0.1:8081: connect: connection refused'],
  ['no answer came', 'dial tcp 10.244.0.7:8081: i/o timeout'],
])('%s: no cause', (_, text) => {
  expect(found(text)).toEqual([])
})

test('another pod was called', () => {
  expect(found('dial tcp rates.shop:8081: connect: connection refused', 'store-0')).toEqual([])
  expect(found('dial tcp vault:8081: connect: connection refused', 'store-0')).toEqual([])
})
