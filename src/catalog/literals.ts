import type {Need} from '../model.ts'
import {
  alternatives,
  anyCharacter,
  exactly,
  nothing,
  oneOf,
  repeated,
  requirements,
  sequence,
  shortest,
  type Texts,
} from './texts.ts'

/**
 * The literals that any match of an expression must contain: each inner list is one requirement, met by any of its strings.
 * Best requirement (longest shortest string) first; empty where nothing is certain.
 *
 * `raw`: what stands so in the bytes of a log, too. Then quotes, backslashes, what JSON writers escape, and everything beyond
 * ASCII are no part of a literal.
 */
export function requiredLiterals(source: string): string[][] {
  return requirements(parse(source, /["\\<>&]|[^\x20-\x7e]/))
    .map(need => [...need.any])
    .filter(set => set.every(s => s.length >= 3))
    .sort((a, b) => shortest(b) - shortest(a))
}

/**
 * What the text of any match must contain: all of these needs. The one that lines were most likely found by comes last, and what
 * nearly every line has is left out.
 */
export function requiredText(source: string): Need[] {
  const [first, ...rest] = requirements(parse(source, /[^\x20-\u{10ffff}]/u))
    .filter(need => shortest(need.any) > 1)
    .toSorted((a, b) => shortest(b.any) - shortest(a.any))
  return first ? [...rest, first] : []
}

function parse(source: string, fragile: RegExp): Texts {
  return alternation({source, at: 0, fragile})
}

interface Parser {
  source: string
  at: number
  /** Characters that are no part of a literal. */
  fragile: RegExp
}

function alternation(p: Parser): Texts {
  const branches = [concatenation(p)]
  while (p.source[p.at] === '|') {
    p.at++
    branches.push(concatenation(p))
  }
  return alternatives(branches)
}

function concatenation(p: Parser): Texts {
  const parts = sequence()
  while (p.at < p.source.length && p.source[p.at] !== '|' && p.source[p.at] !== ')') parts.add(quantified(p))
  return parts.end()
}

function quantified(p: Parser): Texts {
  const part = atom(p)
  const next = p.source[p.at]
  if (next !== '*' && next !== '+' && next !== '?' && next !== '{') return part
  const quantifier = /^(?:[*+?]|\{(\d+)(?:,(\d*))?\})\??/.exec(p.source.slice(p.at, p.at + 16))
  if (!quantifier) return part
  p.at += quantifier[0].length
  const kind = quantifier[0][0]
  const least = kind === '+' ? 1 : kind === '{' ? Number(quantifier[1]) : 0
  return repeated(part, least, kind === '?')
}

function atom(p: Parser): Texts {
  const c = p.source[p.at++]!
  if (c === '(') {
    const head = /^\?(?::|<[^>]*>)/.exec(p.source.slice(p.at, p.at + 80))
    if (head) p.at += head[0].length
    const inner = alternation(p)
    p.at++
    return inner
  }
  if (c === '[') return characterClass(p)
  if (c === '.') return anyCharacter
  if (c === '^' || c === '$') return nothing
  if (c === '\\') return escapeSequence(p)
  return literal(p, c)
}

const literal = (p: Parser, c: string): Texts => (p.fragile.test(c) ? anyCharacter : exactly([c]))

function escapeSequence(p: Parser): Texts {
  const c = p.source[p.at++]!
  if (c === 'b' || c === 'B') return nothing
  if (c === 'd') return oneOf(digits)
  if (/[DsSwWpP]/.test(c)) {
    if (c.toLowerCase() === 'p' && p.source[p.at] === '{') p.at = p.source.indexOf('}', p.at) + 1
    return anyCharacter
  }
  const code =
    c === 'x'
      ? /^[\da-f]{2}/i.exec(p.source.slice(p.at))
      : c === 'u'
        ? /^[\da-f]{4}/i.exec(p.source.slice(p.at))
        : null
  if (code) {
    p.at += code[0].length
    return literal(p, String.fromCharCode(Number.parseInt(code[0], 16)))
  }
  if (c === 'n' || c === 'r' || c === 't' || c === 'f' || c === 'v' || c === '0') return anyCharacter
  return literal(p, c)
}

function characterClass(p: Parser): Texts {
  const start = p.at
  if (p.source[p.at] === '^') p.at++
  while (p.at < p.source.length && p.source[p.at] !== ']') p.at += p.source[p.at] === '\\' ? 2 : 1
  const members = membersOf(p.source.slice(start, p.at++))
  return members && !members.some(c => p.fragile.test(c)) ? oneOf(members) : anyCharacter
}

/** The characters of a class, null where they are more than a few. */
function membersOf(body: string): string[] | null {
  const members = new Set<string>()
  if (body.startsWith('^')) return null
  for (let i = 0; i < body.length; i++) {
    let c = body[i]!
    if (c === '\\') {
      c = body[++i] ?? ''
      if (c === 'd') for (const digit of digits) members.add(digit)
      else if (/^\w?$/.test(c)) return null
      else members.add(c)
      // What follows may be a range that begins with what was escaped.
      if (body[i + 1] === '-' && i + 2 < body.length) return null
      continue
    }
    if (body[i + 1] !== '-' || i + 2 === body.length) {
      members.add(c)
      continue
    }
    const last = body.charCodeAt(i + 2)
    if (body[i + 2] === '\\' || last - c.charCodeAt(0) > widest) return null
    for (let code = c.charCodeAt(0); code <= last; code++) members.add(String.fromCharCode(code))
    i += 2
  }
  return [...members]
}

const digits = [...'0123456789']
/** A range of more characters than the alphabet has says too little. */
const widest = 25
