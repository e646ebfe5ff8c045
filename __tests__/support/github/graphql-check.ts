/** What GitHub would refuse in a query before it answers anything of it. */
import type {Document, Field, Selection, TypeRef, Value} from './graphql-parse.ts'
import {isA, isLeaf, schema} from './graphql-schema.ts'

export interface Fault {
  message: string
  path: (string | number)[]
  extensions?: object
  type?: string
}

// GitHub's own: https://docs.github.com/en/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api
const MAX_PAGE = 100
const MAX_NODES = 500_000

/** Every fault of a query: unknown names, wrong or missing arguments, unused variables, too many nodes. */
export function checkQuery(document: Document, given: Record<string, unknown>): Fault[] {
  const faults: Fault[] = []
  const used = {variables: new Set<string>(), fragments: new Set<string>()}
  let nodes = 0

  function checkValue(value: Value, type: TypeRef, path: string[]): void {
    const wrong = () =>
      faults.push({message: `Argument has an invalid value. Expected type ${type.name}`, path})
    if (value.kind === 'variable') {
      const declared = document.variables[value.name]
      used.variables.add(value.name)
      if (!declared) faults.push({message: `Variable $${value.name} is used but not declared`, path})
      else if (
        declared.name !== type.name ||
        declared.list !== type.list ||
        (type.required && !declared.required)
      )
        faults.push({
          message: `Type mismatch on variable $${value.name} (${declared.name} / ${type.name})`,
          path,
        })
      return
    }
    if (value.kind === 'list') {
      if (!type.list) wrong()
      for (const one of value.values) checkValue(one, {...type, list: false}, path)
      return
    }
    const kind = schema[type.name]?.kind
    if (value.kind === 'object') {
      const fields = kind === 'input' ? schema[type.name]!.fields : {}
      for (const [name, field] of Object.entries(value.fields))
        if (fields[name]) checkValue(field, fields[name].type, [...path, name])
        else wrong()
      for (const [name, field] of Object.entries(fields))
        if (field.type.required && !value.fields[name]) wrong()
      return
    }
    if (value.kind === 'null') return void (type.required && wrong())
    if (value.kind === 'enum') return void (schema[type.name]?.names.includes(value.value) || wrong())
    const scalar = {int: ['Int'], boolean: ['Boolean'], string: ['String', 'ID', 'URI', 'GitObjectID']}[
      value.kind
    ]
    const stamp = value.kind === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/.test(value.value)
    if (!scalar.includes(type.name) && !(type.name === 'GitTimestamp' && stamp)) wrong()
  }

  function checkField(field: Field, owner: string, path: string[], times: number): void {
    if (field.name === '__typename') return
    const known = schema[owner]?.fields[field.name]
    if (!known) {
      const extensions = {code: 'undefinedField', typeName: owner, fieldName: field.name}
      faults.push({message: `Field '${field.name}' doesn't exist on type '${owner}'`, path, extensions})
      return
    }
    for (const [name, value] of Object.entries(field.args))
      if (known.args[name]) checkValue(value, known.args[name], [...path, name])
      else faults.push({message: `Field '${field.name}' doesn't accept argument '${name}'`, path})
    for (const [name, type] of Object.entries(known.args))
      if (type.required && !field.args[name])
        faults.push({message: `Field '${field.name}' is missing required arguments: ${name}`, path})
    const leaf = isLeaf(known.type.name)
    if (leaf !== (field.selections.length === 0))
      faults.push({message: `Field '${field.name}' must ${leaf ? 'not ' : ''}have selections`, path})
    let inner = times
    if ('first' in known.args) {
      const size = field.args['first'] ?? field.args['last']
      const count =
        size?.kind === 'int' ? size.value : size?.kind === 'variable' ? Number(given[size.name]) : 0
      if (count < 1 || count > MAX_PAGE)
        faults.push({
          message: `You must provide a \`first\` or \`last\` value of 1 to 100 on '${field.name}'`,
          path,
        })
      inner = times * count
      nodes += inner
    }
    if (!leaf) walk(field.selections, known.type.name, path, inner)
  }

  function walk(selections: readonly Selection[], owner: string, path: string[], times: number): void {
    const names = new Map<string, string>()
    for (const {field, on} of flat(selections, owner, path)) {
      const here = [...path, field.alias]
      checkField(field, on, here, times)
      const type = schema[on]?.fields[field.name]?.type.name ?? ''
      const same = isLeaf(type) ? `${type}` : `${on}.${field.name}`
      const whole = on === owner ? `${same} ${field.name} ${JSON.stringify(field.args)}` : same
      const before = names.get(field.alias)
      if (before !== undefined && before !== whole && isLeaf(type))
        faults.push({message: `Field '${field.alias}' has a conflict: ${before} or ${whole}?`, path: here})
      names.set(field.alias, whole)
    }
  }

  /** The fields of a selection, with the type that each belongs to. */
  function flat(
    selections: readonly Selection[],
    owner: string,
    path: string[],
  ): {field: Field; on: string}[] {
    return selections.flatMap(selection => {
      if (selection.kind === 'field') return [{field: selection, on: owner}]
      if (selection.kind === 'spread') used.fragments.add(selection.name)
      const fragment = selection.kind === 'spread' ? document.fragments[selection.name] : selection
      const on = fragment?.on ?? ''
      if (!fragment || (!isA(on, owner) && !isA(owner, on))) {
        faults.push({message: `Fragment on ${on || 'nothing'} can't be spread inside ${owner}`, path})
        return []
      }
      return flat(fragment.selections, on, path)
    })
  }

  walk(document.selections, 'Query', ['query'], 1)
  for (const [name, type] of Object.entries(document.variables)) {
    if (!used.variables.has(name))
      faults.push({message: `Variable $${name} is declared but not used`, path: []})
    if (type.required && given[name] == null)
      faults.push({message: `Variable $${name} of type ${type.name}! was provided invalid value`, path: []})
  }
  for (const name of Object.keys(document.fragments))
    if (!used.fragments.has(name))
      faults.push({message: `Fragment ${name} was defined, but not used`, path: []})
  if (nodes > MAX_NODES)
    faults.push({
      message: `requests up to ${nodes} possible nodes`,
      path: [],
      type: 'MAX_NODE_LIMIT_EXCEEDED',
    })
  return faults
}
