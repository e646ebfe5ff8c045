import {expect, test} from '@jest/globals'
import {diagnose} from '../../src/diagnose/diagnose.ts'
import {explainsGraph} from '../../src/diagnose/explains.ts'
import {defaultConfig} from '../../src/inputs/default-config.ts'
import {readKubernetes} from '../../src/read/bundle/kubernetes.ts'
import {readTables} from '../../src/read/bundle/tables.ts'
import {findings, job, match, pattern, steps, tests} from './build.ts'

const patterns = [
  pattern('silent', {role: 'symptom', family: 'request-timeout'}),
  pattern('refused', {role: 'symptom', family: 'connection-refused'}),
  pattern('network-policy-lacks-rule', {
    title: 'no rule',
    explains: ['request-timeout', 'connection-refused'],
  }),
]
const place = {source: 'bundle', path: 'state.txt', url: null}
const table = `NAMESPACE  NAME       READY  STATUS   RESTARTS  AGE  LABELS
shop       gateway-0  1/1    Running  0         5m   app=gateway
shop       ledger-0   1/1    Running  0         5m   app=ledger
bank       vault-0    1/1    Running  0         5m   app=vault

NAMESPACE  NAME    TYPE       CLUSTER-IP  EXTERNAL-IP  PORT(S)   AGE  SELECTOR
shop       ledger  ClusterIP  10.96.0.9   <none>       9090/TCP  5m   app=ledger
`
const policy = (name: string, spec: string, namespace = 'shop') =>
  `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: ${name}, namespace: ${namespace}}\nspec: ${spec}\n---\n`
const ingressDenied = policy('deny', '{podSelector: {}, policyTypes: [Ingress]}')
const egressDenied = policy('deny', '{podSelector: {}, policyTypes: [Egress]}')
const fromLabel = (app: string) =>
  policy(
    'allow',
    `{podSelector: {matchLabels: {app: ledger}}, ingress: [{from: [{podSelector: {matchLabels: {app: ${app}}}}]}]}`,
  )
const egressTo = (port: number) =>
  policy('allow', `{podSelector: {}, policyTypes: [Egress], egress: [{ports: [{port: ${port}}]}]}`)

/** The policies that are shown where a pod gets no answer from an address. */
function shown(
  policies: string,
  {address = 'ledger:9090', caller = 'gateway-0', id = 'silent', pods = table} = {},
) {
  const [, host, port] = /^(.*):(\d+)$/.exec(address)!
  const said = match(id, 55, {
    captures: {host: host!, port: port!},
    object: {kind: 'Pod', namespace: null, name: caller},
  })
  const objects = [
    ...readTables(pods, place, null).objects,
    ...readKubernetes(policies, {...place, path: 'policies.yaml'}, () => {}).objects,
  ]
  const suite = {service: 'gateway', name: 'gateway', status: 'failed', job: job(), sources: []} as const
  const {root_cause} = diagnose({...suite, sources: []}, findings([said], {steps, tests: tests(), objects}), {
    patterns: new Map(patterns.map(p => [p.id, p])),
    explains: explainsGraph(patterns),
    config: defaultConfig,
  })
  return root_cause?.evidence.slice(1).map(e => /NetworkPolicy shop\/([\w-]+)/.exec(e.text)?.[1]) ?? null
}

test.each<[string, string, Parameters<typeof shown>[1]]>([
  ['nothing is let in', ingressDenied, {}],
  ['others are let in', ingressDenied + fromLabel('router'), {}],
  ['nothing is let out', egressDenied, {}],
  ['nothing is let out, to what is not known', egressDenied, {address: '203.0.113.9:6379'}],
  ['other ports are let out, to what is not known', egressTo(5432), {address: '203.0.113.9:6379'}],
])('a pod that gets no answer: %s', (_, policies, more) => {
  expect(shown(policies, more)).toContain(policies.includes('name: deny') ? 'deny' : 'allow')
})

test.each<[string, string, Parameters<typeof shown>[1]]>([
  ['there is no policy', '', {}],
  ['it is let in', ingressDenied + fromLabel('gateway'), {}],
  [
    'it is let in by a policy whose meaning is not known',
    `${ingressDenied}${policy('ip', '{podSelector: {}, ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/8}}]}]}')}`,
    {},
  ],
  ['the policy is of another namespace', policy('deny', '{podSelector: {}}', 'bank'), {}],
  ['the policy is of other pods', policy('deny', '{podSelector: {matchLabels: {app: vault}}}'), {}],
  ['the port is let out', egressTo(6379), {address: '203.0.113.9:6379'}],
  ['what a Service behind port 80 listens on is not known', egressTo(8080), {address: '203.0.113.9:80'}],
  ['it was answered', ingressDenied, {id: 'refused'}],
  ['nobody knows who asked', ingressDenied, {caller: 'test'}],
  [
    'labels were not shown',
    ingressDenied + fromLabel('router'),
    {pods: table.replaceAll(/app=(?:gateway|ledger)\n/g, '\n')},
  ],
])('no policy is shown where %s', (_, policies, more) => {
  expect(shown(policies, more)).toBeNull()
})

test.each([
  ['bank', true],
  ['shop', false],
])('a policy lets in the namespace %s', (name, isLet) => {
  const spec = `{podSelector: {}, ingress: [{from: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: ${name}}}}]}]}`
  const found = shown(policy('by-name', spec), {caller: 'vault-0'})
  expect(found).toEqual(isLet ? null : ['by-name'])
})
