import {clean} from './clean.ts'
import {located} from './located.ts'
import type {TestReader} from './reader.ts'
import {textFailures} from './text-failures.ts'

const RUNNING = /^Running (\d+) tests? using \d+ workers?/
const TITLE = /^ {2}\d+\) (.*?)(?: ─+)?$/
const PLACE = /(?:^| )([^\s›]+\.[cm]?[jt]sx?):(\d+):\d+ › /
const COUNT = /^ {2}(\d+) (failed|flaky|interrupted|skipped|did not run|passed)(?: \([\d.]+(?:ms|s|m|h)\))?$/

/** Reads Playwright Test's `list`, `line` and `dot` consoles. A test that passed on a retry counts as passed. */
export function playwrightReader(): TestReader {
  const failures = textFailures()
  const sum: Record<string, number> = {}
  let running: number | null = null
  let first = 0
  let tests: number | null = null
  let verdict: number | null = null
  let failed: string[] | null = null
  const listed = new Set<string>()

  function onTitle(n: number, name: string): void {
    const place = PLACE.exec(name)
    failures.begin(n, name, place ? `${place[1]}:${place[2]}` : '')
  }

  function onCount(n: number, count: number, what: string): void {
    failures.end()
    verdict ??= n
    sum[what] = (sum[what] ?? 0) + count
    failed = what === 'failed' || what === 'interrupted' ? [] : null
  }

  return {
    busy: () => first !== 0,
    line(n, raw) {
      const c = raw.charCodeAt(0)
      if (first === 0 && c !== 82 && c !== 27) return
      const text = clean(raw)
      const run = c === 82 || c === 27 ? RUNNING.exec(text) : null
      if (run) {
        if (first === 0) first = n
        tests ??= n
        running = (running ?? 0) + Number(run[1])
      }
      if (first === 0) return
      const count = COUNT.exec(text)
      const title = count || !text.includes(' › ') ? undefined : TITLE.exec(text)?.[1]
      if (count) onCount(n, Number(count[1]), count[2] ?? '')
      else if (title !== undefined) onTitle(n, title)
      else if (failed && text.startsWith('    ') && listed.size < 1000)
        listed.add(text.replace(/ ─+$/, '').trim())
      else if (/^\s+Retry #\d+ ─/.test(text)) failures.end()
      else failures.add(n, text)
    },
    result() {
      if (first === 0) return null
      const n = (what: string) => sum[what] ?? 0
      const skipped = n('skipped') + n('did not run')
      const passed = n('passed') + n('flaky')
      const bad = n('failed') + n('interrupted')
      const ended = verdict !== null
      // A flaky test's failed attempt is printed like a failure; only the list at the end tells them apart.
      const found = failures.found().filter(f => listed.size === 0 || listed.has(f.name))
      const ran = ended ? passed + bad : null
      const tally = {total: running, ran, passed, failed: ended ? bad : failures.count(), skipped}
      const lines = {verdict_line: verdict, tests_line: running === 0 ? null : tests, first_line: first}
      return located('playwright', {...tally, phase: 'tests', ...lines}, found)
    },
  }
}
