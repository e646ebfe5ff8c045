import type {Condition, Pattern} from '../model.ts'
import {captureNames} from './expression.ts'
import type {Fault} from './fault.ts'

/** The layer of each family: the part of the taxonomy that the catalog is checked against. */
export type Taxonomy = ReadonlyMap<string, string>

/** What a schema cannot say: names that must exist, roles that must fit, knowledge that must be there. */
export function lint(patterns: readonly Pattern[], taxonomy: Taxonomy): Fault[] {
  const faults: Fault[] = []
  const ids = new Map<string, Pattern>()
  for (const p of patterns) {
    const say = (what: string) => faults.push({where: p.origin, what: `pattern ${p.id}: ${what}`})
    const earlier = ids.get(p.id)
    if (earlier) say(`the id is taken by ${earlier.origin}`)
    ids.set(p.id, p)

    const layer = taxonomy.get(p.family)
    if (!layer) say(`unknown family \`${p.family}\`${hint(p.family, taxonomy.keys())}`)
    if (layer === 'symptom' && p.role === 'cause')
      say(`family \`${p.family}\` is a symptom; it is never a root cause`)

    const captures = new Set(
      p.conditions.flatMap(c => expressions(c).flatMap(captureNames)).concat(implied(p)),
    )
    const used = [...`${p.title} ${p.advice ?? ''} ${p.validate.join(' ')}`.matchAll(/\{([a-z_]+)\}/g)].map(
      m => m[1]!,
    )
    for (const name of new Set([...used, ...p.same_when])) {
      if (!captures.has(name)) say(`no condition captures \`${name}\``)
    }
    if (p.role === 'cause' && !p.advice) say('a cause needs `advice`')
    if (p.mode === 'sequence' && p.conditions.some(c => c.type !== 'line'))
      say('`sequence` takes `line` conditions only')
  }
  for (const p of patterns) {
    const twice = p.explains.find((name, i) => p.explains.indexOf(name) !== i)
    if (twice)
      faults.push({where: p.origin, what: `pattern ${p.id}: \`explains\`: \`${twice}\` stands there twice`})
    for (const name of p.explains) {
      if (!ids.has(name) && !taxonomy.has(name)) {
        faults.push({
          where: p.origin,
          what: `pattern ${p.id}: \`explains\`: no pattern or family \`${name}\`${hint(name, [...ids.keys(), ...taxonomy.keys()])}`,
        })
      }
    }
  }
  return faults
}

/** The captures that every event or object gives. */
export const implicitCaptures = ['kind', 'name', 'namespace', 'container'] as const

function implied(p: Pattern): string[] {
  return p.conditions.some(c => c.type !== 'line') ? [...implicitCaptures] : []
}

function expressions(c: Condition): string[] {
  if (c.type === 'line') return [c.line.source]
  if (c.type === 'event') return [c.message, c.reason].flatMap(e => (e ? [e.source] : []))
  if (c.type === 'object')
    return [c.message, c.waiting, c.terminated, c.phase].flatMap(e => (e ? [e.source] : []))
  return []
}

function hint(wrong: string, names: Iterable<string>): string {
  const words = wrong.split('-')
  const near = [...names].find(
    n => n.split('-').filter(w => words.includes(w)).length >= Math.max(1, words.length - 1),
  )
  return near ? `; is \`${near}\` meant?` : ''
}
