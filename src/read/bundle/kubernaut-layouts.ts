import type {Layout, MemberRole, Rule} from './layout.ts'

/** Three layouts of kubernaut's CI, by date and by kind of test. */
export const kubernautLayouts: readonly Layout[] = [
  {
    kind: 'kubernaut-must-gather',
    title: 'kubernaut must-gather image',
    markers: [/(?:^|\/)collection-metadata\.json$/, /(?:^|\/)version-info\.yaml$/],
    rules: [
      {role: 'skip', path: /\.pre-sanitize$/, note: 'unsanitised backups are never read'},
      {
        role: 'skip',
        path: /(?:^|\/)(?:SHA256SUMS|sanitization-report\.txt|collection-metadata\.json|version-info\.yaml)$/,
      },
      {role: 'skip', path: /(?:^|\/)events\/events-kubernaut-filtered\.json$/},
      {
        role: 'skip',
        path: /(?:^|\/)(?:kubernaut-must-gather-[^/]+\/metrics\/.*|crds\/[^/]+\/crd-definition\.yaml|config\/api-(?:resources|versions)\.txt)$/,
      },
      {role: 'previous-log', path: /(?:^|\/)logs\/(?<ns>[^/]+)\/(?<pod>[^/]+)\/previous\.log$/},
      {role: 'container-log', path: /(?:^|\/)logs\/(?<ns>[^/]+)\/(?<pod>[^/]+)\/current\.log$/},
      {role: 'structured', path: /(?:^|\/)logs\/(?<ns>[^/]+)\/(?<pod>[^/]+)\/describe\.txt$/},
      {role: 'structured', path: /(?:^|\/)events\/events-(?:cluster-wide|(?<ns>[^/]+))\.(?:ya?ml|json)$/},
      {role: 'structured', path: /(?:^|\/)cluster-scoped\/.+\.(?:ya?ml|json|txt)$/},
      {role: 'structured', path: /(?:^|\/)crds\/[^/]+\/all-instances\.yaml$/},
      {
        role: 'container-log',
        path: /(?:^|\/)tekton\/(?:pipelineruns\/(?<job>[^/]+)\/logs|operator\/(?<pod>[^/]+))\.(?:txt|log)$/,
      },
      {role: 'structured', path: /(?:^|\/)tekton\/.+\.yaml$/},
      {role: 'container-log', path: /(?:^|\/)jobs\/(?<job>[^/]+)\/logs\.txt$/},
      {role: 'structured', path: /(?:^|\/)jobs\/.+\.yaml$/},
      {role: 'structured', path: /(?:^|\/)database\/(?:postgresql|redis)\/(?:.+-describe\.txt|.+\.yaml)$/},
      {role: 'container-log', path: /(?:^|\/)database\/(?:postgresql|redis)\/(?<pod>[^/]+)\.log$/},
      {role: 'other-log', path: /(?:^|\/)(?:datastorage|database\/[^/]+|tekton)\/error\.json$/},
    ],
  },
  {
    kind: 'kubernaut-integration',
    title: 'kubernaut integration tests (podman containers)',
    markers: [/(?:^|\/)[^/]+-integration-\d{8}-\d{6}\/[^/]+_inspect\.json$/],
    rules: [
      {role: 'structured', path: /(?:^|\/)(?<svc>[^/]+)-integration-\d{8}-\d{6}\/[^/]+_inspect\.json$/},
      {role: 'compose-log', path: /(?:^|\/)(?<svc>[^/]+)-integration-\d{8}-\d{6}\/(?<container>[^/]+)\.log$/},
    ],
  },
  {
    kind: 'kubernaut-e2e',
    title: 'kubernaut E2E suites (kubectl outputs)',
    markers: [/(?:^|\/)kubernaut-must-gather\/(?:[^/]+\/){1,3}(?:events\.txt|pod_status\.(?:txt|json))$/],
    rules: e2eRules(),
  },
]

function e2eRules(): Rule[] {
  // Folders below the service came in two steps: its namespaces first, then its clusters above them.
  const folder = '(?:^|/)kubernaut-must-gather/(?<svc>[^/]+)/(?:(?:[^/]+/)?(?<ns>[^/]+)/)?'
  const rule = (role: MemberRole, file: string): Rule => ({role, path: new RegExp(`${folder}${file}$`)})
  return [
    rule('previous-log', '(?<pod>[^/_]+)_(?<container>[^/_]+)_previous\\.log'),
    rule('container-log', '(?<pod>[^/_]+)_(?<container>[^/_]+)\\.log'),
    rule('structured', '(?:events\\.txt|pod_status\\.(?:txt|json)|jobs\\.txt|jobs_describe\\.txt)'),
    rule('structured', '[^/]+_(?:crs|all_ns)\\.yaml'),
  ]
}
