import {clip, type Found, MAX_FAILURES, MAX_MESSAGE} from './located.ts'

const COMPILE = /^Failed to compile (.+):$/
const PANIC = /^[•SP↺]*((?:panic|fatal error): .*)$/
const FRAME = /^\s+(\S+\.go:\d+)(?: \+0x[\da-f]+)?$/
const LIBRARY = /\/src\/(?:runtime|testing|internal|time)\//

/** Finds what ends a Ginkgo run without a report: suites that do not compile, panics of the process, bad usage. */
export function crashReader() {
  const failures: Found[] = []
  let open: Found | null = null
  let kind: 'compile' | 'usage' | 'panic' | null = null

  function begin(n: number, name: string, message: string, what: typeof kind): void {
    open = {name: clip(name, 500), location: '', message, from: n, to: n}
    kind = what
    if (what !== 'panic' && failures.length < MAX_FAILURES) failures.push(open)
  }

  function extend(n: number, text: string): Found | null {
    if (!open || n - open.from > 60) return stop()
    const t = text.trim()
    if (kind === 'panic') {
      const frame = FRAME.exec(text)?.[1]
      if (frame && !LIBRARY.test(frame) && open.location === '') open.location = frame
      open.to = n
      if (/^(?:FAIL|Ginkgo ran|\[\d+\] )/.test(text)) return stop()
      return /^goroutine \d+ .*\[/.test(text) ? open : null
    }
    if (t === 'FAIL' || /^(?:Ginkgo ran|Running Suite|\[\d+\] |Failed to compile)/.test(text)) return stop()
    if (t === '') return null
    const place = /^\s*(\S+\.go:\d+)(?::\d+)?: /.exec(text)?.[1]
    if (place && open.location === '') open.location = place
    if (open.message.length < MAX_MESSAGE && !/^(?:# |FAIL\t)/.test(t))
      open.message += `${open.message ? '\n' : ''}${t}`
    open.to = n
    return kind === 'usage' ? stop() : null
  }

  function stop(): null {
    open = null
    kind = null
    return null
  }

  return {
    /** Whether the next line matters whatever it begins with. */
    busy: () => open !== null,
    /** Answers with a crash once its stack trace shows that it is one; its place may be filled in later. */
    line(n: number, text: string): Found | null {
      const c = text.charCodeAt(0)
      const compile = c === 70 ? COMPILE.exec(text)?.[1] : undefined
      if (compile !== undefined) begin(n, compile, '', 'compile')
      else if (text === 'ginkgo run failed') begin(n, 'ginkgo run', '', 'usage')
      else if (text === 'Found no test suites') begin(n, 'ginkgo run', text, 'usage')
      else {
        const panic = c === 112 || c === 102 || c === 0x2022 ? PANIC.exec(text)?.[1] : undefined
        if (panic === undefined || kind === 'panic') return extend(n, text)
        begin(n, 'panic', clip(panic, MAX_MESSAGE), 'panic')
      }
      return null
    },
    /** Suites that do not compile, and runs that could not start. */
    failures: () => failures,
  }
}
