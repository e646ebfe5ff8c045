import {AT, AT_COMMAND, AT_MARK, BODY, INLINE, LOCATION} from './ginkgo-lines.ts'
import {dedent, MAX_MESSAGE} from './located.ts'

/** The text of one failure: from `[FAILED] …` to `In [It] at: …`, and what a panic or time-out adds below. */
export interface Body {
  readonly state: string
  readonly from: number
  to: number
  readonly lines: string[]
  /** `file:line`, empty where it was not printed. */
  at: string
  /** The node that failed, null where it was not printed. */
  node: string | null
  /** Whether its own end was seen: an excerpt may lack it. */
  closed: boolean
  readonly after: string[]
  tail: 'value' | 'stack' | 'progress' | 'reports' | null
  size: number
}

/** Begins a body where `text` does. */
export function openBody(line: number, text: string): Body | null {
  const m = BODY.exec(text)
  // A quote may be shortened to `[FAILED] in [BeforeSuite]`, with the message below it.
  const short = m ? null : INLINE.exec(text)
  if (!m && (!short || short[2] !== undefined)) return null
  const indent = ' '.repeat(text.length - text.trimStart().length)
  const first = m ? indent + (m[2] ?? '') : ''
  return {
    state: m?.[1] ?? 'FAILED',
    node: short?.[1] ?? null,
    from: line,
    to: line,
    lines: [first],
    at: '',
    closed: false,
    after: [],
    tail: null,
    size: first.length,
  }
}

/** Takes the next line of a body that is not closed yet. */
export function extendBody(body: Body, line: number, text: string): void {
  const at = AT.exec(text)
  const command = at ? null : AT_COMMAND.exec(text)
  if (at || command || AT_MARK.test(text)) {
    body.at = at?.[2] ?? (command ? `${command[1]}:${command[2]}` : '')
    body.node = at?.[1] ?? body.node
    body.closed = true
    body.to = line
    body.tail = body.state === 'PANICKED' ? 'value' : body.state === 'TIMEDOUT' ? 'progress' : null
    return
  }
  if (body.size < MAX_MESSAGE && body.lines.length < 100) {
    body.lines.push(text)
    body.size += text.length + 1
    if (text.trim() !== '') body.to = line
  }
}

/** Takes a line below a closed body: the value and stack of a panic, the step that a time-out hit. */
export function afterBody(body: Body, line: number, text: string): void {
  const t = text.trim()
  if (body.tail === null || line - body.from > 400) {
    body.tail = null
  } else if (body.tail === 'value') {
    if (t === 'Full Stack Trace') body.tail = 'stack'
    else if (t !== '' && body.after.length < 10) body.after.push(t)
  } else if (body.tail === 'stack') {
    // A nil pointer is raised in the runtime: the first frame of the stack trace is the place in the test.
    const frame = /^(\S+\.go:\d+)(?: \+0x[\da-f]+)?$/.exec(t)?.[1]
    if (frame) {
      if (/\/src\/runtime\/[\w]+\.go:\d+$/.test(body.at)) body.at = frame
      body.tail = null
      body.to = line
    }
  } else if (t.startsWith('At [By Step] ') && body.after.length === 0) {
    body.after.push(t)
  } else if (t === 'Begin Additional Progress Reports >>') {
    body.tail = 'reports'
  } else if (body.tail === 'reports') {
    if (t.startsWith('<< End Additional')) body.tail = null
    else if (t !== '' && body.after.length < 30) body.after.push(t)
  }
}

/** The message of a spec: its first body, and what was recorded after a time-out. */
export function bodyMessage(bodies: readonly Body[]): string {
  const first = bodies.find(b => b.state !== 'SKIPPED') ?? bodies[0]
  if (!first) return ''
  const more = bodies.filter(b => b !== first && /^\s*A \w+ timeout occurred and then/.test(b.lines[0] ?? ''))
  return [first, ...more].flatMap(b => [text(b), ...b.after]).join('\n')
}

/** The place that a quote puts where the message was: `[FAILED] a_test.go:12`. */
export function bodyPlace(body: Body): string {
  return body.at || (body.lines.length === 1 ? (LOCATION.exec(body.lines[0] ?? '')?.[1] ?? '') : '')
}

function text(body: Body): string {
  // Without its end the message may run into what follows it: the first blank line is taken for the end.
  if (bodyPlace(body) !== body.at) return ''
  const blank = body.closed ? -1 : body.lines.findIndex(l => l.trim() === '')
  return dedent(blank > 0 ? body.lines.slice(0, blank) : body.lines)
}
