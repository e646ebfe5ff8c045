/** Words that, at the end of a key, say that the value is a secret. */
const KEY =
  'passw(?:or)?d|passwd|passphrase|secret|token|api[_-]?key|access[_-]?key|account[_-]?key|shared[_-]?access[_-]?key|' +
  'private[_-]?key|secret[_-]?key(?:[_-]?base)?|encryption[_-]?key|signing[_-]?key|credentials?|' +
  'client-key-data|client-certificate-data|_auth|auth|\\.dockerconfigjson|\\.dockercfg'

const QUOTED = /\\+"[^"\\]{0,4096}\\+"|"(?:[^"\\\n]|\\.){0,4096}"|'[^'\n]{0,4096}'/.source
const BARE = /[^\s"'`,;&)}\]<>\\][^\s"'`,;&)}\]<>\\]{0,4095}/.source

// key, closing quote or bracket of the key, separator, value
const ASSIGNMENT = new RegExp(
  `(${KEY})(\\d{0,3})(\\\\{0,3}["']?)([ \\t]{0,4}(?:=|:=|=>|:)[ \\t]{0,4})(${QUOTED}|${BARE})`,
  'gi',
)
const FLAG =
  /(--?[a-z-]{0,40}(?:password|passwd|secret|token|api-?key|credentials)[ \t]{1,4})([^\s"'-][^\s"']{3,1024})/gi

/** A block of a Secret: `data:` and indented lines of `key: base64`, or the same as JSON. */
const DATA_BLOCK = /^([ \t]{0,64})data:[ \t]*\n(?:\1[ \t]{1,16}[^\n]{1,8192}(?:\n|$)){1,200}/gm
const DATA_LINE = /^([ \t]+[\w.-]{1,253}:[ \t]{1,4}["']?)[A-Za-z0-9+/]{8,8192}={0,2}(?=["']?[ \t]*$)/gm
const DATA_JSON = /("data"[ \t]{0,4}:[ \t]{0,4}\{)([^{}]{0,8192})/g
const DATA_FIELD = /(:[ \t]{0,4}")[A-Za-z0-9+/]{8,8192}={0,2}(?=")/g

/** Values that are states or places of a secret, not the secret. */
const HARMLESS =
  /^(?:true|false|null|nil|none|empty|missing|invalid|expired|required|unset|undefined|unknown|yes|no|not|is|was|<.*|\$.*|%[svqdw+].*|\{\{?.*|\[.*|\*+|\.{3}|…|xxx+|redacted|\/.*)$/i

/** Replaces the values of password-like keys in environment, JSON, YAML and connection strings by `mask`. */
export function redactAssignments(text: string, mask: string): string {
  return text
    .replace(DATA_BLOCK, block => block.replace(DATA_LINE, `$1${mask}`))
    .replace(DATA_JSON, (_, head: string, fields: string) => head + fields.replace(DATA_FIELD, `$1${mask}`))
    .replace(FLAG, (match, flag: string, value: string) =>
      HARMLESS.test(value) || isWord(value) ? match : flag + mask,
    )
    .replace(ASSIGNMENT, (match, ...found: unknown[]) => {
      const [key, digits, close, separator, value, at, whole] = found as [...Parts, number, string]
      const quote = /^\\*["']/.exec(value)?.[0] ?? ''
      const inner = value.slice(quote.length, value.length - quote.length)
      if (inner === '' || HARMLESS.test(inner)) return match
      const before = whole.slice(Math.max(0, at - 80), at)
      const after = whole.slice(at + match.length, at + match.length + 80)
      return isEvidence({key, close, separator, inner, before, after})
        ? match
        : `${key}${digits}${close}${separator}${quote}${mask}${quote}`
    })
}

type Parts = [key: string, digits: string, close: string, separator: string, value: string]

/**
 * `secret "s" not found`, `invalid token: signature expired`, `secret="shop/tls"`: such words say what went
 * wrong and must stay readable. A colon makes an assignment only in the place where YAML or JSON has one.
 */
function isEvidence(found: {
  key: string
  close: string
  separator: string
  inner: string
  before: string
  after: string
}): boolean {
  const {inner} = found
  const key = found.key.toLowerCase()
  if (/^_?auth$/.test(key)) return !/^[A-Za-z0-9+/]{12,}={0,2}$/.test(inner)
  // The name of a Secret as Kubernetes logs it, never its content.
  if (key === 'secret' && !/\w$/.test(found.before) && /^[a-z0-9-]+\/[a-z0-9.-]+$/.test(inner)) return true
  if (found.separator.includes('=') || /["'\]]/.test(found.close)) return false
  if (!/^[ \t]*(?:$|[\n\r,;})\]"'\\])/.test(found.after)) return !isRandom(inner)
  const place = found.before.replace(/[\w.-]{1,80}$/, '')
  const own = /(?:^|[\n{,])[ \t>|-]*["']?$/.test(place)
  return !own && (isWord(inner) || /:$/.test(inner))
}

function isWord(value: string): boolean {
  return /^[A-Za-z]?[a-z]+$|^[A-Z]+$/.test(value)
}

function isRandom(value: string): boolean {
  return /^[\w+/=!#$%^*~.-]{8,}$/.test(value) && /\d/.test(value) && /[A-Za-z]/.test(value)
}
