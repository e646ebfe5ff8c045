import type {
  Diagnosis,
  Evidence,
  Findings,
  Fix,
  FixRefReport,
  LocatedTests,
  Report,
  Run,
  Suite,
} from '../../src/model.ts'
import type {RenderContext} from '../../src/render/context.ts'
import {buildReport, type SuiteInput} from '../../src/report/build.ts'

const REPO = 'https://github.com/jordigilh/kubernaut'
const RUN = `${REPO}/actions/runs/21000000001`

export const run: Run = {
  repository: 'jordigilh/kubernaut',
  id: 21000000001,
  attempt: 1,
  url: RUN,
  workflow: 'E2E',
  event: 'pull_request',
  head_sha: '4c1f0e8a9b7d6c5e4f3a2b1c0d9e8f7a6b5c4d3e',
  head_branch: 'feature/soc2-audit',
  pull_request: 24,
  created_at: '2026-01-29T10:00:00Z',
}

export const context: RenderContext = {
  patterns: {
    'host-path-missing': {
      title: 'Host path `{path}` does not exist',
      advice: 'Create `{path}` before the cluster is created, or drop the extraMount.',
      validate: ['ls -ld {path}', 'grep -n extraMounts test/infrastructure/kind-*.yaml'],
      references: ['https://kind.sigs.k8s.io/docs/user/configuration/#extra-mounts'],
    },
    'registry-403': {
      title: 'Registry refuses to serve `{image}`: 403',
      advice:
        'Log in to the registry with a token that may read packages, or load the image into the cluster.',
      validate: ['docker manifest inspect {image}'],
      references: [],
    },
    'auth-header-missing': {
      title: 'Caller sends no credentials: 401',
      advice: 'The caller has to send its ServiceAccount token. ServiceAccount and RBAC changes cannot help.',
      validate: ['kubectl logs -n holmesgpt-api-e2e deploy/holmesgpt-api | grep -i authorization'],
      references: [],
    },
    'service-account-missing': {
      title: 'ServiceAccount `{name}` missing',
      advice: 'Create ServiceAccount `{name}` before the Deployment that uses it.',
      validate: [
        'kubectl get serviceaccount {name} -n {namespace}',
        'kubectl get events -n {namespace} --field-selector reason=FailedCreate',
      ],
      references: ['https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/'],
    },
  },
  serverUrl: 'https://github.com',
  summaryUrl: RUN,
  reviewerNotes: {'holmesgpt-api': 'seen twice before since 27 January, not on main'},
  excerpts: 'all',
  now: '2026-01-29T10:42:00Z',
}

const jobId = (service: string) =>
  62000000000 + ([...service].reduce((sum, c) => sum * 7 + c.charCodeAt(0), 0) % 9999)

export function line(service: string, number: number, text: string, more: Partial<Evidence> = {}): Evidence {
  return {
    kind: 'job-log',
    source: `E2E (${service})`,
    path: null,
    line: number,
    time: '2026-01-29T10:04:12Z',
    text,
    url: `${RUN}/job/${jobId(service)}#step:7:${number}`,
    ...more,
  }
}

export function suite(service: string, name: string, status: Suite['status'] = 'failed'): Suite {
  const conclusion = status === 'passed' ? 'success' : 'failure'
  const times = {
    started_at: '2026-01-29T10:00:30Z',
    completed_at: '2026-01-29T10:09:30Z',
    status: 'completed',
  }
  return {
    service,
    name,
    status,
    sources: [],
    job: {
      id: jobId(service),
      name: `E2E (${service})`,
      url: `${RUN}/job/${jobId(service)}`,
      conclusion,
      annotations: [],
      ...times,
      steps: [
        {number: 1, name: 'Set up job', conclusion: 'success', ...times},
        {number: 7, name: 'Run E2E tests', conclusion, ...times},
      ],
    },
  }
}

export function tests(over: Partial<LocatedTests>): LocatedTests {
  return {
    framework: 'ginkgo',
    total: 30,
    ran: 0,
    passed: 0,
    failed: 0,
    skipped: 0,
    phase: 'setup',
    failures: [],
    blocks: [],
    verdict_line: null,
    tests_line: null,
    first_line: 1,
    ...over,
  }
}

