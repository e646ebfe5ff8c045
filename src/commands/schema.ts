import {catalogJsonSchema} from '../catalog/schema.ts'
import {configJsonSchema} from '../inputs/config.ts'
import {reportJsonSchema} from '../report/schema.ts'
import type {Terminal} from './triage.ts'

const schemas = {report: reportJsonSchema, catalog: catalogJsonSchema, config: configJsonSchema}

/** `schema report|catalog|config`: the JSON schema, for editors and for readers of the report. */
export function schemaCommand(what: keyof typeof schemas, terminal: Terminal): number {
  terminal.stdout(`${JSON.stringify(schemas[what](), null, 2)}\n`)
  return 0
}
