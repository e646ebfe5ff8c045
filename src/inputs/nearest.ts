import {distance} from 'fastest-levenshtein'

/** The right one of `words` for a misspelt one, null where none is near. */
export function nearest(wrong: string, words: readonly string[]): string | null {
  const near = [...words].sort((a, b) => distance(wrong, a) - distance(wrong, b))[0]
  return near !== undefined && distance(wrong, near) <= Math.max(2, wrong.length / 3) ? near : null
}