export function findings(service: string, located: LocatedTests | null): Findings {
  return {
    service,
    tests: located,
    steps: [],
    matches: [],
    events: [],
    objects: [],
    telling: [],
    sources: [
      {
        kind: 'job-log',
        name: `E2E (${service})`,
        state: 'read',
        detail: null,
        format: null,
        bytes: 412_331,
        lines: 5120,
      },
      {
        kind: 'bundle',
        name: `must-gather-logs-e2e-${service}-21000000001`,
        state: 'read',
        detail: null,
        format: 'kind-export',
        bytes: 9_112_331,
        lines: 81_230,
      },
    ],
    incomplete: [],
  }
}

export function diagnosis(over: Partial<Diagnosis>): Diagnosis {
  return {
    state: 'unclassified',
    root_cause: null,
    chain: [],
    hypotheses: [],
    excerpt: [],
    signature: '',
    ...over,
  }
}

export function known(
  pattern: string,
  family: string,
  title: string,
  confidence: number,
  captures: Record<string, string>,
  evidence: Evidence[],
  effects: [title: string, evidence: Evidence][],
): Diagnosis {
  return diagnosis({
    state: confidence >= 0.9 ? 'confirmed' : 'likely',
    root_cause: {pattern, family, title, confidence, captures, evidence},
    chain: [
      {pattern, family, title, role: 'cause', evidence},
      ...effects.map(([effect, at], i) => ({
        pattern: `effect-${i}`,
        family: 'setup-failed',
        title: effect,
        role: 'symptom' as const,
        evidence: [at],
      })),
    ],
    signature: '5f1c0e2b',
  })
}

const commit = (id: string, title: string): FixRefReport => ({
  type: 'commit',
  id,
  url: `${REPO}/commit/${id}`,
  title,
  state: 'landed',
})

const fix = (
  status: Fix['status'],
  label: string,
  why: string,
  refs: FixRefReport[],
  next: Fix['next_run'],
): Fix => ({
  status,
  label,
  why,
  refs,
  next_run: next,
})

const green = (service: string, name: string): SuiteInput => ({
  suite: suite(service, name, 'passed'),
  findings: findings(service, tests({ran: 30, passed: 30, phase: 'tests'})),
  diagnosis: null,
  fix: null,
  history: null,
})

const COVERDATA = '/home/runner/work/kubernaut/kubernaut/coverdata'
const statfs = (service: string, at: number): Diagnosis =>
  known(
    'host-path-missing',
    'missing-host-path',
    `Host path \`${COVERDATA}\` does not exist`,
    0.97,
    {path: COVERDATA},
    [line(service, at, `Error: statfs ${COVERDATA}: no such file or directory`)],
    [
      [
        '`kind create cluster` failed',
        line(
          service,
          at + 2,
          'ERROR: failed to create cluster: command "podman run ..." failed with error: exit status 125',
        ),
      ],
      [
        'Set-up failed before any test',
        line(service, at + 31, '[SynchronizedBeforeSuite] [FAILED] [41.202 seconds]'),
      ],
    ],
  )

