import {fileURLToPath} from 'node:url'
import {describe, expect, test} from '@jest/globals'
import {figures, readCases, score} from '../scripts/accuracy/cases.ts'
import {scoreJobs, type Variant} from '../scripts/accuracy/jobs.ts'

/** A guard against patterns that break others; the figures themselves stand in docs/accuracy.md. */
describe('labelled failures', () => {
  test.each([
    ['dev', 0.9, 0.97, 0.05],
    ['held-out', 0.7, 0.88, 0.12],
    ['printed', 0.85, 0.95, 0.12],
    ['printed-held-out', 0.65, 0.88, 0.12],
  ])('%s: accuracy, precision and false claims hold', async (name, accuracy, precision, falseClaims) => {
    const file = fileURLToPath(new URL(`accuracy/${name}.jsonl`, import.meta.url))
    const f = figures(await score(readCases(file)))
    expect(f.accuracy).toBeGreaterThanOrEqual(accuracy)
    expect(f.precision).toBeGreaterThanOrEqual(precision)
    expect(f.falseClaims).toBeLessThanOrEqual(falseClaims)
  })

  test.each<[string, Variant, number, number]>([
    ['jobs', 'whole', 0.7, 0.93],
    ['jobs', 'alone', 0.7, 0.93],
    ['jobs-held-out', 'whole', 0.5, 0.8],
    ['jobs-held-out', 'alone', 0.5, 0.8],
  ])(
    '%s, %s: accuracy and precision hold',
    async (name, variant, accuracy, precision) => {
      const file = fileURLToPath(new URL(`accuracy/${name}.tar.gz`, import.meta.url))
      const f = figures(await scoreJobs(file, variant))
      expect(f.accuracy).toBeGreaterThanOrEqual(accuracy)
      expect(f.precision).toBeGreaterThanOrEqual(precision)
    },
    300_000,
  )

  test.each([
    ['jobs', 0.15],
    ['jobs-held-out', 0.25],
  ])(
    '%s without the lines that state the cause: hardly another one is named',
    async (name, falseClaims) => {
      const file = fileURLToPath(new URL(`accuracy/${name}.tar.gz`, import.meta.url))
      expect(figures(await scoreJobs(file, 'bereft')).falseClaims).toBeLessThanOrEqual(falseClaims)
    },
    300_000,
  )
})
