import {expect, test} from '@jest/globals'
import {diagnose} from '../../src/diagnose/diagnose.ts'
import {explainsGraph} from '../../src/diagnose/explains.ts'
import {defaultConfig} from '../../src/inputs/default-config.ts'
import type {Findings, Job, KubeObject} from '../../src/model.ts'
import {readStructured} from '../../src/read/bundle/structured.ts'
import {findings, inBundle, job, match, pattern, steps, tests} from './build.ts'

const catalog = [
  pattern('account-missing', {explains: ['reset'], validate: ['kubectl get sa {name}']}),
  pattern('quota-exceeded', {explains: ['reset']}),
  pattern('reset', {role: 'symptom'}),
]
const replicaSet = {kind: 'ReplicaSet', namespace: 'ns', name: 'billing-6c7f8d9b5'}
const reset = (time: string | null) => match('reset', 55, {captures: {port: '18091'}, at: {time}})

function guesses(found: Findings, of: Job | null = job()) {
  const suite = {service: 'gateway', name: 'gateway', status: 'failed' as const, job: of, sources: []}
  const knowledge = {
    patterns: new Map(catalog.map(p => [p.id, p])),
    explains: explainsGraph(catalog),
    config: defaultConfig,
  }
  return diagnose(suite, found, knowledge).hypotheses
}

function replicaSetWith(ready: number): KubeObject[] {
  const yaml = `kind: ReplicaSet
metadata: {name: billing-6c7f8d9b5, namespace: ns}
spec: {replicas: 1}
status: {replicas: 1, readyReplicas: ${ready}}
`
  const place = {source: 'bundle', path: 'replicasets.yaml', url: null}
  return readStructured(yaml, place, null, () => {})!.objects
}

test('an object that was well in the end speaks against what happened to it, a broken one makes it the cause', () => {
  const found = (ready: number) =>
    findings([reset(null), inBundle('account-missing', replicaSet)], {
      steps,
      tests: tests(),
      objects: replicaSetWith(ready),
    })
  expect(guesses(found(1))[0]).toMatchObject({
    family: 'account-missing',
    for: [{path: 'billing-6c7f8d9b5.yaml'}],
    against: [{path: 'replicasets.yaml', kind: 'object'}],
  })
  expect(guesses(found(0))).toEqual([])
})

test('what the failure showed before it speaks against it', () => {
  const late = inBundle('account-missing', replicaSet, 'event', '2026-01-01T10:05:00Z')
  const early = inBundle('quota-exceeded', replicaSet, 'event', '2026-01-01T09:55:00Z')
  const found = findings([reset('2026-01-01T10:00:00Z'), late, early], {steps, tests: tests()})
  expect(guesses(found).map(h => [h.family, h.against.map(at => at.line)])).toEqual([
    ['account-missing', [55]],
    ['quota-exceeded', []],
  ])
})

test('nothing that is established is guessed as well', () => {
  expect(guesses(findings([match('account-missing', 55)], {steps, tests: tests()}))).toEqual([])
})
