import {readFileSync} from 'node:fs'
import {compile} from '../../src/catalog/expression.ts'
import {fileBytes} from '../../src/collect/bytes.ts'
import {examine} from '../../src/examine.ts'
import {buildMatcher} from '../../src/match/matcher.ts'
import type {Pattern, Suite} from '../../src/model.ts'

/** Prints how many seconds reading and matching a log or a bundle take, without start and diagnosis. */
const [file = '', expressions = ''] = process.argv.slice(2)
const sources = readFileSync(expressions, 'utf8').trimEnd().split('\n')
const patterns = sources.map((source, i) => ({
  id: `bench-${i}`,
  role: 'cause',
  mode: 'any',
  conditions: [{type: 'line', in: [], line: compile(source)}],
  unless: [],
})) as unknown as Pattern[]
const suite: Suite = {
  service: 'bench',
  name: 'bench',
  status: 'failed',
  job: null,
  sources: [
    {
      kind: file.endsWith('.zip') ? 'bundle' : 'job-log',
      name: 'bench',
      url: null,
      content: {type: 'bytes', open: () => fileBytes(file)},
    },
  ],
}
const matcher = buildMatcher(patterns)
const start = performance.now()
await examine(suite, matcher)
process.stdout.write(`${(performance.now() - start) / 1000}\n`)
