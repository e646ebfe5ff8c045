import {describe, expect, test} from '@jest/globals'
import fc from 'fast-check'
import {requiredLiterals, requiredText} from '../../src/catalog/literals.ts'
import type {Need} from '../../src/model.ts'

describe('required literals', () => {
  test.each<[string, string[][]]>([
    ['statfs (?<path>\\S+): no such file or directory', [[': no such file or directory'], ['statfs ']]],
    ['toomanyrequests:|pull rate limit', [['toomanyrequests:', 'pull rate limit']]],
    ['[Nn]o space left on device', [['No space left on device', 'no space left on device']]],
    ['(?:Readiness|Liveness) probe failed', [['Readiness probe failed', 'Liveness probe failed']]],
    ['exit code \\d+', [['exit code ']]],
    ['colou?r is wrong', [['colour is wrong', 'color is wrong']]],
    ['(?:abcdef)*ghijkl', [['ghijkl']]],
    ['(?:abcdef)+', [['abcdef']]],
    ['a.*b', []],
    ['serviceaccount "(?<sa>[^"]+)" not found', [['serviceaccount '], [' not found']]],
    ['x(?:abc|)', []],
    [
      'dial tcp \\S+: connect: (?:connection refused|no route to host)',
      [[': connect: connection refused', ': connect: no route to host'], ['dial tcp ']],
    ],
    ['\\bfatal\\.error\\b', [['fatal.error']]],
    ['x(?:[+\\-a]|bc)def', [['x+def', 'x-def', 'xadef', 'xbcdef']]],
    // What is short is looked for with what stands beside it.
    [
      '(?:got|was)(?: a)* 40[13]',
      [
        ['got 401', 'got 403', 'was 401', 'was 403', ' a 401', ' a 403'],
        ['got', 'was'],
      ],
    ],
    ['took \\d+ seconds', [[' seconds'], [...'0123456789'].map(digit => `took ${digit}`)]],
  ])('%s', (source, expected) => {
    expect(requiredLiterals(source)).toEqual(expected)
  })
})

/** An expression with some texts that it matches. */
interface Sample {
  source: string
  texts: string[]
}

const {part} = fc.letrec<{part: Sample; sequence: Sample}>(tie => ({
  part: fc.oneof(
    {maxDepth: 4, withCrossShrink: true},
    fc
      .constantFrom('a', 'b', 'abc', 'word', ' ', 'err', '"', '\u{2260}')
      .map(text => ({source: text, texts: [text]})),
    fc.constantFrom<Sample>(
      {source: '.', texts: ['x', '"']},
      {source: '\\d', texts: ['0', '7']},
      {source: '\\s', texts: [' ']},
      {source: '[ab]', texts: ['a', 'b']},
      {source: '[1-57]', texts: ['1', '4', '7']},
      {source: '[\\\\/-]', texts: ['\\', '/', '-']},
      {source: '[+\\-a]', texts: ['+', '-', 'a']},
      {source: '[^a]', texts: ['b', '"']},
      {source: '[\\w.-]', texts: ['.', '-', 'q']},
      {source: '\\b', texts: ['']},
    ),
    fc.array(tie('sequence'), {minLength: 1, maxLength: 4}).map(parts => ({
      source: `(?:${parts.map(p => p.source).join('|')})`,
      texts: parts.flatMap(p => p.texts).slice(0, 6),
    })),
    fc
      .tuple(tie('sequence'), fc.constantFrom('*', '+', '?', '{2}', '{0,2}', '*?'))
      .map(([{source, texts}, q]) => ({
        source: `(${source})${q}`,
        texts:
          q === '{2}'
            ? texts.map(t => t + texts[0]!)
            : [...(q === '+' ? [] : ['']), ...texts, ...(q === '?' ? [] : [texts[0]! + texts.at(-1)!])],
      })),
  ),
  sequence: fc.array(tie('part'), {minLength: 1, maxLength: 5}).map(parts => ({
    source: parts.map(p => p.source).join(''),
    texts: Array.from({length: 4}, (_, i) =>
      parts.map((p, n) => p.texts[(i * (n + 1)) % p.texts.length]!).join(''),
    ),
  })),
}))

const holds = (text: string, {any, branches}: Need): boolean =>
  any.some(t => text.includes(t)) &&
  (!branches || branches.some(list => list.every(need => holds(text, need))))

test('whatever an expression matches holds what it is said to require', () => {
  fc.assert(
    fc.property(fc.array(part, {minLength: 1, maxLength: 6}), parts => {
      const source = parts.map(p => p.source).join('')
      for (let i = 0; i < 6; i++) {
        const text = parts.map((p, n) => p.texts[(i * (n + 2)) % p.texts.length]!).join('')
        for (const set of requiredLiterals(source))
          expect([source, text, set, set.some(t => text.includes(t))]).toEqual([source, text, set, true])
        for (const need of requiredText(source))
          expect([source, text, need, holds(text, need)]).toEqual([source, text, need, true])
      }
    }),
    {numRuns: Number(process.env['RUNS'] ?? 2000)},
  )
})
