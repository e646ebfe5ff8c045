/** Answers a checked query: selections over resolved values, with errors at their path and nulls where they belong. */

import type {Fault} from './graphql-check.ts'
import type {Document, Field, Selection, TypeRef, Value} from './graphql-parse.ts'
import {isA, isLeaf, schema} from './graphql-schema.ts'

/** What a resolver throws: the field becomes null, and so does what may not be null around it. */
export class Refused extends Error {
  type: string
  constructor(type: string, message: string) {
    super(message)
    this.type = type
  }
}

/** A value of a type: its fields, each made only where it is asked for. */
export interface Thing {
  __typename: string
  [field: string]: unknown
}
export type Args = Record<string, unknown>

class Gone extends Error {}

export function runQuery(document: Document, given: Args, root: Thing): {data: unknown; errors: Fault[]} {
  const errors: Fault[] = []

  const plain = (value: Value): unknown => {
    if (value.kind === 'variable') return given[value.name]
    if (value.kind === 'list') return value.values.map(plain)
    if (value.kind === 'null') return null
    if (value.kind !== 'object') return value.value
    return Object.fromEntries(Object.entries(value.fields).map(([name, one]) => [name, plain(one)]))
  }

  function answer(field: Field, thing: Thing, path: (string | number)[]): unknown {
    if (field.name === '__typename') return thing.__typename
    const type = schema[thing.__typename]!.fields[field.name]!.type
    const args = Object.fromEntries(Object.entries(field.args).map(([name, value]) => [name, plain(value)]))
    try {
      const made = thing[field.name]
      const value = typeof made === 'function' ? (made as (args: Args) => unknown)(args) : made
      return complete(value ?? null, type, field, path)
    } catch (error) {
      if (error instanceof Refused) errors.push({type: error.type, path, message: error.message})
      else if (!(error instanceof Gone)) throw error
      if (type.required) throw new Gone()
      return null
    }
  }

  function complete(value: unknown, type: TypeRef, field: Field, path: (string | number)[]): unknown {
    if (value === null) {
      if (type.required) throw new Error(`the fake has no value for ${path.join('.')}`)
      return null
    }
    if (Array.isArray(value))
      return value.map((one, i) =>
        complete(one, {...type, list: false, required: false}, field, [...path, i]),
      )
    return isLeaf(type.name) ? value : object(field.selections, value as Thing, path)
  }

  function object(selections: readonly Selection[], thing: Thing, path: (string | number)[]): object {
    const out: Record<string, unknown> = {}
    for (const selection of selections) {
      if (selection.kind === 'field') {
        const value = answer(selection, thing, [...path, selection.alias])
        const before = out[selection.alias]
        const both =
          typeof before === 'object' && before !== null && typeof value === 'object' && value !== null
        out[selection.alias] = both && !Array.isArray(value) ? {...before, ...value} : value
        continue
      }
      const fragment = selection.kind === 'spread' ? document.fragments[selection.name]! : selection
      if (isA(thing.__typename, fragment.on)) Object.assign(out, object(fragment.selections, thing, path))
    }
    return out
  }

  try {
    return {data: object(document.selections, root, []), errors}
  } catch (error) {
    if (!(error instanceof Gone)) throw error
    return {data: null, errors}
  }
}
