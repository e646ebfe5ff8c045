import {CORE_SCHEMA, load, YAMLException} from 'js-yaml'
import {describe} from '../../errors.ts'
import type {Note} from '../../model.ts'
import type {RawItem} from './json.ts'

interface Part {
  text: string
  line: number
  kind: string | null
}

/** As kubectl writes: no time stamps, no aliases, which a stranger's file could make grow without end. Keys may come twice. */
const options = {schema: CORE_SCHEMA, json: true, maxAliases: 0}

/** Kinds of which only the name is wanted; of Secrets and ConfigMaps nothing else may be kept. */
const nameOnly =
  /^(?:Secret|ConfigMap|CustomResourceDefinition|(?:Cluster)?Role(?:Binding)?|APIService|Lease|ControllerRevision|(?:Validating|Mutating)WebhookConfiguration|PriorityClass|FlowSchema|PriorityLevelConfiguration|NodeMetrics|PodMetrics)$/

/**
 * The objects of one or many YAML documents. The text is cut into items before it is parsed, so a damaged item
 * costs itself alone and every item knows its line; what nobody looks at is not parsed at all.
 */
export function yamlItems(text: string, path: string, note: (n: Note) => void): RawItem[] {
  const found: RawItem[] = []
  let broken = 0
  let why = ''
  for (const part of parts(text)) {
    try {
      const value = load(slim(part), options)
      if (value !== null && value !== undefined)
        found.push({value, kind: part.kind, line: part.line, text: part.text})
    } catch (error) {
      broken++
      // Its message has lines of the file.
      why ||= (error instanceof YAMLException ? error.reason : describe(error)).slice(0, 200)
    }
  }
  if (broken > 0)
    note({what: path, why: `damaged YAML: ${broken} part(s) left out, ${found.length} read (${why})`})
  return found
}

/** Kinds of which the specification is looked at. */
const specified =
  /^(?:Pod|Deployment|ReplicaSet|StatefulSet|DaemonSet|Job|Service|NetworkPolicy|ReplicationController|PersistentVolumeClaim)$/

/** Without what is long and never looked at: managed fields, annotations, most specifications, most of some kinds. */
function slim({text, kind: listKind}: Part): string {
  const indent = /^ */.exec(text)![0]
  const kind = new RegExp(`^${indent}kind: "?(\\w+)`, 'm').exec(text)?.[1] ?? listKind ?? ''
  const light = text.replace(
    /^( *)(?:managedFields|annotations):[ \t]*\r?\n(?:\1(?: +|- ).*(?:\n|$)|[ \t]*\r?\n)*/gm,
    '',
  )
  if (kind === '' || specified.test(kind)) return light
  const named = nameOnly.test(kind)
  const kept: string[] = []
  let keep = true
  for (const line of light.split('\n')) {
    const key = line.startsWith(indent) ? /^([A-Za-z]+):/.exec(line.slice(indent.length))?.[1] : undefined
    if (key) keep = named ? /^(?:apiVersion|kind|metadata)$/.test(key) : key !== 'spec'
    if (keep) kept.push(line)
  }
  return kept.join('\n')
}

/** Documents between `---`, and the items of lists, which kubectl writes at the indentation of `items:` or deeper. */
function* parts(text: string): Generator<Part> {
  let doc = {at: 0, line: 1}
  let item: {at: number; line: number} | null = null
  let kind: string | null = null
  let isList = false
  let inItems = false
  let indent = -1
  const pending: Part[] = []
  const closeItem = (end: number): void => {
    if (item) {
      const body = text.slice(item.at, end)
      pending.push({text: body.replace(/^( *)- /, '$1  '), line: item.line, kind: null})
    }
    item = null
  }
  const closeDoc = function* (end: number): Generator<Part> {
    closeItem(end)
    const single = text.slice(doc.at, end)
    const of = kind?.replace(/List$/, '') || null
    for (const part of isList ? pending.splice(0) : []) yield {...part, kind: of}
    if (!isList && /^[^\s#]/m.test(single)) yield {text: single, line: doc.line, kind: null}
  }
  let line = 0
  for (let at = 0; at < text.length; ) {
    line++
    const newline = text.indexOf('\n', at)
    const end = newline < 0 ? text.length : newline + 1
    const head = text.slice(at, Math.min(end, at + 200))
    if (/^(?:---|\.\.\.)(?:\s|$)/.test(head)) {
      yield* closeDoc(at)
      doc = {at: end, line: line + 1}
      kind = null
      isList = inItems = false
    } else {
      const dash = inItems ? /^( *)-(?: |\r?\n)/.exec(head) : null
      if (dash && indent < 0) indent = dash[1]!.length
      if (dash && dash[1]!.length === indent) {
        closeItem(at)
        item = {at, line}
      } else if (/^[^\s#-]/.test(head)) {
        closeItem(at)
        inItems = /^items:\s*$/.test(head)
        if (inItems) indent = -1
        if (head.startsWith('items:')) isList = true
        kind = /^kind: "?(\w+)/.exec(head)?.[1] ?? kind
      }
    }
    at = end
  }
  yield* closeDoc(text.length)
}
