import type {PrintedLog} from '../model.ts'
import {logHeading} from './printed-logs.ts'

/** What `kubectl get` or `describe`, or `ps` of docker or podman, printed. */
export interface PrintedState {
  type: 'table' | 'description'
  /** 1-based, of its first line. */
  line: number
  /** When the runner got it, RFC 3339. */
  time: string | null
  text: string
}

/** What a job prints of the state of its cluster. */
export interface Printed {
  states: PrintedState[]
  logs: PrintedLog[]
}

/** Characters. The newest are kept: what was printed last is how it was in the end. */
const mostText = 8 << 20
const mostLine = 16_384
const mostLogs = 2000

const header =
  /^(?:NAMESPACE {2,}NAME {2,}\S|NAME {2,}[A-Z]|(?:NAMESPACE {2,})?LAST SEEN {2,}TYPE |CONTAINER ID {2,}IMAGE )/
const name = /^Name: {2,}\S/
/** Cells that stand two blanks apart; no tool's own line, and no JSON. */
const row = /^[\w<][^\s{]*(?: \S+)* {2,}\S/
const described = /^(?:\s|$|[A-Z][\w .()/-]*:(?:\s|$))/

/** How headers, descriptions and headings begin. */
const first = new Set([...'NLC#+$=->*'].map(c => c.charCodeAt(0)))

/** Looks in a job log, line by line, for what `kubectl` printed of the cluster. */
export function printedReader(): {
  /** Whether each line is wanted now. */
  busy(): boolean
  /** Whether what is printed now is a log. */
  isLog(): boolean
  line(line: number, text: string, time: () => string | null): void
  result(lines: number): Printed
} {
  const states: (PrintedState & {size: number})[] = []
  const logs: PrintedLog[] = []
  let size = 0
  let open: {state: PrintedState; lines: string[]} | null = null
  let log: PrintedLog | null = null

  function close(): void {
    if (!open) return
    const text = open.lines.join('\n')
    if (open.lines.length > 1) {
      states.push({...open.state, text, size: text.length})
      size += text.length
      while (size > mostText) size -= states.shift()!.size
    }
    open = null
  }
  function goesOn(text: string): boolean {
    if (!open) return false
    return open.state.type === 'table' ? row.test(text) && !header.test(text) : described.test(text)
  }

  return {
    busy: () => open !== null,
    isLog: () => log !== null,
    line(line, text, time) {
      if (open && goesOn(text)) {
        open.lines.push(text.slice(0, mostLine))
        return
      }
      close()
      if (!first.has(text.charCodeAt(0))) return
      const type = header.test(text) ? 'table' : name.test(text) ? 'description' : null
      if (type) {
        open = {state: {type, line, time: time(), text: ''}, lines: [text]}
        return
      }
      const heading = logHeading(text)
      if (!heading) return
      if (log) log.to = line - 1
      log = null
      if (heading.object && logs.length < mostLogs)
        logs.push((log = {from: line + 1, to: line, object: heading.object, previous: heading.previous}))
    },
    result(lines) {
      close()
      if (log) log.to = lines
      return {states: states.map(({size: _, ...state}) => state), logs}
    },
  }
}
