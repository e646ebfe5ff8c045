/**
 * The literals that any match of an expression must contain: each inner list is one requirement, met by any of its strings.
 * Best requirement (longest shortest string) first; empty where nothing is certain.
 * Double quotes and backslashes are never part of a literal: quoted text may stand escaped in a log.
 */
export function requiredLiterals(source: string): string[][] {
  const parser: Parser = {source, at: 0}
  const node = alternation(parser)
  return requirements(node)
    .map(set => [...new Set(set)])
    .filter(set => set.every(s => s.length >= 3))
    .sort((a, b) => shortest(b) - shortest(a))
}

interface Parser {
  source: string
  at: number
}

/** `exact`: the only strings that a node matches, null where there are too many; `required`: what any match contains. */
interface Node {
  exact: string[] | null
  required: string[][]
}

const mostStrings = 16
const shortest = (set: readonly string[]) => Math.min(...set.map(s => s.length))
const anything: Node = {exact: null, required: []}
const nothing: Node = {exact: [''], required: []}

function requirements(node: Node): string[][] {
  return node.exact ? (node.exact.some(s => s === '') ? [] : [node.exact]) : node.required
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
  const best = branches.map(b => requirements(b).sort((x, y) => shortest(y) - shortest(x))[0])
  return best.every(set => set !== undefined) ? {exact: null, required: [best.flat()]} : anything
}

function concatenation(p: Parser): Node {
  let run: string[] = ['']
  let broken = false
  const required: string[][] = []
  const flush = () => {
    if (!run.includes('')) required.push(run)
    run = ['']
  }
  while (p.at < p.source.length && p.source[p.at] !== '|' && p.source[p.at] !== ')') {
    const node = quantified(p)
    if (node.exact && node.exact.length * run.length <= mostStrings) {
      run = run.flatMap(head => node.exact!.map(tail => head + tail))
      continue
    }
    flush()
    broken = true
    if (node.exact && node.exact.length <= mostStrings) run = node.exact
    else required.push(...node.required)
  }
  if (!broken) return {exact: run, required: []}
  flush()
  return {exact: null, required}
}

function quantified(p: Parser): Node {
  const node = atom(p)
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
  return literal(c)
}

const literal = (c: string): Node => (c === '"' || c === '\\' ? anything : {exact: [c], required: []})

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
    return literal(String.fromCharCode(Number.parseInt(code[0], 16)))
  }
  if (c === 'n' || c === 'r' || c === 't' || c === 'f' || c === 'v' || c === '0') return anything
  return literal(c)
}

function characterClass(p: Parser): Node {
  const start = p.at
  if (p.source[p.at] === '^') p.at++
  while (p.at < p.source.length && p.source[p.at] !== ']') p.at += p.source[p.at] === '\\' ? 2 : 1
  const body = p.source.slice(start, p.at++)
  const plain = body.length <= 4 && !/[\\^"-]/.test(body)
  return plain && body ? {exact: [...body], required: []} : anything
}
