import {expect, test} from '@jest/globals'
import fc from 'fast-check'
import {buildPrefilter, findLiterals} from '../../src/match/prefilter.ts'

const characters = fc.constantFrom('a', 'b', 'c', 'd', 'E', ' ', ':', '"', '0')
const literal = fc.string({unit: characters, minLength: 3, maxLength: 16})

/** Each place of each literal, found one by one. */
function everyPlace(literals: readonly string[], text: string): Set<string> {
  const places = new Set<string>()
  for (const each of literals)
    for (let at = text.indexOf(each); at !== -1; at = text.indexOf(each, at + 1)) places.add(`${each}@${at}`)
  return places
}

test('each place of each literal is found, and nothing else, wherever the bytes begin in memory', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(literal, {minLength: 1, maxLength: 40}),
      fc.array(fc.string({unit: characters, maxLength: 300}), {minLength: 1, maxLength: 3}),
      fc.array(fc.nat(), {maxLength: 6}),
      fc.nat(3),
      (literals, texts, planted, offset) => {
        const filter = buildPrefilter(literals.map(each => [[each]]))
        for (const text of texts) {
          const whole = text + planted.map(n => literals[n % literals.length]).join('')
          const memory = new Uint8Array(offset + whole.length + 8).fill(97)
          memory.set(Buffer.from(whole, 'latin1'), offset)
          const {places} = findLiterals(filter, memory.subarray(offset, offset + whole.length))
          const found = new Set<string>()
          for (let i = 0; i < places.length; i += 2)
            found.add(`${filter.index!.literals[places[i]!]}@${places[i + 1]}`)
          expect(found).toEqual(everyPlace(literals, whole))
        }
      },
    ),
    {numRuns: 2000},
  )
})
