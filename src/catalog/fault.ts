import {type Document, isMap, isScalar, isSeq} from 'yaml'
import type * as z from 'zod'

/** A fault in a catalog file; `where` is `file:line`. */
export interface Fault {
  where: string
  what: string
}

/** What a schema finds wrong in a document, each fault with its line. */
export function issueFaults(
  issue: z.core.$ZodIssue,
  document: Document,
  at: (offset: number) => string,
): Fault[] {
  const path = issue.path.filter(key => typeof key !== 'symbol')
  const where = at(offsetOf(document, path))
  const id =
    path[0] === 'patterns' && typeof path[1] === 'number'
      ? document.getIn(['patterns', path[1], 'id'])
      : undefined
  const label = typeof id === 'string' ? `pattern ${id}: ` : ''
  const field = path.slice(2).join('.')
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map(key => ({
      where: at(keyOffset(document, path, key)),
      what: `${label}unknown key \`${[...path.slice(2), key].join('.')}\``,
    }))
  }
  return [{where, what: `${label}${field ? `\`${field}\`: ` : ''}${issue.message}`}]
}

/** Where the node at a path begins; the nearest one above it where the path leads nowhere. */
export function offsetOf(document: Document, path: readonly (string | number)[]): number {
  for (let length = path.length; length >= 0; length--) {
    const node = length ? document.getIn(path.slice(0, length), true) : document.contents
    if ((isMap(node) || isSeq(node) || isScalar(node)) && node.range) return node.range[0]
  }
  return 0
}

function keyOffset(document: Document, path: readonly (string | number)[], key: string): number {
  const map = path.length ? document.getIn(path, true) : document.contents
  const pair = isMap(map) ? map.items.find(item => isScalar(item.key) && item.key.value === key) : undefined
  return pair && isScalar(pair.key) && pair.key.range ? pair.key.range[0] : offsetOf(document, path)
}
