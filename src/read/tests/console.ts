import type {LocatedTests} from '../../model.ts'
import {batsReader} from './bats.ts'
import {clean} from './clean.ts'
import {type GinkgoReader, ginkgoReader} from './ginkgo.ts'
import {goTestReader} from './gotest.ts'
import {type GoEvent, goEvent} from './gotest-event.ts'
import {jestReader} from './jest.ts'
import {mergeTests} from './merge.ts'
import {mochaReader} from './mocha.ts'
import {playwrightReader} from './playwright.ts'
import {pytestReader} from './pytest.ts'
import type {TestReader} from './reader.ts'
import {unittestReader} from './unittest.ts'

const MAX_PARTS = 100

/** Reads a console of which nobody said what runs in it, and answers with the framework that tells the failure. */
export function testReader(): GinkgoReader {
  const go = goTestReader()
  const ginkgo = ginkgoReader()
  const others = [
    pytestReader(),
    jestReader(),
    mochaReader(),
    playwrightReader(),
    batsReader(),
    unittestReader(),
  ]
  /** `go test -json` runs packages side by side: each has a Ginkgo suite of its own. */
  const suites = new Map<string, TestReader>()
  /** Output of `go test -json` that does not end its line yet, by test. */
  const parts = new Map<string, string>()

  /** The events carry lines of their own: those of a Ginkgo suite, or of a program that a test runs. */
  function onEvent(n: number, e: GoEvent): void {
    go.event(n, e)
    if (e.output === '') return
    const key = `${e.pkg}\t${e.test}`
    const text = (parts.get(key) ?? '') + e.output
    parts.delete(key)
    if (!text.endsWith('\n') && text.length <= 10_000 && parts.size < MAX_PARTS) {
      parts.set(key, text)
      return
    }
    const line = clean(text.replace(/\r?\n$/, ''))
    for (const reader of others) reader.line(n, line)
    suiteOf(e.pkg).line(n, line)
  }

  function suiteOf(pkg: string): TestReader {
    let reader = suites.get(pkg)
    if (!reader && suites.size >= MAX_PARTS) return ginkgo
    if (!reader) suites.set(pkg, (reader = ginkgoReader()))
    return reader
  }

  return {
    busy: () => ginkgo.busy() || go.busy() || others.some(reader => reader.busy()),
    skip: ginkgo.skip,
    line(n, raw) {
      // Here once, because the readers look at the first character before anything else.
      const text = coloured(raw) ? clean(raw) : raw
      const event = text.charCodeAt(0) === 123 ? goEvent(text) : null
      if (event) return void onEvent(n, event)
      ginkgo.line(n, text)
      for (const reader of others) reader.line(n, text)
      go.line(n, text)
    },
    result() {
      const some = (readers: Iterable<TestReader>) =>
        [...readers].map(r => r.result()).filter(r => r !== null)
      const suite = mergeTests(some([ginkgo, ...suites.values()]))
      return choose([...(suite ? [suite] : []), ...some([...others, go])])
    },
  }
}

/**
 * Failures first, because a log is read for them and a green unit-test run beside a red suite explains nothing; then a
 * suite that was cut short, which is red too. Then the most tests: the suite itself, not a wrapper around it or a few
 * lines that look like another framework's. In a tie the order of the readers decides: Ginkgo before its `go test`.
 */
function choose(results: readonly LocatedTests[]): LocatedTests | null {
  const badness = (r: LocatedTests) => (r.failed > 0 || r.failures.length > 0 ? 2 : cutShort(r) ? 1 : 0)
  const size = (r: LocatedTests) => r.total ?? r.failures.length
  const worse = (a: LocatedTests, b: LocatedTests) => badness(b) - badness(a) || size(b) - size(a)
  return [...results].sort(worse)[0] ?? null
}

function coloured(raw: string): boolean {
  const c = raw.charCodeAt(0)
  return c === 35 || raw.includes('\x1b') || (c === 91 && raw.includes('[0m'))
}

function cutShort(r: LocatedTests): boolean {
  return r.phase === 'setup' || (r.total !== null && r.ran === null)
}
