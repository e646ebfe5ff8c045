import {expect, test} from '@jest/globals'
import type {Artifact} from '../../src/collect/answers.ts'
import {chooseEvidence, findingsName} from '../../src/collect/evidence.ts'
import type {Selection} from '../../src/collect/selection.ts'

const artifact = (id: number, name: string, more: Partial<Artifact> = {}): Artifact => ({
  id,
  name,
  size_in_bytes: 1000,
  expired: false,
  created_at: `2026-01-01T00:00:0${id}Z`,
  ...more,
})
const suite = (service: string) => ({service, aliases: [service], started_at: null})
const question = {
  suites: [suite('gateway'), suite('auth'), suite('auth-logs')],
  others: [],
  runId: 1,
  rerun: false,
}
const select: Selection = {jobName: null, expected: [], excludeJobs: [], artifacts: [], services: {}}
const artifacts = [
  artifact(1, 'must-gather-gateway'),
  artifact(2, 'must-gather-auth'),
  artifact(3, 'e2e-triage-findings-gateway'),
  artifact(5, 'e2e-triage-findings-gateway'),
  artifact(4, 'e2e-triage-findings-auth-logs'),
  artifact(6, 'e2e-triage-findings-of-another'),
  artifact(7, 'e2e-triage-report'),
]
const ids = (chosen: Map<string, Artifact[]>) =>
  Object.fromEntries([...chosen].map(([service, all]) => [service, all.map(a => a.id)]))

test('findings where there are some, else bundles', () => {
  const {bySuite, instead} = chooseEvidence(artifacts, question, select)
  expect(ids(bySuite)).toEqual({gateway: [5], auth: [2], 'auth-logs': [4]})
  expect(instead('auth')).toEqual([])
})

test('findings only: a suite without them misses them', () => {
  const only = {...select, findings: {name: findingsName, only: true}}
  const {bySuite, instead} = chooseEvidence(artifacts, question, only)
  expect(ids(bySuite)).toEqual({gateway: [5], auth: [], 'auth-logs': [4]})
  expect(instead('gateway')).toEqual([])
  expect(instead('auth')).toMatchObject([{name: 'e2e-triage-findings-auth', content: {state: 'missing'}}])
})

test('a name of the project’s own, which no bundle pattern takes', () => {
  const own = {...select, artifacts: ['*{service}*'], findings: {name: 'scan-{service}', only: false}}
  const {bySuite} = chooseEvidence([...artifacts, artifact(8, 'scan-auth')], question, own)
  expect(ids(bySuite)).toEqual({gateway: [1], auth: [8], 'auth-logs': []})
})

test('what is too long to be findings is not asked for; bundles may be long', () => {
  const long = [
    artifact(1, 'must-gather-auth', {size_in_bytes: 1e9}),
    artifact(3, 'e2e-triage-findings-gateway', {size_in_bytes: 1e8}),
  ]
  const {known} = chooseEvidence(long, question, select)
  expect(long.map(known)).toMatchObject([null, {state: 'unreadable'}])
})
