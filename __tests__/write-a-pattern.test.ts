import {execFile} from 'node:child_process'
import {mkdtemp, readFile, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {promisify} from 'node:util'
import {expect, test} from '@jest/globals'
import {root} from '../src/root.ts'

const run = promisify(execFile)
const product = process.env['E2E_TRIAGE_ROOT'] ?? root
const folder = '.github/e2e-triage'

/** The fenced blocks of a page's section, in order. */
function blocksOf(page: string, section: string): {language: string; text: string}[] {
  const body = page.slice(page.indexOf(`\n## ${section}`)).slice(4)
  const end = body.indexOf('\n## ')
  return [...body.slice(0, end).matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, language, text]) => ({
    language: language!,
    text: text!,
  }))
}

/** The confidence is measured anew now and then. */
const words = (text: string) => text.replace(/\d+ %/g, 'N %').split(/\s+/).filter(Boolean).join(' ')

test('what the page says works as it says', async () => {
  const page = await readFile(join(root, 'docs/write-a-pattern.md'), 'utf8')
  const [log, look, unknown, add, put, pattern, rename, example, check, known] = blocksOf(
    page,
    'In five minutes',
  )
  const dir = await mkdtemp(join(tmpdir(), 'pattern-'))
  const shell = async (block: {language: string; text: string} | undefined) => {
    expect(block!.language).toBe('sh')
    const script = `set -e\ne2e-triage() { "$NODE" "$CLI" "$@"; }\n${block!.text}`
    const env = {PATH: process.env['PATH'], NODE: process.execPath, CLI: join(product, 'dist/cli.js')}
    return (await run('bash', ['-c', script], {cwd: dir, env})).stdout
  }
  await writeFile(join(dir, 'job.log'), log!.text)
  expect(words(await shell(look))).toContain(words(unknown!.text).slice(0, 60))
  expect(words(await shell(look))).toContain(words(unknown!.text.split('\n').at(-2)!))
  await shell(add)
  expect(await shell(put)).toMatch(/no fault[\s\S]*no faults/)
  await writeFile(join(dir, folder, 'shop.yml'), pattern!.text)
  await shell(rename)
  await writeFile(join(dir, folder, 'examples/shop-price-list-unpublished.log'), example!.text)
  const said = await shell(check)
  expect(said).toMatch(/no fault[\s\S]*no faults/)
  expect(words(said)).toContain(words(known!.text))
}, 180_000)
