import {json, level, logfmt} from './logfields.ts'
import {instant} from './values.ts'

/** A line of a component's log: what it says, without how it is wrapped. */
export interface DecodedLine {
  /** RFC 3339, UTC, of year 0 where the line has none; null where it has no time. */
  time: string | null
  /** `debug`, `info`, `warn`, `error`, `fatal`, or null. */
  level: string | null
  message: string
  /** A container runtime cut the line here: the next one goes on with it. */
  partial: boolean
}

const longest = 32_768

/**
 * Decodes a line as written by container runtimes, `kubectl logs --timestamps`, JSON loggers, klog, logfmt, journald,
 * PostgreSQL and Redis, also one inside the other. What fits nothing comes back as it is.
 */
export function decodeLogLine(text: string): DecodedLine {
  const line: DecodedLine = {time: null, level: null, message: text, partial: false}
  if (text.length > longest) return line
  // A runtime's time stamp around a journal's prefix around a JSON message: deeper was never seen.
  for (let depth = 0; depth < 4 && unwrap(line); depth++);
  return line
}

/** Takes off one layer; false when there is none that may hold another. */
function unwrap(line: DecodedLine): boolean {
  const text = line.message
  const c = text.charCodeAt(0)
  if (c === 0x7b) return json(line, text)
  if (c >= 0x30 && c <= 0x39) return stamped(line, text) || redis(line, text)
  if (c === 0x5b) return bracketed(line, text)
  if (c >= 0x41 && c <= 0x5a) return klog(line, text) || journal(line, text) || levelWord(line, text)
  if (c >= 0x61 && c <= 0x7a) return logfmt(line, text) || compose(line, text) || levelWord(line, text)
  return false
}

const iso =
  /^(\d{4})[-/](\d\d)[-/](\d\d)[T ](\d\d:\d\d:\d\d)(?:[.,](\d{1,9}))?(Z| UTC| ?[+-]\d\d:?\d\d)?(?:[ \t:]+|$)/

function stamped(line: DecodedLine, text: string): boolean {
  const m = iso.exec(text)
  if (!m) return false
  const zone = m[6] === undefined || m[6] === ' UTC' ? 'Z' : m[6].trim().replace(/(\d\d)(\d\d)$/, '$1:$2')
  const time = instant(`${m[1]}-${m[2]}-${m[3]}T${m[4]}${m[5] ? `.${m[5]}` : ''}${zone}`)
  // The inner time is the program's own, unless it has none.
  line.time = line.time !== null && !m[6] ? line.time : (time ?? line.time)
  let rest = text.slice(m[0].length)
  const cri = /^(?:stdout|stderr) ([FP])(?: |$)/.exec(rest)
  if (cri) {
    line.partial = cri[1] === 'P'
    rest = rest.slice(cri[0].length)
  }
  line.message = rest
  if (!cri) postgres(line, rest) || levelWord(line, rest)
  return rest !== ''
}

/** `ERROR  message`, `INFO\tlogger\tmessage`, `[WARN] message`. The word stays: patterns are written as logs look. */
function levelWord(line: DecodedLine, text: string): false {
  const m =
    /^\[?(TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|FATAL|PANIC|CRITICAL|info|debug|warn|error)\]?(?::? +|\t+)/.exec(
      text,
    )
  if (m) line.level ??= level(m[1])
  return false
}

function bracketed(line: DecodedLine, text: string): boolean {
  levelWord(line, text)
  const m = /^\[(\d{4}-\d\d-\d\d[T ][^\]]{8,30})\] */.exec(text)
  if (!m) return false
  line.time ??= instant(
    m[1]!
      .replace(' ', 'T')
      .replace(/(:\d\d)(?:[.,](\d+))?$/, '$1.$2Z')
      .replace('.Z', 'Z'),
  )
  line.message = text.slice(m[0].length)
  return true
}

/** `[123] ERROR:  message`, with whatever `log_line_prefix` puts before the level. */
function postgres(line: DecodedLine, text: string): boolean {
  const m =
    /^((?:\[\d+(?:-\d+)?\] )?(?:[\w.@[\]-]+ ){0,2})(LOG|ERROR|FATAL|PANIC|WARNING|NOTICE|DETAIL|HINT|STATEMENT): {1,2}/.exec(
      text,
    )
  if (!m) return false
  line.level ??= level(m[2])
  line.message = text.slice(m[1]!.length)
  return true
}

const klogLevels: Record<string, string> = {I: 'info', W: 'warn', E: 'error', F: 'fatal'}

/** Its time has no year, and is told as one of year 0 where there is no outer one. */
function klog(line: DecodedLine, text: string): boolean {
  const m = /^([IWEF])(\d\d)(\d\d) (\d\d:\d\d:\d\d\.\d{6})\s+\d+ [^\]\s]+\] /.exec(text)
  if (!m) return false
  line.level ??= klogLevels[m[1]!]!
  line.time ??= `0000-${m[2]}-${m[3]}T${m[4]}Z`
  line.message = text.slice(m[0].length)
  return false
}

function journal(line: DecodedLine, text: string): boolean {
  const m = /^[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d [\w.-]+ [^\s:[]+(?:\[\d+\])?: /.exec(text)
  if (!m) return false
  line.message = text.slice(m[0].length)
  return true
}

/** `service-1  | message`: what `docker compose logs` puts before every line. */
function compose(line: DecodedLine, text: string): boolean {
  const m = /^[a-z0-9][\w.-]{0,100} {1,40}\| /.exec(text)
  if (m) line.message = text.slice(m[0].length)
  return m !== null
}

const redisLevels: Record<string, string> = {'.': 'debug', '-': 'info', '*': 'info', '#': 'warn'}

function redis(line: DecodedLine, text: string): boolean {
  const m = /^\d+:[A-Z] (\d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d)(\.\d{3})? ([.*#-]) /.exec(text)
  if (!m) return false
  const time = Date.parse(`${m[1]} UTC`)
  if (!Number.isNaN(time)) line.time = new Date(time + Number(m[2] ?? 0) * 1000).toISOString()
  line.level ??= redisLevels[m[3]!]!
  line.message = text.slice(m[0].length)
  return false
}
