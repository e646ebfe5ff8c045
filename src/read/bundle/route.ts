import type {EvidenceKind, ObjectRef} from '../../model.ts'
import {isDump} from './dump.ts'
import type {Layout, MemberRole, Rule} from './layout.ts'
import {layouts} from './layouts.ts'
import {hasTable} from './tables.ts'

/** What a member is, by its path. */
export interface Route {
  role: MemberRole
  rule: Rule
  groups: Record<string, string | undefined>
}

const rules = layouts.flatMap(layout => layout.rules)

/** The first rule that fits a path; null where only the content can tell. */
export function route(path: string): Route | null {
  for (const rule of rules) {
    const m = rule.path.exec(path)
    if (m) return {role: rule.role, rule, groups: m.groups ?? {}}
  }
  return null
}

/** The order to read the members of a bundle in: state and events first, then logs of containers, then the rest. */
export function readingOrder(path: string): number {
  const role = route(path)?.role
  if (role) return rank[role]
  if (/\.(?:ya?ml|json|xml)$|(?:^|[/_-])(?:events?|describe)[^/]*$/i.test(path)) return rank.structured
  return /\.log$/i.test(path) ? rank['container-log'] : rank['other-log']
}

const rank: Record<MemberRole, number> = {
  structured: 0,
  dump: 0,
  'test-report': 0,
  'previous-log': 1,
  'container-log': 2,
  'compose-log': 2,
  'node-log': 3,
  'other-log': 4,
  skip: 5,
}

/** What a member is, by how it begins: for files that no layout names. */
export function sniff(path: string, begin: string): MemberRole {
  const head = begin.replace(/^\$ .*\n/, '')
  if (head.includes('\0')) return 'skip'
  if (/^\s*<(?:\?xml[^>]*\?>\s*<)?testsuites?\b/.test(head)) return 'test-report'
  if (/^\s*\[?\s*\{\s*"SuitePath"|^\s*\{"(?:Time|Action)":/.test(head)) return 'test-report'
  // The whole of a dump begins with its nodes; its logs come much later.
  if (isDump(head) || /^\s*\{\s*"kind": "NodeList"/.test(head)) return 'dump'
  if (/\.(?:ya?ml|json)$/i.test(path)) return 'structured'
  if (/^\s*(?:\[\s*)?\{\s*"(?:apiVersion|kind|items|metadata)"/.test(head)) return 'structured'
  if (/^(?:---\s+)?(?:apiVersion|kind|items):/.test(head)) return 'structured'
  if (/^Name: {2,}\S/m.test(head) && /^(?:Namespace|Labels|Annotations): /m.test(head)) return 'structured'
  if (hasTable(head) || /^No resources found/.test(head)) return 'structured'
  return /\.log$/i.test(path) ? 'container-log' : 'other-log'
}

const kinds: Partial<Record<MemberRole, EvidenceKind>> = {
  'container-log': 'container-log',
  'previous-log': 'previous-log',
  'node-log': 'node-log',
  'compose-log': 'container-log',
  'other-log': 'file',
}

/** The evidence that a log of this role is; null for what is no log. */
export function logKind(role: MemberRole): EvidenceKind | null {
  return kinds[role] ?? null
}

/** What a log belongs to, as far as its path says. */
export function logObject(role: MemberRole, groups: Route['groups']): ObjectRef | null {
  const {ns = null, pod, container, node, job, svc} = groups
  if (role === 'node-log') return node ? {kind: 'Node', namespace: null, name: node} : null
  if (role === 'compose-log') {
    const name = svc && container?.startsWith(`${svc}_`) ? container.slice(svc.length + 1) : container
    return name ? {kind: 'Container', namespace: null, name} : null
  }
  if (pod) return {kind: 'Pod', namespace: ns, name: pod, ...(container ? {container} : {})}
  return job ? {kind: 'Job', namespace: ns, name: job} : null
}

/** Remembers which kinds a bundle has proven to be. */
export function formats(): {saw(path: string): void; prove(kind: string): void; name(): string | null} {
  const missing = new Map<Layout, Set<RegExp>>(layouts.map(l => [l, new Set(l.markers)]))
  return {
    saw(path) {
      for (const markers of missing.values())
        for (const marker of markers) if (marker.test(path)) markers.delete(marker)
    },
    prove(kind) {
      for (const [layout, markers] of missing) if (layout.kind === kind) markers.clear()
    },
    name: () => layouts.find(layout => missing.get(layout)!.size === 0)?.kind ?? null,
  }
}
