import type {Need} from '../model.ts'

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

function parse(source: string, fragile: RegExp): Node {
  return alternation({source, at: 0, fragile})
}

interface Parser {
  source: string
  at: number
  /** Characters that are no part of a literal. */
  fragile: RegExp
}

/** `exact`: the only strings that a node matches, null where there are too many; `required`: what any match contains. */
interface Node {
  exact: string[] | null
  required: Need[]
}

const mostStrings = 16
const mostChoices = 3
const shortest = (set: readonly string[]) => Math.min(...set.map(s => s.length))
const anything: Node = {exact: null, required: []}
const nothing: Node = {exact: [''], required: []}

function requirements(node: Node): Need[] {
  if (!node.exact) return node.required
  return node.exact.some(s => s === '') ? [] : [one(node.exact)]
}

/** Strings that contain another one of them say nothing more. */
function one(strings: readonly string[]): Need {
  const any = strings.filter((s, i) => !strings.some((t, j) => s.includes(t) && (s !== t || j < i)))
  return {any, branches: null}
}

function alternation(p: Parser): Node {
  const branches = [concatenation(p)]
  while (p.source[p.at] === '|') {
    p.at++
    branches.push(concatenation(p))
  }
  if (branches.length === 1) return branches[0]!
  if (branches.every(b => b.exact)) {
    const exact = branches.flatMap(b => b.exact!)
    if (exact.length <= mostStrings) return {exact, required: []}
  }
  const needs = branches.map(b => requirements(b).toSorted((x, y) => shortest(y.any) - shortest(x.any)))
  if (needs.some(list => !list.length)) return anything
  // The best of each branch; and other choices, for what is rare in some data may be common in others.
  const choices = Math.min(mostChoices, Math.max(...needs.map(list => list.length)))
  const required = Array.from({length: choices}, (_, i) =>
    one(needs.flatMap(list => (list[i] ?? list[0]!).any)),
  )
  return {exact: null, required: [{...required[0]!, branches: needs}, ...required.slice(1)]}
}

function concatenation(p: Parser): Node {
  let run: string[] = ['']
  /** Plain characters that every string of `run` goes on with: put there at once, not one by one. */
  let tail = ''
  let broken = false
  const required: Need[] = []
  const settle = () => {
    if (tail) run = run.map(head => head + tail)
    tail = ''
  }
  const flush = () => {
    settle()
    if (!run.includes('')) required.push(one(run))
    run = ['']
  }
  while (p.at < p.source.length && p.source[p.at] !== '|' && p.source[p.at] !== ')') {
    const node = quantified(p)
    if (node.exact?.length === 1 && run.length <= mostStrings) {
      tail += node.exact[0]
      continue
    }
    if (node.exact && node.exact.length * run.length <= mostStrings) {
      settle()
      run = run.flatMap(head => node.exact!.map(tail => head + tail))
      continue
    }
    flush()
    broken = true
    if (node.exact && node.exact.length <= mostStrings) run = node.exact
    else required.push(...node.required)
  }
  if (!broken) {
    settle()
    return {exact: run, required: []}
  }
  flush()
  return {exact: null, required}
}

function quantified(p: Parser): Node {
  const node = atom(p)
  const next = p.source[p.at]
  if (next !== '*' && next !== '+' && next !== '?' && next !== '{') return node
  const quantifier = /^(?:[*+?]|\{(\d+)(?:,(\d*))?\})\??/.exec(p.source.slice(p.at, p.at + 16))
  if (!quantifier) return node
  p.at += quantifier[0].length
  const kind = quantifier[0][0]
  const least = kind === '+' ? 1 : kind === '{' ? Number(quantifier[1]) : 0
  if (least === 0) return kind === '?' && node.exact ? {exact: [...node.exact, ''], required: []} : anything
  return {exact: null, required: requirements(node)}
}

function atom(p: Parser): Node {
  const c = p.source[p.at++]!
  if (c === '(') {
    const head = /^\?(?::|<[^>]*>)/.exec(p.source.slice(p.at, p.at + 80))
    if (head) p.at += head[0].length
    const inner = alternation(p)
    p.at++
    return inner
  }
  if (c === '[') return characterClass(p)
  if (c === '.') return anything
  if (c === '^' || c === '$') return nothing
  if (c === '\\') return escapeSequence(p)
  return literal(p, c)
}

const literal = (p: Parser, c: string): Node => (p.fragile.test(c) ? anything : {exact: [c], required: []})

function escapeSequence(p: Parser): Node {
  const c = p.source[p.at++]!
  if (c === 'b' || c === 'B') return nothing
  if (/[dDsSwWpP]/.test(c)) {
    if (c.toLowerCase() === 'p' && p.source[p.at] === '{') p.at = p.source.indexOf('}', p.at) + 1
    return anything
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
  if (c === 'n' || c === 'r' || c === 't' || c === 'f' || c === 'v' || c === '0') return anything
  return literal(p, c)
}

function characterClass(p: Parser): Node {
  const start = p.at
  if (p.source[p.at] === '^') p.at++
  while (p.at < p.source.length && p.source[p.at] !== ']') p.at += p.source[p.at] === '\\' ? 2 : 1
  const body = p.source.slice(start, p.at++)
  const plain = body.length <= 4 && !/[\\^-]/.test(body) && !p.fragile.test(body)
  return plain && body ? {exact: [...body], required: []} : anything
}
