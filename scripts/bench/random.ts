/** Numbers that look random and are the same on every machine. */
export interface Random {
  /** A whole number from 0 up to below `n`. */
  below(n: number): number
  pick<T>(list: readonly T[]): T
  hex(length: number): string
}

export function random(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
  const below = (n: number) => Math.floor(next() * n)
  return {
    below,
    pick: list => list[below(list.length)]!,
    hex: length => Array.from({length}, () => below(16).toString(16)).join(''),
  }
}
