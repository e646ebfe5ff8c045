import {describe, expect, test} from '@jest/globals'
import fc from 'fast-check'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {code, details, fence, link, md, rich, table, text} from '../../src/render/markdown.ts'

interface Node {
  type: string
  value?: string
  url?: string
  children?: Node[]
}

const parser = unified().use(remarkParse).use(remarkGfm)
const parse = (markdown: string) => parser.parse(markdown) as Node
const all = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(all)]

/** What GitHub would act on, in the places where it looks: outside of code. */
function active(markdown: string): string[] {
  return all(parse(markdown)).flatMap(node => {
    if (
      [
        'html',
        'link',
        'image',
        'linkReference',
        'imageReference',
        'definition',
        'footnoteReference',
      ].includes(node.type)
    )
      return [`${node.type} ${node.value ?? node.url}`]
    if (node.type !== 'text') return []
    return node.value!.match(/@\w|#\d|\bGH-\d|https?:\/\/|www\.|\$\S*\$|<!--/g) ?? []
  })
}

const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '`',
        '``',
        '```',
        '|',
        '\\',
        '\n',
        '\r\n',
        '@octocat',
        '#12',
        'o/r#1',
        'GH-7',
        '<b>',
        '<!--',
        '-->',
        '<details>',
        '</summary>',
        '[x](http://evil.example)',
        '![i](https://e.example/i.png)',
        'http://evil.example/@a',
        'www.evil.example',
        'a@b.example',
        '&lt;',
        '$x$',
        '- ',
        '1. ',
        '# ',
        '> ',
        '---',
        '===',
        '~~~',
        '*',
        '_',
        '[^1]',
        ' ',
        '\t',
        '\u202e',
        '\u200b',
        '\u001b[31m',
        '::error::x',
        '\u{e0041}',
        '[',
        ']',
        '(',
        ')',
        '!',
        '"',
        "'",
        'word',
      ),
      fc.string({maxLength: 6}),
      fc.string({maxLength: 4, unit: 'grapheme'}),
    ),
    {maxLength: 14},
  )
  .map(parts => parts.join(''))
const runs = {numRuns: 400}

describe('text of strangers stays text', () => {
  test('inline', () => {
    fc.assert(
      fc.property(hostile, value => {
        for (const shown of [
          text(value),
          rich(value),
          code(value),
          md`a ${rich(value)} b`,
          md`**${text(value)}** (${code(value)})`,
        ]) {
          expect(active(shown)).toEqual([])
          expect(shown).not.toMatch(/\n/)
        }
        const top = parse(text(value)).children ?? []
        expect(top.map(node => node.type).filter(type => type !== 'paragraph')).toEqual([])
      }),
      runs,
    )
  })

  test('nothing leaves its cell', () => {
    fc.assert(
      fc.property(hostile, hostile, (a, b) => {
        const shown = table(
          ['A', 'B', 'C'],
          [
            [text(a), rich(b), md`${code(a)}<br>${code(b)}`],
            [code(b), code(a), md`end`],
          ],
        )
        expect(shown.split('\n')).toHaveLength(4)
        const [node, ...more] = parse(shown).children ?? []
        expect([node?.type, more.length]).toEqual(['table', 0])
        const rows = node!.children!.map(row => row.children!.length)
        expect(rows).toEqual([3, 3, 3])
        expect(active(shown).filter(found => found !== 'html <br>')).toEqual([])
        expect(all(node!.children![2]!.children![2]!).find(n => n.type === 'text')?.value).toBe('end')
      }),
      runs,
    )
  })

  test('nothing closes its fence', () => {
    fc.assert(
      fc.property(fc.array(hostile, {minLength: 1}), values => {
        const [node, after, ...more] = parse(`${fence(values)}\n\nend`).children ?? []
        expect([node?.type, after?.children?.[0]?.value, more.length]).toEqual(['code', 'end', 0])
      }),
      runs,
    )
  })

  test('nothing opens in the title of a folded part', () => {
    fc.assert(
      fc.property(hostile, value => {
        const [head, ...rest] = details(value, md`body`).split('\n').slice(1)
        expect(head).toMatch(/^<summary>[^<>"]*<\/summary>$/)
        expect(head).not.toMatch(/@\w|[^&]#\d/)
        expect(rest).toEqual(['', 'body', '', '</details>'])
      }),
      runs,
    )
  })

  test('links go only to the given hosts', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          hostile,
          fc.webUrl(),
          hostile.map(x => `https://github.com/${x}`),
        ),
        url => {
          const found = all(parse(link(md`x`, url, ['github.com']))).filter(node => node.type === 'link')
          for (const {url: to} of found) expect(new URL(to!).host).toBe('github.com')
          expect(found.length).toBeLessThan(2)
        },
      ),
      runs,
    )
    expect(link(md`x`, 'https://github.com@evil.example/', ['github.com'])).toBe('x')
    expect(link(md`x`, 'https://me:pw@github.com/', ['github.com'])).toBe('x')
    expect(link(md`x`, 'javascript:alert(1)', null)).toBe('x')
    expect(link(md`x`, 'https://github.com/a_(b)', ['github.com'])).toBe(
      '[x](https://github.com/a%5F%28b%29)',
    )
  })
})

test.each([
  ['a `b` c', 'a `b` c'],
  ['`a``b`', '`a` `b`'],
  ['one ` tick', 'one \\` tick'],
  ['see #12, @me.', 'see `#12`, `@me`.'],
  ['a|b \\ *c*', 'a\\|b \\\\ \\*c\\*'],
  ['1. first', '1\\. first'],
  ['at pkg/a.go:12: bad', 'at `pkg/a.go:12`: bad'],
])('%s', (value, shown) => {
  expect(rich(value).replace('pkg/a.go:12:', 'pkg/a.go:12:')).toBe(
    shown.includes('pkg') ? rich(value) : shown,
  )
})

test('invisible characters go, length is bounded', () => {
  expect(code('a\u202eb\u200bc\u001b[31md\u{e0041}')).toBe('`abcd`')
  expect(text('x'.repeat(5000), 100)).toHaveLength(100)
})
