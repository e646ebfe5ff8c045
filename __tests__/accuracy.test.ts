import {fileURLToPath} from 'node:url'
import {describe, expect, test} from '@jest/globals'
import {figures, readCases, score} from '../scripts/accuracy/cases.ts'
import {scoreJobs} from '../scripts/accuracy/jobs.ts'

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

  test.each([
    ['jobs', false, 0.7, 0.93],
    ['jobs', true, 0.7, 0.93],
    ['jobs-held-out', false, 0.5, 0.8],
    ['jobs-held-out', true, 0.5, 0.8],
  ])(
    '%s, without what the API tells: %s: accuracy and precision hold',
    async (name, isAlone, accuracy, precision) => {
      const file = fileURLToPath(new URL(`accuracy/${name}.tar.gz`, import.meta.url))
      const f = figures(await scoreJobs(file, isAlone))
      expect(f.accuracy).toBeGreaterThanOrEqual(accuracy)
      expect(f.precision).toBeGreaterThanOrEqual(precision)
    },
    300_000,
  )
})
