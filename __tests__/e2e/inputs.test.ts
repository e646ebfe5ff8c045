import {mkdir, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {afterAll, describe, expect, test} from '@jest/globals'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {outputsOf} from './outputs.ts'
import {act, closeAfterAll, comments, failedLog, gitHub, green, hostPath, red, repo, world} from './world.ts'

closeAfterAll()

interface Node {
  type: string
  url?: string
  value?: string
  children?: Node[]
}

/** Every node of a page, as GitHub's dialect of Markdown is read. */
function nodesOf(text: string): Node[] {
  const all: Node[] = []
  const walk = (node: Node) => {
    all.push(node)
    for (const child of node.children ?? []) walk(child)
  }
  walk(unified().use(remarkParse).use(remarkGfm).parse(text) as Node)
  return all
}

const folders: string[] = []
afterAll(() => Promise.all(folders.splice(0).map(dir => rm(dir, {recursive: true, force: true}))))

/** A checkout with these files. */
async function checkout(files: Record<string, string>): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'checkout-'))
  folders.push(dir)
  for (const [path, text] of Object.entries({'.git/HEAD': 'ref: refs/heads/topic\n', ...files})) {
    await mkdir(dirname(join(dir, path)), {recursive: true})
    await writeFile(join(dir, path), text)
  }
  return dir
}

const config = '.github/e2e-triage.yml'
const pattern = (id: string, line: string) => `patterns:
  - id: ${id}
    family: config-invalid
    role: cause
    title: 'The gizmo {name} is upside down'
    any:
      - line: '${line}'
    same_when: [name]
    advice: Turn it round.
`

describe('what the user says', () => {
  test.concurrent('`fail-on` decides whether the step is red', async () => {
    const jobs = [red(1, 'gateway'), green(2, 'auth')]
    const quiet = {'upload-report': 'false', comment: 'never'}
    const any = await act(await gitHub(world(jobs)), {inputs: {...quiet, 'fail-on': 'any'}}, 1)
    expect(any.errors.at(-1)).toBe('1 of 2 suites failed (fail-on: any)')
    expect(outputsOf(any)).toMatchObject({conclusion: 'classified'})
    await act(await gitHub(world(jobs)), {inputs: {...quiet, 'fail-on': 'unclassified'}}, 0)
    const unknown = [red(1, 'gateway', failedLog('nobody has seen this before'))]
    await act(await gitHub(world(unknown)), {inputs: {...quiet, 'fail-on': 'unclassified'}}, 1)
    await act(await gitHub(world([green(1, 'a')])), {inputs: {...quiet, 'fail-on': 'any'}}, 0)
  })

  const wrong: [Record<string, string>, RegExp][] = [
    [{comment: 'sometimes'}, /^input comment: expected on-failure, always or never$/],
    [{'run-id': 'x1'}, /^input run-id: expected a whole number$/],
    [{'max-log-mb': '-3', 'fail-on': 'maybe'}, /^input fail-on: .*; input max-log-mb: /],
    [{'job-name-pattern': 'E2E ('}, /^input job-name-pattern: .*is not a regular expression/],
    [{'job-name-pattern': 'E2E (.+)'}, /needs a group `\(\?<service>/],
    [{catalog: 'no/such.yml'}, /^catalog no\/such\.yml: no such file in o\/r$/],
  ]
  test.concurrent.each(wrong)('%j is one clear line', async (inputs, line) => {
    const result = await act(await gitHub(world([red(1, 'gateway')])), {inputs}, 1)
    expect(result.errors).toHaveLength(1)
    expect(result.errors[0]).toMatch(line)
    expect(result.errors[0]).not.toContain('\n')
    expect(comments(result.github)).toEqual([])
  })

  test.concurrent('a misspelt key of the configuration is one line with file, line and the right key', async () => {
    const workspace = await checkout({[config]: 'version: 1\njobs:\n  nmae: x\n'})
    const result = await act(await gitHub(world([red(1, 'gateway')])), {workspace}, 1)
    expect(result.errors).toEqual([`${config}:3: unknown key \`jobs.nmae\`; is \`name\` meant?`])
  })

  test.concurrent('the same through the API, where there is no checkout', async () => {
    const state = world([red(1, 'gateway')])
    state.repositories![repo]!.contents!['topic'] = {[config]: 'version: 1\nservics: {}\n'}
    const result = await act(await gitHub(state), {}, 1)
    expect(result.errors).toEqual([`${config}:2: unknown key \`servics\`; is \`services\` meant?`])
  })

  test.concurrent('a crash is one line too, and the step is red', async () => {
    const env = {RUNNER_TEMP: '/proc/nowhere'}
    const result = await act(await gitHub(world([red(1, 'gateway')])), {env}, 1)
    expect(result.errors).toEqual([
      expect.stringMatching(/^E2E Failure Triage crashed, please report it: ENOENT.*\/proc\/nowhere/),
    ])
  })

  test.concurrent("the project's names and patterns count, from a checkout as through the API", async () => {
    const files = {
      [config]:
        "version: 1\nservices: {gateway: {name: The Gateway}}\ncatalog: ['.github/e2e-triage/*.yml']\n",
      '.github/e2e-triage/own.yml': pattern('gizmo-upside-down', 'gizmo (?<name>\\w+) is upside down'),
    }
    const jobs = [red(1, 'gateway', failedLog('error: gizmo left is upside down'))]
    const state = world(jobs)
    state.repositories![repo]!.contents!['topic'] = files
    const [remote, local] = await Promise.all([
      act(await gitHub(state)),
      act(await gitHub(world(jobs)), {workspace: await checkout(files)}),
    ])
    const read = async (path: string) => JSON.parse(await readFile(path, 'utf8'))
    const [first, second] = await Promise.all([remote, local].map(r => read(r.outputs['report-path']!)))
    expect(first.suites[0]).toMatchObject({
      name: 'The Gateway',
      diagnosis: {root_cause: {pattern: 'gizmo-upside-down', title: expect.stringContaining('left')}},
    })
    expect(second).toEqual(first)
  })

  test.concurrent('a faulty pattern file is one line: the first fault and how many more', async () => {
    const bad = pattern('gizmo', 'gizmo (?<name>\\w+')
      .replace('role: cause', 'rol: cause')
      .replace('title', 'tittle')
    const workspace = await checkout({[config]: "version: 1\ncatalog: ['own.yml']\n", 'own.yml': bad})
    const result = await act(await gitHub(world([red(1, 'gateway')])), {workspace}, 1)
    expect(result.errors).toHaveLength(1)
    expect(result.errors[0]).toMatch(
      /^\S*own\.yml:\d+: .*; and \d+ more faults?, see `e2e-triage catalog check`$/,
    )
  })
})

