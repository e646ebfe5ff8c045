/** Checks what the fake says, and what it is asked, against GitHub's OpenAPI description. */
import {readFileSync} from 'node:fs'
import {gunzipSync} from 'node:zlib'
import {Ajv, type ValidateFunction} from 'ajv'

interface Description {
  version: string
  operations: Record<string, {query: string[]; body: unknown; responses: Record<string, unknown>}>
  components: unknown
}

let loaded: {description: Description; ajv: Ajv; compiled: Map<string, ValidateFunction>} | null = null

function load() {
  if (loaded) return loaded
  const file = new URL('../openapi.json.gz', import.meta.url)
  const description = JSON.parse(gunzipSync(readFileSync(file)).toString()) as Description
  const ajv = new Ajv({strict: false, allErrors: true})
  ajv.addFormat('date-time', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/)
  ajv.addFormat('uri', {validate: (text: string) => URL.canParse(text.replace(/[{}]/g, ''))})
  for (const format of ['email', 'int64', 'int32', 'double', 'float', 'ipv4', 'repo.nwo', 'timestamp'])
    ajv.addFormat(format, true)
  ajv.addSchema({components: description.components}, 'github')
  loaded = {description, ajv, compiled: new Map()}
  return loaded
}

/** The head of a pull request from a deleted fork has no repository; the description forgets it. */
const wrongDescription = /^(\/\d+)?\/head\/(repo|user) must be object$/

function check(key: string, schema: unknown, value: unknown): string | null {
  if (schema === true || schema === null) return null
  const {ajv, compiled} = load()
  let validate = compiled.get(key)
  if (!validate) {
    const text = JSON.stringify(schema).replaceAll('"#/components', '"github#/components')
    compiled.set(key, (validate = ajv.compile(JSON.parse(text) as object)))
  }
  if (validate(value)) return null
  const faults = (validate.errors ?? []).map(e => `${e.instancePath || '/'} ${e.message}`)
  return faults.filter(text => !wrongDescription.test(text)).join('; ') || null
}

/** Every listed operation as `METHOD /path/{template}`. */
export const operations = (): string[] => Object.keys(load().description.operations)

/** What is wrong with an answer, or null. Refusals that the description does not list are no violation. */
export function checkAnswer(operation: string, status: number, json: unknown): string | null {
  const known = load().description.operations[operation]
  if (!known) return null
  const schema = known.responses[status]
  if (schema === undefined) return status < 300 ? `${operation}: answer ${status} is not described` : null
  const fault = check(`${operation} ${status}`, schema, json)
  return fault && `${operation} ${status}: ${fault}`
}

/** What is wrong with a request, or null: unknown query parameters, a body of another shape. */
export function checkRequest(operation: string, query: Iterable<string>, body: unknown): string | null {
  const known = load().description.operations[operation]
  if (!known) return null
  const strange = [...query].filter(name => !known.query.includes(name))
  if (strange.length > 0) return `${operation}: unknown query parameter ${strange.join(', ')}`
  const fault = known.body === null ? null : check(`${operation} body`, known.body, body)
  return fault && `${operation} request: ${fault}`
}
