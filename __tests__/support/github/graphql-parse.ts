/** Reads GraphQL: a query document, and the types that queries are checked by. Throws `Error` where the text is none. */

export type Value =
  | {kind: 'variable'; name: string}
  | {kind: 'string' | 'enum'; value: string}
  | {kind: 'int'; value: number}
  | {kind: 'boolean'; value: boolean}
  | {kind: 'null'}
  | {kind: 'list'; values: Value[]}
  | {kind: 'object'; fields: Record<string, Value>}

export type Selection = Field | Fragment | {kind: 'spread'; name: string}
export interface Field {
  kind: 'field'
  name: string
  /** As it is called in the answer. */
  alias: string
  args: Record<string, Value>
  selections: Selection[]
}
export interface Fragment {
  kind: 'inline'
  on: string
  selections: Selection[]
}
export interface Document {
  variables: Record<string, TypeRef>
  selections: Selection[]
  fragments: Record<string, Fragment>
}

/** A type as it stands at a field or argument: `[Commit!]!`. */
export interface TypeRef {
  name: string
  list: boolean
  required: boolean
}
export interface FieldType {
  type: TypeRef
  args: Record<string, TypeRef>
}
export type Schema = Record<string, {kind: string; fields: Record<string, FieldType>; names: string[]}>

const TOKEN = /\s+|,|#[^\n]*|(\.\.\.|[!$()[\]{}:=|]|[_A-Za-z]\w*|-?\d+|"(?:[^"\\\n]|\\.)*")|(.)/gy

/** The tokens of a text, and the few questions that a parser asks of them. */
function reader(text: string) {
  const tokens: string[] = []
  for (const [, token, stray] of text.matchAll(TOKEN)) {
    if (stray) throw new Error(`Parse error on ${JSON.stringify(stray)}`)
    if (token) tokens.push(token)
  }
  let at = 0
  const peek = () => tokens[at]
  const next = () => tokens[at++] ?? ''
  const take = (token: string) => {
    const there = peek() === token
    if (there) at++
    return there
  }
  const need = (token: string) => {
    if (!take(token)) throw new Error(`Parse error on ${JSON.stringify(peek() ?? 'end')}: expected ${token}`)
  }
  const name = () => {
    const found = next()
    if (!/^[_A-Za-z]/.test(found)) throw new Error(`Parse error on ${JSON.stringify(found)}: expected a name`)
    return found
  }
  /** What stands between two brackets, one after the other; nothing where the first is not there. */
  const between = (open: string, close: string, one: () => void) => {
    if (take(open)) while (!take(close)) one()
  }
  const type = (): TypeRef => {
    const list = take('[')
    const named = name()
    if (list) {
      take('!')
      need(']')
    }
    return {name: named, list, required: take('!')}
  }
  return {peek, next, take, need, name, between, type}
}
type Reader = ReturnType<typeof reader>

export function parseQuery(text: string): Document {
  const from = reader(text)
  const document: Document = {variables: {}, selections: [], fragments: {}}
  while (from.peek() !== undefined) {
    if (from.take('fragment')) {
      const name = from.name()
      from.need('on')
      document.fragments[name] = {kind: 'inline', on: from.name(), selections: selections(from)}
      continue
    }
    if (from.take('query') && from.peek() !== '{' && from.peek() !== '(') from.name()
    from.between('(', ')', () => {
      from.need('$')
      const name = from.name()
      from.need(':')
      document.variables[name] = from.type()
    })
    document.selections.push(...selections(from))
  }
  return document
}

function selections(from: Reader): Selection[] {
  const found: Selection[] = []
  from.between('{', '}', () => {
    if (from.take('...')) {
      if (from.take('on')) found.push({kind: 'inline', on: from.name(), selections: selections(from)})
      else found.push({kind: 'spread', name: from.name()})
      return
    }
    const alias = from.name()
    const name = from.take(':') ? from.name() : alias
    const args: Record<string, Value> = {}
    from.between('(', ')', () => {
      const arg = from.name()
      from.need(':')
      args[arg] = value(from)
    })
    found.push({kind: 'field', name, alias, args, selections: selections(from)})
  })
  return found
}

function value(from: Reader): Value {
  if (from.peek() === '[') {
    const values: Value[] = []
    from.between('[', ']', () => values.push(value(from)))
    return {kind: 'list', values}
  }
  if (from.peek() === '{') {
    const fields: Record<string, Value> = {}
    from.between('{', '}', () => {
      const name = from.name()
      from.need(':')
      fields[name] = value(from)
    })
    return {kind: 'object', fields}
  }
  if (from.take('$')) return {kind: 'variable', name: from.name()}
  const token = from.next()
  if (token.startsWith('"')) return {kind: 'string', value: JSON.parse(token) as string}
  if (/^-?\d/.test(token)) return {kind: 'int', value: Number(token)}
  if (token === 'true' || token === 'false') return {kind: 'boolean', value: token === 'true'}
  return token === 'null' ? {kind: 'null'} : {kind: 'enum', value: token}
}

/** `type A implements B {...}`, `interface`, `input`, `union A = B | C`, `enum A {X Y}`, `scalar A`. */
export function parseSchema(text: string): Schema {
  const from = reader(text)
  const schema: Schema = {}
  while (from.peek() !== undefined) {
    const kind = from.name()
    const name = from.name()
    const names: string[] = []
    const fields: Record<string, FieldType> = {}
    if (from.take('implements')) names.push(from.name())
    if (from.take('=')) names.push(from.name())
    while (from.take('|')) names.push(from.name())
    from.between('{', '}', () => {
      const field = from.name()
      if (kind === 'enum') return void names.push(field)
      const args: Record<string, TypeRef> = {}
      from.between('(', ')', () => {
        const arg = from.name()
        from.need(':')
        args[arg] = from.type()
      })
      from.need(':')
      fields[field] = {type: from.type(), args}
    })
    schema[name] = {kind, fields, names}
  }
  return schema
}