/** Nine suites, four red for three causes, two of which are fixed on the base branch. */
export function nineSuites(): Report {
  const holmes = known(
    'auth-header-missing',
    'authentication',
    'Caller sends no credentials: 401 `Missing Authorization header`',
    0.88,
    {},
    [
      line('holmesgpt-api', 2210, 'HTTP 401: {"detail":"Missing Authorization header with Bearer token"}'),
      line(
        'holmesgpt-api',
        118,
        '10.244.0.9:41220 - "POST /api/v1/incident/analyze HTTP/1.1" 401 Unauthorized',
        {
          kind: 'container-log',
          source: 'must-gather-logs-e2e-holmesgpt-api-21000000001',
          path: 'containers/holmesgpt-api-7d9f6c8b5-x2x9p_holmesgpt-api-e2e_holmesgpt-api.log',
          url: `${RUN}/artifacts/311`,
        },
      ),
    ],
    [
      [
        'Tests fail with `401`',
        line(
          'holmesgpt-api',
          2240,
          'FAILED tests/e2e/test_recovery.py::test_recovery_endpoint - UnauthorizedException: (401)',
        ),
      ],
    ],
  )
  return buildReport({
    tool: {version: '1.0.0', catalog: 'sha256:3b1f9a77c2d04e'},
    run,
    incomplete: [],
    common_causes: [
      {
        pattern: 'host-path-missing',
        family: 'missing-host-path',
        title: `Host path \`${COVERDATA}\` does not exist`,
        suites: ['datastorage', 'workflowexecution'],
        probable: [],
      },
    ],
    suites: [
      green('gateway', 'Gateway'),
      {
        suite: suite('datastorage', 'DataStorage'),
        findings: findings('datastorage', tests({total: 62})),
        diagnosis: statfs('datastorage', 812),
        fix: fix(
          'fixed',
          '✅ FIXED',
          'fixed on main by ddceccb5c: rebase, and a later run no longer shows it',
          [commit('ddceccb5c', 'Create coverdata before the cluster')],
          'should-pass',
        ),
        history: null,
      },
      green('signalprocessing', 'SignalProcessing'),
      {
        suite: suite('notification', 'Notification'),
        findings: findings('notification', tests({total: 30})),
        diagnosis: known(
          'registry-403',
          'image-pull',
          'Registry refuses to serve `quay.io/jordigilh/mock-slack:latest`: 403',
          0.95,
          {image: 'quay.io/jordigilh/mock-slack:latest'},
          [
            line(
              'notification',
              1022,
              'unexpected status from HEAD request to https://quay.io/v2/jordigilh/mock-slack/manifests/latest: 403 Forbidden',
            ),
          ],
          [
            [
              'Image cannot be pulled',
              line('notification', 14, 'Back-off pulling image "quay.io/jordigilh/mock-slack:latest"', {
                kind: 'event',
                source: 'must-gather-logs-e2e-notification-21000000001',
                path: 'events.json',
                url: null,
              }),
            ],
          ],
        ),
        fix: fix(
          'fixed',
          '✅ FIXED',
          'fixed on main by f37bbbc79: rebase, and a later run no longer shows it',
          [commit('f37bbbc79', 'Build mock-slack locally')],
          'should-pass',
        ),
        history: null,
      },
      {
        suite: suite('workflowexecution', 'WorkflowExecution'),
        findings: findings('workflowexecution', tests({total: 24})),
        diagnosis: statfs('workflowexecution', 790),
        fix: fix(
          'should-be-fixed',
          '✅ SHOULD BE FIXED',
          'fixed on main by 30988267e: rebase',
          [commit('30988267e', 'Same for workflowexecution')],
          'should-pass',
        ),
        history: null,
      },
      {
        suite: suite('holmesgpt-api', 'HolmesGPT-API'),
        findings: findings(
          'holmesgpt-api',
          tests({
            framework: 'pytest',
            total: 58,
            ran: 58,
            passed: 35,
            failed: 23,
            phase: 'tests',
            failures: [
              {
                name: 'tests/e2e/test_recovery.py::test_recovery_endpoint',
                location: 'tests/e2e/test_recovery.py:88',
                message: 'UnauthorizedException: (401)\nReason: Unauthorized',
              },
              {
                name: 'tests/e2e/test_incident.py::test_incident_analysis',
                location: 'tests/e2e/test_incident.py:41',
                message: 'UnauthorizedException: (401)',
              },
            ],
          }),
        ),
        diagnosis: holmes,
        fix: fix('needs-fix', '❌ NEEDS FIX', 'no fix is known', [], 'still-failing'),
        history: {seen_on_base: false, first_seen: '2026-01-27T09:00:00Z', times_seen: 3, flaky: false},
      },
      green('aianalysis', 'AIAnalysis'),
      green('authwebhook', 'AuthWebhook'),
      green('remediationorchestrator', 'RemediationOrchestrator'),
    ],
  })
}

