/**
 * Cuts the operations that our fake GitHub answers out of GitHub's OpenAPI description and writes
 * `__tests__/support/openapi.json.gz`. The description is 394 MB installed, so it is no dependency:
 *
 *     npm pack @octokit/openapi@23.0.2 --pack-destination /tmp
 *     tar xzf /tmp/octokit-openapi-23.0.2.tgz -C /tmp
 *     node scripts/pull-openapi.ts /tmp/package/generated/api.github.com.json
 */
import {readFileSync, writeFileSync} from 'node:fs'
import {resolve} from 'node:path'
import {gzipSync} from 'node:zlib'

type Node = Record<string, unknown>

const repo = '/repos/{owner}/{repo}'
const operations = [
  'GET /rate_limit',
  'GET /user',
  'GET /search/issues',
  `GET ${repo}`,
  `GET ${repo}/actions/runs`,
  `GET ${repo}/actions/runs/{run_id}`,
  `GET ${repo}/actions/runs/{run_id}/attempts/{attempt_number}`,
  `GET ${repo}/actions/runs/{run_id}/attempts/{attempt_number}/jobs`,
  `GET ${repo}/actions/runs/{run_id}/attempts/{attempt_number}/logs`,
  `GET ${repo}/actions/runs/{run_id}/jobs`,
  `GET ${repo}/actions/runs/{run_id}/logs`,
  `GET ${repo}/actions/runs/{run_id}/artifacts`,
  `GET ${repo}/actions/workflows/{workflow_id}`,
  `GET ${repo}/actions/workflows/{workflow_id}/runs`,
  `GET ${repo}/actions/jobs/{job_id}`,
  `GET ${repo}/actions/jobs/{job_id}/logs`,
  `GET ${repo}/actions/artifacts`,
  `GET ${repo}/actions/artifacts/{artifact_id}`,
  `GET ${repo}/actions/artifacts/{artifact_id}/{archive_format}`,
  `GET ${repo}/check-runs/{check_run_id}/annotations`,
  `GET ${repo}/pulls`,
  `GET ${repo}/pulls/{pull_number}`,
  `GET ${repo}/pulls/{pull_number}/commits`,
  `GET ${repo}/issues`,
  `GET ${repo}/issues/{issue_number}`,
  `GET ${repo}/issues/{issue_number}/comments`,
  `POST ${repo}/issues/{issue_number}/comments`,
  `GET ${repo}/issues/comments/{comment_id}`,
  `PATCH ${repo}/issues/comments/{comment_id}`,
  `DELETE ${repo}/issues/comments/{comment_id}`,
  `GET ${repo}/contents/{path}`,
  `GET ${repo}/compare/{basehead}`,
  `GET ${repo}/commits`,
  `GET ${repo}/commits/{ref}`,
  `GET ${repo}/commits/{commit_sha}/pulls`,
  `GET ${repo}/commits/{commit_sha}/branches-where-head`,
  `GET ${repo}/branches/{branch}`,
]

const source = process.argv[2]
if (!source) throw new Error('usage: node scripts/pull-openapi.ts path/to/api.github.com.json')
const spec = JSON.parse(readFileSync(source, 'utf8')) as Node

/** Follows a `#/a/b` reference. */
function at(ref: string): Node {
  return ref
    .slice(2)
    .split('/')
    .reduce((node, key) => node[key] as Node, spec)
}

/** OpenAPI 3.0's `nullable` as JSON Schema says it; without the words that no validator needs. */
function schema(value: unknown, names = false): unknown {
  if (Array.isArray(value)) return value.map(item => schema(item))
  if (typeof value !== 'object' || value === null) return value
  const out: Node = {}
  for (const [key, item] of Object.entries(value)) {
    const drop = /^(x-.*|examples?|description|title|externalDocs|deprecated|default|readOnly|discriminator)$/
    if (names || !drop.test(key)) out[key] = schema(item, !names && key === 'properties')
  }
  if (names || out['nullable'] === undefined) return out
  const {nullable, ...rest} = out
  if (nullable !== true) return rest
  if (typeof rest['type'] !== 'string') return {anyOf: [rest, {type: 'null'}]}
  rest['type'] = [rest['type'], 'null']
  if (Array.isArray(rest['enum'])) rest['enum'] = [...new Set([...rest['enum'], null])]
  return rest
}

const schemas: Node = {}
function follow(value: unknown): void {
  if (typeof value !== 'object' || value === null) return
  const ref = (value as Node)['$ref']
  if (typeof ref === 'string') {
    const name = ref.split('/').at(-1)!
    if (name in schemas) return
    schemas[name] = null
    follow((schemas[name] = schema(at(ref))))
  } else Object.values(value).forEach(follow)
}

const resolved = (node: Node) => (typeof node['$ref'] === 'string' ? at(node['$ref']) : node)
function json(node: Node | undefined): unknown {
  const content = (node?.['content'] ?? {}) as Record<string, Node>
  const chosen = content['application/json']?.['schema']
  if (chosen === undefined) return undefined
  const out = schema(chosen)
  follow(out)
  return out
}

const cut: Node = {}
for (const name of operations) {
  const [method, path] = name.split(' ') as [string, string]
  const operation = (spec['paths'] as Record<string, Node>)[path]?.[method.toLowerCase()] as Node | undefined
  if (!operation) throw new Error(`${name}: not in the description`)
  const parameters = ((operation['parameters'] ?? []) as Node[]).map(resolved)
  const responses: Node = {}
  for (const [status, response] of Object.entries(operation['responses'] as Record<string, Node>))
    responses[status] = json(resolved(response)) ?? true
  const body = operation['requestBody'] as Node | undefined
  cut[name] = {
    query: parameters.filter(p => p['in'] === 'query').map(p => p['name']),
    body: body ? (json(resolved(body)) ?? true) : null,
    responses,
  }
}

const version = (spec['info'] as Node)['version']
const text = JSON.stringify({version, operations: cut, components: {schemas}})
const target = resolve(import.meta.dirname, '../__tests__/support/openapi.json.gz')
writeFileSync(target, gzipSync(text, {level: 9}))
process.stdout.write(`${target}: ${operations.length} operations, ${text.length} bytes before gzip\n`)
