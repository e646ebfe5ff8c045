import {describe, expect, test} from '@jest/globals'
import type {Block, Job} from '../../src/model.ts'
import {cleanBytes, decodeActionsLine} from '../../src/read/actions-log.ts'
import {blockRoom, blocks} from '../../src/read/blocks.ts'
import {stepSpans} from '../../src/read/steps.ts'
import {unfold} from '../../src/read/unfold.ts'

const block = (text: string): Block => ({
  bytes: new TextEncoder().encode(text),
  firstLine: 1,
  continued: false,
})
const cleaned = (text: string) => {
  const bytes = Buffer.from(text)
  return bytes.toString('utf8', 0, cleanBytes(bytes, 0, bytes.length, true))
}
const stamp = '2026-02-01T10:00:00.1234567Z '

describe('cleaning', () => {
  test.each([
    ['colours', '\x1b[38;5;9mred\x1b[0m plain\n', 'red plain\n'],
    ['a link', '\x1b]8;;https://x\x1b\\text\x1b]8;;\x07\n', 'text\n'],
    ['a code cut by the end of its line', '\x1b[31\nnext\n', '\nnext\n'],
    ['a lone escape', 'a\x1b\n', 'a\n'],
    ['nothing', 'plain\n', 'plain\n'],
  ])('removes %s', (_, raw, clean) => {
    expect(cleaned(raw)).toBe(clean)
  })

  test('blanks the echo of a script, and only that', () => {
    const raw = `${stamp}\x1b[36;1mecho "connection refused"\x1b[0m\n${stamp}say \x1b[36;1mcyan\x1b[0m\n`
    expect(cleaned(raw)).toBe(`${stamp} \n${stamp}say cyan\n`)
  })
})

describe('a line', () => {
  test.each([
    [`${stamp}hello`, 'hello', '2026-02-01T10:00:00.1234567Z'],
    [`\uFEFF${stamp}hello`, 'hello', '2026-02-01T10:00:00.1234567Z'],
    [stamp, '', '2026-02-01T10:00:00.1234567Z'],
    ['continued', 'continued', null],
    ['2026 was a good year', '2026 was a good year', null],
    ['\uFEFFno time', 'no time', null],
    [`${stamp}windows\r`, 'windows', '2026-02-01T10:00:00.1234567Z'],
  ])('%j', (raw, text, time) => {
    expect(decodeActionsLine(raw)).toEqual({text, time})
  })
})

describe('blocks', () => {
  async function* chunks(text: string, size: number) {
    const bytes = new TextEncoder().encode(text)
    for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size)
  }
  test('are whole lines, numbered', async () => {
    const text = Array.from({length: 50}, (_, i) => `line ${i + 1}`).join('\n')
    const seen: string[] = []
    for await (const b of blocks(chunks(text, 7), blockRoom(64))) {
      const lines = new TextDecoder().decode(b.bytes).split('\n')
      if (lines.at(-1) === '') lines.pop()
      seen.push(...lines.map((l, i) => `${b.firstLine + i}:${l}`))
    }
    expect(seen).toEqual(Array.from({length: 50}, (_, i) => `${i + 1}:line ${i + 1}`))
  })
  test('cut a line that is too long into parts that overlap, and look at each place once', async () => {
    const text = `a\n${Array.from({length: 40}, (_, i) => `<${i}>`).join(' ')}\nb\n`
    const parts: string[] = []
    let fresh = ''
    for await (const b of blocks(chunks(text, 7), blockRoom(64))) {
      const all = new TextDecoder().decode(b.bytes)
      parts.push(`${b.firstLine}${b.continued ? '+' : ''}`)
      fresh += all.slice(b.fresh, b.settled)
    }
    expect(fresh).toBe(text)
    expect(parts.slice(0, 3)).toEqual(['1', '2', '2+'])
  })
})

describe('steps', () => {
  const step = (number: number, name: string, seconds: number, conclusion = 'success') => ({
    number,
    name,
    status: 'completed',
    conclusion,
    started_at: `2026-02-01T10:00:${String(seconds).padStart(2, '0')}Z`,
    completed_at: `2026-02-01T10:00:${String(seconds + 5).padStart(2, '0')}Z`,
  })
  const job: Job = {
    id: 1,
    name: 'j',
    url: null,
    status: 'completed',
    conclusion: 'failure',
    started_at: null,
    completed_at: null,
    annotations: [],
    steps: [
      step(1, 'Set up job', 0),
      step(2, 'Checkout', 5),
      step(3, 'Skipped', 10, 'skipped'),
      step(4, 'Run make', 10),
      step(8, 'Post Checkout', 20),
      step(9, 'Complete job', 25),
    ],
  }
  const marker = (line: number, seconds: number, text: string) => ({
    line,
    time: `2026-02-01T10:00:${String(seconds).padStart(2, '0')}.5000000Z`,
    text,
  })
  test('begin at the first marker of their time', () => {
    const spans = stepSpans(
      [
        marker(20, 5, '##[group]Run actions/checkout@v4'),
        marker(40, 10, '##[group]Run make'),
        marker(60, 15, '##[group]Run inner of a composite'),
        marker(80, 20, 'Post job cleanup.'),
        marker(90, 25, 'Cleaning up orphan processes'),
      ],
      job,
      95,
    )
    expect(spans.map(s => [s.number, s.from, s.to])).toEqual([
      [1, 1, 19],
      [2, 20, 39],
      [4, 40, 79],
      [8, 80, 89],
      [9, 90, 95],
    ])
  })
  test('without a job, each marker opens one', () => {
    expect(stepSpans([marker(3, 1, '##[group]Run a'), marker(9, 2, '##[group]Run b')], null, 12)).toEqual([
      {number: null, name: 'Run a', from: 3, to: 8},
      {number: null, name: 'Run b', from: 9, to: 12},
    ])
  })
})

describe('unfolding', () => {
  const text = (raw: string) => {
    const made = unfold(block(raw))
    const lines = made && new TextDecoder().decode(made.bytes).trimEnd().split('\n')
    return made && {lines, numbers: made.lines, parts: made.parts}
  }
  test('joins what a person folded', () => {
    const made = text('one\nUser "x" cannot\n  list resource "pods"\n  in API group ""\n')
    expect(made?.lines?.[0]).toBe('one User "x" cannot list resource "pods" in API group ""'.slice(4))
    expect(made?.numbers?.[0]).toBe(2)
    expect(made?.parts.get(3)).toEqual(['  list resource "pods"', '  in API group ""'])
  })
  test('leaves records of their own alone', () => {
    expect(text('ERROR one\nINFO two\n- three\n')).toBeNull()
  })
})