const NO_ACCOUNT = 'ServiceAccount `data-storage-sa` missing'
const account = (service: string, namespace: string): Diagnosis =>
  known(
    'service-account-missing',
    'missing-service-account',
    NO_ACCOUNT,
    0.98,
    {name: 'data-storage-sa', namespace},
    [
      line(
        service,
        6,
        `Error creating: pods "datastorage-6c9d8f7b54-" is forbidden: error looking up service account ${namespace}/data-storage-sa: serviceaccount "data-storage-sa" not found`,
        {
          kind: 'event',
          source: `must-gather-logs-e2e-${service}-21000000001`,
          path: 'events.json',
          url: `${RUN}/artifacts/77`,
        },
      ),
    ],
    [
      [
        'Deployment `datastorage` has no pod',
        line(service, 31, 'datastorage   0/1     0            0           5m12s'),
      ],
      [
        'DataStorage is not reachable on port 18091',
        line(service, 2218, 'dial tcp 127.0.0.1:18091: connect: connection refused'),
      ],
    ],
  )

const onlySymptom = diagnosis({
  state: 'symptom-only',
  chain: [
    {
      pattern: 'not-reachable',
      family: 'not-reachable',
      title: 'DataStorage is not reachable on port 18091',
      role: 'symptom',
      evidence: [
        line(
          'remediationorchestrator',
          1410,
          'Timed out after 120.001s. dial tcp 127.0.0.1:18091: connect: connection refused',
        ),
      ],
    },
  ],
  hypotheses: [
    {
      family: 'missing-service-account',
      title: NO_ACCOUNT,
      confidence: 0.62,
      for: [line('remediationorchestrator', 1410, 'dial tcp 127.0.0.1:18091: connect: connection refused')],
      against: [],
      validate: ['kubectl get serviceaccount data-storage-sa -n remediationorchestrator-e2e'],
    },
  ],
  excerpt: [
    {line: 1402, text: 'STEP: Waiting for DataStorage to be ready @ 01/29/26 10:08:40.112'},
    {line: 1410, text: 'Timed out after 120.001s. dial tcp 127.0.0.1:18091: connect: connection refused'},
  ],
  signature: '77a0b1c2',
})

/** One cause in two suites, probable in a third, whose bundle is missing; one suite never ran. */
export function oneCause(): Report {
  const bare = findings('remediationorchestrator', tests({total: 31}))
  return buildReport({
    tool: {version: '1.0.0', catalog: 'sha256:3b1f9a77c2d04e'},
    run: {...run, attempt: 2},
    incomplete: [
      {
        what: 'must-gather-logs-e2e-remediationorchestrator-21000000001',
        why: 'expired on 2026-01-28; run the job again to have it',
      },
    ],
    common_causes: [
      {
        pattern: 'service-account-missing',
        family: 'missing-service-account',
        title: NO_ACCOUNT,
        suites: ['gateway', 'notification'],
        probable: ['remediationorchestrator'],
      },
    ],
    suites: [
      {
        suite: suite('gateway', 'Gateway'),
        findings: findings(
          'gateway',
          tests({
            total: 98,
            ran: 98,
            passed: 89,
            failed: 9,
            phase: 'tests',
            failures: [
              {
                name: 'Audit trace [It] writes one event per signal',
                location: 'test/e2e/gateway/audit_test.go:212',
                message: 'Expected <int>: 0 to equal <int>: 1',
              },
            ],
          }),
        ),
        diagnosis: account('gateway', 'kubernaut-system'),
        fix: fix(
          'in-review',
          '🔄 IN REVIEW',
          'the fix is in review in #27',
          [
            {
              type: 'pull',
              id: '#27',
              url: `${REPO}/pull/27`,
              title: 'Create data-storage-sa in shared infrastructure',
              state: 'open',
            },
          ],
          'still-failing',
        ),
        history: null,
      },
      {
        suite: suite('notification', 'Notification'),
        findings: findings('notification', tests({total: 30})),
        diagnosis: account('notification', 'notification-e2e'),
        fix: fix(
          'in-review',
          '🔄 IN REVIEW',
          'the fix is in review in #27',
          [
            {
              type: 'pull',
              id: '#27',
              url: `${REPO}/pull/27`,
              title: 'Create data-storage-sa in shared infrastructure',
              state: 'open',
            },
          ],
          'still-failing',
        ),
        history: null,
      },
      {
        suite: suite('remediationorchestrator', 'RemediationOrchestrator'),
        findings: {
          ...bare,
          sources: bare.sources.map(s =>
            s.kind === 'bundle'
              ? {
                  ...s,
                  state: 'expired' as const,
                  detail: 'expired on 2026-01-28',
                  bytes: null,
                  lines: null,
                  format: null,
                }
              : s,
          ),
        },
        diagnosis: onlySymptom,
        fix: null,
        history: null,
      },
      green('datastorage', 'DataStorage'),
      green('signalprocessing', 'SignalProcessing'),
      green('workflowexecution', 'WorkflowExecution'),
      green('aianalysis', 'AIAnalysis'),
      green('authwebhook', 'AuthWebhook'),
      {
        suite: {...suite('holmesgpt-api', 'HolmesGPT-API', 'missing'), job: null},
        findings: null,
        diagnosis: null,
        fix: null,
        history: null,
      },
    ],
  })
}

