import {clean} from './clean.ts'
import {located, MAX_FAILURES, MAX_MESSAGE} from './located.ts'
import {addToBlock, openPytestBlock, type PytestBlock} from './pytest-block.ts'
import {brokenReader} from './pytest-broken.ts'
import {type Entry, newSession, type PytestTotals, type Session, sumSession} from './pytest-session.ts'
import type {TestReader} from './reader.ts'

const ENTRY = /^(FAILED|ERROR) (\S+?\.py(?:::\S.*?)?)(?: - (.*))?$/
// A quote may leave the file out.
const BARE_ENTRY = /^(FAILED|ERROR) ((?:\w+::)*test_\S+) - (.*)$/
const FINAL =
  /^(?:=+ )?((?:\d+ (?:failed|passed|skipped|deselected|xfailed|xpassed|warnings?|errors?|rerun|subtests passed)(?:, )?)+|no tests (?:ran|collected)(?:, \d+ \w+)*) in [\d.]+s(?: \([\d:]+\))?(?: =+)?$/
const TITLE = /^=+ (.+?) =+$/
const COLLECTED = /^(?:collecting \.\.\. )?collected (\d+) items?/
const WORKERS = /^(?:gw0 \[(\d+)\]|\d+ workers? \[(\d+) items?\])/
const VERBOSE = /^(\S+\.py::.+?) (PASSED|FAILED|ERROR|SKIPPED|XFAIL|XPASS)(?: \(.*\))? +\[ *\d+%\]$/
const XDIST = /^\[gw\d+\] \[ *\d+%\] (PASSED|FAILED|ERROR|SKIPPED|XFAIL|XPASS) (\S.*?)\s*$/
const PROGRESS = /^\S+\.py(?:::| [.FEsxX])/
// What `-q` and xdist print of tests, and nothing else does.
const DOTS = /^[.FEsxXR]+(?:\[gw\d+\] node down| +\[ *\d+%\]$)/
const FILE = /^(\S+\.py)(?: [.FEsxX]*)?$/
// `=`, `_`, `!`, `E`, `F`, `c`, `g`, `[`, `I`, `+`, `n`, escape; digits end a quiet session.
const FIRST = new Set([...'=_!EFcg[I+np.sxXR\x1b'].map(c => c.charCodeAt(0)))

