import type {Pattern} from '../model.ts'

/** Which patterns lead to which, as the catalog says it, through any number of steps. */
export interface Explains {
  /** The length of the shortest way from one pattern to another, null where there is none. */
  distance(from: Pattern, to: Pattern): number | null
}

export function explainsGraph(patterns: readonly Pattern[]): Explains {
  const byName = new Map<string, Pattern[]>()
  for (const p of patterns) {
    for (const name of [p.id, p.family]) {
      const named = byName.get(name)
      if (named) named.push(p)
      else byName.set(name, [p])
    }
  }
  const known = new Map<string, Map<string, number>>()
  const from = (start: Pattern) => {
    let distances = known.get(start.id)
    if (!distances) {
      distances = new Map()
      known.set(start.id, distances)
      let front = [start]
      for (let steps = 1; front.length && steps <= 6; steps++) {
        const next: Pattern[] = []
        for (const p of front.flatMap(q => q.explains.flatMap(name => byName.get(name) ?? []))) {
          if (p.id === start.id || distances.has(p.id)) continue
          distances.set(p.id, steps)
          next.push(p)
        }
        front = next
      }
    }
    return distances
  }
  return {distance: (a, b) => from(a).get(b.id) ?? null}
}
