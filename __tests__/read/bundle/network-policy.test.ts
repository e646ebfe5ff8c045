import {expect, test} from '@jest/globals'
import {readDescribe} from '../../../src/read/bundle/describe.ts'
import {readKubernetes} from '../../../src/read/bundle/kubernetes.ts'

const place = {source: 'bundle', path: 'policies.yaml', url: null}
const read = (spec: string, version = 'networking.k8s.io/v1') =>
  readKubernetes(
    `apiVersion: ${version}\nkind: NetworkPolicy\nmetadata:\n  name: p\n  namespace: shop\nspec:\n${spec}`,
    place,
    () => {},
  ).objects[0]!.traffic
const label = (key: string, ...values: string[]) => ({key, values, not: false})

test('a policy, from YAML and as kubectl describes it', () => {
  const expected = {
    pods: [label('app', 'ledger')],
    ingress: [
      {
        peers: [
          {pods: [label('app', 'gateway')], namespaces: null},
          {
            pods: [],
            namespaces: [label('team', 'ops', 'sre'), {key: 'zone', values: ['dmz'], not: true}],
          },
        ],
        ports: ['9090', 'grpc'],
      },
      {peers: null, ports: []},
    ],
    egress: null,
  }
  const yaml = `
  podSelector:
    matchLabels: {app: ledger}
  policyTypes: [Ingress]
  ingress:
  - ports: [{port: 9090, protocol: TCP}, {port: grpc}]
    from:
    - podSelector: {matchLabels: {app: gateway}}
    - namespaceSelector:
        matchExpressions:
        - {key: team, operator: In, values: [ops, sre]}
        - {key: zone, operator: NotIn, values: [dmz]}
  - from:
    - ipBlock: {cidr: 10.0.0.0/8}
`
  expect(read(yaml)).toEqual(expected)
  const text = `Name:         allow-ledger
Namespace:    shop
Created on:   2026-03-04 10:16:35 +0000 UTC
Labels:       <none>
Annotations:  <none>
Spec:
  PodSelector:     app=ledger
  Allowing ingress traffic:
    To Port: 9090/TCP
    To Port: grpc/TCP
    From:
      PodSelector: app=gateway
    From:
      NamespaceSelector: team in (ops,sre),zone notin (dmz)
    ----------
    To Port: <any> (traffic allowed to all ports)
    From:
      IPBlock:
        CIDR: 10.0.0.0/8
        Except: 
  Not affecting egress traffic
  Policy Types: Ingress
`
  const [policy] = readDescribe(text, place).objects
  expect(policy).toMatchObject({kind: 'NetworkPolicy', namespace: 'shop', name: 'allow-ledger'})
  expect(policy!.traffic).toEqual(expected)
  expect(policy!.at.text).toBe(
    'NetworkPolicy shop/allow-ledger: allows ingress from app=gateway or all of namespaces team=ops|sre,!zone=dmz on 9090, grpc, from anybody',
  )
})

test('what is not said', () => {
  const all = {peers: null, ports: []}
  expect(read('  podSelector: {}')).toEqual({pods: [], ingress: [], egress: null})
  expect(read('  podSelector: {}\n  egress: [{}]')).toEqual({pods: [], ingress: [], egress: [all]})
  expect(read('  podSelector: {}\n  policyTypes: [Egress]')).toEqual({pods: [], ingress: null, egress: []})
  expect(read('  podSelector: {}\n  ingress: [{ports: [{port: 1, endPort: 9}]}]')!.ingress).toEqual([all])
  const many = Array(60).fill('{ports: [{port: 1}]}').join(', ')
  expect(read(`  podSelector: {}\n  ingress: [${many}]`)!.ingress).toEqual([all])
  expect(read('  selector: app == "web"\n  types: [Ingress]', 'crd.projectcalico.org/v1')).toBeUndefined()
})

test('descriptions of what is isolated, and of absent labels', () => {
  const text = (rest: string) => `Name:  p\nNamespace:  shop\nSpec:\n${rest}\n  Policy Types: Egress\n`
  const isolated = `  PodSelector:     <none> (Allowing the specific traffic to all pods in this namespace)
  Not affecting ingress traffic
  Allowing egress traffic:
    <none> (Selected pods are isolated for egress connectivity)`
  expect(readDescribe(text(isolated), place).objects[0]!.traffic).toEqual({
    pods: [],
    ingress: null,
    egress: [],
  })
  const absent = '  PodSelector:     !batch,tier\n  Not affecting ingress traffic'
  expect(readDescribe(text(absent), place).objects[0]!.traffic!.pods).toEqual([
    {key: 'batch', values: null, not: true},
    {key: 'tier', values: null, not: false},
  ])
})
