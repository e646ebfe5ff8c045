/** A cluster as each kind of bundle would hold it: file contents by path. */
import {stringify} from 'yaml'
import {type Cluster, namespace as ns} from './cluster.ts'

type Files = Record<string, string>
type Json = Record<string, unknown>

const list = (kind: string, items: Json[]) => ({apiVersion: 'v1', kind, items})
const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`
const name = (o: Json) => (o['metadata'] as {name: string}).name

/** `kubectl get` of any kind, with the columns that matter here. */
function table(header: string[], rows: string[][]): string {
  const width = header.map((h, i) => Math.max(h.length, ...rows.map(r => r[i]!.length)) + 3)
  return [header, ...rows]
    .map(
      row =>
        `${row
          .map((cell, i) => cell.padEnd(width[i]!))
          .join('')
          .trimEnd()}\n`,
    )
    .join('')
}

export function podTable({pods}: Cluster): string {
  return table(
    ['NAME', 'READY', 'STATUS', 'RESTARTS', 'AGE'],
    pods.map(pod => {
      const {phase, containerStatuses: [c] = []} = pod['status'] as {
        phase: string
        containerStatuses?: Json[]
      }
      const waiting = (c?.['state'] as {waiting?: {reason: string}})?.waiting
      return [
        name(pod),
        c?.['ready'] ? '1/1' : '0/1',
        waiting?.reason ?? phase,
        String(c?.['restartCount'] ?? 0),
        '5m',
      ]
    }),
  )
}

export function eventTable({events}: Cluster): string {
  const rows = events.map(e => {
    const {kind, name: of} = e['involvedObject'] as {kind: string; name: string}
    return [
      '5m32s',
      String(e['type']),
      String(e['reason']),
      `${kind.toLowerCase()}/${of}`,
      String(e['message']),
    ]
  })
  return table(['LAST SEEN', 'TYPE', 'REASON', 'OBJECT', 'MESSAGE'], rows)
}

/** `kubectl describe pods`. */
export function described({pods, events}: Cluster): string {
  return pods
    .map(pod => {
      const {phase, containerStatuses: [c] = []} = pod['status'] as {
        phase: string
        containerStatuses?: Json[]
      }
      const state = c?.['state'] as {waiting?: {reason: string}}
      const own = events.filter(e => (e['involvedObject'] as {name: string}).name === name(pod))
      const rows = own.map(e => `  Warning  ${e['reason']}  5m (x4 over 6m)  kubelet  ${e['message']}`)
      return [
        `Name:             ${name(pod)}`,
        `Namespace:        ${ns}`,
        'Service Account:  default',
        'Node:             node-1/172.18.0.2',
        `Labels:           app=${c?.['name']}`,
        `Status:           ${phase}`,
        'Containers:',
        `  ${c?.['name']}:`,
        `    Image:          registry.local/${c?.['name']}:1`,
        ...(state?.waiting
          ? ['    State:          Waiting', `      Reason:       ${state.waiting.reason}`]
          : ['    State:          Running']),
        `    Ready:          ${c?.['ready'] ? 'True' : 'False'}`,
        `    Restart Count:  ${c?.['restartCount']}`,
        ...(rows.length
          ? [
              'Events:',
              '  Type     Reason  Age  From  Message',
              '  ----     ------  ----  ----  -------',
              ...rows,
            ]
          : ['Events:  <none>']),
        '',
      ].join('\n')
    })
    .join('\n')
}

const files = (parts: [string, string | null][]): Files =>
  Object.fromEntries(parts.filter((p): p is [string, string] => p[1] !== null))

/** Every kind whose files say of pods, of workloads and of what happened; `text` for those without API objects. */
export const layouts: Record<string, (cluster: Cluster) => Files> = {
  'cluster-info-dump': c =>
    files([
      [`dump/${ns}/pods.json`, json(list('PodList', c.pods))],
      [`dump/${ns}/events.json`, json(list('EventList', c.events))],
      [`dump/${ns}/replicasets.json`, json(list('ReplicaSetList', c.replicaSets))],
      [`dump/${ns}/deployments.json`, json(list('DeploymentList', c.deployments))],
      [`dump/${ns}/services.json`, json(list('ServiceList', c.services))],
      ...c.logs.map((l): [string, string] => [
        `dump/${ns}/${l.pod}/logs.txt`,
        (l.previous ?? '') + l.current,
      ]),
    ]),
  'must-gather': c =>
    files([
      [`must-gather.local.1/x/namespaces/${ns}/core/pods.yaml`, stringify(list('PodList', c.pods))],
      [`must-gather.local.1/x/namespaces/${ns}/core/events.yaml`, stringify(list('EventList', c.events))],
      [
        `must-gather.local.1/x/namespaces/${ns}/core/services.yaml`,
        stringify(list('ServiceList', c.services)),
      ],
      [
        `must-gather.local.1/x/namespaces/${ns}/apps/replicasets.yaml`,
        stringify(list('ReplicaSetList', c.replicaSets)),
      ],
      [
        `must-gather.local.1/x/namespaces/${ns}/apps/deployments.yaml`,
        stringify(list('DeploymentList', c.deployments)),
      ],
      ...c.logs.flatMap((l): [string, string | null][] => {
        const folder = `must-gather.local.1/x/namespaces/${ns}/pods/${l.pod}/${l.container}/${l.container}/logs`
        return [
          [`${folder}/current.log`, l.current],
          [`${folder}/previous.log`, l.previous],
        ]
      }),
    ]),
  'support-bundle': c =>
    files([
      [`support-bundle-1/cluster-resources/pods/${ns}.json`, json(list('PodList', c.pods))],
      [`support-bundle-1/cluster-resources/events/${ns}.json`, json(c.events)],
      [`support-bundle-1/cluster-resources/services/${ns}.json`, json(list('ServiceList', c.services))],
      [
        `support-bundle-1/cluster-resources/replicasets/${ns}.json`,
        json(list('ReplicaSetList', c.replicaSets)),
      ],
      [
        `support-bundle-1/cluster-resources/deployments/${ns}.json`,
        json(list('DeploymentList', c.deployments)),
      ],
      ...c.logs.flatMap((l): [string, string | null][] => {
        const log = `support-bundle-1/cluster-resources/pods/logs/${ns}/${l.pod}/${l.container}`
        return [
          [`${log}.log`, l.current],
          [`${log}-previous.log`, l.previous],
        ]
      }),
    ]),
  sonobuoy: c =>
    files([
      ['meta/run.log', 'level=info msg="done"\n'],
      ['plugins/e2e/sonobuoy_results.yaml', 'name: e2e\nstatus: failed\n'],
      [`resources/ns/${ns}/core_v1_pods.json`, json(list('PodList', c.pods))],
      [`resources/ns/${ns}/core_v1_events.json`, json(list('EventList', c.events))],
      [`resources/ns/${ns}/core_v1_services.json`, json(list('ServiceList', c.services))],
      [`resources/ns/${ns}/apps_v1_replicasets.json`, json(list('ReplicaSetList', c.replicaSets))],
      [`resources/ns/${ns}/apps_v1_deployments.json`, json(list('DeploymentList', c.deployments))],
      ...c.logs.map((l): [string, string] => [
        `podlogs/${ns}/${l.pod}/logs/${l.container}.txt`,
        (l.previous ?? '') + l.current,
      ]),
    ]),
  'cilium-sysdump': c =>
    files([
      ['k8s-pods-20260301-100500.yaml', stringify(list('PodList', c.pods))],
      ['k8s-events-20260301-100500.yaml', stringify(list('EventList', c.events))],
      ['k8s-services-20260301-100500.yaml', stringify(list('ServiceList', c.services))],
      ['k8s-replicasets-20260301-100500.yaml', stringify(list('ReplicaSetList', c.replicaSets))],
      ['k8s-deployments-20260301-100500.yaml', stringify(list('DeploymentList', c.deployments))],
      ...c.logs.flatMap((l): [string, string | null][] => [
        [`logs-${l.pod}-${l.container}-20260301-100500.log`, l.current],
        [`logs-${l.pod}-${l.container}-20260301-100500-prev.log`, l.previous],
      ]),
    ]),
  'crust-gather': c => {
    const kinds: [string, string, Json[]][] = [
      ['v1', 'pod', c.pods],
      ['v1', 'event', c.events],
      ['v1', 'service', c.services],
      ['apps/v1', 'replicaset', c.replicaSets],
      ['apps/v1', 'deployment', c.deployments],
    ]
    return files([
      ...kinds.flatMap(([group, kind, items]) =>
        items.map((o): [string, string] => [
          `gather/namespaces/${ns}/${group}/${kind}/${name(o)}.yaml`,
          stringify(o),
        ]),
      ),
      ...c.logs.flatMap((l): [string, string | null][] => {
        const folder = `gather/namespaces/${ns}/v1/pod/${l.pod}/${l.container}`
        return [
          [`${folder}/current.log`, l.current],
          [`${folder}/previous.log`, l.previous],
        ]
      }),
    ])
  },
  'kubernaut-e2e': c =>
    files([
      ['kubernaut-must-gather/shop/events.txt', eventTable(c)],
      ['kubernaut-must-gather/shop/pod_status.txt', podTable(c)],
      ...c.logs.flatMap((l): [string, string | null][] => [
        [`kubernaut-must-gather/shop/${l.pod}_${l.container}.log`, l.current],
        [`kubernaut-must-gather/shop/${l.pod}_${l.container}_previous.log`, l.previous],
      ]),
    ]),
  'kubernaut-must-gather': c =>
    files([
      [
        'kubernaut-must-gather-20260301-100500/collection-metadata.json',
        json({collection_time: '2026-03-01T10:05:00Z'}),
      ],
      ['kubernaut-must-gather-20260301-100500/version-info.yaml', 'version: 1\n'],
      [`kubernaut-must-gather-20260301-100500/events/events-${ns}.yaml`, stringify(list('List', c.events))],
      ...c.logs.flatMap((l): [string, string | null][] => {
        const folder = `kubernaut-must-gather-20260301-100500/logs/${ns}/${l.pod}`
        return [
          [`${folder}/current.log`, l.current],
          [`${folder}/previous.log`, l.previous],
        ]
      }),
      ...c.pods.map((pod): [string, string] => [
        `kubernaut-must-gather-20260301-100500/logs/${ns}/${name(pod)}/describe.txt`,
        described({...c, pods: [pod]}),
      ]),
    ]),
  'kind-export': c =>
    files([
      ['kind-logs/kind-version.txt', 'kind v0.29.0\n'],
      ['kind-logs/kind-control-plane/kubelet.log', 'kubelet started\n'],
      ...c.logs.flatMap((l): [string, string | null][] => {
        const folder = `kind-logs/kind-control-plane/pods/${ns}_${l.pod}_0b1c2d3e-0000-0000-0000-000000000000/${l.container}`
        const line = (text: string) => text.replace(/^(?=.)/gm, '2026-03-01T10:00:00.000000000Z stdout F ')
        return [
          [`${folder}/3.log`, l.previous && line(l.previous)],
          [`${folder}/4.log`, line(l.current)],
        ]
      }),
      ['kind-logs/events.yaml', stringify(list('List', c.events))],
      ['kind-logs/pods.txt', podTable(c)],
    ]),
  'loose-files': c =>
    files([
      ['diagnostics/describe.txt', described(c)],
      ['diagnostics/events.log', eventTable(c)],
      ...c.logs.flatMap((l): [string, string | null][] => [
        [`diagnostics/${l.pod}_${l.container}.log`, l.current],
        [`diagnostics/${l.pod}_${l.container}_previous.log`, l.previous],
      ]),
    ]),
}