/** Reads pytest's console: every `--tb` and `-v`/`-q` style, xdist, and sessions that cannot start. */
export function pytestReader(): TestReader {
  const totals: PytestTotals[] = []
  const broken = brokenReader()
  let s: Session | null = null
  let part: 'progress' | 'blocks' | 'summary' | 'other' = 'progress'
  let block: PytestBlock | null = null
  let entry: Entry | null = null
  let first = 0
  let tests: number | null = null
  let verdict: number | null = null
  let last = ''
  let loose: PytestBlock | null = null

  function session(n: number): Session {
    if (first === 0) first = n
    s ??= newSession(n)
    return s
  }

  function put(t: PytestTotals): void {
    const room = MAX_FAILURES - totals.reduce((n, other) => n + other.found.length, 0)
    totals.push({...t, found: t.found.slice(0, Math.max(0, room))})
  }

  function close(): void {
    broken.end(session, last)
    if (
      s &&
      (s.counts || s.started || s.entries.length + s.blocks.length + s.broken.length + s.live.length > 0)
    )
      put(sumSession(s))
    s = null
    block = entry = loose = null
    part = 'progress'
  }

  function onTitle(n: number, title: string): void {
    block = entry = null
    if (title === 'test session starts') {
      close()
      session(n).started = true
    } else if (title === 'ERRORS' || title === 'FAILURES') {
      part = 'blocks'
      session(n)
    } else if (title === 'short test summary info') {
      part = 'summary'
      verdict = n
      session(n)
    } else if (s) part = 'other'
  }

  function onFinal(n: number, parts: string): void {
    const counts: Record<string, number> = {}
    for (const m of parts.matchAll(/(\d+) (\w+)/g)) counts[m[2] ?? ''] = Number(m[1])
    session(n).counts = counts
    if (part !== 'summary' || verdict === null) verdict = n
    tests ??= null
    close()
  }

  function onEntry(n: number, m: RegExpExecArray): void {
    const found = session(n)
    entry = {kind: m[1] as Entry['kind'], nodeid: m[2] ?? '', message: m[3] ?? '', from: n, to: n}
    if (found.entries.length < MAX_FAILURES) found.entries.push(entry)
  }

  function onStatus(n: number, status: string, nodeid: string): void {
    const found = session(n)
    tests ??= n
    found.seen[status] = (found.seen[status] ?? 0) + 1
    if ((status === 'FAILED' || status === 'ERROR') && found.live.length < MAX_FAILURES)
      found.live.push({nodeid, line: n})
  }

  function onProgress(n: number, text: string): void {
    const m = text.includes('.py::') ? VERBOSE.exec(text) : null
    const x = text.charCodeAt(0) === 91 ? XDIST.exec(text) : null
    if (m || x) onStatus(n, m?.[2] ?? x?.[1] ?? '', m?.[1] ?? x?.[2] ?? '')
    else if (DOTS.test(text)) {
      session(n)
      tests ??= n
    } else if (s) {
      const items = COLLECTED.exec(text)?.[1] ?? WORKERS.exec(text)?.slice(1).find(Boolean)
      if (items) s.collected = Number(items)
      const deselected = / (\d+) deselected/.exec(items ? text : '')?.[1]
      if (deselected) s.deselected = Number(deselected)
      if (PROGRESS.test(text)) tests ??= n
      const file = FILE.exec(text)?.[1] ?? /^(\S+\.py::\S.*?) *$/.exec(text)?.[1]
      if (file) last = file
    }
  }

  /** `--tb=line` prints one line for each failure. */
  function onShort(n: number, text: string): void {
    const m = /^(\S+\.py:\d+): (.*)$/.exec(text)
    if (m && s && s.short.length < MAX_FAILURES)
      s.short.push({location: m[1] ?? '', message: m[2] ?? '', line: n})
  }

  /** `E` lines and their place outside of any section: an excerpt. */
  function onLoose(n: number, text: string): void {
    if (text.startsWith('E  ')) loose ??= {...openPytestBlock(n, '__ excerpt __')!, title: ''}
    if (!loose) return
    addToBlock(loose, n, text)
    if (loose.location === '' && n - loose.from < 60) return
    if (loose.location !== '' && session(n).blocks.length < MAX_FAILURES)
      session(n).blocks.push({...loose, title: loose.location.replace(/:\d+$/, '')})
    loose = null
  }

  function onLine(n: number, text: string): void {
    const c = text.charCodeAt(0)
    const final = c === 61 || c === 110 || (c > 47 && c < 58) ? FINAL.exec(text) : null
    if (final) return void onFinal(n, final[1] ?? '')
    const title = c === 61 ? TITLE.exec(text)?.[1] : undefined
    if (title !== undefined) return void onTitle(n, title)
    if (c === 33 && text.startsWith('!!!') && part === 'summary') {
      entry = null
      return
    }
    const m = part !== 'blocks' && (c === 70 || c === 69) ? (ENTRY.exec(text) ?? BARE_ENTRY.exec(text)) : null
    if (m && (part === 'summary' || /::|^test_/.test(m[2] ?? ''))) return void onEntry(n, m)
    if (part === 'summary' && entry) {
      // With CI set the message is whole, on as many lines as it has.
      if (entry.message.length < MAX_MESSAGE) entry.message += `\n${text}`
      if (text.trim() !== '') entry.to = n
      return
    }
    if (part === 'blocks') {
      const next = c === 95 ? openPytestBlock(n, text) : null
      if (next && s) {
        block = next
        if (s.blocks.length < MAX_FAILURES) s.blocks.push(next)
      } else if (block) addToBlock(block, n, text)
      else onShort(n, text)
      return
    }
    broken.line(n, text)
    if (part === 'progress') onProgress(n, text)
    if (s === null || part === 'progress') onLoose(n, text)
  }

  const busy = () => s !== null || loose !== null || broken.busy()
  return {
    busy,
    line(n, raw) {
      const c = raw.charCodeAt(0)
      if (!busy()) {
        if (!FIRST.has(c) && !(c > 47 && c < 58 && raw.endsWith('s')) && !raw.startsWith('##[')) return
      }
      onLine(n, clean(raw))
    },
    result() {
      close()
      if (totals.length === 0) return null
      const add = (pick: (t: PytestTotals) => number) => totals.reduce((sum, t) => sum + pick(t), 0)
      const whole = (pick: (t: PytestTotals) => number | null) =>
        totals.some(t => pick(t) === null) ? null : add(t => pick(t) ?? 0)
      const failing = totals.filter(t => t.failed > 0)
      const phases = new Set(failing.map(t => t.phase))
      const phase = phases.size === 1 ? [...phases][0]! : 'tests'
      const found = totals.flatMap(t => t.found)
      const sums = {passed: add(t => t.passed), failed: add(t => t.failed), skipped: add(t => t.skipped)}
      const lines = {verdict_line: verdict, tests_line: tests, first_line: first || 1}
      return located(
        'pytest',
        {total: whole(t => t.total), ran: whole(t => t.ran), ...sums, phase, ...lines},
        found,
      )
    },
  }
}
