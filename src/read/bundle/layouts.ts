import {kubernautLayouts} from './kubernaut-layouts.ts'
import type {Layout} from './layout.ts'

const k8sFile = '(?:ya?ml|json)'

/** Every known kind, strongest markers first. The first rule that fits a path decides, over all kinds. */
export const layouts: readonly Layout[] = [
  ...kubernautLayouts,
  {
    kind: 'kind-export',
    title: 'kind export logs',
    markers: [/(?:^|\/)kind-version\.txt$/],
    rules: [
      {role: 'skip', path: /(?:^|\/)(?:kind-version|docker-info|podman-info|kubernetes-version)\.txt$/},
      {role: 'skip', path: /(?:^|\/)[^/]+\/(?:images|alternatives)\.log$/},
      {role: 'structured', path: /(?:^|\/)(?<node>[^/]+)\/inspect\.json$/},
      {
        role: 'container-log',
        path: /(?:^|\/)(?:(?<node>[^/]+)\/)?pods\/(?<ns>[^/_]+)_(?<pod>[^/_]+)_[^/_]+\/(?<container>[^/]+)\/(?<restart>\d+)\.log(?:\.[\d-]+)?$/,
      },
      {
        role: 'container-log',
        path: /(?:^|\/)(?:(?<node>[^/]+)\/)?containers\/(?<pod>[^/_]+)_(?<ns>[^/_]+)_(?<container>[^/]+)-[0-9a-f]{64}\.log$/,
      },
      {
        role: 'node-log',
        path: /(?:^|\/)(?:(?<node>[^/]+)\/)?(?:kubelet|containerd|crio|docker|journal|serial)\.log$/,
      },
    ],
  },
  {
    kind: 'must-gather',
    title: 'oc adm must-gather and oc adm inspect',
    markers: [/(?:^|\/)namespaces\/[^/]+\/(?:pods\/[^/]+\/[^/]+\.yaml|(?:core|apps|batch)\/[^/]+\.yaml)$/],
    rules: [
      {
        role: 'previous-log',
        path: /(?:^|\/)namespaces\/(?<ns>[^/]+)\/pods\/(?<pod>[^/]+)\/(?<container>[^/]+)\/[^/]+\/logs\/previous(?:\.insecure)?\.log$/,
      },
      {
        role: 'container-log',
        path: /(?:^|\/)namespaces\/(?<ns>[^/]+)\/pods\/(?<pod>[^/]+)\/(?<container>[^/]+)\/[^/]+\/logs\/(?:current(?:\.insecure)?\.log|rotated\/[^/]+)$/,
      },
      {
        role: 'skip',
        path: /(?:^|\/)(?:audit_logs\/.*|event-filter\.html|timestamp|insights-data\/.*|monitoring\/(?:prometheus|alertmanager|metrics)\/.*)$/,
      },
      {
        role: 'skip',
        path: /(?:^|\/)(?:cluster-scoped-resources|namespaces)\/.*(?:secrets?|customresourcedefinitions)(?:\/[^/]+)?\.yaml$/,
      },
      {
        role: 'node-log',
        path: /(?:^|\/)(?:host_service_logs\/.+\.log|nodes\/(?<node>[^/]+)\/[^/]+_logs_[^/]+)$/,
      },
      {role: 'other-log', path: /(?:^|\/)(?:must-gather\.logs|gather\.logs)$/},
    ],
  },
  {
    kind: 'support-bundle',
    title: 'Replicated troubleshoot support bundle',
    markers: [/(?:^|\/)cluster-resources\/pods\/[^/]+\.json$/],
    rules: [
      {role: 'skip', path: /(?:^|\/)cluster-resources\/pods\/logs\/.*-logs-errors\.log$/},
      {
        role: 'previous-log',
        path: /(?:^|\/)cluster-resources\/pods\/logs\/(?<ns>[^/]+)\/(?<pod>[^/]+)\/(?<container>[^/]+)-previous\.log$/,
      },
      {
        role: 'container-log',
        path: /(?:^|\/)cluster-resources\/pods\/logs\/(?<ns>[^/]+)\/(?<pod>[^/]+)\/(?<container>[^/]+)\.log$/,
      },
      {
        role: 'skip',
        path: /(?:^|\/)cluster-resources\/(?:custom-resource-definitions|resources|groups|clusterrole.*|auth-cani-list\/.*|custom-resources\/.*\.yaml|.*-errors)(?:\.json|\.yaml)?$/,
      },
      {role: 'structured', path: /(?:^|\/)cluster-resources\/.+\.json$/},
      {
        role: 'skip',
        path: /(?:^|\/)(?:secrets\/.*|execution-data\/summary\.txt|node-metrics\/[^/]+\.json|sysctl\/[^/]+|analysis\.json)$/,
      },
    ],
  },
  {
    kind: 'sonobuoy',
    title: 'sonobuoy',
    markers: [/(?:^|\/)meta\/run\.log$/, /(?:^|\/)plugins\//],
    rules: [
      {
        role: 'container-log',
        path: /(?:^|\/)podlogs\/(?<ns>[^/]+)\/(?<pod>[^/]+)\/logs\/(?<container>[^/]+)\.(?:txt|log)$/,
      },
      {role: 'test-report', path: /(?:^|\/)plugins\/.+\/results\/.+\.xml$/},
      {role: 'other-log', path: /(?:^|\/)(?:plugins\/.+\/results\/.+\.log|meta\/run\.log)$/},
      {role: 'structured', path: /(?:^|\/)resources\/(?:cluster|ns\/(?<ns>[^/]+))\/[^/]+\.json$/},
      {
        role: 'skip',
        path: /(?:^|\/)(?:meta\/(?:config|query-time|info)\.json|servergroups\.json|serverversion\.json|hosts\/[^/]+\/(?:configz|healthz)\.json|plugins\/.*defini?tion\.json)$/,
      },
    ],
  },
  {
    kind: 'cilium-sysdump',
    title: 'cilium sysdump',
    markers: [/(?:^|\/)k8s-pods-\d{8}-\d{6}\.yaml$/],
    rules: [
      // A pod's name and its container's are one text here: the container is the last of the known ones, or one word.
      {
        role: 'previous-log',
        path: /(?:^|\/)logs-(?<pod>[^/]+?)-(?<container>cilium-agent|cilium-envoy|cilium-operator|hubble-relay|mount-cgroup|mount-bpf-fs|clean-cilium-state|[a-z0-9]+)-\d{8}-\d{6}-prev\.log$/,
      },
      {
        role: 'container-log',
        path: /(?:^|\/)logs-(?<pod>[^/]+?)-(?<container>cilium-agent|cilium-envoy|cilium-operator|hubble-relay|mount-cgroup|mount-bpf-fs|clean-cilium-state|[a-z0-9]+)-\d{8}-\d{6}\.log$/,
      },
      {role: 'skip', path: /(?:^|\/)k8s-(?:events-.*\.html|leases-.*\.yaml)$/},
      {role: 'structured', path: /(?:^|\/)(?:k8s|cilium)-[a-z-]+-\d{8}-\d{6}\.(?:yaml|txt)$/},
      {role: 'other-log', path: /(?:^|\/)cilium-sysdump-\d{8}-\d{6}\.log$/},
    ],
  },
  {
    kind: 'crust-gather',
    title: 'crust-gather',
    markers: [/(?:^|\/)(?:namespaces\/[^/]+\/v1\/pod\/[^/]+\.yaml|cluster\/v1\/node\/[^/]+\.yaml)$/],
    rules: [
      {
        role: 'previous-log',
        path: /(?:^|\/)namespaces\/(?<ns>[^/]+)\/v1\/pod\/(?<pod>[^/]+)\/(?<container>[^/]+)\/previous\.log$/,
      },
      {
        role: 'container-log',
        path: /(?:^|\/)namespaces\/(?<ns>[^/]+)\/v1\/pod\/(?<pod>[^/]+)\/(?<container>[^/]+)\/current\.log$/,
      },
      {
        role: 'skip',
        path: /(?:^|\/)(?:namespaces\/[^/]+|cluster)\/[^/]+\/(?:secret|customresourcedefinition)\/[^/]+\.yaml$/,
      },
    ],
  },
  {
    kind: 'cluster-info-dump',
    title: 'kubectl cluster-info dump (folder)',
    markers: [/(?:^|\/)[^/]+\/(?:pods|events|replicasets)\.(?:json|yaml)$/],
    rules: [
      {role: 'container-log', path: /(?:^|\/)(?<ns>[^/]+)\/(?<pod>[^/]+)\/logs\.txt$/},
      {
        role: 'structured',
        path: new RegExp(
          `(?:^|/)(?<ns>[^/]+)/(?:events|pods|services|daemonsets|deployments|replicasets|statefulsets|jobs|replication-controllers)\\.${k8sFile}$`,
        ),
      },
      {role: 'structured', path: new RegExp(`(?:^|/)nodes\\.${k8sFile}$`)},
    ],
  },
  {
    kind: 'loose-files',
    title: 'a folder of kubectl, docker or podman outputs, by content',
    markers: [/\.(?:log|txt|ya?ml|json|xml)$/],
    rules: [
      {role: 'skip', path: /(?:^|\/)(?:secrets?\.(?:ya?ml|json)|\.git\/.*|node_modules\/.*)$/},
      {
        role: 'skip',
        path: /\.(?:html?|css|js|svg|png|jpe?g|gif|pdf|pem|key|crt|prof|pprof|map|bin|conf|cfg|ini|toml|properties|tmpl|tpl|lock)$/i,
      },
      {role: 'test-report', path: /(?:^|\/)[^/]*junit[^/]*\.xml$/i},
      {role: 'previous-log', path: /(?:^|\/)(?<pod>[^/_]+)_(?<container>[^/_]+)_previous\.log$/},
      {role: 'previous-log', path: /(?:^|[/_.-])prev(?:ious)?\.(?:log|txt)$/},
      // A pod's name by its ending: hash or ordinal.
      {
        role: 'container-log',
        path: /(?:^|\/)(?<pod>[^/_]+-(?:[a-z0-9]{5}|\d+))_(?<container>[^/_]+)\.log$/,
      },
      {role: 'node-log', path: /(?:^|\/)(?:(?<node>[^/]+)\/)?kubelet(?:\.service)?\.(?:log|txt)$/},
      {role: 'compose-log', path: /(?:^|\/)(?:docker|podman)?-?compose[^/]*\.(?:log|txt)$/},
    ],
  },
]
