import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {catalogJsonSchema} from '../src/catalog/schema.ts'
import {configJsonSchema} from '../src/inputs/config.ts'
import {reportJsonSchema} from '../src/report/schema.ts'

/** The JSON schemas that editors and readers of reports go by: path to text. */
export function schemaFiles(): Record<string, string> {
  const text = (schema: object) => `${JSON.stringify(schema, null, 2)}\n`
  return {
    'catalog/schema.json': text(catalogJsonSchema()),
    'docs/config.schema.json': text(configJsonSchema()),
    'docs/report.schema.json': text(reportJsonSchema()),
  }
}

if (import.meta.main) {
  const root = join(import.meta.dirname, '..')
  for (const [path, text] of Object.entries(schemaFiles())) writeFileSync(join(root, path), text)
}
