/** A small cluster with one fault, as API objects: what every kind of bundle is written from. */
type Json = Record<string, unknown>

export interface Cluster {
  pods: Json[]
  replicaSets: Json[]
  deployments: Json[]
  services: Json[]
  events: Json[]
  /** By pod and container. */
  logs: {pod: string; container: string; current: string; previous: string | null}[]
}

export const namespace = 'shop'
const time = '2026-03-01T10:00:00Z'
const meta = (name: string, more: Json = {}) => ({
  name,
  namespace,
  creationTimestamp: time,
  uid: `uid-${name}`,
  ...more,
})

const service = (name: string, clusterIP: string, port: number, nodePort?: number): Json => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: meta(name),
  spec: {
    clusterIP,
    selector: {app: name},
    ports: [{port, targetPort: port, protocol: 'TCP', ...(nodePort ? {nodePort} : {})}],
  },
})

const workload = (kind: string, name: string, app: string, ready: number, more: Json = {}): Json => ({
  apiVersion: 'apps/v1',
  kind,
  metadata: meta(
    name,
    kind === 'ReplicaSet' ? {ownerReferences: [{kind: 'Deployment', name: app}], labels: {app}} : {},
  ),
  spec: {replicas: 1, selector: {matchLabels: {app}}, template: {spec: {serviceAccountName: `${app}-sa`}}},
  status: {readyReplicas: ready, ...more},
})

const pod = (name: string, app: string, status: Json): Json => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: meta(name, {
    labels: {app},
    ownerReferences: [{kind: 'ReplicaSet', name: name.replace(/-\w+$/, '')}],
  }),
  spec: {
    nodeName: 'node-1',
    serviceAccountName: `${app}-sa`,
    containers: [{name: app, image: `registry.local/${app}:1`}],
  },
  status,
})

const running = (name: string): Json => ({
  phase: 'Running',
  conditions: [{type: 'Ready', status: 'True'}],
  containerStatuses: [{name, ready: true, restartCount: 0, state: {running: {startedAt: time}}}],
})

const event = (kind: string, name: string, reason: string, message: string): Json => ({
  apiVersion: 'v1',
  kind: 'Event',
  metadata: meta(`${name}.${reason}`),
  involvedObject: {kind, name, namespace},
  type: 'Warning',
  reason,
  message,
  count: 4,
  firstTimestamp: time,
  lastTimestamp: time,
})

const gateway = {
  pod: pod('gateway-7d9c5b6f48-k2x7p', 'gateway', running('gateway')),
  replicaSet: workload('ReplicaSet', 'gateway-7d9c5b6f48', 'gateway', 1),
  deployment: workload('Deployment', 'gateway', 'gateway', 1),
  service: service('gateway', '10.96.1.10', 8080, 30080),
  log: {
    pod: 'gateway-7d9c5b6f48-k2x7p',
    container: 'gateway',
    current: 'listening on :8080\n',
    previous: null,
  },
}

/** The storage Deployment has no pod: its ServiceAccount is missing. Its NodePort is 18091. */
export function withoutAccount(): Cluster {
  const why =
    'Error creating: pods "storage-5f6b7c8d9f-" is forbidden: error looking up service account shop/storage-sa: serviceaccount "storage-sa" not found'
  const conditions = [
    {
      type: 'Available',
      status: 'False',
      reason: 'MinimumReplicasUnavailable',
      message: 'Deployment does not have minimum availability.',
    },
  ]
  return {
    pods: [gateway.pod],
    replicaSets: [gateway.replicaSet, workload('ReplicaSet', 'storage-5f6b7c8d9f', 'storage', 0)],
    deployments: [gateway.deployment, workload('Deployment', 'storage', 'storage', 0, {conditions})],
    services: [gateway.service, service('storage', '10.96.1.20', 8081, 18091)],
    events: [event('ReplicaSet', 'storage-5f6b7c8d9f', 'FailedCreate', why)],
    logs: [gateway.log],
  }
}

/** The billing pod's image does not exist. */
export function withoutImage(): Cluster {
  const name = 'billing-6c8d9f7b5c-q9w2z'
  const message = 'Back-off pulling image "registry.local/billing:1"'
  const pull =
    'Failed to pull image "registry.local/billing:1": rpc error: code = NotFound desc = failed to pull and unpack image "registry.local/billing:1": failed to resolve reference "registry.local/billing:1": registry.local/billing:1: not found'
  return {
    pods: [
      gateway.pod,
      pod(name, 'billing', {
        phase: 'Pending',
        conditions: [{type: 'Ready', status: 'False', reason: 'ContainersNotReady'}],
        containerStatuses: [
          {
            name: 'billing',
            ready: false,
            restartCount: 0,
            state: {waiting: {reason: 'ImagePullBackOff', message}},
          },
        ],
      }),
    ],
    replicaSets: [gateway.replicaSet, workload('ReplicaSet', 'billing-6c8d9f7b5c', 'billing', 0)],
    deployments: [gateway.deployment, workload('Deployment', 'billing', 'billing', 0)],
    services: [gateway.service, service('billing', '10.96.1.30', 8082)],
    events: [event('Pod', name, 'Failed', pull), event('Pod', name, 'BackOff', message)],
    logs: [gateway.log],
  }
}

/** The ledger's database refuses its password; only the log of the run before says so. ClusterIP 10.96.142.63. */
export function crashing(): Cluster {
  const name = 'ledger-5b9d7f6c8d-x4v8n'
  return {
    pods: [
      gateway.pod,
      pod(name, 'ledger', {
        phase: 'Running',
        conditions: [{type: 'Ready', status: 'False', reason: 'ContainersNotReady'}],
        containerStatuses: [
          {
            name: 'ledger',
            ready: false,
            restartCount: 3,
            state: {
              waiting: {
                reason: 'CrashLoopBackOff',
                message: `back-off 40s restarting failed container=ledger pod=${name}_shop(uid)`,
              },
            },
            lastState: {terminated: {reason: 'Error', exitCode: 1, finishedAt: time}},
          },
        ],
      }),
    ],
    replicaSets: [gateway.replicaSet, workload('ReplicaSet', 'ledger-5b9d7f6c8d', 'ledger', 0)],
    deployments: [gateway.deployment, workload('Deployment', 'ledger', 'ledger', 0)],
    services: [gateway.service, service('ledger', '10.96.142.63', 5432)],
    events: [
      event('Pod', name, 'BackOff', `Back-off restarting failed container ledger in pod ${name}_shop(uid)`),
    ],
    logs: [
      gateway.log,
      {
        pod: name,
        container: 'ledger',
        current: 'starting ledger\n',
        previous:
          'starting ledger\nFATAL: password authentication failed for user "ledger"\nledger: exiting\n',
      },
    ],
  }
}
