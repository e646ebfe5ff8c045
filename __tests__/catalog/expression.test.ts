import {describe, expect, test} from '@jest/globals'
import fc from 'fast-check'
import {compile} from '../../src/catalog/expression.ts'
import {portable, revived} from '../../src/catalog/portable.ts'
import {readCatalog} from '../../src/commands/patterns.ts'

const sources = [
  '(?<a>[ab]+) is (?:not )?c',
  '"(?<a>[^"]*)" b (?<b>.*)$',
  '^a(?<a>b|)c?',
  '(?:a|ab)(?<a>c|bcd)(d*)',
  '\\b(?<a>a+)\\s(?<b>\\S+)',
]

test('short texts and long ones are matched alike', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...sources),
      fc.string({unit: fc.constantFrom('a', 'b', 'c', 'd', ' ', '"', 'is', 'not '), maxLength: 60}),
      (source, text) => {
        const {exec, regex} = compile(source)
        const quick = exec(text)
        const linear = regex.exec(text)
        expect(quick && [...quick, quick.index, quick.groups]).toEqual(
          linear && [...linear, linear.index, linear.groups],
        )
        // The longer text is matched where the short one is, if at all.
        if (quick) expect(exec(text + ' '.repeat(600))?.index).toBeLessThanOrEqual(quick.index)
      },
    ),
    {seed: 1},
  )
})

test.each([
  ['nested repeats', '(a+)+\\$', 'a'.repeat(500)],
  ['three runs in a row', '\\S+\\S+\\S+ is forbidden', 'x'.repeat(500)],
  ['gaps', 'a (.*) b (.*) c (.*) d', 'a  b  c '.repeat(60)],
])('a short line built to be slow is not: %s', (_, source, text) => {
  const {exec} = compile(source)
  // Without the way out, the first of these never ends.
  expect(Array.from({length: 20}, () => exec(text))).toEqual(Array(20).fill(null))
})

const {patterns} = await readCatalog([])

describe('patterns for another thread', () => {
  test('come out as they went in', () => {
    const copy = revived(structuredClone(portable(patterns)))
    expect(JSON.stringify(copy)).toBe(JSON.stringify(revived(portable(patterns))))
    expect(copy.map(p => p.id)).toEqual(patterns.map(p => p.id))
    const text = 'Error: statfs /x/coverdata: no such file or directory'
    const hits = (all: typeof patterns) =>
      all.filter(p => p.conditions.some(c => c.type === 'line' && c.line.exec(text))).map(p => p.id)
    expect(hits(copy)).toEqual(hits(patterns))
    expect(hits(copy)).not.toEqual([])
  })
})
