import {mkdtempSync, readFileSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {describe, expect, test} from '@jest/globals'
import fc from 'fast-check'
import {type Annotation, publishAnnotations} from '../../src/publish/annotations.ts'
import {uploadReport, writeFiles} from '../../src/publish/artifact.ts'
import {neutralise} from '../../src/publish/log.ts'
import {publishOutputs} from '../../src/publish/outputs.ts'
import {publishSummary} from '../../src/publish/summary.ts'

const folder = () => mkdtempSync(join(tmpdir(), 'publish-'))

describe('summary', () => {
  test('is added to what the step has', async () => {
    const file = join(folder(), 'summary')
    expect(await publishSummary(file, '# one\n')).toBeNull()
    expect(await publishSummary(file, '# two\n')).toBeNull()
    expect(readFileSync(file, 'utf8')).toBe('# one\n\n# two\n')
  })

  test('stays out where it would make the whole file vanish', async () => {
    const file = join(folder(), 'summary')
    writeFileSync(file, 'x'.repeat(900_000))
    expect(await publishSummary(file, 'ä'.repeat(60_000))).toMatch(/no room left/)
    expect(readFileSync(file, 'utf8')).toHaveLength(900_000)
  })

  test('without a file, or without the right to write', async () => {
    expect(await publishSummary(undefined, 'x')).toBeNull()
    expect(await publishSummary(join(folder(), 'no', 'file'), 'x')).toMatch(
      /^The job summary was not written: .*ENOENT/,
    )
  })
})

describe('annotations', () => {
  const publish = (annotations: Annotation[]) => {
    const shown: unknown[][] = []
    publishAnnotations(annotations, (...args) => shown.push(args))
    return shown
  }

  test('carry their place', () => {
    expect(publish([{title: 't', message: 'm', file: 'a.go', line: 3}])).toEqual([
      ['m', {title: 't', file: 'a.go', startLine: 3}],
    ])
  })

  test('are ten at most, and say so', () => {
    const shown = publish(Array.from({length: 14}, (_, i) => ({title: `t${i}`, message: 'm'})))
    expect(shown).toHaveLength(10)
    expect(shown[9]).toEqual(['The job summary has all of them.', {title: '5 more root causes'}])
  })

  test('hold no commands', () => {
    expect(
      publish([{title: 'a\n::add-mask::x', message: '::set-output name=a::b\n##[error]x\u001b[31m'}]),
    ).toEqual([[': :set-output name=a::b\n# #[error]x', {title: 'a : :add-mask::x'}]])
  })
})

test('no text becomes a command of the runner', () => {
  const part = fc.constantFrom(
    ':',
    '::',
    '##[',
    '#',
    '[',
    ' ',
    '\t',
    '\n',
    '\r',
    '\u001b[1m',
    '\u001b]0;',
    '\u0007',
    '\u200b',
    'error',
    '\u2028',
    '\u0085',
  )
  fc.assert(
    fc.property(fc.array(part, {maxLength: 20}), parts => {
      for (const line of neutralise(parts.join('')).split(/[\n\r\u2028\u0085]/)) {
        expect(line.trimStart().startsWith('::')).toBe(false)
        expect(line.includes('##[')).toBe(false)
        expect(line.includes('\u001b')).toBe(false)
      }
    }),
    {numRuns: 2000},
  )
})

describe('artifact', () => {
  const texts = {report: '{}', summary: '# s', comment: '# c'}

  test('three files, uploaded as one', async () => {
    const files = await writeFiles(join(folder(), 'new'), texts)
    expect([files.report, files.summary, files.comment].map(file => readFileSync(file, 'utf8'))).toEqual([
      '{}',
      '# s',
      '# c',
    ])
    const seen: unknown[] = []
    const uploader = async () => ({
      uploadArtifact: async (...args: unknown[]) => {
        seen.push(...args)
        return {id: 77}
      },
    })
    expect(await uploadReport(files, uploader)).toEqual({id: 77, warning: null})
    expect(seen).toEqual(['e2e-triage-report', [files.report, files.summary, files.comment], files.dir])
  })

  test('a server without artifacts is a warning', async () => {
    const files = await writeFiles(folder(), texts)
    const uploader = () => Promise.reject(new Error('not supported on GHES'))
    expect(await uploadReport(files, uploader)).toEqual({
      id: null,
      warning: 'The report was not uploaded: not supported on GHES',
    })
  })
})

test('outputs are short texts', () => {
  const set: Record<string, string> = {}
  publishOutputs(
    {
      conclusion: 'classified',
      'failed-count': 1,
      'classified-count': 1,
      'unclassified-count': 0,
      'needs-fix-count': 0,
      incomplete: false,
      'failed-services': '["a"]',
      'report-path': '/tmp/report.json',
      'summary-path': '/tmp/summary.md',
      'comment-path': '/tmp/comment.md',
      'findings-path': null,
      'comment-id': null,
      'comment-url': null,
      'pr-number': 4,
      'artifact-id': null,
    },
    (name, value) => {
      set[name] = value
    },
  )
  expect(set).toMatchObject({
    incomplete: 'false',
    'comment-id': '',
    'pr-number': '4',
    'unclassified-count': '0',
  })
  expect(Object.keys(set)).toHaveLength(15)
})
