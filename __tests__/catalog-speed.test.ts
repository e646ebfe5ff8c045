import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from '@jest/globals'
import {containerLines, databaseLines, jobLines, nodeLines} from '../scripts/bench/lines.ts'
import {random} from '../scripts/bench/random.ts'
import {readCatalog} from '../src/commands/patterns.ts'
import {buildMatcher, type Probe} from '../src/match/matcher.ts'
import {buildPrefilter, findLiterals} from '../src/match/prefilter.ts'
import type {Pattern} from '../src/model.ts'
import {root} from '../src/root.ts'

/** So many lines of each kind that a generator writes: with them a fifth of the text is healthy sources. */
const generated = 500
/** What any match of an expression needs may stand in so many of a thousand lines that the expression does not match. */
const allowedPerMille = 10

/** What healthy systems print: tests, tools and clusters. No colours, as most readers take them off. */
function realisticLines(): string[] {
  const folder = join(root, '__tests__/healthy')
  const healthy = readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter(entry => entry.isFile() && entry.name !== 'README.md')
    .map(entry => join(entry.parentPath, entry.name))
    .toSorted()
    .flatMap(path => readFileSync(path, 'utf8').split('\n'))
  const r = random(3)
  const written = [jobLines, containerLines, nodeLines, databaseLines].flatMap(write =>
    Array.from({length: generated}, (_, n) => write(r, n)),
  )
  return [...healthy, ...written].map(line => line.replace(/\x1b\[[\d;]*m/g, '').replaceAll('\n', ' '))
}

/** By probe, for each of its requirements the lines that meet it. */
function linesMeeting(probes: readonly Probe[], lines: readonly string[]): Set<number>[][] {
  const bytes = new TextEncoder().encode(`${lines.join('\n')}\n`)
  const ends = [...bytes.keys()].filter(at => bytes[at] === 10)
  const lineAt = (offset: number) => {
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (ends[middle]! < offset) low = middle + 1
      else high = middle
    }
    return low
  }
  const all = probes.flatMap(p => p.line.literals)
  const met = all.map(() => new Set<number>())
  // Each requirement is a searcher of its own, so that every one is looked for.
  const filter = buildPrefilter(all.map(literals => [literals]))
  const {places, choice} = findLiterals(filter, bytes)
  for (let i = 0; i < places.length; i += 2)
    for (const searcher of choice.searchers.subarray(choice.since[places[i]!], choice.since[places[i]! + 1]))
      met[searcher]!.add(lineAt(places[i + 1]!))
  let next = 0
  return probes.map(p => p.line.literals.map(() => met[next++]!))
}

/** What is wrong with each expression that would be tried, or looked for, in too many lines. */
function tooCommon(patterns: readonly Pattern[], lines: readonly string[]): string[] {
  const {probes} = buildMatcher(patterns)
  const meeting = linesMeeting(probes, lines)
  return probes.flatMap(({pattern, line}, i) => {
    const {id, origin} = patterns[pattern]!
    const say = (what: string) => [`${origin}: pattern ${id}: ${what}: ${line.source}`]
    if (!line.literals.length) return say('no text is certain in a match, so every line is tried')
    const rarest = meeting[i]!.reduce((a, b) => (b.size < a.size ? b : a))
    const isMuch = (count: number) => count * 1000 > lines.length * allowedPerMille
    if (!isMuch(rarest.size)) return []
    const least = [...rarest].filter(n => !line.exec(lines[n]!)).length
    if (!isMuch(least)) return []
    const words = line.literals[meeting[i]!.indexOf(rarest)]!.slice(0, 6).map(text => JSON.stringify(text))
    const share = ((least / lines.length) * 100).toFixed(1)
    return say(
      `the rarest text that a match needs (${words.join(', ')}) stands in ${least} of ${lines.length} healthy lines (${share} %); demand rarer text, or split the expression`,
    )
  })
}

const {patterns} = await readCatalog([])

test('every expression needs text that is rare in what healthy systems print', () => {
  expect(tooCommon(patterns, realisticLines())).toEqual([])
})

test('an expression of common words is named', () => {
  const [pattern] = patterns.filter(p => p.conditions[0]?.type === 'line')
  const [condition] = pattern!.conditions
  if (condition?.type !== 'line') throw new Error('no line condition')
  const common = {...condition.line, literals: [['namespace', 'session']]}
  const blind = {...condition.line, literals: []}
  const faults = tooCommon(
    [{...pattern!, conditions: [common, blind].map(line => ({...condition, line})), unless: []}],
    realisticLines(),
  )
  expect(faults).toHaveLength(2)
  expect(faults[0]).toMatch(
    new RegExp(`pattern ${pattern!.id}: the rarest text .*"namespace", "session".* stands in \\d+ of \\d+`),
  )
  expect(faults[1]).toContain('every line is tried')
})
