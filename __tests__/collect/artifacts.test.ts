import {describe, expect, test} from '@jest/globals'
import {type ArtifactQuestion, chooseArtifacts} from '../../src/collect/artifacts.ts'

const artifact = (name: string, created_at: string | null = null, id = 1) => ({
  id,
  name,
  size_in_bytes: 10,
  expired: false,
  created_at,
})
const ask = (
  names: (string | ReturnType<typeof artifact>)[],
  services: string[],
  more: Partial<ArtifactQuestion> = {},
) => {
  const suites = services.map(s => ({service: s, aliases: [s], started_at: null}))
  const found = chooseArtifacts(
    names.map(n => (typeof n === 'string' ? artifact(n) : n)),
    {suites, others: [], patterns: [], runId: 12, rerun: false, ...more},
  )
  return Object.fromEntries([...found].map(([s, list]) => [s, list.map(a => a.name)]))
}

describe('which artifact belongs to which suite', () => {
  test.each<[string, string[], string[], Partial<ArtifactQuestion>, Record<string, string[]>]>([
    [
      'by default those that speak of diagnostics and of the service',
      [
        'must-gather-logs-e2e-gateway-12',
        'gateway-coverage',
        'gateway-diagnostics',
        'my-bundle-gateway',
        'x-logs-y',
      ],
      ['gateway'],
      {},
      {gateway: ['gateway-diagnostics', 'must-gather-logs-e2e-gateway-12', 'my-bundle-gateway']},
    ],
    [
      'case and separators are equal',
      ['Must_Gather.Data Storage'],
      ['data-storage'],
      {},
      {'data-storage': ['Must_Gather.Data Storage']},
    ],
    [
      'a longer service name takes its own',
      ['logs-gateway-api', 'logs-gateway'],
      ['gateway', 'gateway-api'],
      {},
      {gateway: ['logs-gateway'], 'gateway-api': ['logs-gateway-api']},
    ],
    [
      'also one that is not listed',
      ['logs-gateway-api', 'logs-gateway'],
      ['gateway'],
      {others: ['gateway-api']},
      {gateway: ['logs-gateway']},
    ],
    [
      'patterns with service and run',
      ['must-gather-logs-e2e-gateway-12', 'must-gather-logs-e2e-gateway-13', 'other-gateway-logs'],
      ['gateway'],
      {patterns: ['must-gather-logs-e2e-{service}-{run_id}']},
      {gateway: ['must-gather-logs-e2e-gateway-12']},
    ],
    [
      'a pattern without a service is for all',
      ['cluster', 'gateway-x'],
      ['gateway', 'storage'],
      {patterns: ['cluster', '{service}-*']},
      {gateway: ['cluster', 'gateway-x'], storage: ['cluster']},
    ],
    ['our own report is never evidence', ['e2e-triage-report-gateway-logs'], ['gateway'], {}, {gateway: []}],
    ['glob signs in a service are plain', ['logs-x'], ['*', '{a,b}'], {}, {'*': [], '{a,b}': []}],
  ])('%s', (_, names, services, more, expected) => {
    expect(ask(names, services, more)).toEqual(expected)
  })
})

test('of one name the newest counts, not the highest id', () => {
  const suites = [{service: 'a', aliases: ['a'], started_at: null}]
  const artifacts = [
    artifact('logs-a', '2026-01-01T00:00:00Z', 99),
    artifact('logs-a', '2026-01-02T00:00:00Z', 1),
  ]
  const found = chooseArtifacts(artifacts, {suites, others: [], patterns: [], runId: 1, rerun: false})
  expect(found.get('a')).toMatchObject([{id: 1}])
})

test('in a re-run, what is older than the job is of an earlier attempt', () => {
  const suites = [{service: 'a', aliases: ['a'], started_at: '2026-01-02T00:00:00Z'}]
  const artifacts = [
    artifact('logs-a-1', '2026-01-01T00:00:00Z'),
    artifact('logs-a-2', '2026-01-02T00:05:00Z'),
  ]
  const question = {suites, others: [], patterns: [], runId: 1}
  expect(chooseArtifacts(artifacts, {...question, rerun: true}).get('a')).toMatchObject([{name: 'logs-a-2'}])
  expect(chooseArtifacts(artifacts, {...question, rerun: false}).get('a')).toHaveLength(2)
})
