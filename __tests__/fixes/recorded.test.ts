import {expect, test} from '@jest/globals'
import {UserError} from '../../src/errors.ts'
import {parseFacts} from '../../src/fixes/recorded.ts'
import {wantedFacts} from '../../src/fixes/wanted.ts'
import {aCommit, aFix, aPull, aRun, someFacts} from './samples.ts'

test('what was written is read again', () => {
  const facts = someFacts({
    commits: {f37bbbc79: aCommit('f37bbbc79', {reverted_by: 'b'.repeat(40)})},
    pulls: {24: aPull(24)},
    issues: {27: {number: 27, title: 'Broken', url: null, state: 'open', why: null}},
    trailers: [{commit: 'b'.repeat(40), pattern: 'host-path', service: null, pull: 24}],
    mentions: [{type: 'issue', number: 27, pattern: 'host-path', service: 'gateway'}],
    incomplete: [{what: 'x', why: 'y'}],
  })
  expect(parseFacts(JSON.stringify(facts), 'facts.json')).toEqual(facts)
})

test('what is left out is unknown', () => {
  expect(parseFacts('{}', 'facts.json')).toEqual(someFacts({tested: null, base: null}))
  const short = parseFacts('{"commits": {"f37bbbc79": {"sha": null}}}', 'facts.json')
  expect(short.commits['f37bbbc79']).toMatchObject({landed: null, contained_in: {}, why: null})
})

test.each([
  ['{', /facts.json is not JSON/],
  ['{"commit": {}}', /facts.json: the whole file: .*commit/],
  ['{"commits": {"--option": {"sha": null}}}', /facts.json: commits/],
  ['{"commits": {"f37bbbc79": {"sha": "HEAD"}}}', /commits.f37bbbc79.sha/],
  ['{"pulls": {"24": {"number": 24, "state": "draft"}}}', /pulls.24.state/],
  [
    JSON.stringify({
      commits: Object.fromEntries(
        Array.from({length: 1001}, (_, i) => [(i + 65536).toString(16), {sha: null}]),
      ),
    }),
    /1000 entries/,
  ],
])('%.40s is refused', (json, message) => {
  expect(() => parseFacts(json, 'facts.json')).toThrow(message)
  expect(() => parseFacts(json, 'facts.json')).toThrow(UserError)
})

test('each cause and each head is asked for once', () => {
  const cause = {pattern: 'host-path', fixes: [aFix({commit: 'f37bbbc79'})]}
  const run = aRun()
  expect(
    wantedFacts({run, base: 'main', causes: [cause, cause], heads: ['b', null, 'b', run.head_sha]}),
  ).toEqual({
    repository: 'o/r',
    tested: run.head_sha,
    merge_sha: null,
    base: 'main',
    causes: [cause],
    heads: ['b'],
  })
})
