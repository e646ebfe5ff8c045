import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {dirname, join, normalize, relative} from 'node:path'
import {describe, expect, test} from '@jest/globals'
import {parse} from 'yaml'
import {readAction} from '../scripts/write-readme.ts'
import {inputNames} from '../src/inputs/options.ts'
import {type Outputs, publishOutputs} from '../src/publish/outputs.ts'

const root = join(import.meta.dirname, '..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const files = (folder: string, ending: string) =>
  readdirSync(join(root, folder), {recursive: true, encoding: 'utf8'})
    .filter(name => name.endsWith(ending))
    .map(name => join(folder, name))
    .sort()

describe('workflows', () => {
  const workflows = files('.github/workflows', '.yml')

  test.each(workflows)('%s: no permission but what a job names', path => {
    const {permissions, jobs} = parse(read(path))
    expect(permissions).toEqual({})
    for (const job of Object.values<{permissions?: unknown}>(jobs)) expect(job.permissions).toBeDefined()
  })

  test.each(workflows)('%s: every action is pinned, with its version', path => {
    const uses = read(path)
      .split('\n')
      .filter(line => /^\s*(?:- )?uses:/.test(line))
    expect(uses.length).toBeGreaterThan(0)
    for (const line of uses)
      expect(line).toMatch(/uses: (?:\.\/|[\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+)$/)
  })

  test.each(workflows)('%s: no text of strangers in a script, no token left in a checkout', path => {
    const {jobs} = parse(read(path))
    type Step = {run?: string; uses?: string; with?: Record<string, unknown>}
    for (const {steps} of Object.values<{steps: Step[]}>(jobs)) {
      for (const {run, uses, with: inputs} of steps) {
        expect(run ?? '').not.toContain('${{')
        if (uses?.startsWith('actions/checkout@')) expect(inputs?.['persist-credentials']).toBe(false)
      }
    }
  })

  test('one commit for each action, wherever it is used', () => {
    const pins = workflows.flatMap(path => [...read(path).matchAll(/uses: ([\w./-]+)@([0-9a-f]{40} # \S+)/g)])
    const byName = new Map<string, Set<string>>()
    for (const [, name, pin] of pins) byName.set(name!, (byName.get(name!) ?? new Set()).add(pin!))
    for (const [name, commits] of byName) expect([name, commits.size]).toEqual([name, 1])
  })
})

describe('action.yml', () => {
  test('declares the inputs that are read', () => {
    expect(Object.keys(readAction().inputs)).toEqual(inputNames)
  })

  test('declares the outputs that are written', () => {
    const names = Object.keys(readAction().outputs)
    const written: string[] = []
    publishOutputs(Object.fromEntries(names.map(name => [name, null])) as unknown as Outputs, name => {
      written.push(name)
    })
    expect(written).toEqual(names)
    const declared = /interface Outputs \{([^}]+)\}/.exec(read('src/publish/outputs.ts'))![1]!
    expect([...declared.matchAll(/^ {2}'?([\w-]+)'?:/gm)].map(m => m[1])).toEqual(names)
  })
})

describe('what is built', () => {
  /** Packages in a chunk and in all that it cannot do without. */
  function packagesOf(chunk: string, seen = new Set<string>()): Set<string> {
    const found = new Set<string>()
    if (seen.has(chunk)) return found
    seen.add(chunk)
    const text = read(join('dist', chunk))
    for (const [, name] of text.matchAll(/^\/\/ node_modules\/((?:@[^/]+\/)?[^/]+)\//gm)) found.add(name!)
    for (const [, next] of text.matchAll(/^(?:import|\} from) "\.\/(chunk-\w+\.js)";$/gm))
      for (const name of packagesOf(next!, seen)) found.add(name)
    return found
  }

  test('a log is triaged without what reads YAML, talks to GitHub or checks strangers’ data', () => {
    const triage = /triage: \(\) => import\("\.\/(chunk-\w+\.js)"\)/.exec(read('dist/cli.js'))![1]!
    const packages = packagesOf(triage)
    expect([...packages]).toContain('yauzl')
    for (const heavy of ['yaml', 'zod', '@octokit/rest', '@octokit/core', 'undici', 'archiver'])
      expect([...packages]).not.toContain(heavy)
  })

  test('the action starts without what reads YAML or uploads', () => {
    const packages = packagesOf('action.js')
    expect([...packages]).toContain('zod')
    for (const heavy of ['yaml', '@actions/artifact', 'archiver']) expect([...packages]).not.toContain(heavy)
  })
})

describe('prose', () => {
  const pages = [
    ...readdirSync(root).filter(name => name.endsWith('.md')),
    ...files('docs', '.md'),
    'examples/README.md',
  ]

  test.each(pages)('%s: every link leads somewhere', path => {
    const dead: string[] = []
    for (const target of links(read(path))) {
      const [file, anchor] = target.split('#') as [string, string?]
      const to = file === '' ? path : normalize(join(dirname(path), file))
      if (!existsSync(join(root, to))) dead.push(target)
      else if (anchor !== undefined && !anchors(read(to)).includes(anchor)) dead.push(target)
    }
    expect(dead).toEqual([])
  })

  test.each(pages)('%s: every file that it names is there', path => {
    const named = [...withoutFences(read(path)).matchAll(/`([\w.][\w./-]*)`/g)].map(m => m[1]!)
    const own = /^(?:docs|src|scripts|examples|catalog|dist|__tests__|\.ci)\/\S*[\w/]$/
    expect(named.filter(name => own.test(name) && !existsSync(join(root, name)))).toEqual([])
  })

  test('docs/dependencies.md has every dependency', () => {
    const {dependencies, devDependencies, optionalDependencies} = JSON.parse(read('package.json'))
    const page = read('docs/dependencies.md')
    const names = Object.keys({...dependencies, ...devDependencies, ...optionalDependencies})
    expect(names.filter(name => !page.includes(`\`${name}\``))).toEqual([])
  })

  test('README.md runs only scripts that there are', () => {
    const {scripts} = JSON.parse(read('package.json'))
    for (const page of ['README.md', 'CONTRIBUTING.md'])
      for (const [, name] of read(page).matchAll(/npm run ([\w-]+)/g))
        expect(Object.keys(scripts)).toContain(name)
  })
})

/** `model.ts` is one list of types, and as long as there are nouns. */
test('no file of the source is longer than 250 lines', () => {
  const long = files('src', '.ts').filter(
    path => relative('src', path) !== 'model.ts' && read(path).split('\n').length > 251,
  )
  expect(long).toEqual([])
})

/** Targets of links and pictures that are no addresses. */
function links(markdown: string): string[] {
  const found = [...withoutFences(markdown).matchAll(/\]\(([^)\s]+)\)|<img [^>]*src="([^"]+)"/g)]
  return found.map(m => m[1] ?? m[2]!).filter(target => !/^[a-z]+:/.test(target))
}

/** The anchors that GitHub gives to headings. */
function anchors(markdown: string): string[] {
  const headings = [...withoutFences(markdown).matchAll(/^#{1,6} (.+)$/gm)].map(m => m[1]!)
  return headings.map(text =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  )
}

function withoutFences(markdown: string): string {
  return markdown.replace(/^ *(`{3,})[^\n]*\n.*?^ *\1$/gms, '')
}
