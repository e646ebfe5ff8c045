import type {ObjectRef} from '../model.ts'

/** A line below which a job prints a log; `object` is null where something else begins. */
export interface LogHeading {
  object: ObjectRef | null
  previous: boolean
}

const marks =
  /^(?:##\[(?:group|endgroup|error|warning|command)\]|\+{1,3} |\$ |={3,}|==> |-{3,}|#{2,} |>{2,} |\*{3,})/
const command = /\b(?:kubectl|oc)\b(.*?) logs\b(.*)$/
/** What stands behind `docker logs`, up to a pipe or what else the shell does. */
const ofEngine = /\b(?:docker|podman|nerdctl)(?: container)? logs\b([^|;&>]*)/
const clusterDump = /^==== START logs for container (\S+) of pod ([^/\s]+)\/(\S+) ====/
/** `==> logs/api.log <==` of `tail`, `##[group]api.log`. */
const logFile =
  /^(?:##)?(?:==> |\[group\]|[=-]{3,} ?)(?:\S*\/)?([a-z0-9][\w.-]{0,100}?)\.(?:log|out|err|stderr|stdout)(?: <==)?[ =-]*$/
/** Looked for first: a ruler of dashes fits the other's beginning in many ways. */
const logFileEnd = /\.(?:log|out|err|stderr|stdout)(?: <==)?[ =-]*$/
const kinds: Record<string, string> = {
  pod: 'Pod',
  po: 'Pod',
  deployment: 'Deployment',
  deploy: 'Deployment',
  statefulset: 'StatefulSet',
  sts: 'StatefulSet',
  daemonset: 'DaemonSet',
  ds: 'DaemonSet',
  replicaset: 'ReplicaSet',
  rs: 'ReplicaSet',
  job: 'Job',
}
const named = '([a-z0-9](?:[a-z0-9.-]{0,200}[a-z0-9])?)'
const typed = new RegExp(String.raw`\b(${Object.keys(kinds).join('|')})s?(?:\.apps)?[/:= ]+"?${named}\b`)
const podName =
  /(?<![\w./-])([a-z0-9][a-z0-9-]{0,200}-[a-z0-9]{6,10}-[bcdfghjklmnpqrstvwxz2456789]{5})(?![\w-])/
const spoken = new RegExp(
  String.raw`\b[Ll]ogs? (?:for|of|from):? "?${named}|^\W*(?:[Ll]ogs?: ?)${named}|^\W*${named} [Ll]ogs?\b`,
)

/** What a line announces: the log of a workload, something else, or (null) nothing, because it is no heading. */
export function logHeading(text: string): LogHeading | null {
  if (!marks.test(text) || text.length > 400) return null
  const dump = clusterDump.exec(text)
  if (dump) {
    const [, container, namespace, pod] = dump as unknown as [string, string, string, string]
    return {object: {kind: 'Pod', namespace, name: pod, container}, previous: false}
  }
  const nothing = {object: null, previous: false}
  // A step shows the commands of its whole script at once.
  if (text.startsWith('##[group]Run ') || text.startsWith('##[end') || text.startsWith('==== END '))
    return nothing
  const [, local] = ofEngine.exec(text) ?? []
  if (local !== undefined) return ofLocal(local)
  const m = command.exec(text)
  if (m) return ofCommand(`${m[1]} ${m[2]}`)
  const file = logFileEnd.test(text) && logFile.exec(text)?.[1]
  if (file) return {object: {kind: 'Deployment', namespace: null, name: file}, previous: false}
  if (!/\b[Ll]ogs?\b|\bLOGS?\b|\bpod[/ ]/.test(text)) return nothing
  const previous = /\bprevious\b/i.test(text)
  const [, kind, ofKind] = typed.exec(text) ?? []
  const pod = podName.exec(text)?.[1] ?? (kind && kinds[kind] === 'Pod' ? ofKind : undefined)
  if (pod) return {object: {kind: 'Pod', namespace: null, name: pod}, previous}
  if (kind && ofKind) return {object: {kind: kinds[kind]!, namespace: null, name: ofKind}, previous}
  const said = spoken.exec(text)?.slice(1).find(Boolean)
  return said ? {object: {kind: 'Deployment', namespace: null, name: said}, previous} : nothing
}

/** Of `docker logs --tail 100 X`. */
function ofLocal(args: string): LogHeading {
  const words = args.replace(/ \d$/, '').split(/\s+/).filter(Boolean)
  const name = words.at(-1)?.replace(/^['"]|['"]$/g, '') ?? ''
  const isName = /^[a-zA-Z0-9][\w.-]*$/.test(name)
  return {object: isName ? {kind: 'Container', namespace: null, name} : null, previous: false}
}

/** Of `kubectl -n X logs deploy/Y -c Z --previous`. */
function ofCommand(args: string): LogHeading {
  const words = args.split(/\s+/).filter(Boolean)
  const value = (...names: string[]) => {
    for (const [i, word] of words.entries()) {
      const [key, own] = word.split('=', 2)
      if (names.includes(key!)) return (own ?? words[i + 1])?.replace(/^['"]|['"]$/g, '') ?? null
    }
    return null
  }
  const namespace = value('-n', '--namespace')
  const container = value('-c', '--container')
  const previous = words.includes('-p') || words.includes('--previous') || words.includes('--previous=true')
  const label = words.find(
    (w, i) => /^(?:-l|--selector)$/.test(words[i - 1] ?? '') || /^(?:-l|--selector)=/.test(w),
  )
  const takesValue =
    /^(?:-[nclf]|--(?:namespace|container|selector|tail|since|context|kubeconfig|limit-bytes|pod-running-timeout))$/
  const target = words.find((w, i) => !w.startsWith('-') && !takesValue.test(words[i - 1] ?? ''))
  const [kind, name] = target?.includes('/')
    ? [kinds[target.split('/')[0]!.split('.')[0]!.replace(/s$/, '')] ?? 'Pod', target.split('/')[1]!]
    : target && kinds[target]
      ? [kinds[target]!, words[words.indexOf(target) + 1] ?? '']
      : ['Pod', target ?? '']
  const own = /^['"]?[a-z0-9][a-z0-9.-]*['"]?$/.test(name) ? name.replace(/['"]/g, '') : null
  const extra = container ? {container} : {}
  if (own) return {object: {kind, namespace, name: own, ...extra}, previous}
  const labelled = /=([a-z0-9][a-z0-9.-]*)['"]?$/.exec(label ?? '')?.[1]
  return {object: labelled ? {kind: 'Deployment', namespace, name: labelled, ...extra} : null, previous}
}
