import type {KubeEvent} from '../../model.ts'

const limit = 200_000

/**
 * Keeps what bundles hold twice from being read twice: the same events as JSON, as YAML and in descriptions, and
 * kind's two trees of the same logs.
 */
export function once(): {
  event(event: KubeEvent): boolean
  /** Whether a file's content was read already: JSON beside YAML, a pod beside its namespace's list. */
  twin(path: string): boolean
  /** A file of objects was read without loss. */
  read(path: string): void
  log(tree: string, container: string, size: number | null): boolean
} {
  const events = new Set<string>()
  const files = new Set<string>()
  const logs = new Map<string, Map<string, number>>()
  return {
    event(e) {
      const loose = [
        e.object.kind.toLowerCase(),
        e.object.namespace,
        e.object.name,
        e.reason,
        e.message,
      ].join('\n')
      const exact = `${loose}\n${e.last}\n${e.count}`
      // Without a time it is a table's or description's; the same event with a time is better.
      if (events.has(e.last === null ? loose : exact)) return false
      if (events.size < limit) events.add(loose).add(exact)
      return true
    },
    twin(path) {
      const listed = /^(.*namespaces\/[^/]+\/)pods\/([^/]+)\/\2\.yaml$/.exec(path)
      return files.has(withoutEnding(path)) || (listed !== null && files.has(`${listed[1]}core/pods`))
    },
    read(path) {
      if (files.size < limit) files.add(withoutEnding(path))
    },
    log(tree, container, size) {
      const key = `${container}\n${size}`
      for (const [other, seen] of logs) {
        const left = other === tree ? 0 : (seen.get(key) ?? 0)
        // One file of the other tree stands for one of this tree: equal sizes may well be different restarts.
        if (left > 0) {
          seen.set(key, left - 1)
          return false
        }
      }
      const seen = logs.get(tree) ?? new Map<string, number>()
      logs.set(tree, seen.set(key, (seen.get(key) ?? 0) + 1))
      return true
    },
  }
}

function withoutEnding(path: string): string {
  return path.replace(/\.(?:json|ya?ml)$/, '')
}
