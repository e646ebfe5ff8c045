import {describe, expect, test} from '@jest/globals'
import fc from 'fast-check'
import {compile} from '../../src/catalog/expression.ts'
import {unescaped} from '../../src/match/line.ts'
import {buildMatcher} from '../../src/match/matcher.ts'
import {type Hit, scanBlock} from '../../src/match/scan.ts'
import type {Pattern} from '../../src/model.ts'
import {cleanBytes} from '../../src/read/actions-log.ts'
import {blockRoom, blocks} from '../../src/read/blocks.ts'

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
  'HTTP/[\\d.]+["\']? 403\\b',
  '(?:lacks?|got|=400) (?<what>\\w+)',
  'P3009|migrate found failed migrations',
  '"type": ?"(?<type>[a-z]+)"',
  '^(?<all>plan: .*)$',
  '[Tt]oken|\\b405 (?:Method Not Allowed|gone)',
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

async function scan(bytes: Uint8Array, chunk: number, block: number, tried = matcher): Promise<string[]> {
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += chunk) yield bytes.slice(at, at + chunk)
  }
  const hits: Hit[] = []
  for await (const b of blocks(chunks(), blockRoom(block)))
    scanBlock(tried, b, null, decode, hit => hits.push(hit))
  return hits.map(h => `${h.line} ${h.probe} ${JSON.stringify(h.captures)}`)
}

/** What stands in the bytes without ANSI codes. */
function plainText(bytes: Uint8Array): string {
  const copy = Buffer.from(bytes)
  return new TextDecoder().decode(copy.subarray(0, cleanBytes(copy, 0, copy.length, true)))
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
  return found
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
  '\r\n',
  'HTTP/1.1" 403 ',
  'HTTP/2 40',
  'got ',
  'lacks x',
  'lack',
  '=400 bad',
  '=40',
  'P3009',
  'P300',
  '"type": "missing"',
  '\\"type\\": \\"x\\"',
  'type',
  'plan: ',
  'Token',
  'toke',
  '405 Method Not Allowed',
  '405 gone',
  '\x1b[31m',
  '\x1b[0m',
  '\x1b]8;;https://x\x07',
  'statfs\x1b[1m /x\x1b[0m: no such\x1b[31m file or directory',
  'Connection \x1b[0mrefused',
)

describe('scanning', () => {
  test('finds what every expression on every line finds, in its order, whatever the chunks and blocks', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(piece, {maxLength: 60}),
        fc.integer({min: 1, max: 90}),
        fc.integer({min: 512, max: 4096}),
        async (pieces, chunk, block) => {
          const bytes = new TextEncoder().encode(pieces.join(''))
          expect(await scan(bytes, chunk, block)).toEqual(reference(plainText(bytes)))
        },
      ),
      {numRuns: 400},
    )
  })

  test('and in lines longer than blocks', async () => {
    const word = fc.oneof(
      {weight: 20, arbitrary: fc.constantFrom('filler', 'so', 'and', 'on ', '{"a":1}')},
      // What may match anything up to the end of its line is told only as far as a block shows it.
      {weight: 1, arbitrary: piece.filter(p => !/[\n\x1b]|plan|lack|got|=400/.test(p))},
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(word, {minLength: 100, maxLength: 900}), {minLength: 1, maxLength: 3}),
        fc.integer({min: 1, max: 900}),
        fc.integer({min: 1024, max: 2048}),
        async (lines, chunk, block) => {
          const text = lines.map(words => words.join(' ')).join('\n')
          const found = await scan(new TextEncoder().encode(text), chunk, block)
          const expected = reference(text)
          const places = (list: string[]) => new Set(list.map(hit => hit.split(' ', 2).join(' ')))
          expect(places(found)).toEqual(places(expected))
          expect(found).toHaveLength(expected.length)
        },
      ),
      {numRuns: 400},
    )
  })

  test('and at the end of a log that ends where a block does', async () => {
    const text = `${'x'.repeat(900)} Error: statfs /a: no such file or directory`
    expect(await scan(new TextEncoder().encode(text), 100, text.length)).toEqual(['1 0 {"path":"/a"}'])
  })

  test('random bytes, with a catalog that was made for other data', async () => {
    const tried = buildMatcher(sources.map(pattern))
    await scan(
      new TextEncoder().encode('Connection refused, no such file, EOF\n'.repeat(2000)),
      4096,
      65_536,
      tried,
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(piece, fc.constant('\n')), {minLength: 100, maxLength: 400}),
        fc.array(fc.tuple(fc.nat({max: 3000}), fc.integer({min: 128, max: 255})), {maxLength: 20}),
        async (pieces, damage) => {
          const bytes = new TextEncoder().encode(pieces.join(''))
          for (const [at, byte] of damage) if (at < bytes.length) bytes[at] = byte
          expect(await scan(bytes, 700, 8192, tried)).toEqual(reference(plainText(bytes)))
        },
      ),
      {numRuns: 100},
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
