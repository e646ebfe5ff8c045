import {dedent, type Found, MAX_MESSAGE} from './located.ts'
import type {Session} from './pytest-session.ts'

const CONFTEST = /^ImportError while loading conftest '(.+)'/
const USAGE = /^(?:__main__\.py|pytest|py\.test): error: (.*)$/
const MISSING = /^ERROR: ((?:file or directory )?not found: .*)$/
const KILLED =
  /^(?:\++ (Timeout) \++|(Fatal Python error: .*)|INTERNALERROR> (\w[\w.]*(?:Error|Exception): .*))$/

/** Finds why pytest could not start (bad conftest, bad usage), or what killed it. */
export function brokenReader() {
  const early: Found[] = []
  let conftest: Found | null = null
  let errors: string[] = []
  let killed: Found | null = null

  function put(name: string, message: string, line: number): Found {
    const found = {name, location: '', message, from: line, to: line}
    if (early.length < 20) early.push(found)
    return found
  }

  function onConftest(n: number, text: string): void {
    if (!conftest) return
    const place = /^(\S+\.py):(\d+): in /.exec(text)
    if (place) conftest.location = `${place[1]}:${place[2]}`
    else if (text.startsWith('E ')) errors.push(text.slice(4))
    else if (errors.length > 0 || n - conftest.from > 100) {
      conftest = null
      return
    }
    conftest.to = n
    conftest.message = dedent(errors).slice(0, MAX_MESSAGE)
  }

  return {
    /** Whether the next line matters whatever it begins with. */
    busy: () => conftest !== null,
    line(n: number, text: string): void {
      if (conftest) return void onConftest(n, text)
      const c = text.charCodeAt(0)
      if (c === 73) {
        const path = CONFTEST.exec(text)?.[1]
        if (path !== undefined) {
          conftest = put(path, '', n)
          errors = []
          return
        }
      }
      const message = c === 69 ? MISSING.exec(text)?.[1] : USAGE.exec(text)?.[1]
      if (message !== undefined) put('pytest', message, n)
      const dead = c === 43 || c === 70 || c === 73 ? KILLED.exec(text) : null
      if (dead) {
        const why = dead[1] ? 'Timeout (pytest-timeout ended the process)' : (dead[2] ?? dead[3] ?? '')
        killed ??= {name: 'pytest', location: '', message: why, from: n, to: n}
      }
    },
    /** Hands over what was found; `last` names the test or file that ran last. */
    end(session: (line: number) => Session, last: string): void {
      const from = early[0]?.from ?? killed?.from
      if (from === undefined) return
      const s = session(from)
      s.broken.push(...early.splice(0))
      // A crash that pytest survived (an xdist worker) is told in its own failures.
      if (killed && s.counts === null && (s.started || killed.message.startsWith('Timeout')))
        s.broken.push({...killed, name: last || killed.name})
      killed = null
    },
  }
}
