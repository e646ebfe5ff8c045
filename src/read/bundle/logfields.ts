import type {DecodedLine} from './logline.ts'
import {instant} from './values.ts'

const levels: Record<string, string> = {
  trace: 'debug',
  debug: 'debug',
  verbose: 'debug',
  d: 'debug',
  info: 'info',
  information: 'info',
  log: 'info',
  notice: 'info',
  i: 'info',
  hint: 'info',
  detail: 'info',
  statement: 'info',
  warn: 'warn',
  warning: 'warn',
  w: 'warn',
  error: 'error',
  err: 'error',
  e: 'error',
  severe: 'error',
  dpanic: 'error',
  fatal: 'fatal',
  panic: 'fatal',
  critical: 'fatal',
  crit: 'fatal',
  emerg: 'fatal',
  f: 'fatal',
}

/** A level by any of its names or numbers. */
export function level(value: unknown): string | null {
  if (typeof value === 'string') return levels[value.toLowerCase()] ?? null
  // bunyan and pino count by tens; logr counts verbosity from 0, where errors say so.
  if (typeof value === 'number' && value >= 20)
    return value >= 60 ? 'fatal' : value >= 50 ? 'error' : value >= 40 ? 'warn' : 'info'
  return null
}

/** Decodes logfmt and logrus in place: only lines that begin with a known key, so that prose stays prose. */
export function logfmt(line: DecodedLine, text: string): boolean {
  if (!/^(?:time|ts|t|level|lvl|msg|caller|logger|source)=/.test(text)) return false
  const pairs: Record<string, unknown> = {}
  for (const m of text.matchAll(/([\w.@-]{1,64})=(?:"((?:[^"\\]|\\.){0,8192})"|(\S*))/g))
    pairs[m[1]!] ??= m[3] ?? m[2]!.replace(/\\(["\\])/g, '$1').replace(/\\[nt]/g, ' ')
  return filled(line, pairs)
}

/** Decodes a JSON line in place: zap, logr, slog, logrus, PostgreSQL. */
export function json(line: DecodedLine, text: string): boolean {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && filled(line, value as Record<string, unknown>)
  } catch {
    return false
  }
}

const said = [
  'error',
  'err',
  'error_message',
  'errorMessage',
  'exception',
  'panic',
  'reason',
  'detail',
  'cause',
  'hint',
  'output',
  'stderr',
  'body',
  'response',
] as const

/** Takes message, time and level out of a structured line; what else tells of an error goes behind the message. */
function filled(line: DecodedLine, pairs: Record<string, unknown>): boolean {
  const message = pairs['msg'] ?? pairs['message'] ?? pairs['M'] ?? pairs['log'] ?? pairs['event']
  const parts = typeof message === 'string' && message !== '' ? [message.trimEnd()] : []
  for (const key of said) {
    const value = pairs[key]
    const nested = typeof value === 'object' && value !== null ? (value as {message?: unknown}).message : null
    const shown = typeof value === 'string' ? value : typeof nested === 'string' ? nested : null
    if (shown && !parts.some(p => p.includes(shown))) parts.push(`${key}: ${shown}`)
  }
  if (parts.length === 0) return false
  line.message = parts.join(' ')
  line.level ??= level(
    pairs['level'] ?? pairs['lvl'] ?? pairs['severity'] ?? pairs['error_severity'] ?? pairs['L'],
  )
  line.time =
    when(pairs['ts'] ?? pairs['time'] ?? pairs['timestamp'] ?? pairs['@timestamp'] ?? pairs['t']) ?? line.time
  return false
}

/** Seconds, milliseconds or nanoseconds since 1970, or a written time. */
function when(value: unknown): string | null {
  if (typeof value === 'string' && !/^\d+(?:\.\d+)?$/.test(value)) {
    const zoned = value.replace(/^(\S+) (\S+) (?:UTC|GMT)$/, '$1T$2Z').replace(/([+-]\d\d)(\d\d)$/, '$1:$2')
    return instant(zoned)
  }
  let n = Number(value ?? Number.NaN)
  if (!(n > 1e8)) return null
  while (n > 1e14) n /= 1000
  return new Date(n > 1e11 ? n : n * 1000).toISOString()
}
