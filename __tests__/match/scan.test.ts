import {describe, expect, test} from '@jest/globals'
import fc from 'fast-check'
import {compile} from '../../src/catalog/expression.ts'
import {buildMatcher} from '../../src/match/matcher.ts'
import {type Hit, scanBlock, unescaped} from '../../src/match/scan.ts'
import type {Pattern} from '../../src/model.ts'
import {blocks} from '../../src/read/blocks.ts'

const sources = [
  'statfs (?<path>\\S+): no such file or directory',
  'serviceaccount ["\']?(?<name>[a-z-]+)["\']? not found',
  'toomanyrequests:|pull rate limit',
  '[Cc]onnection refused',
  'Überlauf im (?:Speicher|Puffer)',
  'exit (?:code|status) (?<code>\\d+)$',
  '^Error: short$',
  'EOF',
  'a.c',
]

function pattern(source: string, number: number): Pattern {
  return {
    id: `p-${number}`,
    family: 'disk-full',
    role: 'cause',
    title: 't',
    mode: 'any',
    conditions: [{type: 'line', in: [], line: compile(source)}],
    unless: [],
    explains: [],
    same_when: [],
    fallback: false,
    advice: null,
    validate: [],
    references: [],
    fixes: [],
    origin: 'x:1',
  }
}

const matcher = buildMatcher(sources.map(pattern))
const decode = (raw: string) => ({text: raw, time: null})

async function scan(bytes: Uint8Array, chunk: number, block: number): Promise<string[]> {
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += chunk) yield bytes.slice(at, at + chunk)
  }
  const hits: Hit[] = []
  for await (const b of blocks(chunks(), block)) scanBlock(matcher, b, null, decode, hit => hits.push(hit))
  return hits.map(h => `${h.line} ${h.probe} ${JSON.stringify(h.captures)}`).sort()
}

/** Every expression on every line. */
function reference(text: string): string[] {
  const found: string[] = []
  for (const [i, line] of text.split('\n').entries()) {
    for (const [probe, source] of sources.entries()) {
      const regex = new RegExp(source)
      const plain = unescaped(line)
      const match = regex.exec(line) ?? (plain === null ? null : regex.exec(plain))
      if (match) found.push(`${i + 1} ${probe} ${JSON.stringify({...match.groups})}`)
    }
  }
  return found.sort()
}

const piece = fc.constantFrom(
  'Error: statfs /a/b/coverdata: no such file or directory',
  'statfs ',
  ': no such file or directory',
  'serviceaccount "data-sa" not found',
  'serviceaccount \\"data-sa\\" not found',
  'toomanyrequests:',
  'pull rate limit',
  'pull rate',
  'Connection refused',
  'connection refuse',
  'Überlauf im Puffer',
  'Überlauf',
  'exit code 12',
  'exit status 1',
  'Error: short',
  'EOF',
  'abc',
  'ac',
  'ok',
  ' ',
  '\n',
  '\n\n',
  '✗',
  '{"msg":"',
  '"}',
  '\t',
)

describe('scanning', () => {
  test('finds what every expression on every line finds, whatever the chunks and blocks', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(piece, {maxLength: 60}),
        fc.integer({min: 1, max: 90}),
        fc.integer({min: 256, max: 4096}),
        async (pieces, chunk, block) => {
          const text = pieces.join('')
          expect(await scan(new TextEncoder().encode(text), chunk, block)).toEqual(reference(text))
        },
      ),
      {numRuns: 300},
    )
  })

  test('survives bytes that are no UTF-8', async () => {
    const bytes = new Uint8Array([
      0xff,
      0xfe,
      0x00,
      ...new TextEncoder().encode('x Connection refused'),
      0xff,
      10,
      0xc3,
    ])
    expect(await scan(bytes, 5, 256)).toEqual(['1 3 {}'])
  })

  test('a line of megabytes is looked at around the literal', async () => {
    const line = `${'x'.repeat(3_000_000)} Error: statfs /a: no such file or directory ${'y'.repeat(1_000_000)}`
    const found = await scan(new TextEncoder().encode(`first\n${line}\nEOF\n`), 65_536, 262_144)
    expect(found).toEqual(['2 0 {"path":"/a"}', '3 7 {}'])
  })
})
