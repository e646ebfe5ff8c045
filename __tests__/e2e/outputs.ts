import {readFile} from 'node:fs/promises'
import {expect} from '@jest/globals'
import type {Report} from '../../src/model.ts'
import type {Acted} from './world.ts'

/** The report that the outputs name. */
export const reportOf = async ({outputs}: Acted): Promise<Report> =>
  JSON.parse(await readFile(outputs['report-path']!, 'utf8'))

/** The run's conclusion and counts, after the shape of all outputs was checked. */
export function outputsOf({outputs}: Acted) {
  expect(Object.keys(outputs).sort()).toEqual(names)
  expect(outputs['conclusion']).toMatch(/^(passed|classified|partly-classified|unclassified|incomplete)$/)
  for (const name of names.filter(n => n.endsWith('-count'))) expect(outputs[name]).toMatch(/^\d+$/)
  for (const name of ['comment-id', 'pr-number', 'artifact-id']) expect(outputs[name]).toMatch(/^\d*$/)
  expect(outputs['findings-path']).toBe('')
  for (const name of ['report-path', 'summary-path', 'comment-path']) expect(outputs[name]).toMatch(/^\/.+/)
  expect(outputs['incomplete']).toMatch(/^(true|false)$/)
  return {
    conclusion: outputs['conclusion'],
    incomplete: outputs['incomplete'] === 'true',
    failed: JSON.parse(outputs['failed-services']!) as string[],
    counts: ['failed', 'classified', 'unclassified', 'needs-fix'].map(n => Number(outputs[`${n}-count`])),
  }
}

const names = [
  'artifact-id',
  'classified-count',
  'comment-id',
  'comment-path',
  'comment-url',
  'conclusion',
  'failed-count',
  'failed-services',
  'findings-path',
  'incomplete',
  'needs-fix-count',
  'pr-number',
  'report-path',
  'summary-path',
  'unclassified-count',
]