/** Nothing known: an unclassified failure, one without evidence, one timed out with a fix that does not help. */
export function unknownCauses(): Report {
  return buildReport({
    tool: {version: '1.0.0', catalog: 'sha256:3b1f9a77c2d04e'},
    run: {...run, event: 'schedule', pull_request: null},
    incomplete: [
      {
        what: 'log of E2E (notification)',
        why: 'GitHub answers BlobNotFound: the runner was lost before it sent the log',
      },
    ],
    common_causes: [],
    suites: [
      {
        suite: suite('gateway', 'Gateway'),
        findings: findings(
          'gateway',
          tests({
            total: 98,
            ran: 41,
            passed: 40,
            failed: 1,
            phase: 'tests',
            failures: [
              {
                name: 'Signals [It] are deduplicated by @owner | and `key`',
                location: 'test/e2e/gateway/dedup_test.go:77',
                message: 'Expected\n    <int>: 2\nto equal\n    <int>: 1',
              },
            ],
          }),
        ),
        diagnosis: diagnosis({
          excerpt: [
            {line: 3011, text: 'panic: runtime error: index out of range [3] with length 3'},
            {line: 3012, text: 'goroutine 88 [running]:'},
            {
              line: 3014,
              text: '```github.com/jordigilh/kubernaut/pkg/gateway.(*Server).handle(0xc0001, {0x1a2b, 0x3})',
            },
          ],
          signature: 'c0ffee12',
        }),
        fix: null,
        history: {seen_on_base: false, first_seen: null, times_seen: 1, flaky: false},
      },
      {
        suite: suite('notification', 'Notification', 'cancelled'),
        findings: null,
        diagnosis: diagnosis({state: 'no-evidence'}),
        fix: null,
        history: null,
      },
      {
        suite: suite('datastorage', 'DataStorage', 'timed_out'),
        findings: findings('datastorage', null),
        diagnosis: statfs('datastorage', 812),
        fix: fix(
          'ineffective',
          '⚠️ FIX INEFFECTIVE',
          'fix ddceccb5c is in this commit and did not help',
          [commit('ddceccb5c', 'Create coverdata before the cluster')],
          'still-failing',
        ),
        history: null,
      },
      {
        suite: suite('aianalysis', 'AIAnalysis', 'pending'),
        findings: null,
        diagnosis: null,
        fix: null,
        history: null,
      },
    ],
  })
}

export function allGreen(): Report {
  const names = ['Gateway', 'DataStorage', 'Notification']
  return buildReport({
    tool: {version: '1.0.0', catalog: 'sha256:3b1f9a77c2d04e'},
    run,
    incomplete: [],
    common_causes: [],
    suites: names.map(name => green(name.toLowerCase(), name)),
  })
}
