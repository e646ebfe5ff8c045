import {describe, expect, test} from '@jest/globals'
import {requiredLiterals} from '../../src/catalog/literals.ts'

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
  ])('%s', (source, expected) => {
    expect(requiredLiterals(source)).toEqual(expected)
  })
})
