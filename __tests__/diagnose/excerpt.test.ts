import {describe, expect, test} from '@jest/globals'
import {excerpt, signature} from '../../src/diagnose/excerpt.ts'
import {normalise} from '../../src/diagnose/text.ts'
import type {LogLine} from '../../src/model.ts'
import {findings, job, steps} from './build.ts'

/** Lines from 30 on, in the failing step. */
const telling = (...texts: string[]): LogLine[] => texts.map((text, i) => ({line: 30 + i, time: null, text}))
const usual = (...texts: string[]) => new Set(texts.map(normalise))
const loud = 'Error: colour table 17 of pod shop-5d4f8b7c9d-x2x9z is not sorted'
const quiet = 'the frobnicator failed to start'
const found = findings([], {steps, telling: telling(loud, quiet, 'Process completed with exit code 1')})
const texts = (baseline: ReadonlySet<string> | null) => excerpt(found, job(), baseline).map(l => l.text)

describe('with what a passing run prints', () => {
  test('no baseline, and one that shares nothing: the ranking as it is', () => {
    expect(texts(null)).toEqual([loud, quiet])
    expect(excerpt(found, job())).toEqual(excerpt(found, job(), null))
    expect(texts(new Set())).toEqual([loud, quiet])
    expect(texts(usual('Error: something else'))).toEqual([loud, quiet])
  })

  test('its lines do not count, whatever their numbers and names', () => {
    const other = 'Error: colour table 4 of pod shop-66f9c7b6d5-abcde is not sorted'
    expect(texts(usual(other))).toEqual([quiet])
    expect(excerpt(found, job(), usual(other))).toEqual([{line: 31, text: quiet}])
  })

  test('where it prints all of them, they are better than nothing', () => {
    expect(texts(usual(loud, quiet))).toEqual([loud, quiet])
    // Lines that are never telling do not make up for them.
    expect(texts(usual(loud, quiet, 'unrelated'))).toEqual([loud, quiet])
  })

  test('what is dropped makes room', () => {
    const many = [...Array(10).keys()].map(i => `Error: part ${'abcdefghij'[i]} is loose`)
    const crowded = findings([], {steps, telling: telling(...many, quiet)})
    expect(excerpt(crowded, job()).map(l => l.text)).toEqual(many)
    expect(excerpt(crowded, job(), usual(many[3]!)).at(-1)).toEqual({line: 40, text: quiet})
  })

  test('the signature is that of the excerpt without it', () => {
    expect(signature(found, excerpt(found, job()))).not.toBe(
      signature(found, excerpt(found, job(), usual(loud))),
    )
  })
})
