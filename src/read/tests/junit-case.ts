import {clean} from './clean.ts'
import {namedNode, nodeKind} from './ginkgo-lines.ts'
import {dedent} from './located.ts'

/** One `<testcase>` as it was written. */
export interface Case {
  name: string
  className: string
  file: string
  line: string
  status: string
  /** Seconds, as they are written. */
  time: string | undefined
  from: number
  to: number
  skipped: boolean
  failures: {tag: string; message: string; type: string; text: string; file: string; line: string}[]
}

/** Set-up and teardown that reports list like tests: Ginkgo's suite nodes, pytest's fixture errors. */
export function caseStage(c: Case): {kind: 'setup' | 'teardown' | null; isTest: boolean} {
  const kind = nodeKind(namedNode(c.name))
  if (kind) return {kind, isTest: false}
  const message = c.failures[0]?.message ?? ''
  if (message === 'collection failure') return {kind: 'setup', isTest: false}
  if (/^failed on setup with|^test setup failure/.test(message)) return {kind: 'setup', isTest: true}
  return {
    kind: /^failed on teardown with|^test teardown failure/.test(message) ? 'teardown' : null,
    isTest: true,
  }
}

const GENERIC =
  /^(?:Failed|failed|error|test (?:setup|teardown) failure|collection failure|No message provided|)$/
const PLACES = [
  /In \[[^\]]*\] at: (\S+?:\d+) @/,
  /^(\S+\.py:\d+): /gm,
  /^\s*(\S+_test\.go:\d+): /m,
  /\(([^\s()]+\.[cm]?[jt]sx?:\d+):\d+\)/,
]

/** The innermost message of a failed case, and its place. */
export function caseFailure(c: Case): {name: string; location: string; message: string} {
  const f = c.failures[0]
  const text = (f?.text ?? '').split('\n').map(clean).join('\n')
  const attribute = clean(f?.message ?? '').trim()
  const own = c.file ? `${c.file}${c.line ? `:${c.line}` : ''}` : ''
  const said = f?.file ? `${f.file}${f.line ? `:${f.line}` : ''}` : ''
  return {
    name: caseName(c),
    location: said || placeIn(text) || own,
    message: messageOf(attribute, text.trim()),
  }
}

function placeIn(text: string): string {
  for (const place of PLACES) {
    const last = place.global ? [...text.matchAll(place)].at(-1) : place.exec(text)
    if (last?.[1]) return last[1]
  }
  return ''
}

function messageOf(attribute: string, text: string): string {
  // Ginkgo writes `[FAILED] message`, `In [It] at: place`; the attribute has the message alone.
  if (GENERIC.test(attribute)) {
    const errors = text.split('\n').filter(l => /^E {3}/.test(l))
    return errors.length > 0 ? dedent(errors.map(l => l.slice(4))) : text
  }
  const fixture = /^failed on (?:setup|teardown) with "([\s\S]*)"$/.exec(attribute)?.[1]
  return fixture ?? attribute
}

/** pytest splits `tests/a.py::Class::test` into a dotted class and a name; other runners put the class before. */
function caseName(c: Case): string {
  if (c.name.startsWith('[') || c.className === '' || c.name.startsWith(c.className))
    return c.name || c.className
  return c.name === '' ? c.className : `${c.className} › ${c.name}`
}
