import type {Evidence, Match, Pattern} from '../model.ts'
import type {Matcher, Probe} from './matcher.ts'

/** Drops noise, and every match on a line that is noise, but one that is made of the noise's own words and of more. */
export function withoutNoise(
  matches: readonly Match[],
  {patterns, probes}: Matcher,
  lines: ReadonlySet<string>,
): Match[] {
  const byId = new Map(patterns.map(p => [p.id, p]))
  const silent = probes.filter(p => p.silences)
  const isNoise = (m: Match) => byId.get(m.pattern)!.role === 'noise'
  const misled = new Set(matches.filter(isNoise).map(m => lineKey(m.at)))
  return matches.filter(m => {
    if (isNoise(m)) return false
    if (m.at.line === null) return true
    const key = lineKey(m.at)
    return !misled.has(key) && (!lines.has(key) || knowsBetter(byId.get(m.pattern)!, m.at.text, silent))
  })
}

/**
 * Whether a pattern needs the very words that make a line noise, and takes in more: that the logs were lost as the cluster was
 * already deleted is more than that something was already deleted.
 */
function knowsBetter({conditions}: Pattern, text: string, silent: readonly Probe[]): boolean {
  const words = silent.flatMap(({line}) => line.exec(text)?.[0] ?? [])
  return conditions.some(c => {
    const own = c.type === 'line' ? c.line.exec(text)?.[0] : undefined
    if (c.type !== 'line' || own === undefined || !words.length) return false
    const {line} = c
    return words.every(
      word =>
        own.includes(word) &&
        severalWords.test(own.replace(word, '…')) &&
        !line.exec(text.replace(word, '…')),
    )
  })
}

const severalWords = /\p{L}{3}.*\P{L}.*\p{L}{3}/u

/** Names a line of a source. */
export const lineKey = (at: Evidence) => `${at.source}\0${at.path}\0${at.line}`
