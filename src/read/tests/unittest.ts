import type {Phase} from '../../model.ts'
import {clean} from './clean.ts'
import {type Found, located, MAX_FAILURES} from './located.ts'
import type {TestReader} from './reader.ts'

const HEAD = /^(FAIL|ERROR): (\S+ \([\w.<>]+\)|\S+)(?: .*)?$/
const RAN = /^Ran (\d+) tests? in [\d.]+s$/
const RESULT = /^(OK|FAILED|NO TESTS RAN)(?: \((.*)\))?$/
const FILE = /^ {2}File "(.+?)", line (\d+)/

/** Reads Python's unittest (and Django's): totals, failing names, the exception of each. */
export function unittestReader(): TestReader {
  const found: Found[] = []
  const sum = {total: 0, failed: 0, skipped: 0}
  let ruled = false
  let open: Found | null = null
  let ran: number | null = null
  let first = 0
  let verdict: number | null = null
  let seen = false
  let fixtures = 0

  function onResult(n: number, parts: string): void {
    const part = (key: string) => Number(new RegExp(`(?:^|, )${key}=(\\d+)`).exec(parts)?.[1] ?? 0)
    sum.total += ran ?? 0
    sum.failed += part('failures') + part('errors') + part('unexpected successes')
    sum.skipped += part('skipped')
    verdict = n
    seen = true
    ran = null
  }

  function onHead(n: number, name: string): void {
    if (first === 0) first = n
    if (/^setUp(?:Class|Module) /.test(name)) fixtures++
    open = {name, location: '', message: '', from: n, to: n}
    if (found.length < MAX_FAILURES) found.push(open)
  }

  function onBody(n: number, text: string): void {
    if (!open || text.startsWith('-----') || n - open.from > 2000) return
    if (text.trim() === '') return
    open.to = n
    const file = FILE.exec(text)
    if (file) {
      if (!/\/(?:unittest|site-packages|dist-packages)\//.test(file[1] ?? ''))
        open.location = `${file[1]}:${file[2]}`
      open.message = ''
    } else if (!text.startsWith(' ') && !text.startsWith('Traceback ')) {
      if (open.message.length < 2000) open.message += `${open.message ? '\n' : ''}${text}`
    }
  }

  const busy = () => open !== null || ruled || ran !== null
  return {
    busy,
    line(n, raw) {
      const c = raw.charCodeAt(0)
      if (!busy() && c !== 61 && c !== 82) return
      const text = clean(raw)
      const head = ruled ? HEAD.exec(text)?.[2] : undefined
      ruled = c === 61 && /^={60,}$/.test(text)
      if (ruled) open = null
      if (head !== undefined) return void onHead(n, head)
      const count = c === 82 ? RAN.exec(text)?.[1] : undefined
      const result = ran === null ? null : RESULT.exec(text)
      if (count !== undefined) {
        open = null
        ran = Number(count)
        if (first === 0) first = n
      } else if (result) onResult(n, result[2] ?? '')
      else onBody(n, text)
    },
    result() {
      if (!seen) return null
      const {total, failed, skipped} = sum
      const passed = Math.max(0, total - failed - skipped)
      const phase: Phase = total === 0 && fixtures > 0 ? 'setup' : 'tests'
      const tally = {total, ran: total - skipped, passed, failed, skipped, phase}
      return located(
        'unittest',
        {...tally, verdict_line: verdict, tests_line: null, first_line: first},
        found,
      )
    },
  }
}
