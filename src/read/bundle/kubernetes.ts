import type {Note} from '../../model.ts'
import {isEvent, toEvent} from './event.ts'
import {jsonItems, lineCounter, type RawItem} from './json.ts'
import {toObject} from './object.ts'
import {placed} from './summary.ts'
import {fields, type Parsed, type Place} from './values.ts'
import {yamlItems} from './yaml.ts'

/**
 * API objects and events in any serialisation: JSON or YAML; one object, a list, a bare array, many documents.
 * What is neither is left out; damage becomes a note.
 */
export function readKubernetes(text: string, place: Place, note: (n: Note) => void): Parsed {
  const items = /^\s*[{[]/.test(text) ? jsonItems(text, place.path, note) : yamlItems(text, place.path, note)
  const parsed: Parsed = {objects: [], events: []}
  for (const item of items) {
    const raw = fields(item.value)
    const kind = item.kind ?? kindOfFile(place.path)
    if (isEvent(raw, kind)) {
      parsed.events.push(
        toEvent(raw, place, lineOf(item, /^[ \t]{0,200}(?:- )?"?(?:message|note)"?[ \t]?:/m)),
      )
      continue
    }
    const found = toObject(raw, kind)
    if (found) parsed.objects.push(placed(found.object, place, nameLine(item, found.object.name), found.time))
  }
  return parsed
}

const kindsOfFiles: Record<string, string> = {
  pods: 'Pod',
  events: 'Event',
  services: 'Service',
  deployments: 'Deployment',
  replicasets: 'ReplicaSet',
  statefulsets: 'StatefulSet',
  daemonsets: 'DaemonSet',
  jobs: 'Job',
  nodes: 'Node',
  namespaces: 'Namespace',
  persistentvolumeclaims: 'PersistentVolumeClaim',
}

/** Go programs that dump what they have listed write neither the list's kind nor the items': the file's name has it. */
function kindOfFile(path: string): string | null {
  const name = /(?:^|\/)([a-z]+)\.(?:json|ya?ml)$/.exec(path)?.[1] ?? ''
  return Object.hasOwn(kindsOfFiles, name) ? kindsOfFiles[name]! : null
}

function lineOf(item: RawItem, key: RegExp): number {
  const at = item.text.search(key)
  return at < 0 ? item.line : item.line + lineCounter(item.text)(at) - 1
}

function nameLine(item: RawItem, name: string): number {
  const from = Math.max(0, item.text.search(/^[ \t]{0,200}"?metadata"?[ \t]?:/m))
  const quoted = JSON.stringify(name)
  for (const written of [`"name": ${quoted}`, `name: ${name}`, `name: ${quoted}`]) {
    const at = item.text.indexOf(written, from)
    if (at >= 0) return item.line + lineCounter(item.text)(at) - 1
  }
  return item.line
}
