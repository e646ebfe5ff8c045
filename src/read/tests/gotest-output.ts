import {dedent, MAX_MESSAGE} from './located.ts'

const MESSAGE = /^(\s*)(\S+\.go:\d+)(?::\d+)?: ?(.*)$/
const PANIC = /^(?:panic|fatal error): (.*)$/
const FRAME = /^\s+(\S+\.go:\d+)(?: \+0x[\da-f]+)?$/
const LIBRARY = /\/src\/(?:runtime|testing|internal|time|sync)\/|^_testmain\.go/
const KEEP = 80

/** The output of one test or package: bounded, the end is kept. */
export interface Output {
  from: number
  to: number
  /** Earlier parts, where others have spoken between them and the one from `from` to `to`. */
  parts: {from: number; to: number}[]
  lines: string[]
  panic: string
  /** Place of the panic, or of the last message. */
  location: string
  race: boolean
}

/** Output of which nothing was printed yet. */
export function newOutput(from: number): Output {
  return {from, to: from, parts: [], lines: [], panic: '', location: '', race: false}
}

/** Takes a line of output. */
export function addOutput(o: Output, line: number, text: string): void {
  o.to = line
  if (text.startsWith('coverage: ')) return
  const c = text.charCodeAt(0)
  const panic = c === 112 || c === 102 ? PANIC.exec(text)?.[0] : undefined
  if (panic !== undefined && o.panic === '')
    [o.panic, o.location] = [panic.replace(/ \[recovered\]$/, ''), '']
  else if (o.panic !== '') {
    const frame = FRAME.exec(text)?.[1]
    if (frame && o.location === '' && !LIBRARY.test(frame)) o.location = frame
    if (!/^\s*goroutine \d/.test(text)) return
  } else {
    if (text.startsWith('WARNING: DATA RACE')) o.race = true
    o.lines.push(text.length > 1000 ? text.slice(0, 1000) : text)
    if (o.lines.length > KEEP * 2) o.lines.splice(0, KEEP)
  }
}

/** What a failed test said: its panic, else its `file.go:12:` messages, else the end of its output. */
export function outputMessage(o: Output): {message: string; location: string} {
  if (o.panic !== '') return {message: o.panic, location: o.location}
  const messages: {location: string; lines: string[]}[] = []
  let open: (typeof messages)[number] | null = null
  let indent = 0
  for (const text of o.lines) {
    const m = MESSAGE.exec(text)
    if (m && (open === null || (m[1] ?? '').length <= indent)) {
      indent = (m[1] ?? '').length
      open = {location: m[2] ?? '', lines: [m[3] ?? '']}
      messages.push(open)
    } else if (open && text.trim() !== '' && text.length - text.trimStart().length > indent)
      open.lines.push(text)
    else if (text.trim() !== '') open = null
  }
  const place = messages.findLast(m => !m.location.startsWith('testing.go:')) ?? messages.at(-1)
  const location = place?.location ?? ''
  const texts = messages.map(m =>
    [(m.lines[0] ?? '').trim(), dedent(m.lines.slice(1))].filter(l => l !== '').join('\n'),
  )
  const race = o.race ? ['WARNING: DATA RACE'] : []
  if (texts.length === 0) return {message: tail([...race, ...o.lines.slice(-20)]), location}
  return {message: tail([...race, ...texts]), location}
}

/** The last whole pieces that fit. */
function tail(pieces: readonly string[]): string {
  let size = 0
  const kept: string[] = []
  for (let i = pieces.length - 1; i >= 0; i--) {
    const piece = pieces[i] ?? ''
    size += piece.length + 1
    if (kept.length > 0 && size > MAX_MESSAGE) break
    kept.unshift(piece)
  }
  return kept.join('\n').trim()
}

/** Whether a test printed a failure of its own. */
export function said(o: Output): boolean {
  return o.panic !== '' || o.race || o.lines.some(l => MESSAGE.test(l))
}
