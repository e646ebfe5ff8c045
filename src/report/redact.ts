import type {Report} from '../model.ts'
import {redactAssignments} from './assignments.ts'

/** What is shown in place of a secret. */
export const MASK = '***'

type Rule = readonly [RegExp, string | ((match: string, ...groups: string[]) => string)]

// Every rule starts with a literal and has bounded or single-class repetition: linear on hostile text.
const SHAPES: readonly Rule[] = [
  // JSON web tokens, whole or cut after the header.
  [/(?<![\w-])eyJ[\w-]{12,8192}(?:\.[\w-]{0,8192}){0,4}/g, MASK],
  [/gh[pousr]_[\w.-]{20,1024}|github_pat_\w{20,255}|\bglpat-[\w-]{20,64}/g, MASK],
  [/\b(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}\b/g, MASK],
  [/\bxox[a-z]-[\w-]{10,255}|\bxapp-[\w-]{10,255}/g, MASK],
  [/\b(https:\/\/hooks\.slack\.com\/(?:services|workflows|triggers)\/)[\w/]{8,255}/g, `$1${MASK}`],
  [/\bnpm_[A-Za-z0-9]{30,64}|\bpypi-[\w-]{32,512}|\bdckr_pat_[\w-]{20,64}/g, MASK],
  [/\bAIza[\w-]{30,64}|\bya29\.[\w-]{16,2048}|\bGOCSPX-[\w-]{16,64}/g, MASK],
  [
    /\bsk-[\w-]{20,255}|\b[rs]k_(?:live|test)_\w{16,255}|\bhf_[A-Za-z0-9]{30,64}|\bhv[sb]\.[\w-]{20,512}/g,
    MASK,
  ],
  [/\bsha256~[\w-]{20,64}/g, MASK],
  // A client secret of Microsoft Entra.
  [/(?<![\w~.-])[\w~.-]{3}\dQ~[\w~.-]{31,34}/g, MASK],
  // Signed links.
  [
    /([?&](?:sig|X-Amz-Signature|X-Amz-Credential|X-Goog-Signature|se_sig)=)[^\s&"'<>*]{6,1024}/gi,
    `$1${MASK}`,
  ],
  // A bootstrap token of kubeadm.
  [/(--token[ =])[a-z0-9]{6}\.[a-z0-9]{16}\b/g, `$1${MASK}`],
  [/:\/\/([^\s/"'<>`]{1,512})@(?!sha\d{3}:)/g, userinfo],
  // Go's MySQL form: user:password@tcp(host:port)/name.
  [/(?<![^\s"'=])([\w.-]{1,64}):[^\s@]{1,128}@(tcp|unix)\(/g, `$1:${MASK}@$2(`],
  [
    /\b(authorization["']?\s{0,2}[:=]\s{0,2}\[?\\?["']?)([a-z0-9-]{2,20} )?([^\s"'\\\],]{6,4096})/gi,
    authorization,
  ],
  [/\b(bearer|basic)([ :]\s?)([A-Za-z0-9._~+/=-]{8,8192})/gi, scheme],
  // Base64 alone on its line is the body of a key, or a blob that nobody reads.
  [/^[ \t]*(?![0-9a-f]{56,128}[ \t]*$)[A-Za-z0-9+/]{56,128}={0,2}[ \t]*$/gm, blob],
]

/**
 * The one redactor, in front of every sink: replaces what looks like a secret by `***`. Takes further
 * expressions from the configuration, already checked to be linear. Applying it twice changes nothing.
 */
export function redactor(extra: readonly RegExp[]): (text: string) => string {
  const own = extra.map(regex => new RegExp(regex.source, `${regex.flags.replace('g', '')}g`))
  return text => {
    // A mask may set free what stood next to it (`xeyJ...`), so until nothing changes.
    for (let round = 0, before = ''; before !== text && round < 8; round++) {
      before = text
      text = once(text, own)
    }
    return text
  }
}

function once(text: string, own: readonly RegExp[]): string {
  let result = redactKeys(text)
  for (const [shape, to] of SHAPES) {
    result = typeof to === 'string' ? result.replace(shape, to) : result.replace(shape, to)
  }
  result = redactAssignments(result, MASK)
  // Between the masks only: an expression that matches asterisks must not grow them.
  for (const expression of own) {
    result = result
      .split(MASK)
      .map(part => part.replace(expression, found => (found === '' ? '' : MASK)))
      .join(MASK)
  }
  return result
}

/** The report with every string in it redacted; keys stay. */
export function redactReport(report: Report, redact: (text: string) => string): Report {
  return walk(report, redact) as Report
}

function walk(value: unknown, redact: (text: string) => string): unknown {
  if (typeof value === 'string') return redact(value)
  if (Array.isArray(value)) return value.map(item => walk(item, redact))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, walk(item, redact)]))
}

/** PEM blocks, also those whose end was cut off: then nothing after the beginning is shown. */
function redactKeys(text: string): string {
  const parts: string[] = []
  let from = 0
  for (;;) {
    const begin = text.indexOf('-----BEGIN ', from)
    if (begin === -1) return from === 0 ? text : parts.join('') + text.slice(from)
    parts.push(text.slice(from, begin), MASK)
    const end = text.indexOf('-----END ', begin)
    const close = end === -1 ? -1 : text.indexOf('-----', end + 9)
    if (close === -1) return parts.join('')
    from = close + 5
  }
}

/** A path may be of the same letters: its slashes are many, and few paths have capitals. */
function blob(match: string): string {
  const slashes = match.split('/').length - 1
  return slashes > 4 || !/[A-Z]/.test(match) || !/[a-z]/.test(match) || !/\d/.test(match) ? match : MASK
}

function userinfo(match: string, info: string): string {
  return info === MASK || /^[a-z][a-z0-9_-]{0,15}$/.test(info) ? match : `://${MASK}@`
}

function authorization(match: string, head: string, kind: string | undefined, value: string): string {
  if (kind) return `${head}${kind}${MASK}`
  return looksRandom(value) ? `${head}${MASK}` : match
}

function scheme(match: string, kind: string, gap: string, value: string): string {
  return looksRandom(value) ? `${kind}${gap}${MASK}` : match
}

/** Prose after `Bearer` (`Bearer token is missing`, `Bearer realm=`) is evidence; anything with a digit is not prose. */
function looksRandom(value: string): boolean {
  if (/^[\w-]{1,32}=$/.test(value)) return false
  return value.length > 32 || /\d/.test(value) || /[a-z][A-Z]|[=+/~]/.test(value)
}
