import {decodeActionsLine} from './actions-log.ts'
import type {LineBlock} from './blocks.ts'
import {clean} from './tests/clean.ts'
import {AT, BODY, DELIMITER, ENTRY, header, INLINE, RAN, SUMMARY} from './tests/ginkgo-lines.ts'

/** What of a log stands under a Ginkgo clean-up node. Lines are 1-based in the raw file, inclusive. */
export interface Teardown {
  spans: {from: number; to: number}[]
  /** Whether Ginkgo says, too, that something else failed. */
  elsewhere: boolean
}

/** A failure that is being read: since its header, its body, or the paragraph that its place ends. */
interface Section {
  from: number
  node: string | null
  /** A spec that was skipped did not fail. */
  skipped: boolean
  /** What Ginkgo prints below the place belongs to it: a panic's value, a time-out's progress. */
  tail: boolean
  /** Depth and line of `In […] at:`, null before it. */
  at: {depth: number; line: number} | null
}

const nodeName =
  /\[(It|(?:Just)?BeforeEach|BeforeAll|(?:Synchronized|Report)?BeforeSuite|(?:Just|Report)?AfterEach|AfterAll|(?:Synchronized|Report)?AfterSuite|CleanupAfter\w+|DeferCleanup(?: \([^)]*\))?)\]/
const isCleanUp = (node: string) =>
  /^(?:Just|Report|Synchronized)?After|^CleanupAfter|^DeferCleanup/.test(node)
const over = /^(?:FAIL!|SUCCESS!|Ginkgo ran |Test Suite Failed)/
const more = 'There were additional failures detected'
const longest = 60

/** Finds clean-up by Ginkgo's own headings; null where the log names no such node. For short logs: it reads every line. */
export function teardown(blocks: readonly LineBlock[]): Teardown | null {
  if (!blocks.some(({bytes}) => mayCleanUp(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length))))
    return null
  const spans: Teardown['spans'] = []
  let elsewhere = false
  let open: Section | null = null
  let headed: {node: string | null; text: string} | null = null
  let paragraph = 1

  const close = (last: number) => {
    if (!open) return
    const {from, node, at, tail, skipped} = open
    open = null
    if (skipped) return
    const end = at && !tail ? at.line : Math.min(last, (at?.line ?? from) + longest)
    if (node !== null && isCleanUp(node)) spans.push({from, to: Math.max(from, end)})
    else elsewhere = true
  }
  const begin = (from: number, node: string | null, text: string) => {
    const skipped = /^\s*\[SKIPPED\]/.test(text)
    open = {from, node, skipped, tail: /PANICKED|TIMEDOUT|Test Panicked/.test(text), at: null}
  }
  const told = (n: number, text: string) => {
    close(n - 1)
    headed = null
    const node = nodeName.exec(text)?.[1]
    if (!node) return
    if (isCleanUp(node)) spans.push({from: n, to: n})
    else elsewhere = true
  }
  const line = (n: number, text: string) => {
    if (!open && !text.includes('[') && !/^[-RSFGT]/.test(text)) {
      if (!text.trim()) paragraph = n + 1
      return
    }
    const at = AT.exec(text)
    if (at) {
      if (!open || open.at) {
        close(paragraph - 1)
        begin(paragraph, null, '')
      }
      const section: Section = open!
      section.node = at[1]!
      section.at = {depth: depthOf(text), line: n}
      if (!section.tail) close(n)
      return
    }
    const head = text.endsWith(']') ? header(text) : null
    if (text === DELIMITER || RAN.test(text) || SUMMARY.test(text) || over.test(text)) {
      close(n - 1)
      headed = null
    } else if (text.startsWith(more)) {
      close(n - 1)
      elsewhere = true
    } else if (head) {
      close(n - 1)
      headed = head.outcome === 'failed' ? {node: head.node, text} : null
      if (headed) begin(n, head.node, text)
    } else if (BODY.test(text)) {
      // The header's own section goes on in its body.
      if (open && (open.at || !headed)) close(n - 1)
      if (!open) begin(n, null, text)
      else if (/PANICKED|TIMEDOUT/.test(text)) open.tail = true
    } else if (INLINE.test(text) || ENTRY.test(text)) told(n, text)
    else if (open) inside(open, n, text)
    if (!text.trim() || open) paragraph = n + 1
  }
  const inside = (section: Section, n: number, text: string) => {
    if (section.at) {
      if (text.trim() && depthOf(text) < section.at.depth) close(n - 1)
    } else if (headed && section.node === null) section.node = nodeName.exec(text)?.[1] ?? null
    else if (/^\s*Test Panicked$/.test(text)) section.tail = true
  }

  let last = 0
  for (const block of blocks) {
    const rows = new TextDecoder().decode(block.bytes).split('\n')
    if (rows.at(-1) === '') rows.pop()
    rows.forEach((raw, row) => {
      last = block.firstLine + row
      line(last, clean(decodeActionsLine(raw).text))
    })
  }
  close(last)
  return spans.length ? {spans, elsewhere} : null
}

const depthOf = (text: string) => text.length - text.trimStart().length
const mayCleanUp = (bytes: Buffer) =>
  ['AfterEach]', 'AfterAll]', 'AfterSuite]', '[DeferCleanup'].some(node => bytes.includes(node))