describe('what strangers write', () => {
  test.concurrent('a secret in a log appears nowhere', async () => {
    const token = `ghp_${'aB3dE5fG7hJ9kL1mN3pQ'.repeat(2).slice(0, 36)}`
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const jwt = `${part({alg: 'HS256', typ: 'JWT'})}.${part({sub: '1234567890', name: 'someone'})}.c2lnbmF0dXJlLW9mLXRoZS1qd3Q`
    const log = failedLog(
      `Error: request to https://x:${token}@github.com/o/r failed`,
      `Error: Authorization: Bearer ${jwt} was refused`,
      hostPath(`/x/${token}`),
    )
    const jobs = [
      red(1, 'gateway', log),
      red(2, 'auth', failedLog(`FATAL: unknown thing ${token} and ${jwt}`)),
    ]
    const result = await act(await gitHub(world(jobs)))
    const files = await Promise.all(
      ['report', 'summary', 'comment'].map(n => readFile(result.outputs[`${n}-path`]!, 'utf8')),
    )
    const everything = [
      result.stdout,
      result.summary,
      JSON.stringify(result.outputs),
      comments(result.github)[0]!.body,
      ...files,
      ...result.github.requests.map(r => (Buffer.isBuffer(r.body) ? '' : JSON.stringify(r.body))),
    ].join('\n')
    expect(everything).not.toContain(token)
    expect(everything).not.toContain(jwt)
    expect(everything).not.toContain(jwt.split('.')[1])
    expect(files[0]).toMatch(/host-path-missing/)
  })

  test.concurrent('commands, mentions and Markdown of a log and of a job name stay text', async () => {
    const name = 'E2E (](http://evil) | <b>@everyone</b>)'
    const log = failedLog(
      '::add-mask::E2E',
      '::error::forged',
      '##[error]forged too',
      hostPath('/x/@team|<img>'),
    )
    const result = await act(await gitHub(world([{...red(1, 'x', log), name}, green(2, 'auth')])))
    expect(result.stdout).not.toMatch(/^::add-mask::E2E/m)
    expect(result.errors.join()).not.toMatch(/^forged/)
    const body = comments(result.github)[0]!.body
    for (const text of [body, result.summary]) {
      const page = nodesOf(text)
      const hosts = page.flatMap(n => (n.type === 'link' ? [new URL(n.url!).host] : []))
      expect(hosts).not.toContain('evil')
      expect(page.filter(n => n.type === 'image')).toEqual([])
      const live = page.flatMap(n => (n.type === 'html' || n.type === 'text' ? n.value! : [])).join('\n')
      expect(live).not.toMatch(/<b>|<img>/)
      expect(live).not.toMatch(/(^|[^\w/])@(everyone|team)\b/)
    }
  })
})
